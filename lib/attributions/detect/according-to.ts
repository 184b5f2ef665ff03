import { accordingSpeaker } from "./according-speakers";
import { clauseFollows, clauseStart, contentEnd } from "./content-edges";
import { cueForms } from "./cues";
import { isDoubtful } from "./doubtful-that";
import type { Found } from "./found";
import { phraseEnd, type Range } from "./noun-phrases";
import { isFiniteVerb, type TaggedToken } from "./tag";
import { timeWords } from "./words";

/** "according to the outlet"; `earlier` is what the sentence's verbs say. */
export function accordingTo(s: TaggedToken[], high: number, earlier: readonly Found[]): Found[] {
  const found: Found[] = [];
  for (let i = 0; i + 2 < s.length; i++) {
    if (s[i]?.lower !== "according" || s[i + 1]?.lower !== "to") continue;
    const subject = accordingSpeaker(s, i + 2, high, isOpening(s, i));
    if (!subject) continue;
    const end = subject.whole.to;
    const contents = resumed(s, i, end, high, earlier) ?? accordingContents(s, i, end, high);
    // "According to police Ida Holm was in the car": a comma is missing.
    const [first] = contents;
    if (!first || (first.from === end && isFiniteVerb(s[end]?.tag))) continue;
    found.push({
      contents,
      subject,
      cue: { from: i, to: i + 2 },
      verb: null,
      negative: false,
      rule: "“According to” names the speaker.",
      confidence: 0.95,
      open: false,
    });
  }
  return found;
}

/**
 * "The dam, according to Holm, was cracked": the words go on behind the speaker. "Berg said that the dam, according to
 * Holm, was cracked" tells of two; only what Berg says there is Holm's, and nothing where Berg does not say it. Null
 * where nothing goes on.
 */
function resumed(
  s: TaggedToken[],
  at: number,
  end: number,
  high: number,
  earlier: readonly Found[],
): Range[] | null {
  if (s[at - 1]?.tag !== "comma" || s[end]?.tag !== "comma" || !isFiniteVerb(s[end + 1]?.tag)) return null;
  const saying = earlier.findLast(({ contents }) =>
    contents.some(
      ({ from, to }) => from < at && at - 1 <= to && isOpenClause(s, behindThat(s, from), at - 1),
    ),
  );
  if (saying?.empty === "unsaid" || saying?.negative || (!saying && isObject(s, at - 1))) return [];
  const that = s.findLastIndex((one, k) => k < at && one.lower === "that");
  const isSubject = /^(?:determiner|possessive|name|number)$/.test(s[that + 1]?.tag ?? "");
  const isThat = that >= 0 && isSubject && isOpenClause(s, that + 1, at - 1);
  if (isThat && isDoubtful(s, that)) return [];
  const words = saying?.contents.findLast(({ from }) => from < at);
  const told = words ? behindThat(s, words.from) : clauseStart(s, at - 1, 0);
  const from = isThat ? that + 1 : told;
  return from < at - 1
    ? [
        { from, to: at - 1 },
        { from: end + 1, to: contentEnd(s, end + 1, high) },
      ]
    : null;
}

/** "the dam", "the dam that burst": a subject whose verb is still to come. */
function isOpenClause(s: TaggedToken[], from: number, to: number): boolean {
  const own = s.findIndex((one, k) => k > from && (one.tag === "relative" || one.lower === "that"));
  return !s.slice(from, own < 0 ? to : Math.min(own, to)).some(isVerb);
}

/** "said the dam": it could not be read what was said. */
function isObject(s: TaggedToken[], to: number): boolean {
  const cue = s.findLastIndex((one, k) => k < to && isVerb(one) && cueForms.has(one.lower));
  return cue >= 0 && phraseEnd(s, cue + 1, to) === to;
}

function behindThat(s: TaggedToken[], at: number): number {
  return s[at]?.lower === "that" ? at + 1 : at;
}

/** Whether "according to" stands before what was said. */
function isOpening(s: TaggedToken[], at: number): boolean {
  const left = s[at - 1];
  return (
    !left ||
    left.tag === "subordinator" ||
    left.tag === "conjunction" ||
    (left.tag === "comma" && (s[at - 2]?.tag === "conjunction" || s[at - 2]?.lower === "that")) ||
    left.tag === "colon" ||
    left.tag === "stop"
  );
}

function accordingContents(s: TaggedToken[], at: number, end: number, high: number): Range[] {
  const left = s[at - 1];
  if (!isOpening(s, at) && left) {
    const to = left.tag === "comma" || left.tag === "dash" ? at - 1 : at;
    const from = clauseStart(s, to, 0);
    const before = to > from ? [{ from, to }] : [];
    if (to - from > 2 || s.slice(from, to).some((one) => one.tag === "quotation" || isFiniteVerb(one.tag)))
      return before;
  }
  let comma = end;
  while (comma < high && s[comma]?.tag !== "comma" && comma < end + 16) comma++;
  const from = s[comma]?.tag === "comma" ? (asideEnd(s, comma, high) ?? comma) + 1 : end;
  const to = contentEnd(s, from, high);
  return to > from + 1 || (to > from && s[from]?.tag === "quotation") ? [{ from, to }] : [];
}

/**
 * The comma behind what tells of the speaker: "According to the county, which owns the land, …", "to a report, seen by
 * the Courier, …". Null where the words begin, or may begin: "According to officials, armed men entered the bank, …".
 */
function asideEnd(s: TaggedToken[], comma: number, high: number): number | null {
  const commas = s.flatMap((one, k) => (k > comma && k < high && one.tag === "comma" ? [k] : []));
  const [first] = commas;
  const opener = s[comma + 1]?.lower ?? "";
  const isRelative = /^(?:who|whose|which)$/.test(opener);
  if (first === undefined || !(isRelative || tellsOfSpeaker(s, comma + 1))) return null;
  // "injured on Monday were three nurses, …"; "speaking as the votes were counted" has a verb of its own.
  const mayHaveVerb =
    isRelative || speaking.test(opener) || citing.test(opener) || /^(?:asked|pressed)$/.test(opener);
  const hasVerb = s.slice(comma + 1, first).some((one) => isVerb(one) && !/ed$/.test(one.lower));
  const close = hasVerb && !mayHaveVerb ? undefined : commas.find((one) => wordsFollow(s, one + 1, high));
  return close ?? (isRelative ? first : null);
}

function isVerb({ tag }: TaggedToken): boolean {
  return isFiniteVerb(tag);
}

/** Who speaks, writes or cites does it as the speaker; who is working or driving may be whom the words are about. */
const speaking = /^(?:speaking|talking|writing|testifying|addressing|appearing)$/;
const citing = /^(?:citing|quoting)$/;

/** "citing the audit", "speaking on Monday", "seen by the Courier": no "armed men" or "driving rain". */
function tellsOfSpeaker(s: TaggedToken[], at: number): boolean {
  const [deed, next] = [s[at], s[at + 1]];
  if (!deed || !next) return false;
  if (citing.test(deed.lower)) return true;
  const isTime = timeWords.has(next.lower) || /^(?:last|this|earlier|(?:19|20)\d\d)$/.test(next.lower);
  const isBeside = isTime || /^(?:preposition|to|adverb|subordinator)$/.test(next.tag);
  if (speaking.test(deed.lower)) return isBeside || /^(?:determiner|possessive|object)$/.test(next.tag);
  if (!(deed.tag === "participle" || (/ed$/.test(deed.lower) && /^(?:verb|noun)$/.test(deed.tag))))
    return false;
  if (next.tag === "conjunction") return tellsOfSpeaker(s, at + 2);
  return isBeside || next.tag === "quotation";
}

/** Whether what was said can begin here: with a subject and its verb, in marks, or with where and when and a verb. */
function wordsFollow(s: TaggedToken[], from: number, high: number): boolean {
  const first = s[from];
  if (!first || from >= high) return false;
  if (first.tag === "quotation" || clauseFollows(s, from, high)) return true;
  const next = s.findIndex((one, k) => k > from && one.tag === "comma");
  const leads = /^(?:preposition|subordinator|determiner|number|adverb)$/.test(first.tag);
  const rest = s.slice(from, next < 0 ? high : Math.min(next, high));
  return leads && rest.some(isVerb) && rest.every((one) => one.tag !== "relative");
}
