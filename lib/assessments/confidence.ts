import { confidenceWords } from "./scale";
import type { Confidence } from "./schema";

/** How many are how sure. */
export type ConfidenceCounts = Record<Confidence, number>;

const levels = ["high", "medium", "low"] as const satisfies readonly Confidence[];

export function countConfidence(those: readonly Confidence[]): ConfidenceCounts {
  const counts = { high: 0, medium: 0, low: 0 };
  for (const one of those) counts[one]++;
  return counts;
}

/** "2 high, 1 medium"; of one person only "medium"; empty when nobody is counted. */
export function confidenceCountWords(counts: ConfidenceCounts): string {
  const told = levels.filter((level) => counts[level] > 0);
  const words = (level: Confidence) => confidenceWords[level].toLowerCase();
  const [only] = told;
  if (only && told.length === 1 && counts[only] === 1) return words(only);
  return told.map((level) => `${counts[level]} ${words(level)}`).join(", ");
}
