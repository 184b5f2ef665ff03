import type { Stance } from "@/lib/attributions/schema";
import type { Axis, Bearing, Confidence, Reason, Verdict } from "./schema";

/** From the best, then those off the scale. (Zod would put figures in another order.) */
export const verdictOrder = ["4", "3", "2", "1", "U", "O"] as const satisfies readonly Verdict[];

/** The verdicts in words, as product.md has them: an even number of levels, so that there is no middle to park in. */
export const verdictWords: Record<Axis, Record<Verdict, string>> = {
  so: {
    4: "Accurate",
    3: "Mostly accurate",
    2: "Misleading in part",
    1: "Inaccurate",
    U: "Unverifiable",
    O: "Not checkable",
  },
  said: {
    4: "Faithful",
    3: "Mostly faithful",
    2: "Distorted",
    1: "Not theirs",
    U: "Untraceable",
    O: "No claim of wording",
  },
};

/** What the two answers off the scale mean, where the word alone does not say it. */
export const verdictHints: Record<Axis, Partial<Record<Verdict, string>>> = {
  so: { O: "opinion or forecast" },
  said: { O: "not given as their words" },
};

/** The sign that stands for a verdict, beside its letter: never colour alone. */
export const verdictSigns: Record<Verdict, string> = {
  4: "✓",
  3: "≈",
  2: "◐",
  1: "✕",
  U: "?",
  O: "○",
};

export const axisQuestions: Record<Axis, string> = { so: "Is it so?", said: "Did they say so?" };

/** The question as it is printed away from the words: of what its speaker denies, "Faithful" means that they did. */
export function questionOf(axis: Axis, stance: Stance): string {
  if (axis === "said" && stance === "denies") return "Did they deny it?";
  return axis === "said" && stance === "doubts" ? "Did they doubt it?" : axisQuestions[axis];
}

export const reasonWords: Record<Reason, string> = {
  missingContext: "Missing context",
  outdated: "Outdated",
  wrongNumber: "Wrong number",
  wrongDate: "Wrong date",
  wrongPlace: "Wrong place or name",
  wrongSource: "Wrong source",
  overstated: "Overstated",
  cherryPicked: "Cherry-picked",
  causeNotShown: "Cause not shown",
  mistranslated: "Mistranslated",
  headlineBeyondBody: "Headline beyond body",
  unsupported: "Unsupported",
};

export const confidenceWords: Record<Confidence, string> = { low: "Low", medium: "Medium", high: "High" };

export const bearingWords: Record<Bearing, string> = {
  supports: "Supports",
  refutes: "Refutes",
  context: "Context",
};

/** The level of a verdict, 1 to 4; null for the two that lie off the scale. */
export function levelOf(verdict: Verdict): number | null {
  return verdict === "U" || verdict === "O" ? null : Number(verdict);
}

/** What evidence for a verdict does to the passage, mostly: where it is judged false, it refutes it. */
export function bearingUnder(verdict: Verdict): Bearing {
  const level = levelOf(verdict);
  if (level === null) return "context";
  return level <= 2 ? "refutes" : "supports";
}

/** The verdicts that claim most, and are nothing without evidence. */
export function needsEvidence(verdict: Verdict): boolean {
  return verdict === "4" || verdict === "1";
}
