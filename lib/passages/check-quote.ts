import { type Span, tidySelection } from "@/lib/text/offsets";
import { shorten } from "@/lib/text/shorten";
import type { Selection } from "./schema";

type CheckedQuote = { ok: true; span: Span } | { ok: false; message: string };

const shownCharacters = 80;

/**
 * Holds a selection against the stored text, since the browser is never believed: the place must exist, say exactly
 * the words given, cut no character a reader sees, and have no white space at its ends. The message says what is there.
 */
export function checkQuote(text: string, { start, end, exact }: Selection): CheckedQuote {
  if (start >= end) return refuse("The selection is empty. Select some words first.");
  if (end > text.length) {
    return refuse(`The selection ends at ${end}, but the text is only ${text.length} characters long.`);
  }
  const there = text.slice(start, end);
  if (there !== exact) {
    return refuse(
      `From ${start} to ${end} the text says “${shorten(there, shownCharacters)}”, not “${shorten(exact, shownCharacters)}”.`,
    );
  }
  const tidy = tidySelection(text, start, end);
  if (tidy.start === tidy.end) return refuse("There is only white space here. Select some words.");
  if (tidy.start !== start || tidy.end !== end) {
    const meant = shorten(text.slice(tidy.start, tidy.end), shownCharacters);
    return refuse(
      `This cuts a character in half or has white space at an end. From ${tidy.start} to ${tidy.end} the text says “${meant}”.`,
    );
  }
  return { ok: true, span: { start, end } };
}

function refuse(message: string): CheckedQuote {
  return { ok: false, message };
}
