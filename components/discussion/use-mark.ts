import { useCallback, useEffect, useRef, useState } from "react";
import type { useMarking } from "@/components/passages/selection/use-marking";
import type { UnsavedPassages } from "@/components/passages/use-unsaved-passages";
import { afterFrame } from "@/components/ui/after-frame";
import { getAllKept } from "@/components/ui/kept-text";
import { isBare, type PassageEntry } from "@/lib/discussion/list-passages";
import { CallError } from "@/lib/http/client";
import { inQuotes } from "@/lib/text/in-quotes";
import type { Span } from "@/lib/text/offsets";
import { shorten } from "@/lib/text/shorten";
import type { Undoing } from "./use-undo";

type Given = {
  unsaved: Pick<UnsavedPassages, "mark" | "discard">;
  marking: Pick<ReturnType<typeof useMarking>, "unmark">;
  entries: readonly PassageEntry[];
  undoing: Undoing;
  /** How the names begin under which lies what I have half written here. */
  halfWritten: readonly string[];
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
    const { unsaved, marking, entries, expectGone } = latest.current;
    const entry = entries.find(({ passage }) => passage.id === id);
    if (!entry) return;
    if (!isBare(entry)) {
      const message = "Something stands on this passage by now. Its menu can still delete it.";
      throw new CallError({ status: 409, code: "conflict", message });
    }
    expectGone(id);
    // Asked now, not when it was marked: it may have been stored meanwhile.
    if (!unsaved.discard(id)) await marking.unmark(id);
  }
  const forForms = useRef(new Set<string>());
  // What was written is kept at the latest when its field has gone.
  const leaveMark = useCallback((id: string) => {
    if (!forForms.current.delete(id)) return;
    afterFrame(() => {
      const { entries, halfWritten, undoing } = latest.current;
      const entry = entries.find(({ passage }) => passage.id === id);
      const isKept = getAllKept(...halfWritten).some((each) => each.some((part) => part.includes(id)));
      if (entry && isBare(entry) && !isKept) void undoing.take(keyOf(id));
    });
  }, []);
  return {
    fresh,
    leaveMark,
    mark: (span, exact, isForForm) => {
      const id = given.unsaved.mark(span, exact);
      setFresh(id);
      if (isForForm) forForms.current.add(id);
      const key = keyOf(id);
      given.undoing.note(key, () => unmark(id));
      // Where a form was left at once, nothing has told of the mark.
      given.undoing.name(key, `Removed the mark ${inQuotes(shorten(exact, 80))}`);
      return id;
    },
  };
}

/** The name under which a mark is taken back. */
function keyOf(passageId: string): string {
  return `marked ${passageId}`;
}
