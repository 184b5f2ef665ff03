import type { Span } from "@/lib/text/offsets";
import { sentenceAt } from "@/lib/text/sentences";
import { isTrapped } from "./detect/cue-traps";
import { type CueForm, cueForms } from "./detect/cues";
import type { CueClass } from "./schema";

export type FoundCue = Span & { class: CueClass };

/**
 * Finds the words that do the attributing beside a passage: "according to", or the verb of saying nearest to it in
 * the sentences that it begins and ends in. Null where there is none. Verbs inside the passage do not count.
 */
export function findCue(text: string, passage: Span, language: string): FoundCue | null {
  const first = sentenceAt(text, passage.start, language);
  const last = sentenceAt(text, Math.max(passage.start, passage.end - 1), language);
  const from = first?.start ?? passage.start;
  const to = last?.end ?? passage.end;
  const found = [
    ...cuesIn(text, { start: from, end: passage.start }),
    ...cuesIn(text, { start: passage.end, end: to }),
  ];
  const distance = (one: Span) => Math.max(passage.start - one.end, one.start - passage.end);
  return found.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function cuesIn(text: string, { start, end }: Span): FoundCue[] {
  const found: FoundCue[] = [];
  const part = text.slice(start, end);
  for (const match of part.matchAll(/\baccording to\b/giu)) {
    found.push({ start: start + match.index, end: start + match.index + match[0].length, class: "neutral" });
  }
  for (const match of part.matchAll(/[\p{L}’'-]+/gu)) {
    const form = cueForms.get(match[0].toLowerCase());
    // Verbs of thinking and the bare form ("a report") are too often something else.
    if (!form || form.verb.takes.includes("k") || form.forms.every((one) => one === "b")) continue;
    const behind = part.slice(match.index + match[0].length);
    if (isTrapped(form.verb, /^\s+([\p{L}’'-]+)/u.exec(behind)?.[1]?.toLowerCase() ?? "")) continue;
    if (isGoverned(form, part.slice(0, match.index))) continue;
    const at = start + match.index;
    found.push({ start: at, end: at + match[0].length, class: form.verb.class });
  }
  return found;
}

/**
 * Whether a verb in -ing is what a preposition speaks of ("has trouble with maintaining"). "By claiming" and "after
 * saying" tell how and when somebody said it.
 */
function isGoverned({ forms }: CueForm, before: string): boolean {
  return (
    forms.every((one) => one === "g") &&
    /\b(?:about|against|at|despite|for|from|in|into|of|on|over|through|to|upon|with|without)\s+$/iu.test(
      before,
    )
  );
}

/** How far from a passage its source and its cue are looked for, in UTF-16 units: a long sentence or two. */
const reach = 400;

/**
 * The place of words that somebody typed, nearest to the passage and within reach of it; null where the text does not
 * say them there. Upper and lower case do not matter, and no word is cut: "UK" does not stand in "Ukraine".
 */
export function findWordsNear(text: string, words: string, passage: Span): Span | null {
  const wanted = words.trim().toLowerCase();
  if (!wanted) return null;
  const from = Math.max(0, passage.start - reach);
  const around = text.slice(from, passage.end + reach).toLowerCase();
  // A letter whose small form is longer would shift every place behind it.
  if (around.length !== Math.min(text.length, passage.end + reach) - from) return null;
  let best: Span | null = null;
  for (let at = around.indexOf(wanted); at >= 0; at = around.indexOf(wanted, at + 1)) {
    const span = { start: from + at, end: from + at + wanted.length };
    if (cutsWord(text, span.start) || cutsWord(text, span.end)) continue;
    if (!best || distanceTo(passage, span) < distanceTo(passage, best)) best = span;
  }
  return best;
}

function cutsWord(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));
}

/** Words beside a passage come before words inside it: a name inside it is rarely who says it. */
function distanceTo(passage: Span, one: Span): number {
  if (one.start >= passage.end) return one.start - passage.end;
  if (one.end <= passage.start) return passage.start - one.end;
  return 10_000 + Math.abs(one.start - passage.start);
}
