"use client";

import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { winnerOf } from "@/components/discussion/showing";
import { useGoesOn } from "@/components/discussion/use-goes-on";
import { DraftNote } from "@/components/threads/composer/draft-note";
import { Button } from "@/components/ui/button";
import { Conflict, type Faster } from "@/components/ui/conflict";
import { getKept, putKept } from "@/components/ui/kept-text";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { useHandOn } from "@/components/ui/use-hand-on";
import { useKept, useUnsaved } from "@/components/ui/use-kept";
import type { AttributionView, SettlementView } from "@/lib/attributions/schema";
import { isSettledAs } from "@/lib/attributions/standing";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { nameOf } from "@/lib/discussion/name-of";
import type { Discussion } from "@/lib/discussion/schema";
import { messageOf } from "@/lib/http/client";
import { AttributionLine } from "./attribution-line";
import { type Begun, type FilledSettling, keptFor, readSettling, settlingKey } from "./kept-settling";
import { UnsavedSettling } from "./unsaved-settling";

export type Settling = {
  /** Null until it is begun, and again when it is done or left. */
  form: ReactNode;
  /** Says what was begun and not saved, while its form is closed. */
  notSaved: ReactNode;
  /** The attribution on which it is being settled. */
  on: string | null;
  begin: (attribution: AttributionView) => void;
};

/**
 * Settling on one of the attributions of a passage, for whoever may. `onDiscarded` is for the focus, when what was not
 * saved is thrown away.
 */
export function useSettling(
  { passage }: PassageEntry,
  { maySettle, onDiscarded }: { maySettle: boolean; onDiscarded: () => void },
): Settling {
  const { discussion, surroundings } = useRoom();
  const key = settlingKey(surroundings.viewer.userId, passage.id);
  const unsaved = useUnsaved(key, readSettling);
  const goesOn = useGoesOn(key);
  const [begun, setBegun] = useState<Begun | null>(goesOn && unsaved ? unsaved.value : null);
  const latest = latestOf(discussion, passage.id);
  // What they wrote for it before is told of above (KeptHere).
  if (!maySettle) return { form: null, notSaved: null, on: null, begin: () => {} };

  function begin(attribution: AttributionView): void {
    const next = { attribution, settlement: latest?.id ?? null };
    const kept = keptFor(next, getKept(key));
    if (kept) putKept(key, kept);
    setBegun(next);
  }
  return {
    form: begun && (
      <SettleForm
        key={begun.attribution.id}
        passage={passage}
        begun={begun}
        onTold={setBegun}
        onDone={() => setBegun(null)}
      />
    ),
    notSaved: begun ? null : (
      <UnsavedSettling passageId={passage.id} onGoOn={setBegun} onDiscarded={onDiscarded} />
    ),
    on: begun?.attribution.id ?? null,
    begin,
  };
}

function latestOf({ settlements }: Discussion, passageId: string): SettlementView | undefined {
  return settlements.findLast((one) => one.passageId === passageId);
}

type SettleProps = {
  passage: PassageEntry["passage"];
  begun: Begun;
  /** The editor knows of what came since, and settles on this all the same. */
  onTold: (begun: Begun) => void;
  onDone: () => void;
};

/**
 * What is written in it stays whatever happens meanwhile: a colleague settles it, changes the attribution that was
 * chosen or deletes the passage, or the form is left.
 */
function SettleForm({ passage, begun, onTold, onDone }: SettleProps) {
  const { article, attributing, discussion, surroundings } = useRoom();
  const { userId } = surroundings.viewer;
  const passageId = passage.id;
  const form = useKept<FilledSettling>(settlingKey(userId, passageId), { ...begun, why: "" }, readSettling, {
    articleId: article.id,
    passageId,
    exact: passage.exact,
  });
  const [isBusy, setBusy] = useState(false);
  const { attribution, settlement } = begun;
  const { why } = form.value;
  const latest = latestOf(discussion, passageId);
  const chosen = discussion.attributions.find((one) => one.id === attribution.id);
  // What I am settling comes back before the form is gone.
  const isStored = !isBusy && isSettledAs(userId, { ...begun, why }, latest);
  const overtaken = isBusy || isStored ? null : overtakenBy(begun, latest, chosen);
  useEffect(() => {
    // Only the answer was lost.
    if (isStored) giveUp();
  });
  const faster = useFaster();

  async function settle(on: Begun): Promise<void> {
    setBusy(true);
    try {
      await attributing.settle(passageId, on.attribution, {
        why: why.trim() || null,
        replaces: on.settlement,
      });
      giveUp();
    } catch (error) {
      // Whoever was faster is shown in the form.
      if (!winnerOf(error)) toast.error(messageOf(error));
    } finally {
      setBusy(false);
    }
  }
  function keep(): void {
    const knowing = { attribution: chosen ?? attribution, settlement: latest?.id ?? null };
    onTold(knowing);
    void settle(knowing);
  }
  function giveUp(): void {
    form.forget();
    onDone();
  }

  return (
    <SettleFields
      attribution={attribution}
      why={why}
      isBusy={isBusy}
      restored={form.restoredAt && <DraftNote at={form.restoredAt} onDiscard={form.discard} />}
      onWhy={(next) => form.change(() => ({ attribution, settlement, why: next }))}
      onSettle={() => !overtaken && chosen && void settle(begun)}
      onLeave={onDone}
      came={overtaken ? "faster" : chosen ? "nothing" : "taken back"}
    >
      {overtaken ? (
        <Conflict
          {...faster(overtaken)}
          isBusy={isBusy}
          onKeep={keep}
          onTake={giveUp}
          {...(overtaken.by === userId ? {} : { words: wordsOf(overtaken) })}
        />
      ) : (
        !chosen && <TakenBack by={attribution.by} onLeave={onDone} />
      )}
    </SettleFields>
  );
}

/** There is nothing to settle on any more: what was written waits for another choice. */
function TakenBack({ by, onLeave }: { by: string; onLeave: () => void }) {
  const { viewer, people } = useRoom().surroundings;
  const who = by === viewer.userId ? "You have" : `${nameOf(people, by)} has`;
  return (
    <Notice kind="caution">
      <p>{who} taken this back meanwhile. Your reason is kept, for when you settle on another.</p>
      <Button size="small" className="mt-2" onClick={onLeave}>
        Close
      </Button>
    </Notice>
  );
}

type Overtaken = { by: string } & ({ settled: SettlementView } | { changed: AttributionView });

/** Who was faster since, and with what; null where nobody was. */
function overtakenBy(
  begun: Begun,
  latest: SettlementView | undefined,
  chosen: AttributionView | undefined,
): Overtaken | null {
  if (latest && latest.id !== begun.settlement) return { by: latest.by, settled: latest };
  if (chosen && chosen.version !== begun.attribution.version) return { by: chosen.by, changed: chosen };
  return null;
}

function wordsOf(overtaken: Overtaken): { keep: string; take: string } {
  return "settled" in overtaken
    ? { keep: "Settle on mine", take: "Take theirs" }
    : { keep: "Settle on that", take: "Leave it open" };
}

function useFaster(): (overtaken: Overtaken) => Faster {
  const { article, discussion, surroundings, voices } = useRoom();
  const { viewer, people } = surroundings;
  const line = (attribution: AttributionView) => (
    <AttributionLine attribution={attribution} text={article.text} voices={voices} />
  );
  return (overtaken) => {
    const by = overtaken.by === viewer.userId ? null : nameOf(people, overtaken.by);
    if ("changed" in overtaken) {
      const { changed } = overtaken;
      return { by, at: changed.changedAt, did: <>changed this to {line(changed)}</> };
    }
    const { at, why, attributionId } = overtaken.settled;
    const choice = discussion.attributions.find((one) => one.id === attributionId);
    const did = attributionId ? <>settled this{choice && <> on {line(choice)}</>}</> : "opened this again";
    return { by, at, did, theirs: why };
  };
}

type FieldProps = {
  attribution: AttributionView;
  why: string;
  isBusy: boolean;
  /** Says that what was written before was found. */
  restored: ReactNode;
  onWhy: (why: string) => void;
  onSettle: () => void;
  onLeave: () => void;
  /** What came in between. */
  came: "faster" | "taken back" | "nothing";
  /** That in words, with what can be done about it. */
  children: ReactNode;
};

function SettleFields({ attribution, why, isBusy, restored, ...given }: FieldProps) {
  const { onWhy, onSettle, onLeave, came, children } = given;
  const { article, voices } = useRoom();
  const form = useRef<HTMLFormElement>(null);
  useHandOn(form);
  return (
    <form
      ref={form}
      aria-label="Settle who said it"
      className="flex flex-col gap-2 border-ink border-l-2 pl-3"
      onSubmit={(event) => {
        event.preventDefault();
        onSettle();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onLeave();
      }}
    >
      {restored}
      <p className="wrap-anywhere text-card">
        Settle on <AttributionLine attribution={attribution} text={article.text} voices={voices} />
      </p>
      <label className="flex flex-col gap-1 text-label">
        Why (optional)
        <input
          // biome-ignore lint/a11y/noAutofocus: it was asked for by a press, to begin here
          autoFocus
          className="min-h-9 pointer-coarse:min-h-11 rounded-md border border-control bg-card px-2.5 text-card text-ink max-phone:text-body"
          value={why}
          onChange={({ target }) => onWhy(target.value)}
        />
      </label>
      <Ways key={came} form={form}>
        {children || (
          <span className="flex gap-2">
            <Button type="submit" size="small" look="primary" busy={isBusy}>
              Settle
            </Button>
            <Button size="small" look="quiet" onClick={onLeave}>
              Cancel
            </Button>
          </span>
        )}
      </Ways>
    </form>
  );
}

/**
 * What can be done. Where that goes away with the focus in it, the focus goes on to what takes its place: to the notice
 * as a whole, so that Enter presses no button that nobody has read.
 */
function Ways({ form, children }: { form: RefObject<HTMLFormElement | null>; children: ReactNode }) {
  const ways = useRef<HTMLDivElement>(null);
  useHandOn(ways, () => {
    const next = form.current?.querySelector<HTMLElement>("[data-ways]");
    return next?.querySelector("[role=alert]") ? next : next?.querySelector("button");
  });
  return (
    <div ref={ways} data-ways tabIndex={-1} className="rounded-sm">
      {children}
    </div>
  );
}
