import type { SourceKind } from "./schema";

/** Whether the text hides who a source is on purpose: "an official", "residents". */
export function isAnonymous(kind: SourceKind): boolean {
  return kind === "anonymousPerson" || kind === "anonymousGroup";
}
