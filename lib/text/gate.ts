import { inFigures } from "./count-of";

/** Why a string was refused at the door. */
type TextRefusal =
  | { ok: false; reason: "tooLong"; max: number }
  | { ok: false; reason: "tooManyParts"; max: number }
  | { ok: false; reason: "loneSurrogate"; at: number }
  | { ok: false; reason: "nullCharacter"; at: number };

type CheckedText = { ok: true; value: string } | TextRefusal;

/** The most UTF-16 units any string may have when a route asks for nothing narrower: 2 MB of text. */
export const longestText = 2 * 1024 * 1024;

/**
 * The one check of every string that comes in. Refuses what neither UTF-8 nor Postgres can keep (a lone
 * surrogate, U+0000) and what is longer than `max` UTF-16 units; everything else stays exactly as it is.
 */
export function checkText(value: string, { max = longestText }: { max?: number } = {}): CheckedText {
  if (value.length > max) return { ok: false, reason: "tooLong", max };
  const nullAt = value.indexOf("\u0000");
  if (nullAt >= 0) return { ok: false, reason: "nullCharacter", at: nullAt };
  const surrogateAt = findLoneSurrogate(value);
  if (surrogateAt >= 0) return { ok: false, reason: "loneSurrogate", at: surrogateAt };
  return { ok: true, value };
}

/** Says in words what is wrong, for the person who sent the text. */
export function describeRefusal(refusal: TextRefusal): string {
  switch (refusal.reason) {
    case "tooLong":
      return `This text is too long: at most ${inFigures(refusal.max)} characters are allowed.`;
    case "nullCharacter":
      return `This text has a null character (U+0000) at position ${refusal.at}, which cannot be stored.`;
    case "tooManyParts":
      return `This has too many parts: at most ${inFigures(refusal.max)} values are allowed.`;
    case "loneSurrogate":
      return `This text has half a character (a lone surrogate) at position ${refusal.at}, which cannot be stored.`;
  }
}

type Step = { key: string; from: Step | null };

/**
 * The first refused string in a parsed JSON body, keys included, with its path; null when all may pass. Refuses a body
 * of more than `mostParts` values too: a schema has something to say about each of a million wrong ones.
 */
export function checkAllTexts(
  body: unknown,
  options: { max?: number; mostParts?: number } = {},
): { path: string[]; refusal: TextRefusal } | null {
  // A list instead of recursion, and steps that point back instead of copied paths: a hostile body may be
  // nested a million deep, which neither the call stack nor quadratic copying would survive.
  const waiting: { value: unknown; step: Step | null }[] = [{ value: body, step: null }];
  const { mostParts = Number.POSITIVE_INFINITY } = options;
  let parts = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, step } = next;
    if (++parts > mostParts) return tooMany(mostParts);
    if (typeof value === "string") {
      const checked = checkText(value, options);
      if (!checked.ok) return { path: pathOf(step), refusal: checked };
    } else if (Array.isArray(value)) {
      if (parts + waiting.length + value.length > mostParts) return tooMany(mostParts);
      for (let at = 0; at < value.length; at++) {
        waiting.push({ value: value[at], step: { key: String(at), from: step } });
      }
    } else if (value !== null && typeof value === "object") {
      const keys = Object.keys(value);
      if (parts + waiting.length + keys.length > mostParts) return tooMany(mostParts);
      for (const key of keys) {
        const checkedKey = checkText(key, options);
        if (!checkedKey.ok) return { path: pathOf(step), refusal: checkedKey };
        waiting.push({ value: (value as Record<string, unknown>)[key], step: { key, from: step } });
      }
    }
  }
  return null;
}

function tooMany(max: number): { path: string[]; refusal: TextRefusal } {
  return { path: [], refusal: { ok: false, reason: "tooManyParts", max } };
}

function pathOf(last: Step | null): string[] {
  const path: string[] = [];
  for (let step = last; step; step = step.from) path.push(step.key);
  return path.reverse();
}

function findLoneSurrogate(value: string): number {
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const isHigh = unit < 0xdc00;
    const next = value.charCodeAt(at + 1);
    if (!isHigh || !(next >= 0xdc00 && next <= 0xdfff)) return at;
    at++;
  }
  return -1;
}
