import { z } from "zod";

/** What a route answers with that sends a file. */
export const file = z.strictObject({ name: z.string(), text: z.string() });

export type File = z.output<typeof file>;

/** A file's name made of words that may be anything, with letters of every script; at most 80 characters and the ending. */
export function fileName(words: string, ending: string): string {
  const plain = words
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
  return `${plain || "sayso"}.${ending}`;
}
