import type { BlockRole } from "@/lib/articles/document-schema";

type Tag = "h1" | "p" | "blockquote";

/** The element that shows a block: the served text and the editor draw the same one, so nothing moves between them. */
export function blockShape(role: BlockRole): { tag: Tag; className: string } {
  const tag: Tag = role === "title" ? "h1" : role === "quote" ? "blockquote" : "p";
  return { tag, className: `block ${role}` };
}

/** What the closed fold of some blocks says. */
export function foldSummary(roles: readonly BlockRole[]): string {
  const bios = roles.filter((role) => role === "bio").length;
  const rest = roles.length - bios;
  const parts = [
    bios > 0 && "About the author",
    rest > 0 && (rest === 1 ? "1 part of the page around it" : `${rest} parts of the page around it`),
  ];
  const [first = "", second] = parts.filter((part) => part !== false);
  return second ? `${first} and ${second}` : first;
}
