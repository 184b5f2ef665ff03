"use client";

import { type ReactNode, useRef, useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { winnerOf } from "@/components/discussion/showing";
import { Button } from "@/components/ui/button";
import { Conflict, type Faster } from "@/components/ui/conflict";
import { toast } from "@/components/ui/toast";
import { useHandOn } from "@/components/ui/use-hand-on";
import type { AttributionView, SettlementView } from "@/lib/attributions/schema";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { nameOf } from "@/lib/discussion/name-of";
import { messageOf } from "@/lib/http/client";
import { AttributionLine } from "./attribution-line";

export type Settling = {
  /** Null until it is begun, and again when it is done or left. */
  form: ReactNode;
  /** The attribution on which it is being settled. */
  on: string | null;
  begin: (attribution: AttributionView) => void;
};

/** What an editor is about to settle, as they saw it when they began or were told of what came since. */
type Begun = { passageId: string; attribution: AttributionView; settlement: string | null; why: string };

/**
 * Settling on one of the attributions of a passage. What was written for it stays whatever colleagues do meanwhile:
 * settle it themselves, or change the attribution that was chosen.
 */
export function useSettling({ passage }: PassageEntry): Settling {
  const { attributing, discussion, surroundings } = useRoom();
  const [all, setBegun] = useState<Begun | null>(null);
  const [isBusy, setBusy] = useState(false);
  const begun = all?.passageId === passage.id ? all : null;
  const latest = discussion.settlements.findLast((one) => one.passageId === passage.id);
  const chosen = discussion.attributions.find((one) => one.id === begun?.attribution.id);
  // What I am settling comes back before the form is gone.
  const overtaken = begun && !isBusy ? overtakenBy(begun, latest, chosen) : null;
  const faster = useFaster();

  async function settle({ passageId, attribution, settlement, why }: Begun): Promise<void> {
    setBusy(true);
    try {
      await attributing.settle(passageId, attribution, { why: why.trim() || null, replaces: settlement });
      setBegun(null);
    } catch (error) {
      // Whoever was faster is shown in the form.
      if (!winnerOf(error)) toast.error(messageOf(error));
    } finally {
      setBusy(false);
    }
  }

  const begin = (attribution: AttributionView) =>
    setBegun({ passageId: passage.id, attribution, settlement: latest?.id ?? null, why: begun?.why ?? "" });
  const keep = () => {
    if (!begun) return;
    const knowing = { ...begun, attribution: chosen ?? begun.attribution, settlement: latest?.id ?? null };
    setBegun(knowing);
    void settle(knowing);
  };
  const form = begun && (
    <SettleForm
      key={begun.attribution.id}
      begun={begun}
      isBusy={isBusy}
      onWhy={(why) => setBegun({ ...begun, why })}
      onSettle={() => !overtaken && void settle(begun)}
      onLeave={() => setBegun(null)}
    >
      {overtaken && (
        <Conflict
          {...faster(overtaken)}
          isBusy={isBusy}
          onKeep={keep}
          onTake={() => setBegun(null)}
          {...(overtaken.by === surroundings.viewer.userId ? {} : { words: wordsOf(overtaken) })}
        />
      )}
    </SettleForm>
  );
  return { form, on: begun?.attribution.id ?? null, begin };
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

type FormProps = {
  begun: Begun;
  isBusy: boolean;
  onWhy: (why: string) => void;
  onSettle: () => void;
  onLeave: () => void;
  /** What came in between, with what can be done about it. */
  children: ReactNode;
};

function SettleForm({ begun, isBusy, onWhy, onSettle, onLeave, children }: FormProps) {
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
      <p className="wrap-anywhere text-card">
        Settle on <AttributionLine attribution={begun.attribution} text={article.text} voices={voices} />
      </p>
      <label className="flex flex-col gap-1 text-label">
        Why (optional)
        <input
          // biome-ignore lint/a11y/noAutofocus: it was asked for by a press, to begin here
          autoFocus
          className="min-h-9 pointer-coarse:min-h-11 rounded-md border border-control bg-card px-2.5 text-card text-ink max-phone:text-body"
          value={begun.why}
          onChange={({ target }) => onWhy(target.value)}
        />
      </label>
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
    </form>
  );
}
