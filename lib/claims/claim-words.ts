import { withStance } from "@/lib/attributions/describe-attribution";
import type { ClaimAxis, ClaimRow, ClaimState, NumberKind } from "./row-schema";
import type { ClaimsMatrix } from "./schema";

// What the views of claims and their file say, in one place, so that they say the same.

export const stateWords: Record<ClaimAxis["state"], string> = {
  hidden: "Hidden",
  none: "Nobody has judged",
  one: "Judged by one",
  agreed: "Agreed",
  split: "Split",
  resolved: "Resolved",
};

export const filterWords: Record<ClaimState, string> = {
  split: "Split",
  one: "Judged by one",
  unjudged: "Nobody has judged",
  hidden: "Hidden from me",
  agreed: "Agreed",
  resolved: "Resolved",
  open: "Not resolved",
  unexamined: "Speaker not examined",
};

export const voiceWords: Record<ClaimRow["voice"], string> = {
  source: "Somebody unnamed",
  reporter: "The reporter’s own words",
  differing: "Colleagues differ",
  none: "Not examined",
};

/** Who said it, in words: "Denied by Colin Frayne" where they have not claimed it. */
export function speakerWords({
  speaker,
  stance,
  voice,
}: Pick<ClaimRow, "speaker" | "stance" | "voice">): string {
  return speaker === null ? voiceWords[voice] : withStance(speaker, stance);
}

/** Why so many claims have no cell of the matrix: of one, and of several. */
export const outsideWords: Record<keyof ClaimsMatrix["outside"], [one: string, several: string]> = {
  noSource: ["has no agreed source", "have no agreed source"],
  notClaimed: ["is not claimed by its source", "are not claimed by their sources"],
  hidden: ["is hidden from you", "are hidden from you"],
  split: ["is split", "are split"],
  unjudged: ["is not judged on both questions", "are not judged on both questions"],
  offScale: ["is off the scale", "are off the scale"],
  hollow: ["rests on a 4 or 1 without evidence", "rest on a 4 or 1 without evidence"],
};

export const numberKindWords: Record<NumberKind, string> = {
  number: "Number",
  percentage: "Percentage",
  money: "Money",
  range: "Range",
  ordinal: "Ordinal",
  date: "Date",
  relative: "Relative date",
};
