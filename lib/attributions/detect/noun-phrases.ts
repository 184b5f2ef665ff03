import { cueForms } from "./cues";
import { isFiniteVerb, type Tag, type TaggedToken } from "./tag";
import { timeWords } from "./words";

/** Tokens `from` up to but not including `to`. */
export type Range = { from: number; to: number };

const inside: Set<Tag | undefined> = new Set([
  "determiner",
  "possessive",
  "genitive",
  "noun",
  "name",
  "number",
]);
const heads: Set<Tag | undefined> = new Set(["noun", "name", "number", "close", "pronoun", "object"]);

const standsAlone = /^(?:another|both|many|some|most|several|few|all|neither|each)$/;

/** Whether a token can be the last one of a noun phrase. */
export function endsPhrase(token: TaggedToken | undefined): boolean {
  return (
    token !== undefined &&
    (heads.has(token.tag) ||
      isTitleQuotation(token) ||
      token.lower === "who" ||
      standsAlone.test(token.lower))
  );
}

/** A quoted name ("Meet the Press") stands inside a phrase; words that somebody said do not. */
function isTitleQuotation(token: TaggedToken | undefined): boolean {
  if (token?.tag !== "quotation") return false;
  const inner = token.text.replace(/^["'“”‘’`]+|["'“”‘’`]+$/gu, "");
  const words = inner.split(/\s+/);
  const titled = words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word) || word.length < 4);
  return (
    words.length <= 6 &&
    !/[.?!]$/u.test(inner) &&
    (titled || !/,$/u.test(inner)) &&
    words.filter((word) => /^\p{Ll}/u.test(word)).length <= words.length / 2
  );
}

/** Reads a noun phrase to the left: where the one that ends with token `last` begins, not before `low`. */
export function phraseStart(s: TaggedToken[], last: number, low: number): number {
  const governed = s[last]?.lower === "it" && s[last - 1]?.tag === "preposition";
  if (s[last]?.tag === "pronoun" && s[last]?.lower !== "one" && !governed) return pronounStart(s, last, low);
  let i = last;
  if (s[i]?.tag === "close") i = openOf(s, i, low) ?? i;
  while (i > low) {
    const next = stepLeft(s, i, low) ?? (isBeforeVerb(s, last) ? purposeHead(s, i, low) : null);
    if (next === null) break;
    i = next;
  }
  return i;
}

function isBeforeVerb(s: TaggedToken[], last: number): boolean {
  let at = last + 1;
  while (s[at]?.tag === "adverb") at++;
  return s[at]?.tag === "verb" || s[at]?.tag === "auxiliary";
}

/** Has a whole clause behind it: "went to court to prove Berg said so". */
const takesClause =
  /^(?:prove|show|hear|learn|know|think|realise|realize|discover|notice|remember|ensure|mean|suppose|imagine|pretend|make|let)$/;
/** Does what stands behind "to" of its own will, in a clause of its own: "the nurse tried to call". */
const willing =
  /^(?:tried|wanted|hoped|planned|decided|agreed|refused|failed|declined|promised|threatened|attempted|managed|happened|appeared|started|continued|needed)$/;
const broughtTo = /^(?:sent|set|chosen|paid|brought|told|left|put|built|sworn|taken|made)$/;

/**
 * "A lawyer hired to defend Berg", "a plan to save the dam": the noun that a "to" hangs on, where a phrase that begins
 * at `at` is what is done to; null where it hangs on none.
 */
export function purposeHead(s: TaggedToken[], at: number, low: number): number | null {
  // "sent to guard Berg": a deed that no list holds is read as a part of the name, up to its "to".
  const isUnlisted = s[at]?.tag === "to" && /^(?:determiner|possessive|name)$/.test(s[at + 2]?.tag ?? "");
  const to = isUnlisted ? at : at - 2;
  const deed = s[to + 1];
  // "a man believed to be the killer"
  const isDeed =
    deed?.tag === "infinitive" || deed?.lower === "be" || (deed?.tag === "noun" && s[to + 2]?.tag !== "noun");
  if (!deed || !isDeed || s[to]?.tag !== "to" || takesClause.test(deed.lower)) return null;
  // Who is to be found or seen is somebody: "police trying to find the boy".
  const isSought =
    /^(?:find|see)$/.test(deed.lower) && /^(?:determiner|possessive|name)$/.test(s[to + 2]?.tag ?? "");
  if (
    !isSought &&
    /[ct]/.test(cueForms.get(deed.lower)?.verb.takes ?? "") &&
    s[to + 2]?.tag !== "preposition"
  )
    return null;
  let head = to - 1;
  while (s[head]?.tag === "adverb" || /^(?:up|out|in)$/.test(s[head]?.lower ?? "")) head--;
  const { tag, lower = "" } = s[head] ?? {};
  const isHired =
    /^(?:participle|ing)$/.test(tag ?? "") ||
    (tag === "verb" && (/ed$/.test(lower) || broughtTo.test(lower)));
  if (isHired && !willing.test(lower)) head--;
  // "a woman accused of trying to kill Berg"
  if (tag === "ing" && s[head]?.tag === "preposition") {
    const isDone =
      /^(?:verb|participle)$/.test(s[head - 1]?.tag ?? "") && /ed$/.test(s[head - 1]?.lower ?? "");
    head -= isDone ? 2 : 1;
  }
  const isHead = heads.has(s[head]?.tag) || s[head]?.lower === "those";
  return head >= low && isHead && isFree(s, head, low) ? head : null;
}

/** Opens its clause, or stands behind a verb of saying: in "used a map to guide Berg" the map is what is used. */
function isFree(s: TaggedToken[], head: number, low: number): boolean {
  const before = s[phraseStart(s, head, low) - 1];
  if (/^(?:infinitive|participle|ing|to|object)$/.test(before?.tag ?? "")) return false;
  return !/^(?:verb|auxiliary)$/.test(before?.tag ?? "") || cueForms.has(before?.lower ?? "");
}

/** "some of them", "neither of those who". */
function pronounStart(s: TaggedToken[], last: number, low: number): number {
  if (s[last - 1]?.lower === "of" && last - 2 >= low) return phraseStart(s, last - 2, low);
  return last;
}

function stepLeft(s: TaggedToken[], i: number, low: number): number | null {
  const left = s[i - 1];
  const here = s[i];
  const beyond = i - 2 >= low ? s[i - 2] : undefined;
  if (!left) return null;
  if (left.lower === "than" || left.lower === "as") return null;
  if (left.tag === "close") return openOf(s, i - 1, low);
  if (here?.tag === "determiner" || here?.tag === "possessive") {
    if (left.tag === "determiner") return i - 1;
    return left.tag === "preposition" || left.tag === "to" || left.tag === "conjunction"
      ? joinLeft(s, i, low)
      : afterParticiple(s, i, low);
  }
  if (inside.has(left.tag)) return timeBreak(left, here) ? null : i - 1;
  if (isTitleQuotation(left)) return i - 1;
  if (
    left.tag === "adverb" &&
    beyond &&
    (beyond.tag === "determiner" || beyond.tag === "noun") &&
    here?.tag === "noun"
  ) {
    return beyond.tag === "determiner" ? i - 1 : null;
  }
  if (left.tag === "preposition" || left.tag === "to" || left.tag === "conjunction")
    return joinLeft(s, i, low);
  if (left.tag === "comma") return listComma(s, i, low);
  return afterParticiple(s, i, low);
}

/** "officials with", "adviser to", "A and B": goes on where a phrase stands on the other side. */
function joinLeft(s: TaggedToken[], i: number, low: number): number | null {
  const left = s[i - 1];
  const beyond = i - 2 >= low ? s[i - 2] : undefined;
  if (!left) return null;
  if (left.tag === "conjunction") {
    if (!beyond || left.lower === "but") return null;
    if (beyond.tag === "comma")
      return i - 3 >= low && heads.has(s[i - 3]?.tag) && hasListBefore(s, i - 3, low) ? i - 3 : null;
    if (beyond.tag === "close") return openOf(s, i - 2, low);
    return heads.has(beyond.tag) || (beyond.tag === "noun" && s[i]?.tag === "noun") ? i - 2 : null;
  }
  if (
    left.tag === "preposition" &&
    s[i - 1]?.lower === "by" &&
    (beyond?.tag === "participle" || beyond?.tag === "verb")
  )
    return i - 2;
  if (beyond && (heads.has(beyond.tag) || beyond.tag === "participle" || beyond.tag === "genitive")) {
    return beyond.tag === "close" ? (openOf(s, i - 2, low) ?? i - 2) : i - 2;
  }
  // "people briefed on it": a verb in -ed behind a noun, while the sentence's own verb is still to come.
  if (beyond?.tag === "verb" && /ed$/.test(beyond.lower) && i - 3 >= low && s[i - 3]?.tag === "noun")
    return i - 2;
  // A preposition that opens the clause stays in; the caller takes it off.
  return i - 1;
}

function hasListBefore(s: TaggedToken[], at: number, low: number): boolean {
  for (let i = at; i > low && i > at - 6; i--) if (s[i]?.tag === "comma") return true;
  return false;
}

/** "A, B and C": a comma belongs to the phrase where an "and" stands to its right and a name to its left. */
function listComma(s: TaggedToken[], i: number, low: number): number | null {
  if (i - 2 < low || s[i - 2]?.tag !== "name" || s[i]?.tag !== "name") return null;
  for (let k = i; k < Math.min(s.length, i + 6); k++) {
    if (s[k]?.tag === "conjunction") return i - 2;
    if (s[k]?.tag !== "name") return null;
  }
  return null;
}

/** "people briefed on the matter", "voters who backed him": a reduced or full relative clause inside. */
function afterParticiple(s: TaggedToken[], i: number, low: number): number | null {
  const left = s[i - 1];
  if (!left) return null;
  const verbal =
    left.tag === "participle" ||
    left.tag === "ing" ||
    left.tag === "verb" ||
    left.tag === "auxiliary" ||
    left.tag === "object" ||
    left.tag === "adverb" ||
    left.tag === "not" ||
    left.tag === "infinitive" ||
    left.tag === "to";
  if (!verbal) return null;
  const relative = relativeBefore(s, i - 1, low);
  if (relative !== null) return relative;
  // "a man accused of setting fire to a mill"
  const isDeed = left.tag === "ing" && s[i - 2]?.tag === "preposition" && i - 3 > low;
  if (isDeed && (s[i - 3]?.tag === "participle" || /ed$/.test(s[i - 3]?.lower ?? ""))) return i - 3;
  if ((left.tag === "participle" || left.tag === "ing") && heads.has(s[i - 2]?.tag) && i - 2 >= low)
    return i - 2;
  return null;
}

/** "Those who took the drug", "many who left". */
const standsForPeople = /^(?:those|many|some|most|several|few|all|others|anyone|everyone|someone)$/;

function relativeBefore(s: TaggedToken[], from: number, low: number): number | null {
  for (let k = from; k > low && k > from - 14; k--) {
    const tag = s[k]?.tag;
    if (tag === "comma" || tag === "stop" || tag === "colon" || tag === "quotation") return null;
    // "the group that organised the march"
    const isThat =
      s[k]?.lower === "that" &&
      isFiniteVerb(s[k + 1]?.tag) &&
      isBeforeVerb(s, phraseEnd(s, from + 1, s.length) - 1);
    if (isThat || (tag === "relative" && /^(?:who|whose|which)$/.test(s[k]?.lower ?? ""))) {
      return heads.has(s[k - 1]?.tag) || standsForPeople.test(s[k - 1]?.lower ?? "") ? k - 1 : null;
    }
  }
  return null;
}

function openOf(s: TaggedToken[], close: number, low: number): number | null {
  for (let i = close - 1; i >= low; i--) if (s[i]?.tag === "open") return i > low ? i - 1 : null;
  return null;
}

/** "On Monday Trump": the day is no part of the name. */
function timeBreak(left: TaggedToken, here: TaggedToken | undefined): boolean {
  if (here === undefined) return false;
  const time = timeWords.has(left.lower) || (left.tag === "number" && /^(?:19|20)\d\d$/.test(left.text));
  return (
    time &&
    (here.tag === "name" || here.tag === "determiner" || here.tag === "possessive") &&
    !timeWords.has(here.lower)
  );
}

/** Reads a noun phrase to the right from token `first`; returns the token behind it, or `first` if none. */
export function phraseEnd(s: TaggedToken[], first: number, high: number): number {
  let i = first;
  if (s[i]?.tag === "pronoun" || s[i]?.tag === "object") return i + 1;
  let hasHead = false;
  while (i < high) {
    const token = s[i];
    const previous = s[i - 1];
    if (!token) break;
    if (inside.has(token.tag) || isTitleQuotation(token)) {
      const opensAnother = token.tag === "determiner" || token.tag === "possessive";
      if (hasHead && opensAnother && previous && heads.has(previous.tag)) break;
      if (hasHead && previous && timeWords.has(token.lower) && heads.has(previous.tag)) break;
      // "told the Courier last year"
      if (hasHead && /^(?:last|next|this)$/.test(token.lower) && timeWords.has(s[i + 1]?.lower ?? "")) break;
      hasHead ||= heads.has(token.tag);
      i++;
    } else if (hasHead && isJoint(s, i)) {
      i++;
    } else if (token.tag === "open") {
      i = closeOf(s, i, high);
    } else if (isOrdinal(s, i)) {
      i++;
    } else if ((token.tag === "participle" || token.tag === "ing" || token.tag === "adverb") && !hasHead) {
      i++;
    } else break;
  }
  return hasHead ? i : first;
}

function isJoint(s: TaggedToken[], i: number): boolean {
  const next = s[i + 1];
  if (!next) return false;
  if (
    s[i]?.tag === "preposition" &&
    !/^(?:despite|until|after|before|since|because|over|following)$/.test(s[i]?.lower ?? "")
  ) {
    return (
      inside.has(next.tag) &&
      !timeWords.has(next.lower) &&
      !/^(?:last|this)$/.test(next.lower) &&
      !isSpan(s, i)
    );
  }
  return (
    s[i]?.tag === "conjunction" &&
    s[i]?.lower === "and" &&
    (next.tag === "name" || next.tag === "noun") &&
    !clauseFollows(s, i + 1)
  );
}

/** "in the first scene": the word of time tells which one. */
function isOrdinal(s: TaggedToken[], at: number): boolean {
  const isBetween = /^(?:determiner|possessive)$/.test(s[at - 1]?.tag ?? "") && inside.has(s[at + 1]?.tag);
  return s[at]?.tag === "adverb" && isBetween;
}

/** "a shift for 20 years", "a talk for an hour": how long, and not what for. */
export function isSpan(s: TaggedToken[], at: number): boolean {
  const [count, unit] = [s[at + 1], s[at + 2]];
  const isCount = count?.tag === "number" || /^(?:an?|several|many|some|most)$/.test(count?.lower ?? "");
  return (
    s[at]?.lower === "for" &&
    isCount &&
    /^(?:second|minute|hour|day|night|week|month|year|decade)s?$/.test(unit?.lower ?? "")
  );
}

function clauseFollows(s: TaggedToken[], from: number): boolean {
  const end = phraseEnd(s, from, s.length);
  return s[end]?.tag === "verb" || s[end]?.tag === "auxiliary";
}

function closeOf(s: TaggedToken[], open: number, high: number): number {
  for (let i = open; i < high; i++) if (s[i]?.tag === "close") return i + 1;
  return high;
}
