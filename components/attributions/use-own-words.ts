import { toast } from "sonner";
import type { Outcome } from "@/components/outbox/use-outcomes";
import type { Unsaved } from "@/components/passages/highlight-look";
import { attempt } from "@/components/threads/attempt";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { type Saying, waitingAttribution } from "@/lib/discussion/outbox";
import type { NewPassage } from "@/lib/passages/schema";
import type { Span } from "@/lib/text/offsets";
import type { AttributionActions } from "./attribution-actions";
import { groundOf, reportersOwn } from "./attribution-section";

type Given = {
  entries: readonly PassageEntry[];
  /** Passages that are not stored yet. */
  states: Unsaved;
  attributing: AttributionActions;
  text: string;
  /** What I have said and the server has not answered yet. */
  sayings: readonly Saying[];
};

/** Records that a passage is the reporter's own; with its place where it was marked a moment ago. */
export function useOwnWords({ entries, states, attributing, text, sayings }: Given) {
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
    await attempt(recording.then((how) => (outcome = how)));
    if (outcome) toast(told[outcome], { id: "own" });
  };
}

const told: Record<Outcome, string> = {
  stored: "Recorded: the reporter’s own words",
  waiting: "Waiting to be sent: the reporter’s own words",
};

function madeOf(id: string, { start, end }: Span, text: string): NewPassage {
  return { id, start, end, exact: text.slice(start, end) };
}
