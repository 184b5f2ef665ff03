import { useCallback, useEffect, useRef, useState } from "react";
import type { Outbox } from "@/components/outbox/use-outbox";
import type { useMarking } from "@/components/passages/selection/use-marking";
import type { UnsavedPassages } from "@/components/passages/use-unsaved-passages";
import { afterFrame } from "@/components/ui/after-frame";
import { getAllKept } from "@/components/ui/kept-text";
import { isBare, type PassageEntry } from "@/lib/discussion/list-passages";
import { CallError } from "@/lib/http/client";
import { inQuotes } from "@/lib/text/in-quotes";
import type { Span } from "@/lib/text/offsets";
import { shorten } from "@/lib/text/shorten";
import type { Opened, Starting } from "./room";
import type { Undoing } from "./use-undo";

type Given = {
  unsaved: Pick<UnsavedPassages, "mark" | "discard">;
  marking: Pick<ReturnType<typeof useMarking>, "unmark">;
  entries: readonly PassageEntry[];
  undoing: Undoing;
  /** What of mine has not arrived. */
  outbox: Pick<Outbox, "posts" | "sayings">;
  /** How the names begin under which lies what I have half written here. */
  halfWritten: readonly string[];
  /** What is open: the form for which something was marked is that, as long as nothing else is. */
  opened: Opened | null;
  /** I am taking this passage away, and need not be told. */
  expectGone: (passageId: string) => void;
};

/** As long as its line takes to be drawn (highlights.css), and a little more. */
const freshMs = 400;

/** Marks a stretch, for itself or for a form that is opened on it, and answers the id of the passage. */
export type Mark = (span: Span, exact: string, isForForm: boolean) => string;

type Marker = {
  mark: Mark;
  /** The passage that was made a moment ago. */
  fresh: string | null;
  /**
   * The form of this passage was left. Where it was marked for that alone, and nothing stands on it nor lies half
   * written, the mark goes as well: whoever only looked has marked nothing.
   */
  leaveMark: (passageId: string) => void;
};

/** Marks so that it can be undone: as long as nothing stands on it, which would go with it. */
export function useMark(given: Given): Marker {
  const latest = useRef(given);
  latest.current = given;
  const [fresh, setFresh] = useState<string | null>(null);
  useEffect(() => {
    if (fresh === null) return;
    const timer = setTimeout(() => setFresh(null), freshMs);
    return () => clearTimeout(timer);
  }, [fresh]);
  async function unmark(id: string): Promise<void> {
    const { unsaved, marking, entries, outbox, expectGone } = latest.current;
    const entry = entries.find(({ passage }) => passage.id === id);
    if (!entry) return;
    if (!isUntouched(entry, outbox)) {
      const message = "Something stands on this passage by now. Its menu can still delete it.";
      throw new CallError({ status: 409, code: "conflict", message });
    }
    expectGone(id);
    // Asked now, not when it was marked: it may have been stored meanwhile.
    if (!unsaved.discard(id)) await marking.unmark(id);
  }
  /** The mark that was made for a form, and which one, as long as nothing else has been opened since. */
  const forForm = useRef<{ id: string; starting: Starting | null } | null>(null);
  const { opened } = given;
  // What was written is kept at the latest when its field has gone.
  const leaveMark = useCallback((id: string) => {
    if (forForm.current?.id !== id) return;
    forForm.current = null;
    afterFrame(() => {
      const { entries, outbox, halfWritten, undoing } = latest.current;
      const entry = entries.find(({ passage }) => passage.id === id);
      const isKept = getAllKept(...halfWritten).some((each) => each.some((part) => part.includes(id)));
      if (entry && isUntouched(entry, outbox) && !isKept) void undoing.take(keyOf(id));
    });
  }, []);
  useEffect(() => {
    const held = forForm.current;
    if (!held) return;
    const isHere = opened?.passageId === held.id;
    const starting = isHere ? opened.starting : null;
    const isSame = starting !== null && (held.starting ?? starting) === starting;
    // The card was closed over the form, or something else opened: that leaves it as well.
    if (!isHere && held.starting !== null) leaveMark(held.id);
    else forForm.current = isSame ? { ...held, starting } : null;
  }, [opened, leaveMark]);
  return {
    fresh,
    leaveMark,
    mark: (span, exact, isForForm) => {
      const id = given.unsaved.mark(span, exact);
      setFresh(id);
      forForm.current = isForForm ? { id, starting: null } : null;
      const key = keyOf(id);
      given.undoing.note(key, () => unmark(id));
      // Where a form was left at once, nothing has told of the mark.
      given.undoing.name(key, `Removed the mark ${inQuotes(shorten(exact, 80))}`);
      return id;
    },
  };
}

/** Nobody has said anything of a passage, and nothing of mine waits to: it is marked, and that is all. */
function isUntouched(entry: PassageEntry, { posts, sayings }: Given["outbox"]): boolean {
  const { id, assignee, claimKinds } = entry.passage;
  const isWaiting =
    sayings.some((one) => one.passageId === id) ||
    posts.some(({ start }) => start && (start.passageId === id || start.passage?.id === id));
  return isBare(entry) && assignee === null && claimKinds.length === 0 && !isWaiting;
}

/** The name under which a mark is taken back. */
function keyOf(passageId: string): string {
  return `marked ${passageId}`;
}
