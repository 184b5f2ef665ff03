import type { BlockRole } from "@/lib/articles/document-schema";
import type { Span } from "@/lib/text/offsets";
import { likely } from "./confidence";
import { nameRuns } from "./entities";
import { isFirstName, isMediaName, isOrganisationName } from "./names";
import type { Range } from "./noun-phrases";
import type { ReadBlock } from "./read-document";
import { mainSubject } from "./speakers";
import type { TaggedToken } from "./tag";
import type { Mention } from "./to-draft";
import { findTalkers, isHost, keyOf, labelOf, talkRule } from "./transcripts";

/**
 * A paragraph of a printed talk. Its words begin at `from` in its first sentence; `mention` is who says them, null
 * where that is not known. None of them is the reporter's own claim.
 */
export type Turn = {
  from: number;
  mention: Mention | null;
  cue: Span | null;
  rule: string;
  confidence: number;
};

/** By this rule words are whoever's the interview is with: that one is "I" in the paragraph, and nobody's "she". */
const answerRule = "An interview: who answers is named before it.";

/** By this one they are whoever's the turn before was, and no more than likely. */
const goesOnRule = "An interview: who answers goes on in a paragraph of their own.";

/** Whether words stand in a printed talk by the rule that proposes them. */
export function isTalk(rule: string): boolean {
  return rule === talkRule || rule === answerRule || rule === goesOnRule;
}

/**
 * The turns of those who talk in print, by the numbers of their paragraphs. What stands between two of them without a
 * label, or behind the last answer, may go on or be told by the reporter: it is nobody's, and no claim either. Only where
 * it stands between two turns and says "I" it is likely to be whoever's turn it was.
 */
export function findTurns(blocks: readonly ReadBlock[]): ReadonlyMap<number, Turn> {
  const turns = new Map<number, Turn>();
  const talkers = findTalkers(blocks);
  const isInterview = hasAnswers(blocks);
  if (talkers.size === 0 && !isInterview) return turns;
  const labels = blocks.map(({ role, sentences }) => {
    const s = isText(role) ? (sentences[0] ?? []) : [];
    const label = (isInterview ? askLabel(s) : null) ?? labelOf(s);
    return label && (talkers.has(keyOf(label.words)) || isHost(label.words) || isAnswer(label.words))
      ? label
      : null;
  });
  const first = labels.findIndex((one) => one !== null);
  const last = labels.findLastIndex((one) => one !== null);
  const interviewed = isInterview ? findInterviewed(blocks.slice(0, first)) : null;
  let isOpen = false;
  let talking: Mention | null = null;
  blocks.forEach(({ role, sentences }, at) => {
    const label = labels[at];
    if (role === "title") isOpen = false;
    if (!label) {
      if (!isOpen || !isText(role) || (at >= last && !isInterview)) return;
      talking = at < last && isOfTalker(sentences) ? talking : null;
      turns.set(at, { ...notTold, mention: talking, rule: talking ? goesOnRule : "" });
      return;
    }
    isOpen = true;
    const { words, colon } = label;
    const mark = sentences[0]?.[colon];
    const named = talkers.has(keyOf(words)) ? mentionOfName(words) : null;
    talking = named ?? (isAnswer(words) ? interviewed : null);
    turns.set(at, {
      from: colon + 1,
      mention: talking,
      cue: named && mark ? { start: mark.start, end: mark.end } : null,
      rule: named ? talkRule : answerRule,
      confidence: 0.8,
    });
  });
  return turns;
}

const notTold = { from: 0, cue: null, confidence: likely };

/**
 * "I never wanted that.": whoever talks goes on. What is told of a "she" or "he", "She laughs, and I wait", may be the
 * reporter's, and so is what has quoted words in it.
 */
function isOfTalker(sentences: readonly TaggedToken[][]): boolean {
  const [first] = sentences;
  const words = sentences.flat();
  const isSelf = first?.some(({ lower }) => /^(?:i|i'm|my|we|our)$/.test(lower)) ?? false;
  return (
    isSelf &&
    !words.some(({ tag, lower }) => tag === "quotation" || /^(?:he|she|his|her|him|asked?)$/.test(lower))
  );
}

function isText(role: BlockRole): boolean {
  return /^(?:body|quote|dek)$/.test(role);
}

type Label = { words: TaggedToken[]; colon: number };

/** "Q:" and "A:", or "Q." and "A.", whatever comes behind. */
function askLabel(s: TaggedToken[]): Label | null {
  const [first, second] = s;
  if (!first || s.length < 3) return null;
  if (/^[QA]\.$/.test(first.text)) return { words: [first], colon: 0 };
  const isMarked = second?.tag === "colon" || second?.text === ".";
  return isMarked && /^[QA]$/.test(first.text) ? { words: [first], colon: 1 } : null;
}

function isAnswer(words: readonly TaggedToken[]): boolean {
  return /^a\.?$/.test(keyOf(words));
}

/** Whether somebody answers where somebody has just asked; a lone "A:" is the first item of a list. */
function hasAnswers(blocks: readonly ReadBlock[]): boolean {
  const asked = blocks.flatMap(({ role, sentences }) => {
    const label = isText(role) ? askLabel(sentences[0] ?? []) : null;
    return label ? [isAnswer(label.words)] : [];
  });
  return asked.some((isAnswering, at) => isAnswering && asked[at - 1] === false);
}

/** Who is told to have been interviewed in the text before it, where that is one alone. */
function findInterviewed(intro: readonly ReadBlock[]): Mention | null {
  const found = intro
    .filter(({ role, capitals }) => (isText(role) || role === "title") && !capitals)
    .flatMap(({ sentences }) => sentences.flatMap(interviewedIn));
  const named = found.find((one) => one !== null && one.length > 1);
  if (!named) return null;
  const surname = named.at(-1)?.lower;
  return found.every((one) => one?.at(-1)?.lower === surname) ? mentionOfName(named) : null;
}

/** The names of those whom a sentence tells to have been met; null stands for several, of whom it may be anyone. */
function interviewedIn(s: TaggedToken[]): (TaggedToken[] | null)[] {
  const met = metByUs(s);
  const subject = met === null ? null : mainSubject(s, s.length, 0);
  const names = [...(subject ? [subject.core] : []), ...whomWeMet(s)];
  return names.flatMap((range) => {
    const run = personIn(s, range);
    if (!run) return [];
    const isSeveral =
      s.slice(range.from, range.to).some((one) => one.tag === "conjunction") || isJoined(s, run.to);
    return [isSeveral ? null : s.slice(run.from, run.to)];
  });
}

/** "spoke to us", "met me", "answered our questions", "talks to the Courier": where the verb stands; null without one. */
function metByUs(s: TaggedToken[]): number | null {
  const at = s.findIndex(({ lower }, k) => {
    const [next, second] = [s[k + 1], s[k + 2]];
    if (/^(?:spoke|speaks|spoken|talks?|talked)$/.test(lower))
      return /^(?:to|with)$/.test(next?.lower ?? "") && isUs(s, k + 2);
    if (/^(?:met|meets|told|tells|welcome[sd]|receive[sd]|joine?[sd])$/.test(lower)) return isUs(s, k + 1);
    return (
      /^(?:answer(?:s|ed)|took|takes)$/.test(lower) &&
      /^(?:our|my)$/.test(next?.lower ?? "") &&
      second?.lower === "questions"
    );
  });
  return at < 0 ? null : at;
}

/** "us", "me", "our reporter" or the paper itself. */
function isUs(s: TaggedToken[], at: number): boolean {
  const word = s[at]?.lower ?? "";
  if (/^(?:us|me)$/.test(word)) return true;
  if (word === "our") return /^(?:reporters?|correspondents?|paper|newspaper)$/.test(s[at + 1]?.lower ?? "");
  const from = word === "the" ? at + 1 : at;
  const run = nameRuns(s).find((one) => one.from === from);
  return run !== undefined && isMediaName(textOf(s, run).join(" "));
}

/** "we spoke to Lena Holm", "I met Lena Holm", "an interview with Lena Holm": what stands behind. */
function whomWeMet(s: TaggedToken[]): Range[] {
  return s.flatMap(({ lower, tag }, k): Range[] => {
    const isOurs = s.slice(Math.max(0, k - 2), k).some((one) => /^(?:we|i)$/.test(one.lower));
    const isTo = /^(?:to|with)$/.test(s[k + 1]?.lower ?? "");
    if (
      isTo &&
      (/^(?:interview|conversation)$/.test(lower) || (isOurs && /^(?:spoke|spoken|talked)$/.test(lower)))
    )
      return [behind(s, k + 2)];
    return isOurs && /^(?:verb|participle)$/.test(tag) && /^(?:met|interviewed|visited|asked)$/.test(lower)
      ? [behind(s, k + 1)]
      : [];
  });
}

/** Up to where something else may begin; a title or a trade may stand before a name. */
function behind(s: TaggedToken[], from: number): Range {
  const end = s.findIndex(
    ({ tag }, k) =>
      k >= from &&
      /^(?:comma|stop|colon|dash|preposition|to|verb|auxiliary|relative|subordinator|conjunction|quotation)$/.test(
        tag,
      ),
  );
  return { from, to: end < 0 ? s.length : end };
}

/** The name of a person in full within a phrase; null where there is none. */
function personIn(s: TaggedToken[], { from, to }: Range): Range | null {
  const run = nameRuns(s).find((one) => one.from >= from && one.to <= to);
  return run && run.to - run.from > 1 && !isOrganisationName(textOf(s, run)) ? run : null;
}

/** "Lena Holm and Tom Reed", "Lena Holm, a nurse, and her husband": more than one has been met. */
function isJoined(s: TaggedToken[], at: number): boolean {
  return s.some(({ tag }, k) => {
    if (k < at || tag !== "conjunction") return false;
    const next = s[k + 1];
    const isPerson = next?.tag === "name" && isFirstName(next.text);
    return (
      isPerson ||
      (k === at && next?.tag === "name") ||
      /^(?:possessive|to)$/.test(next?.tag ?? "") ||
      next?.lower === "with"
    );
  });
}

function textOf(s: TaggedToken[], { from, to }: Range): string[] {
  return s.slice(from, to).map((one) => one.text);
}

function mentionOfName(tokens: TaggedToken[]): Mention {
  const span = { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
  return { ...span, core: span, appositions: [], tokens };
}
