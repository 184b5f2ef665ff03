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

export const outsideWords: Record<keyof ClaimsMatrix["outside"], string> = {
  noSource: "no source who could have said it",
  hidden: "hidden from you",
  split: "split",
  unjudged: "not judged on both questions",
  offScale: "off the scale",
  hollow: "resting on a 4 or 1 without evidence",
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
