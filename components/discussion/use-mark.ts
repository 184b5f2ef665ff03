import { useEffect, useRef, useState } from "react";
import type { useMarking } from "@/components/passages/selection/use-marking";
import type { UnsavedPassages } from "@/components/passages/use-unsaved-passages";
import { isBare, type PassageEntry } from "@/lib/discussion/list-passages";
import { CallError } from "@/lib/http/client";
import { inQuotes } from "@/lib/text/in-quotes";
import { shorten } from "@/lib/text/shorten";
import type { Undoing } from "./use-undo";

type Given = {
  unsaved: Pick<UnsavedPassages, "mark" | "discard">;
  marking: Pick<ReturnType<typeof useMarking>, "unmark">;
  entries: readonly PassageEntry[];
  undoing: Undoing;
  /** I am taking this passage away, and need not be told. */
  expectGone: (passageId: string) => void;
};

/** As long as its line takes to be drawn (highlights.css), and a little more. */
const freshMs = 400;

/**
 * Marks a stretch so that it can be undone: as long as nothing stands on it, which would go with it. `fresh` is the
 * passage that was made a moment ago.
 */
export function useMark(given: Given): { mark: UnsavedPassages["mark"]; fresh: string | null } {
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
  return {
    fresh,
    mark: (span, exact) => {
      const id = given.unsaved.mark(span, exact);
      setFresh(id);
      const key = `marked ${id}`;
      given.undoing.note(key, () => unmark(id));
      // Where a form was left at once, nothing has told of the mark.
      given.undoing.name(key, `Removed the mark ${inQuotes(shorten(exact, 80))}`);
      return id;
    },
  };
}
