import { attributeSentence } from "./attribute";
import { findCited, isRetold } from "./chains";
import type { Found } from "./found";
import { attributeHeadline, isDoneTo } from "./headlines";
import { findTurns, type Turn } from "./interviews";
import {
  type BlockStart,
  isQuotationAlone,
  placeLoose,
  type Reading,
  settleTogether,
  settleWaiting,
} from "./loose-quotations";
import type { ReadBlock } from "./read-document";
import { mainSubject } from "./speakers";
import type { TaggedToken } from "./tag";
import { withoutTakenBack } from "./taken-back";
import { covers, type Draft, type Mention, mentionOf, type SentencePlace, toDraft } from "./to-draft";

/** Finds the attributions of an article in reading order, speakers carried over from sentence to sentence. */
export function draftAttributions(blocks: ReadBlock[]): Draft[] {
  const reading: Reading = {
    blocks,
    drafts: [],
    pending: null,
    last: null,
    waiting: [],
    openEnded: [],
  };
  const turns = findTurns(blocks);
  blocks.forEach((block, index) => {
    if (!isRead(block)) return;
    const turn = turns.get(index);
    if (turn) {
      readTurn(reading, block, index, turn);
      return;
    }
    // Words that are set apart may be anybody's, unless the sentence before leads to them.
    if (block.role === "quote" && blocks[index - 1]?.role !== "quote" && !reading.pending)
      reading.last = null;
    const start = { drafts: reading.drafts.length, carried: reading.last };
    block.sentences.forEach((s, sentence) => {
      readSentence(reading, s, { block: index, sentence }, start);
    });
    settleWaiting(reading, index, start);
  });
  settleTogether(reading, reading.openEnded);
  return reading.drafts;
}

/** Pictures' lines show inscriptions, and bios and boilerplate speak for the publisher: nothing is suggested there. */
function isRead(block: ReadBlock): boolean {
  return !/^(?:caption|credit|bio|boilerplate|byline)$/.test(block.role);
}

function readSentence(reading: Reading, s: TaggedToken[], place: SentencePlace, start: BlockStart): void {
  takeBack(reading, s, place);
  const found = findIn(reading, s, place);
  const told = found.filter((one) => !one.open && one.empty !== "unsaid");
  const drafts = told.map((one) => toDraft(s, one, place));
  const made = drafts.filter((_, index) => !told[index]?.empty);
  const last = found.at(-1);
  const opener = last?.open && !last.empty ? last : undefined;
  const alone = isQuotationAlone(s);
  if (alone) {
    const loose = s.filter((one) => one.tag === "quotation" && !made.some((draft) => covers(draft, one)));
    for (const token of loose) placeLoose(reading, token, place, start);
  }
  reading.drafts.push(...made);
  if (opener) reading.pending = toDraft(s, opener, place);
  else if (!alone || !reading.pending) {
    reading.pending = s.at(-1)?.tag === "colon" ? (made.at(-1) ?? announced(s, place)) : null;
  }
  // Who has praised the crew goes on speaking, and so does who cites another; who keeps silent ends what one has said.
  const cited = drafts.length > 1 ? findCited(drafts) : new Set();
  const speaking = drafts.findLast(
    (draft) =>
      draft.mention !== null &&
      !isThought(draft) &&
      !cited.has(draft) &&
      !drafts.some((one) => one.quoted && isRetold(one, draft)),
  );
  reading.last = speaking ?? (found.some((one) => one.empty === "unsaid") ? null : reading.last);
}

function takeBack(reading: Reading, s: TaggedToken[], { block, sentence }: SentencePlace): void {
  const { drafts, last } = reading;
  const first = drafts.findLastIndex((one) => one.block !== block || one.sentence !== sentence - 1) + 1;
  const told = drafts.splice(first);
  const left = withoutTakenBack(told, s);
  drafts.push(...left);
  if (last && told.includes(last) && !left.includes(last)) reading.last = null;
}

/**
 * Reads a paragraph of a printed talk: all of it is whoever's turn it is, and what they tell of others is those others'.
 * Nothing is carried over into it or out of it.
 */
function readTurn(reading: Reading, { sentences }: ReadBlock, block: number, turn: Turn): void {
  reading.last = null;
  reading.pending = null;
  sentences.forEach((whole, sentence) => {
    const s = sentence === 0 ? whole.slice(turn.from) : whole;
    const told = attributeSentence(s).filter((one) => !one.open && !one.empty && !isOwn(s, one, turn));
    reading.drafts.push(...told.map((one) => toDraft(s, one, { block, sentence })));
  });
  const words = sentences.flat().slice(turn.from);
  if (turn.mention && words.length > 0) reading.drafts.push(turnDraft(words, block, turn, turn.mention));
}

/** "I wrote that": whoever talks does not report themselves; and "she" may be anybody where it is not known who talks. */
function isOwn(s: TaggedToken[], { subject }: Found, { mention }: Turn): boolean {
  const [only, more] = subject ? s.slice(subject.core.from, subject.core.to) : [];
  if (!only || more) return false;
  return /^(?:i|we|you)$/.test(only.lower) || (mention === null && only.tag === "pronoun");
}

function turnDraft(
  words: TaggedToken[],
  block: number,
  { cue, rule, confidence }: Turn,
  mention: Mention,
): Draft {
  const last = words.findLastIndex((one) => one.tag !== "stop");
  return {
    block,
    sentence: 0,
    spans: [{ start: words[0]?.start ?? 0, end: words[Math.max(0, last)]?.end ?? 0 }],
    mention,
    cue,
    verb: null,
    negative: false,
    rule,
    confidence,
    quoted: words.some((one) => one.tag === "quotation"),
  };
}

function findIn(reading: Reading, s: TaggedToken[], { block }: SentencePlace): Found[] {
  const found = attributeSentence(s);
  if (reading.blocks[block]?.role !== "title") return found;
  const headline = attributeHeadline(s, isNamedIn(reading.blocks));
  if (headline.length > 0) return headline;
  return found.map((one): Found => (isDoneTo(s, one) ? { ...one, empty: "unsaid" } : one));
}

function isNamedIn(blocks: ReadBlock[]): (word: string) => boolean {
  return (word) =>
    blocks.some(
      (block) =>
        !block.capitals &&
        block.role !== "title" &&
        block.sentences.some((s) =>
          s.some((one, k) => one.tag === "name" && one.text === word && s[k + 1]?.tag !== "colon"),
        ),
    );
}

/** "The mayor had one message:" leads to words in the next sentence without a verb of saying. */
function announced(s: TaggedToken[], place: SentencePlace): Draft | null {
  const subject = mainSubject(s, s.length, 0);
  const colon = s.at(-1);
  if (!subject || !colon || /^(?:it|there|here|this)$/.test(s[subject.core.from]?.lower ?? "")) return null;
  return {
    ...place,
    spans: [],
    mention: mentionOf(s, subject),
    cue: { start: colon.start, end: colon.end },
    verb: null,
    negative: false,
    rule: "The sentence before ends in a colon and is about the speaker.",
    confidence: 0.6,
    quoted: false,
  };
}

function isThought(draft: Draft): boolean {
  return draft.verb?.takes.includes("k") ?? false;
}
