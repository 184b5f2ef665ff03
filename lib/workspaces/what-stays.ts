import { z } from "zod";
import { countOf } from "@/lib/text/count-of";

const count = z.number().int();

/** How much in a workspace bears a person's name, which stays when they go. */
export const whatStays = z.strictObject({
  passages: count,
  /** Passages of which they said who said them. */
  attributions: count,
  verdicts: count,
  evidence: count,
  comments: count,
});

export type WhatStays = z.output<typeof whatStays>;

/** "3 passages, 1 verdict and 2 comments": all that there is any of; null where there is nothing. */
export function wordsForWhatStays(stays: WhatStays): string | null {
  const { passages, attributions, verdicts, evidence, comments } = stays;
  const kinds = [
    passages > 0 && countOf(passages, "passage"),
    attributions > 0 && countOf(attributions, "attribution"),
    verdicts > 0 && countOf(verdicts, "verdict"),
    evidence > 0 && `${countOf(evidence, "piece")} of evidence`,
    comments > 0 && countOf(comments, "comment"),
  ].filter((words) => words !== false);
  return kinds.length > 0 ? new Intl.ListFormat("en-GB").format(kinds) : null;
}
