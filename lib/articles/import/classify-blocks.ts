import { type Candidate, decide, plainReason } from "./candidate";
import { findHead } from "./find-head";
import { findRepeated, markDuplicates, markRepeated } from "./mark-repeats";
import { markTail } from "./mark-tail";
import { isBioHeading, personOfBio } from "./recognise-bio";
import { isBylineLine, isDeskLine } from "./recognise-byline";
import { findCredit, soundsLikeCaption } from "./recognise-credit";
import { furnitureReason, hasAddress, isEndMark, isReleaseMark } from "./recognise-furniture";
import { findMail } from "./recognise-mail";
import { findSpeakers } from "./recognise-speech";
import { countWords, endsLikeSentence, isProse, soundOf } from "./text-shape";

/** Names the role of each block of an imported text, each with its reason. The order of the steps matters. */
export function classifyBlocks(candidates: Candidate[]): void {
  const speakers = findSpeakers(candidates.map(({ text }) => text));
  markDuplicates(candidates, speakers);
  const subject = markMail(candidates);
  markFurniture(candidates);
  markCaptions(candidates);
  findHead(candidates, subject);
  markDeskAndBio(candidates);
  markRepeated(candidates);
  markAfterEnd(candidates);
  markTail(candidates, speakers);
  markQuotes(candidates);
  for (const one of candidates) decide(one, "body", plainReason);
}

/** Folds the heads of forwarded e-mails; gives their subject. */
function markMail(candidates: Candidate[]): string | null {
  const { lines, subject } = findMail(candidates.map(({ text }) => text));
  for (const index of lines) decide(candidates[index], "boilerplate", "The head of an e-mail.");
  return subject;
}

function markFurniture(candidates: Candidate[]): void {
  for (const one of candidates) {
    if (one.kind === "frontMatter") decide(one, "boilerplate", "Settings of the Markdown file.");
    if (one.kind === "rule") decide(one, "boilerplate", "A dividing line.");
    if (one.kind === "code") decide(one, "body", "A line of code.");
    if (one.kind === "row") decide(one, "body", "A row of a table.");
    const why = furnitureReason(one.text);
    if (why) decide(one, "boilerplate", why);
  }
}

function markCaptions(candidates: Candidate[]): void {
  candidates.forEach((one, index) => {
    if (one.role !== null) return;
    const isCredit = findCredit(one.text) === 0 && countWords(one.text) <= 20;
    if (isCredit) decide(one, "credit", "It names who made or owns a picture.");
    else if (soundsLikeCaption(one.text) && countWords(one.text) <= 60)
      decide(one, "caption", "It says what a picture shows.");
    if (!isCredit) return;
    const before = candidates[index - 1];
    if (!before || before.role !== null || isBylineLine(before.text)) return;
    if (!one.apart || (countWords(before.text) <= 30 && !endsLikeSentence(before.text) && index > 1)) {
      decide(before, "caption", "It stands right before a picture's credit.");
    }
  });
  markSlugs(candidates);
}

/** A picture's working title: a few words on the line above its caption, with nothing on the line above them. */
function markSlugs(candidates: Candidate[]): void {
  candidates.forEach((one, index) => {
    const before = candidates[index - 1];
    if (one.role !== "caption" || one.apart || !before?.apart || before.role !== null) return;
    if (countWords(before.text) <= 6 && !endsLikeSentence(before.text)) {
      decide(before, "boilerplate", "The working title of the picture below.");
    }
  });
}

function markDeskAndBio(candidates: Candidate[]): void {
  candidates.forEach((one, index) => {
    if (isDeskLine(one.text)) decide(one, "byline", "It names the agency's reporters and editors.");
    if (one.role !== null || !isBioHeading(one.text)) return;
    decide(one, "bio", "It announces the author's biography.");
    decide(candidates[index + 1], "bio", "It stands under “about the author”.");
  });
  const repeated = findRepeated(candidates);
  for (let index = candidates.length - 1; index >= 0; index--) {
    const one = candidates[index];
    if (!one || (one.role !== null && one.role !== "bio")) continue;
    if (personOfBio(one.text)) decide(one, "bio", "It tells who the author is.");
    else if (one.role === null && isProse(one.text) && !repeated.has(index)) return;
  }
}

/** A press release ends with a mark; then come notes and addresses. */
function markAfterEnd(candidates: Candidate[]): void {
  const ends = candidates.flatMap(({ text }, index) => (isEndMark(text) ? [index] : []));
  const [end = 0] = ends;
  const after = candidates.slice(end);
  const lengthOf = (list: Candidate[]) => list.reduce((sum, { text }) => sum + text.length, 0);
  // "###" divides the parts of an article too.
  const isSure = candidates[end]?.kind !== "rule" || after.some(({ text }) => hasAddress(text));
  if (ends.length === 1 && end > 0 && isSure && lengthOf(after) < lengthOf(candidates) * 0.4) {
    for (const one of after) decide(one, "boilerplate", "It comes after the end of the text.");
  }
  if (ends.length > 0 || candidates.some(({ text }) => isReleaseMark(text))) markSenders(candidates);
}

/** In a press release, "About Acme", and below it "Acme builds…": who sent it. */
function markSenders(candidates: Candidate[]): void {
  const prose = candidates.flatMap(({ role, text }, index) =>
    role === null && isProse(text) ? [index] : [],
  );
  // At most one paragraph may follow the sender's own.
  const late = prose.at(-3) ?? -1;
  for (let index = Math.max(late, Math.floor(candidates.length / 3)); index < candidates.length; index++) {
    const [one, next] = [candidates[index], candidates[index + 1]];
    if (!one || !next || countWords(one.text) > 8) continue;
    const name = /^(?:about|über|à propos d[e'’]|sobre|over|o|о|про)\s*(\p{Lu}[\p{L}\d]*)/u.exec(
      one.text.charAt(0).toLowerCase() + one.text.slice(1),
    )?.[1];
    if (!name || !next.text.startsWith(name)) continue;
    decide(one, "boilerplate", "It announces who sent the text.");
    decide(next, "boilerplate", "It tells who sent the text.");
  }
}

function markQuotes(candidates: Candidate[]): void {
  const repeats = findRepeats(candidates);
  candidates.forEach((one, index) => {
    if (one.role !== null) return;
    if (one.kind === "quoted") decide(one, "quote", "It is marked as a quotation.");
    if (repeats.has(index)) decide(one, "quote", "Words from the article, set apart.");
    const next = candidates[index + 1];
    const isSigned = next?.role === null && /^[—–-]\s*\p{Lu}/u.test(next.text) && countWords(next.text) <= 12;
    const isQuoted = /^["“„«‘'].*["”“»’']\.?$/su.test(one.text) || one.role === "quote";
    if (!isSigned || !isQuoted || endsLikeSentence(next.text)) return;
    decide(one, "quote", "A quotation with its speaker's name below.");
    decide(next, "quote", "The name of the person quoted above.");
  });
}

/** The short paragraphs whose words stand inside a longer one as well, as pull quotes do. */
function findRepeats(candidates: Candidate[]): Set<number> {
  const sounds = candidates.map(({ role, text }) => (role === null ? soundOf(text) : ""));
  // Looked up by five words in a row: comparing each with each would take minutes on a long text.
  const holders = new Map<string, number[]>();
  sounds.forEach((sound, index) => {
    for (const five of fives(sound)) {
      const known = holders.get(five);
      if (!known) holders.set(five, [index]);
      else if (known.length < 8) known.push(index);
    }
  });
  const found = new Set<number>();
  sounds.forEach((sound, index) => {
    const first = fives(sound)[0];
    if (first === undefined || countWords(sound) > 45) return;
    const isInside = (other: number) =>
      (sounds[other]?.length ?? 0) > sound.length && ` ${sounds[other]} `.includes(` ${sound} `);
    if (holders.get(first)?.some(isInside)) found.add(index);
  });
  return found;
}

function fives(sound: string): string[] {
  const words = sound.split(" ");
  return words.length < 5 ? [] : words.slice(4).map((_, at) => words.slice(at, at + 5).join(" "));
}
