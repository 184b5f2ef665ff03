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
export function colleaguesWords(given: Given): string[] {
  return countedWords(given, { isOwn: false });
}

/** What this person has said on a passage themselves, counted in the same words. */
export function ownWords(given: Given): string[] {
  return countedWords(given, { isOwn: true });
}

function countedWords(
  { entry, comments, attributions, userId }: Given,
  { isOwn }: { isOwn: boolean },
): string[] {
  const isMeant = (by: string) => (by === userId) === isOwn;
  const { so, said, evidence } = entry.verdicts;
  const verdicts = [so, said].map((axis) => {
    const mine = axis?.judgements.filter((one) => one.assessment.by === userId).length ?? 0;
    const given = isOwn ? mine : (axis?.count ?? 0) - mine;
    return given + (axis?.resolution && isMeant(axis.resolution.by) ? 1 : 0);
  });
  const sources = new Set(attributions.filter((one) => isMeant(one.by)).map((one) => one.by));
  const counts: [number, string][] = [
    [comments.filter((one) => !one.deletedAt && isMeant(one.author)).length, "comment"],
    [verdicts.reduce((sum, one) => sum + one, 0), "verdict"],
    [evidence.filter((one) => isMeant(one.addedBy)).length, "evidence item"],
    [sources.size, "attribution"],
    [entry.standing?.settlement && isMeant(entry.standing.settlement.by) ? 1 : 0, "settlement"],
  ];
  return counts.flatMap(([count, word]) => (count > 0 ? [countOf(count, word)] : []));
}
