import type { BlockRole } from "@/lib/articles/document-schema";
import type { Piece } from "./parse-text";

/** A block on its way to a role; `role` is null until one is found. */
export type Candidate = Piece & {
  text: string;
  role: BlockRole | null;
  /** The reason for the role in a sentence, shown in the preview. */
  why: string;
  duplicateOf: number | null;
};

/** The reason of a block that nothing is to be said about. */
export const plainReason = "A paragraph of the article.";

/** The reason of an article's title that is its text's own. */
export const headlineReason = "The headline of the text.";

/** Gives a role to a block that has none yet. */
export function decide(one: Candidate | undefined, role: BlockRole, why: string): void {
  if (!one || one.role !== null) return;
  one.role = role;
  one.why = why;
}
