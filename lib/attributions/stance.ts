import type { AttributionView, Stance } from "./schema";
import type { Standing } from "./standing";

type Told = Pick<AttributionView, "voice" | "polarity" | "cueClass">;

/** How the speaker of an attribution stands to its words. The reporter’s own words are always a claim. */
export function stanceOf({ voice, polarity, cueClass }: Told): Exclude<Stance, "differing"> {
  if (voice === "reporter") return "claims";
  if (polarity === "negative") return cueClass === "hedging" ? "doubts" : "denies";
  // "Did not deny": the verb is one of denial, and nothing is claimed.
  return cueClass === "denying" ? "open" : "claims";
}

/** From the most that is said against the words to the least. */
const without = ["denies", "doubts", "open"] as const;

/**
 * How a speaker stands to the words by all that counts of a passage. Where some have it that the words are claimed and
 * some that they are not, colleagues differ; among those who have them unclaimed the least holds.
 */
export function agreedStance({ standing }: Pick<Standing, "standing">): Stance {
  const stances = new Set(standing.map(stanceOf));
  const least = without.findLast((one) => stances.has(one));
  if (!least) return "claims";
  return stances.has("claims") ? "differing" : least;
}
