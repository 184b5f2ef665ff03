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

/** Over all that a source said: people are no things, and nor is somebody of whom nothing is known. */
export function saidHeading(kind: SourceKind): string {
  return kind === "organisation" || kind === "document" ? "What it said" : "What they said";
}
