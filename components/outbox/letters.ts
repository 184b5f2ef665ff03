import { isPost, type Letter } from "@/lib/discussion/outbox";

/** Where in this browser's storage a person's letters are: the beginning of their keys. */
export function lettersPrefix(userId: string): string {
  return `sayso:post:${userId}:`;
}

/** Our own writing, or null for anything else: the server checks all of it again in any case. */
export function readLetter(value: unknown): Letter | null {
  const letter = value as Letter | null;
  if (!letter || typeof letter.id !== "string" || typeof letter.at !== "string") return null;
  const isWhole = isPost(letter) ? Array.isArray(letter.body?.content) : typeof letter.passageId === "string";
  return isWhole ? letter : null;
}
