import type { Span } from "@/lib/text/offsets";
import { otherActor } from "./actors";
import { cites, isRetold } from "./chains";
import { likely } from "./confidence";
import { mostLookedAt } from "./latest-before";
import type { ReadBlock } from "./read-document";
import { mainSubject } from "./speakers";
import type { TaggedToken } from "./tag";
import { type Draft, type Mention, mentionOf, type SentencePlace } from "./to-draft";
import { answerVerbs, timeWords } from "./words";

/**
 * What is known while an article is read: `pending` announced words that have not come yet, `last` is the
 * latest attribution with a speaker, `waiting` are quotations of this block that nothing explained so far.
 */
export type Reading = {
  blocks: ReadBlock[];
  drafts: Draft[];
  pending: Draft | null;
  last: Draft | null;
  waiting: Waiting[];
  /** Quotations nobody explained that go on in the next paragraph, where the speaker may come. */
  openEnded: Waiting[];
};
type Waiting = { token: TaggedToken; place: SentencePlace; start: BlockStart };
/** How many drafts there were when a block began, and the latest attribution then. */
export type BlockStart = { drafts: number; carried: Draft | null };

/** Places a quotation that is a sentence by itself: announced before, gone on with, or carried over. */
export function placeLoose(
  reading: Reading,
  token: TaggedToken,
  place: SentencePlace,
  start: BlockStart,
): void {
  const { pending, last } = reading;
  if (pending) {
    append(pending, token);
    if (!reading.drafts.includes(pending)) reading.drafts.push(pending);
    reading.last = pending;
  } else if (last && last.block === place.block) {
    placeBehind(reading, token, place, last);
  } else if (!placeBySentenceBefore(reading, token, place)) {
    reading.waiting.push({ token, place, start });
  }
}

/**
 * "…," he said. "…": one quotation in two parts; behind a sentence of the reporter's it is a new one by the same
 * speaker. "Hale shook his head. “…”" may be Hale's, and is not the former speaker's.
 */
function placeBehind(reading: Reading, token: TaggedToken, place: SentencePlace, last: Draft): void {
  const between = reportedBetween(reading, place.block, last.sentence, place.sentence);
  if (placeByOther(reading, token, place, last, between)) return;
  const talk = talkAt(reading, place);
  const isOpen =
    talk.some(isQuestion) ||
    isAnswered(reading, token, place) ||
    (talk.length > 1 && isAddressed(reading, last));
  if (isOpen) addNobodys(reading, token, place);
  else if (talk.length > 1 || isCiting(reading, last)) add(reading, carriedOver(token, last, place, likely));
  else if (last.quoted && between.length === 0) append(last, token, place);
  else add(reading, carriedOver(token, last, place, 0.75));
}

/**
 * Quotations side by side, without a word between: with a question among them ("“Never?” “Never.”") they are two people's
 * talk, and else no more than likely to go on.
 */
function talkAt({ blocks }: Reading, { block, sentence }: SentencePlace): TaggedToken[] {
  const sentences = blocks[block]?.sentences ?? [];
  const isBare = (at: number) => {
    const s = sentences[at];
    return s !== undefined && isQuotationAlone(s) && s.every((one) => one.tag !== "dash");
  };
  let [from, to] = [sentence, sentence + 1];
  while (sentence - from < mostLookedAt && isBare(from - 1)) from--;
  while (to - sentence < mostLookedAt && isBare(to)) to++;
  const all = sentences
    .slice(from, to)
    .flat()
    .filter((one) => one.tag === "quotation");
  return isBare(sentence) && all.length > 1 ? all : [];
}

function isQuestion({ text }: TaggedToken): boolean {
  return /\?["”’']*$/u.test(text);
}

/** "“At home,” Berg said. “Alone?” “Yes,” she replied": somebody else may have asked it. */
function isAnswered({ blocks }: Reading, token: TaggedToken, { block, sentence }: SentencePlace): boolean {
  const sentences = blocks[block]?.sentences ?? [];
  const behind = [sentences[sentence], sentences[sentence + 1]]
    .flatMap((s) => s ?? [])
    .filter(({ start }) => start >= token.end);
  const words = behind.filter((one) => one.tag !== "stop");
  return (
    isQuestion(token) && words[0]?.tag === "quotation" && words.some((one) => answerVerbs.test(one.lower))
  );
}

/** "“We lost,” Berg told Reed. “You did.” “I know.”": whoever is spoken to may answer. */
function isAddressed({ blocks }: Reading, { block, sentence, cue, verb, mention }: Draft): boolean {
  const behind = (blocks[block]?.sentences[sentence] ?? []).filter(({ start }) => cue && start >= cue.end);
  const [first, second] = behind.filter((one) => one.tag !== "adverb");
  if (!first || !cue || (mention && mention.start >= cue.end)) return false;
  const isTo = /^(?:to|with)$/.test(first.lower);
  const other = isTo ? second : first;
  if (!isTo && !verb?.takes.includes("a")) return false;
  return (
    /^(?:name|object|possessive|determiner|noun)$/.test(other?.tag ?? "") &&
    !timeWords.has(other?.lower ?? "")
  );
}

/** What became of a quotation behind sentences of which one is about somebody else than who spoke; null where none is. */
function placeByOther(
  reading: Reading,
  token: TaggedToken,
  place: SentencePlace,
  { mention }: Draft,
  between: TaggedToken[][],
): { placed: Draft | null } | null {
  const s = between.findLast((one) => otherActor(one, mention));
  const other = s && otherActor(s, mention);
  if (!s || !other) return null;
  const mayBe = other.acts && s === between.at(-1) ? mentionOf(s, other.subject) : null;
  const placed = mayBe
    ? add(reading, bySentenceBefore(token, place, mayBe, likely))
    : addNobodys(reading, token, place);
  return { placed };
}

/** The latest sentences between two of a block that hold more than quotations. */
function reportedBetween({ blocks }: Reading, block: number, from: number, to?: number): TaggedToken[][] {
  const sentences = blocks[block]?.sentences ?? [];
  const end = to ?? sentences.length;
  const start = Math.max(from + 1, end - mostLookedAt);
  return sentences.slice(start, end).filter((s) => !isQuotationAlone(s));
}

/** Whether a sentence holds nothing but quotations. */
export function isQuotationAlone(s: TaggedToken[]): boolean {
  return s.every((one) => /^(?:quotation|stop|dash|conjunction)$/.test(one.tag));
}

/** "“…,” Berg said, citing Holm. “…”" or "according to Holm": Berg goes on, but it may be Holm's as well. */
function isCiting({ drafts }: Reading, last: Draft): boolean {
  return drafts
    .slice(-mostLookedAt)
    .some((one) => cites(last, one) || isRetold(last, one) || isRetold(one, last));
}

/** The words go on in `place`, where that is not where they began. */
function append(draft: Draft, token: TaggedToken, place?: SentencePlace): Draft {
  draft.spans.push({ start: token.start, end: token.end });
  draft.quoted = true;
  return Object.assign(draft, place);
}

function add(reading: Reading, draft: Draft): Draft {
  reading.drafts.push(draft);
  reading.last = draft;
  return draft;
}

/** "Berg shook her head. “Never.”" */
function placeBySentenceBefore(reading: Reading, token: TaggedToken, place: SentencePlace): boolean {
  const before = reading.blocks[place.block]?.sentences[place.sentence - 1];
  const subject = before ? mainSubject(before, before.length, 0) : null;
  const first = subject ? before?.[subject.core.from] : undefined;
  if (!before || !subject || !first || !/^(?:name|pronoun)$/.test(first.tag) || first.lower === "it")
    return false;
  add(reading, bySentenceBefore(token, place, mentionOf(before, subject), 0.6));
  return true;
}

/**
 * Settles the quotations of a block that nothing before them explains. One that goes on in the next paragraph
 * waits for that: "“It was close." and then "“We won,” said Berg" are both Berg's.
 */
export function settleWaiting(reading: Reading, block: number, { drafts }: BlockStart): void {
  const waiting = reading.waiting.splice(0);
  const held = reading.openEnded.splice(0);
  const opening = reading.blocks[block]?.quotations[0];
  const first = waiting.find((one) => one.token.quotation === opening);
  const owner = opening && reading.drafts.slice(drafts).find((one) => one.mention && holds(one, opening));
  const isUnknown = held.length > 0 || !goesOnBefore(reading, block);
  for (const one of waiting) {
    if (one.token.quotation?.goesOn && isUnknown) reading.openEnded.push(one);
    else if (one !== first || held.length === 0) settle(reading, one);
  }
  if (owner) for (const { token } of held) append(owner, token);
  else if (first?.token.quotation?.goesOn) reading.openEnded.unshift(...held);
  else settleTogether(reading, first && held.length > 0 ? [...held, first] : held);
}

/** Settles what nobody in the paragraph that goes on with it has said: whoever said the first said the others. */
export function settleTogether(reading: Reading, [first, ...others]: Waiting[]): void {
  const draft = first ? settle(reading, first) : null;
  for (const one of others) {
    if (draft) append(draft, one.token, one.place);
    else settle(reading, one);
  }
}

function holds({ spans }: Draft, { start, end }: Span): boolean {
  return spans.some((span) => span.start <= start && end <= span.end);
}

function goesOnBefore({ blocks }: Reading, block: number): boolean {
  return blocks[block - 1]?.quotations.at(-1)?.goesOn === true;
}

function settle(reading: Reading, { token, place, start }: Waiting): Draft | null {
  const { carried } = start;
  const following = reading.drafts
    .slice(start.drafts)
    .find(
      (one) => one.block === place.block && one.mention && one.spans.some((span) => span.start > token.start),
    );
  const near = carried && place.block - carried.block <= 1 ? carried : null;
  const between = following ? reportedBetween(reading, place.block, place.sentence, following.sentence) : [];
  if (following?.quoted && between.length === 0) return append(following, token);
  if (near && goesOnBefore(reading, place.block)) return append(near, token, place);
  if (following?.quoted) {
    if (between.some((s) => otherActor(s, following.mention))) return addNobodys(reading, token, place);
    return add(reading, carriedOver(token, following, place, likely));
  }
  if (isHeading(reading, token)) return null;
  if (near?.quoted && wordsIn(token) >= 3 && opensBlock(reading, token, place)) {
    const since = reportedBetween(reading, near.block, near.sentence);
    const byOther = placeByOther(reading, token, place, near, since);
    return byOther ? byOther.placed : add(reading, carriedOver(token, near, place, likely));
  }
  return addNobodys(reading, token, place);
}

/** A quotation without a speaker, unless it is no more than a few words. */
function addNobodys(reading: Reading, token: TaggedToken, place: SentencePlace): Draft | null {
  if (wordsIn(token) < 5) return null;
  const draft = { ...blank(token, place), rule: "A quotation without a named speaker.", confidence: 0.35 };
  reading.drafts.push(draft);
  return draft;
}

function wordsIn({ text }: TaggedToken): number {
  return text.split(/\s+/).length;
}

/** Where speech stands in double marks, a lone line in single marks is a heading. */
function isHeading(reading: Reading, token: TaggedToken): boolean {
  const usesDouble = () => reading.blocks.some((block) => block.quotations.some((one) => !one.single));
  return token.quotation?.single === true && usesDouble();
}

/** A paragraph that begins with the quotation goes on with it; "“…” That was the verdict" tells about it. */
function opensBlock(reading: Reading, token: TaggedToken, { block, sentence }: SentencePlace): boolean {
  const read = reading.blocks[block];
  const next = read?.sentences[sentence + 1]?.[0]?.lower ?? "";
  return read?.start === token.start && !/^(?:that|this|these|those|it|such)$/.test(next);
}

function blank(token: TaggedToken, place: SentencePlace): Draft {
  return {
    ...place,
    spans: [{ start: token.start, end: token.end }],
    mention: null,
    cue: null,
    verb: null,
    negative: false,
    rule: "",
    confidence: 0.5,
    quoted: true,
  };
}

function bySentenceBefore(
  token: TaggedToken,
  place: SentencePlace,
  mention: Mention,
  confidence: number,
): Draft {
  return {
    ...blank(token, place),
    mention,
    rule: "The sentence before is about the speaker.",
    confidence,
  };
}

function carriedOver(token: TaggedToken, last: Draft, place: SentencePlace, confidence: number): Draft {
  return {
    ...blank(token, place),
    mention: last.mention,
    rule: "The speaker is carried over from the attribution before.",
    confidence,
  };
}
