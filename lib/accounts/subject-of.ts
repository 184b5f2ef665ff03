import type { LastChange } from "@/lib/http/fields";

/** The subject of a sentence on a change: a name, "You" in one's own other window, "Somebody" where nobody is known. */
export function subjectOf(change: LastChange): string {
  return change ? (change.by ?? "You") : "Somebody";
}
