import type { BlockRole } from "./document-schema";

/** Blocks whose words somebody says; bylines, credits, bios and boilerplate are not part of the story. */
export function isStory(role: BlockRole): boolean {
  return ["title", "dek", "body", "quote", "caption"].includes(role);
}
