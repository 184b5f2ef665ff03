import type { BlockRole } from "@/lib/articles/document-schema";

type Tag = "h1" | "p" | "blockquote";

const openingQuote = /^["“„«‹‘]/;

/** The element that shows a block: the served text and the editor draw the same one, so nothing moves between them. */
export function blockShape(role: BlockRole, words: string): { tag: Tag; className: string } {
  const tag: Tag = role === "title" ? "h1" : role === "quote" ? "blockquote" : "p";
  // An opening quotation mark hangs into the margin, so that the letters make the edge.
  return { tag, className: `block ${role}${openingQuote.test(words) ? " hangs" : ""}` };
}

/** What the closed fold of some blocks says: what is in it, and how much. */
export function foldSummary(roles: readonly BlockRole[]): string {
  const bios = roles.filter((role) => role === "bio").length;
  const notices = roles.length - bios;
  const parts = [
    bios > 0 && "about the author",
    notices > 0 && (notices === 1 ? "a notice of the site" : `notices of the site, ${notices} lines`),
  ];
  return `Folded: ${parts.filter((part) => part !== false).join(", and ")}`;
}
