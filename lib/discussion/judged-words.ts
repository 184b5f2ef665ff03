import type { Axis } from "@/lib/assessments/schema";
import { withStanceWithin } from "@/lib/attributions/describe-attribution";
import type { PassageEntry } from "./list-passages";

/**
 * What a verdict on words is about that their speaker denies, doubts or leaves open; null where they are claimed, or
 * nobody is named: then it is plain.
 */
export function judgedWords(
  axis: Axis,
  { speaker, stance }: Pick<PassageEntry, "speaker" | "stance">,
): string | null {
  if (speaker === null || stance === "claims") return null;
  const told = withStanceWithin(speaker, stance);
  return axis === "so"
    ? `The words themselves are judged, which are ${told}.`
    : `What is judged is whether the words are ${told}, as the article has it.`;
}
