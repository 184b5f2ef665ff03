import { type BlockCoverage, sharesOf } from "@/lib/attributions/coverage";
import type { OutlinedEntry } from "@/lib/discussion/list-passages";
import type { BarWords } from "./bar-view";

type Given = {
  entries: readonly OutlinedEntry[];
  /** Those that pass the filter. */
  shown: readonly OutlinedEntry[];
  openId: string | null;
  coverage: readonly BlockCoverage[];
  suggestions: number;
  mayMark: boolean;
};

/** What the bar above the text says, on the server and in the room alike. */
export function barWords({ entries, shown, openId, coverage, suggestions, mayMark }: Given): BarWords {
  const at = openId === null ? -1 : shown.findIndex((entry) => entry.passage.id === openId);
  const { words, unexamined } = sharesOf(coverage);
  return {
    place: at >= 0 ? `${at + 1} of ${shown.length}` : countWords(entries.length, shown.length),
    noun: at >= 0 ? "" : entries.length === 1 ? " passage" : " passages",
    isTotal: at < 0 && shown.length === entries.length,
    isEmpty: shown.length === 0,
    unread: entries.reduce((sum, entry) => sum + entry.unread, 0),
    words,
    examined: words - unexamined,
    suggestions,
    mayMark,
  };
}

/** How many there are, or how many of them pass the filter. */
function countWords(all: number, shown: number): string {
  return shown < all ? `${shown} of ${all}` : `${all}`;
}
