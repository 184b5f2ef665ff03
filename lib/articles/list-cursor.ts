import { z } from "zod";

/** The calendar of Postgres has no year 0; that of JavaScript has. */
export function hasYear(date: string): boolean {
  return !date.startsWith("0000");
}

const parts = z.tuple([z.iso.datetime().refine(hasYear), z.uuid()]);

/** Where a page of articles ended, as it stands in an address. */
export const listCursor = z
  .string()
  .max(100)
  .refine((word) => parts.safeParse(word.split("_")).success, {
    error: "This page of the list does not exist. Start at its top.",
  });

/** The cursor behind an article: the moment of its last activity and its id. */
export function writeCursor(at: Date, id: string): string {
  return `${at.toISOString()}_${id}`;
}

/** The place that a cursor names. Throws for a word that `listCursor` does not accept. */
export function readCursor(word: string): { at: Date; id: string } {
  const [at, id] = parts.parse(word.split("_"));
  return { at: new Date(at), id };
}
