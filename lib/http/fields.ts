import { z } from "zod";
import { inFigures } from "@/lib/text/count-of";

/** Id of anything: a UUID in lower case. */
export const id = z
  .uuid({ error: "This is not a valid id." })
  .transform((value) => value.toLowerCase())
  .meta({ id: "Id" });

/** A moment in UTC, ISO 8601 with milliseconds. */
export const moment = z.iso.datetime().meta({ id: "Moment" });

/** The calendar of Postgres has no year 0; that of JavaScript has. */
export function hasYear(date: string): boolean {
  return !date.startsWith("0000");
}

/** A version number, for "I changed what I saw": the write is refused with 409 when it has moved on. */
export const version = z.number().int().min(1);

/**
 * Who made the change that won a conflict, for the one who lost: `by` is a name, and null for that one's own other
 * window.
 */
export const lastChange = z.strictObject({ by: z.string().nullable(), at: moment }).nullable();

export type LastChange = z.output<typeof lastChange>;

/** Number of an event of an article, as far as Postgres can count. */
export const eventNumber = z.number().int().min(0).max(2_147_483_647);

/** An address on the web, as it is typed. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: "This is not a web address such as https://example.org/article." })
  .max(2000, { error: "The address is too long: at most 2,000 characters." })
  // Browsers take one with a space for another address than it is written as, and a link ends there.
  .regex(/^\S*$/u, { error: "A web address has no spaces: write %20 for each." });

/** No line ends, and nothing that turns the reading direction round: a name must not rearrange the sentence it is in. */
const oneLine = /^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u;

/** A sign that is seen: not only spaces, zero-width characters, fillers and the empty Braille cell. */
export const visible = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;

/** One line of text that people read: trimmed, something to see, no control characters. */
export function line(max: number, name: string) {
  return z
    .string()
    .trim()
    .min(1, { error: `${name} is missing.` })
    .max(max, { error: `${name} is too long: at most ${inFigures(max)} characters.` })
    .regex(oneLine, { error: `${name} must be a single line without control characters.` })
    .regex(visible, { error: `${name} must have a letter, a figure or a sign.` });
}

/** Words that may be left out: trimmed, and null where there are none. */
export function wordsOrNull(max: number, name: string) {
  return z
    .string()
    .trim()
    .max(max, { error: `${name} is too long: at most ${inFigures(max)} characters.` })
    .transform((value) => value || null)
    .nullable();
}
