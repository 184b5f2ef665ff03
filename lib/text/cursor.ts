import { z } from "zod";
import { hasYear, moment } from "@/lib/http/fields";

/** Where a page of a list ended: the value that it is ordered by, and the id of the last row. */
export type Cursor = { key: string; id: string };

// Postgres has no word with the character 0 in it.
const parts = z.tuple([
  z
    .string()
    .max(500)
    .refine((key) => !key.includes("\u0000")),
  z.uuid(),
]);

/** A cursor as it stands in an address. */
export function writeCursor({ key, id }: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([key, id]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** The place that a cursor names; null for anything that writeCursor has not written. */
export function readCursor(word: string): Cursor | null {
  try {
    const letters = atob(word.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const [key, id] = parts.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
    return { key, id };
  } catch {
    return null;
  }
}

const noPage = "This page of the list does not exist. Start at its top.";

/** A cursor in a query. */
export const cursor = z
  .string()
  .max(1000)
  .transform((word, context) => {
    const found = readCursor(word);
    if (found) return found;
    context.addIssue({ code: "custom", message: noPage });
    return z.NEVER;
  });

/** A cursor of a list that is ordered by moments. */
export const momentCursor = cursor.refine(({ key }) => moment.refine(hasYear).safeParse(key).success, {
  error: noPage,
});
