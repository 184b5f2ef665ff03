import type { AttributionView } from "@/lib/attributions/schema";
import { countOf } from "@/lib/text/count-of";
import type { CommentOutline } from "@/lib/threads/schema";
import type { OutlinedEntry } from "./list-passages";

type Given = {
  entry: Pick<OutlinedEntry, "verdicts" | "standing">;
  /** In the threads of the passage. */
  comments: readonly CommentOutline[];
  /** Of the passage. */
  attributions: readonly AttributionView[];
  userId: string;
};

/**
 * What others than this person have said on a passage, counted in words: "2 comments", "1 verdict", also verdicts that
 * they may not see yet. Empty where nobody else has said anything.
 */
export function colleaguesWords({ entry, comments, attributions, userId }: Given): string[] {
  const { so, said, evidence } = entry.verdicts;
  const verdicts = [so, said].map((axis) => {
    const mine = axis?.judgements.filter((one) => one.assessment.by === userId).length ?? 0;
    return (axis?.count ?? 0) - mine + (axis?.resolution && axis.resolution.by !== userId ? 1 : 0);
  });
  const sources = new Set(attributions.filter((one) => one.by !== userId).map((one) => one.by));
  const counts: [number, string][] = [
    [comments.filter((one) => !one.deletedAt && one.author !== userId).length, "comment"],
    [verdicts.reduce((sum, one) => sum + one, 0), "verdict"],
    [evidence.filter((one) => one.addedBy !== userId).length, "evidence item"],
    [sources.size, "attribution"],
    [entry.standing?.settlement && entry.standing.settlement.by !== userId ? 1 : 0, "settlement"],
  ];
  return counts.flatMap(([count, word]) => (count > 0 ? [countOf(count, word)] : []));
}
