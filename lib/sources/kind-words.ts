import type { SourceKind } from "./schema";

/** What kinds of source are called on the screen. */
export const sourceKindWords: Record<SourceKind, string> = {
  person: "Person",
  organisation: "Organisation",
  document: "Document",
  anonymousPerson: "Unnamed person",
  anonymousGroup: "Unnamed group",
  unknown: "Unknown",
};
