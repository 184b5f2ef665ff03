import type { MergeReason } from "./schema";

/** Why two sources may be one, as the screen tells it. */
export const mergeReasonWords: Record<MergeReason, string> = {
  sameName: "the same name",
  acronym: "the first letters of the other’s name",
  surname: "the same surname",
  longerName: "the same name but for words that tell the kind",
  sameState: "both speak for the same state",
};
