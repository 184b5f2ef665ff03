"use client";

import { type ReactNode, type RefObject, useRef, useState } from "react";
import { TextButton } from "@/components/assessments/text-button";
import { useRoom } from "@/components/discussion/room";
import { recordAct } from "@/components/discussion/told-by-undo";
import { useLanding } from "@/components/discussion/use-landing";
import { usePast } from "@/components/discussion/use-past";
import { attempt } from "@/components/outbox/attempt";
import { useKeyHint } from "@/components/shortcuts/key-settings";
import { withKey } from "@/components/shortcuts/with-key";
import { announce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { Hint } from "@/components/ui/hint";
import { TimeAgo } from "@/components/ui/time-ago";
import { useHandOn } from "@/components/ui/use-hand-on";
import { reportersOwn } from "@/lib/attributions/reporters-own";
import type { AttributionView } from "@/lib/attributions/schema";
import { type Standing, saysTheSame } from "@/lib/attributions/standing";
import { can } from "@/lib/auth/permissions";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { nameOf, nameWithin } from "@/lib/discussion/name-of";
import { waitingAttribution } from "@/lib/discussion/outbox";
import { AttributionHistory } from "./attribution-history";
import { AttributionLine } from "./attribution-line";
import { AttributionRow } from "./attribution-row";
import { groundOf } from "./ground-of";
import { OwnForm } from "./own-form";
import { UnsavedAttribution } from "./unsaved-attribution";
import { useSettling } from "./use-settling";
import { WaitingAttribution } from "./waiting-attribution";

/** Who said the open passage: what each has recorded, where they differ, and the form to record one's own. */
export function AttributionSection({ entry }: { entry: PassageEntry }) {
  const { surroundings, opened, open, finish, attributing, unsaved } = useRoom();
  const { viewer, workspace } = surroundings;
  const { passage, standing } = entry;
  const frame = useRef<HTMLElement>(null);
  const keyHint = useKeyHint()("passage.attribute");
  const mayRecord = can(viewer, "attribution.create", { workspaceId: workspace.id });
  const isOpen = opened?.starting === "attribute" && mayRecord;
  const own = [...(standing?.standing ?? []), ...(standing?.overruled ?? [])].find(
    (one) => one.by === viewer.userId,
  );
  const waiting = waitingAttribution(surroundings.outbox.sayings, passage.id);
  const maySettle = can(viewer, "attribution.settle", { workspaceId: workspace.id });
  const land = () => frame.current?.focus({ preventScroll: true });
  const settling = useSettling(entry, { maySettle, onDiscarded: land });
  useLanding(frame, isOpen);
  const begin = () => open({ passageId: passage.id, starting: "attribute" }, "pointer");

  if (isOpen) {
    // Another passage is another form: what was filled in for one must never be saved for the other.
    return (
      <OwnForm
        key={passage.id}
        entry={entry}
        mine={own}
        waiting={waiting}
        onDone={() => finish(passage.id, "attribute")}
      />
    );
  }
  const notSaved = mayRecord && <UnsavedAttribution passage={passage} onGoOn={begin} onDiscarded={land} />;
  const onItsWay = waiting && <WaitingAttribution saying={waiting} quote={passage.exact} onChange={begin} />;
  if (!standing || standing.state === "none") {
    if (onItsWay)
      return (
        <Frame ref={frame}>
          {onItsWay}
          {settling.form}
          {settling.notSaved}
          {notSaved}
        </Frame>
      );
    if (!mayRecord) return null;
    return (
      <Frame ref={frame}>
        <div className="flex flex-wrap items-center gap-1">
          <Button size="small" className="relative" aria-keyshortcuts={keyHint?.aria} onClick={begin}>
            Who said it?
            <Hint>{withKey("Who said it?", keyHint)}</Hint>
          </Button>
          <OwnWordsButton entry={entry} />
        </div>
        {settling.form}
        {settling.notSaved}
        {notSaved}
        {!unsaved.has(passage.id) && <History standing={standing ?? nobody} entry={entry} frame={frame} />}
      </Frame>
    );
  }
  return (
    <Frame ref={frame}>
      <div className="flex min-h-8 items-center justify-between gap-2">
        <h4 className="font-semibold text-card">Who said it</h4>
        <span className="flex">
          {mayRecord && !waiting && (
            <Button size="small" look="quiet" className="-mr-3" onClick={begin}>
              {own ? "Change" : "I see it differently"}
            </Button>
          )}
        </span>
      </div>
      <Told standing={standing} />
      <ul className="flex flex-col gap-2">
        {standing.standing.map((one) => (
          <AttributionRow key={one.id} attribution={one} {...{ standing, entry, settling }} />
        ))}
      </ul>
      {settling.form}
      {settling.notSaved}
      <Overruled standing={standing} />
      {onItsWay}
      {notSaved}
      {standing.state === "differing" && <Differing entry={entry} />}
      <History standing={standing} entry={entry} frame={frame}>
        {own && mayRecord && !waiting && <TakeBack attribution={own} />}
        {standing.settlement && maySettle && (
          <PassingButton
            onClick={() =>
              void attempt(
                attributing.settle(passage.id, null, {
                  why: null,
                  replaces: standing.settlement?.id ?? null,
                }),
              )
            }
          >
            Open again
          </PassingButton>
        )}
      </History>
    </Frame>
  );
}

/** How it stands where nobody has said anything, or has taken it back. */
const nobody: Standing = { state: "none", standing: [], overruled: [], settlement: null, isLapsed: false };

type HistoryProps = {
  standing: Standing;
  entry: PassageEntry;
  frame: RefObject<HTMLElement | null>;
  /** What else can be done, beside looking back. */
  children?: ReactNode;
};

function History({ standing, entry, frame, children }: HistoryProps) {
  const { attributing, discussion, unsaved } = useRoom();
  const { id } = entry.passage;
  const [isOpen, setOpen] = useState(false);
  const all = [...standing.standing, ...standing.overruled];
  const isKnown =
    all.some((one) => one.version > 1) || discussion.settlements.some((one) => one.passageId === id);
  // Only what was taken back is not at hand.
  const takenBack = async () => (await attributing.takenBack(id)).takenBack.length > 0;
  const isTakenBack = usePast(
    id,
    all.map((one) => one.id).join(),
    isKnown || unsaved.has(id) ? null : takenBack,
  );
  const hasPast = isKnown || isTakenBack;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 text-label empty:hidden">
        {children}
        {hasPast && (
          <TextButton label="History: who said it" expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            History
          </TextButton>
        )}
      </div>
      {hasPast && isOpen && (
        <AttributionHistory
          standing={standing}
          entry={entry}
          onRestored={() => frame.current?.focus({ preventScroll: true })}
        />
      )}
    </>
  );
}

function Frame({ ref, children }: { ref: RefObject<HTMLElement | null>; children: ReactNode }) {
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-label="Who said it"
      className="flex flex-col gap-2 border-hairline border-t px-3 py-2"
    >
      {children}
    </section>
  );
}

/** What colleagues had said when it was settled: an editor's word does not make theirs unsaid. */
function Overruled({ standing: { standing, overruled } }: { standing: Standing }) {
  const { article, surroundings, voices } = useRoom();
  const [settled] = standing;
  if (!settled) return null;
  const { attributions, sources } = voices;
  return overruled.map((one) => {
    const who = nameOf(surroundings.people, one.by);
    return (
      <p key={one.id} className="wrap-anywhere text-label text-muted">
        {saysTheSame(one, settled, attributions, sources) ? (
          `${who} said the same.`
        ) : (
          <>
            {who} saw it otherwise: <AttributionLine attribution={one} text={article.text} voices={voices} />
          </>
        )}
      </p>
    );
  });
}

/** In words how it stands, where that is more than one person's word. */
function Told({ standing }: { standing: Standing }) {
  const { surroundings } = useRoom();
  const { settlement } = standing;
  if (settlement) {
    return (
      <p className="text-label text-muted">
        Settled by {nameWithin(surroundings.people, settlement.by)}, <TimeAgo at={settlement.at} />
        {settlement.why && `: ${settlement.why}`}
        {standing.state === "differing" && ". Recorded otherwise since."}
      </p>
    );
  }
  if (standing.state === "agreed") {
    return <p className="text-label text-muted">{standing.standing.length} colleagues say the same.</p>;
  }
  if (standing.state === "differing") {
    return (
      <p className="border-caution border-l-2 bg-caution-tint px-2 py-1 text-label">
        {standing.isLapsed
          ? "What was settled has been changed since. Colleagues do not agree."
          : "Colleagues do not agree on who said this."}
      </p>
    );
  }
  return null;
}

function Differing({ entry }: { entry: PassageEntry }) {
  const { open, surroundings } = useRoom();
  const { viewer, workspace } = surroundings;
  const thread = entry.threads.find((one) => one.about === "attribution" && one.state === "open");
  if (!thread && !can(viewer, "thread.create", { workspaceId: workspace.id })) return null;
  return (
    <p>
      <Button
        size="small"
        onClick={() =>
          open(
            thread
              ? { passageId: entry.passage.id, threadId: thread.id }
              : { passageId: entry.passage.id, starting: "attribution" },
            "keyboard",
          )
        }
      >
        {thread ? "Go to the thread about it" : "Discuss it"}
      </Button>
    </p>
  );
}

function TakeBack({ attribution }: { attribution: AttributionView }) {
  const { attributing, undoing } = useRoom();
  async function takeBack() {
    const key = `taken back ${attribution.id}`;
    const taking = attributing.takeBack(attribution.id);
    undoing.note(key, () => attributing.putBack(attribution.id), taking);
    if (await attempt(taking)) undoing.tell("Taken back", key);
  }
  return (
    <PassingButton label="Take mine back: who said it" onClick={() => void takeBack()}>
      Take mine back
    </PassingButton>
  );
}

type PassingProps = { label?: string; onClick: () => void; children: ReactNode };

/** A button that goes away with what it does. The focus goes on to the section. */
function PassingButton({ label, onClick, children }: PassingProps) {
  const button = useRef<HTMLButtonElement>(null);
  useHandOn(button);
  return (
    <button
      ref={button}
      aria-label={label}
      type="button"
      className="link min-h-6 pointer-coarse:min-h-11"
      onClick={onClick}
    >
      {children}
    </button>
  );
}

function OwnWordsButton({ entry }: { entry: PassageEntry }) {
  const { attributing, unsaved, undoing } = useRoom();
  const keyHint = useKeyHint()("passage.own");
  const isUnsaved = unsaved.has(entry.passage.id);
  const button = useRef<HTMLButtonElement>(null);
  useHandOn(button);
  async function record() {
    const recording = attributing.record(groundOf(entry, isUnsaved), reportersOwn, null);
    undoing.pass(recordAct, recording);
    if (!(await attempt(recording))) return;
    const how = (await recording) === "stored" ? "Recorded" : "Waiting to be sent";
    announce(`${how}: the reporter’s own words.`);
  }
  return (
    <Button
      ref={button}
      size="small"
      className="relative"
      aria-keyshortcuts={keyHint?.aria}
      onClick={() => void record()}
    >
      The reporter’s own words
      <Hint>{withKey("The reporter’s own words", keyHint)}</Hint>
    </Button>
  );
}
