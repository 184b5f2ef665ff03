import { cites } from "./chains";
import { likely } from "./confidence";
import { mostLookedAt } from "./latest-before";
import type { ReadBlock } from "./read-document";
import { mainSubject } from "./speakers";
import type { TaggedToken } from "./tag";
import { type Draft, mentionOf, type SentencePlace } from "./to-draft";

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
};
type Waiting = { token: TaggedToken; place: SentencePlace };

/** Places a quotation that is a sentence by itself: announced before, gone on with, or carried over. */
export function placeLoose(reading: Reading, token: TaggedToken, place: SentencePlace): void {
  const { pending, last } = reading;
  if (pending) {
    append(pending, token);
    if (!reading.drafts.includes(pending)) reading.drafts.push(pending);
    reading.last = pending;
  } else if (last && last.block === place.block) {
    // "…," he said. "…": one quotation in two parts; further away it is a new one by the same speaker.
    if (isCiting(reading, last)) add(reading, carriedOver(token, last, place, likely));
    else if (last.quoted && place.sentence - last.sentence <= 2) {
      append(last, token);
      last.sentence = place.sentence;
    } else add(reading, carriedOver(token, last, place, 0.75));
  } else if (!placeBySentenceBefore(reading, token, place)) {
    reading.waiting.push({ token, place });
  }
}

/** "“…,” Berg said, citing Holm. “…”": Berg goes on, but it may be Holm's as well. */
function isCiting({ drafts }: Reading, last: Draft): boolean {
  return drafts.slice(-mostLookedAt).some((one) => cites(last, one));
}

function append(draft: Draft, token: TaggedToken): void {
  draft.spans.push({ start: token.start, end: token.end });
  draft.quoted = true;
}

function add(reading: Reading, draft: Draft): void {
  reading.drafts.push(draft);
  reading.last = draft;
}

/** "Berg shook her head. “Never.”" */
function placeBySentenceBefore(reading: Reading, token: TaggedToken, place: SentencePlace): boolean {
  const before = reading.blocks[place.block]?.sentences[place.sentence - 1];
  const subject = before ? mainSubject(before, before.length, 0) : null;
  const first = subject ? before?.[subject.core.from] : undefined;
  if (!before || !subject || !first || !/^(?:name|pronoun)$/.test(first.tag) || first.lower === "it")
    return false;
  add(reading, {
    ...blank(token, place),
    mention: mentionOf(before, subject),
    rule: "The sentence before is about the speaker.",
    confidence: 0.6,
  });
  return true;
}

/**
 * Settles the quotations of a block that nothing before them explains. `before` is how many drafts there were
 * when the block began, `carried` the latest attribution then.
 */
export function settleWaiting(reading: Reading, before: number, carried: Draft | null): void {
  for (const { token, place } of reading.waiting) settle(reading, token, place, before, carried);
  reading.waiting = [];
}

function settle(
  reading: Reading,
  token: TaggedToken,
  place: SentencePlace,
  before: number,
  carried: Draft | null,
): void {
  const following = reading.drafts
    .slice(before)
    .find((draft) => draft.mention && draft.spans.some((span) => span.start > token.start));
  const near = carried && place.block - carried.block <= 1 ? carried : null;
  const words = token.text.split(/\s+/).length;
  if (following?.quoted) append(following, token);
  else if (near && reading.blocks[place.block - 1]?.quotations.at(-1)?.goesOn) {
    append(near, token);
    near.block = place.block;
  } else if (isHeading(reading, token)) return;
  else if (near?.quoted && words >= 3 && opensBlock(reading, token, place)) {
    add(reading, carriedOver(token, near, place, likely));
  } else if (words >= 5) {
    reading.drafts.push({
      ...blank(token, place),
      rule: "A quotation without a named speaker.",
      confidence: 0.35,
    });
  }
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

function carriedOver(token: TaggedToken, last: Draft, place: SentencePlace, confidence: number): Draft {
  return {
    ...blank(token, place),
    mention: last.mention,
    rule: "The speaker is carried over from the attribution before.",
    confidence,
  };
}
