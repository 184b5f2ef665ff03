import { useRef } from "react";
import type { Undoing } from "@/components/discussion/use-undo";
import { attempt } from "@/components/outbox/attempt";
import type { Outbox } from "@/components/outbox/use-outbox";
import type { Outcome } from "@/components/outbox/use-outcomes";
import type { Unsaved } from "@/components/passages/highlights/highlight-look";
import { toast } from "@/components/ui/toast";
import { reportersOwn } from "@/lib/attributions/reporters-own";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { waitingAttribution } from "@/lib/discussion/outbox";
import { CallError } from "@/lib/http/client";
import type { NewPassage } from "@/lib/passages/schema";
import type { Span } from "@/lib/text/offsets";
import type { AttributionActions } from "./attribution-actions";
import { groundOf } from "./ground-of";

type Given = {
  entries: readonly PassageEntry[];
  /** Passages that are not stored yet. */
  states: Unsaved;
  attributing: AttributionActions;
  text: string;
  outbox: Pick<Outbox, "sayings" | "discard">;
  undoing: Undoing;
  userId: string;
};

/** Records that a passage is the reporter's own; with its place where it was marked a moment ago. */
export function useOwnWords(given: Given) {
  const { entries, states, attributing, text, outbox, undoing } = given;
  const { sayings } = outbox;
  const latest = useRef(given);
  latest.current = given;
  return async (passageId: string, span?: Span): Promise<void> => {
    const stored = entries.find((entry) => entry.passage.id === passageId);
    const made = span && madeOf(passageId, span, text);
    // What was marked a moment ago goes along, in case it has not arrived yet.
    const ground = made && !stored ? { passage: made } : stored && groundOf(stored, states.has(passageId));
    if (!ground) return;
    const before = waitingAttribution(sayings, passageId);
    // Said already, and on its way: pressing the key again says nothing new.
    if (before?.content.voice === "reporter" && before.state !== "failed") {
      toast(told.waiting, { id: "own" });
      return;
    }
    let outcome: Outcome | null = null;
    const recording = attributing.record(ground, reportersOwn, null);
    // From now on, not from its answer on: what is seen can be taken back, and nothing before it in its stead. What
    // waits to be sent need not be waited for, so it is not handed over as what is being done.
    const forget = undoing.note(`own ${passageId}`, () => takeBack(passageId, latest.current));
    await attempt(recording.then((how) => (outcome = how)));
    // What is refused was never done, and stands in the way of nothing.
    if (!outcome) return forget();
    undoing.tell(told[outcome], `own ${passageId}`, { id: "own" });
  };
}

/** Takes back what I said of the passage, as it is by now: on its way still, or stored. */
async function takeBack(passageId: string, { entries, attributing, outbox, userId }: Given): Promise<void> {
  const waiting = waitingAttribution(outbox.sayings, passageId);
  if (waiting?.state === "sending")
    throw new CallError({ status: 503, code: "unavailable", message: beingSent });
  if (waiting) return outbox.discard(waiting.id);
  const { standing } = entries.find(({ passage }) => passage.id === passageId) ?? {};
  const mine = standing?.standing.find((one) => one.by === userId && one.voice === "reporter");
  // Said otherwise meanwhile: there is nothing of it left to take back.
  if (mine) await attributing.takeBack(mine.id);
}

const beingSent = "This is being sent just now. Undo it again in a moment.";

const told: Record<Outcome, string> = {
  stored: "Recorded: the reporter’s own words",
  waiting: "Waiting to be sent: the reporter’s own words",
};

function madeOf(id: string, { start, end }: Span, text: string): NewPassage {
  return { id, start, end, exact: text.slice(start, end) };
}
