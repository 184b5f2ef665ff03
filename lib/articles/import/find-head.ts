import { type Candidate, decide } from "./candidate";
import { isPublishersName, mastheadReason } from "./guess-publisher";
import { isBylineLine, isDeskLine, readDateline } from "./recognise-byline";
import { announcesLinks, isKicker, isMenu } from "./recognise-furniture";
import { isOnlyNames } from "./recognise-names";
import { saysSomething } from "./recognise-speech";
import { countWords, echo, endsWithStop, isProse, soundOf } from "./text-shape";

/** Finds what stands above the article: section, title, dek, byline. `subject` is that of a forwarded e-mail. */
export function findHead(candidates: Candidate[], subject: string | null): void {
  const title = subject === null ? findTitle(candidates) : findSubject(candidates, subject);
  markBylines(candidates, title ?? -1);
  markSignature(candidates);
  if (title !== null) findDek(candidates, title);
}

function findTitle(candidates: Candidate[]): number | null {
  const open = candidates.flatMap(({ role }, index) => (role === null ? [index] : []));
  const marked = open.find((index) => candidates[index]?.kind === "heading");
  if (
    marked !== undefined &&
    !open.some((index) => index < marked && isProse(candidates[index]?.text ?? ""))
  ) {
    const above = open.filter((index) => index < marked);
    for (const index of above) {
      const one = candidates[index];
      if (one && isKicker(one.text)) decide(one, "boilerplate", "The section's name, above the headline.");
    }
    decide(candidates[marked], "title", "The first heading.");
    return marked;
  }
  for (const [at, index] of open.slice(0, 8).entries()) {
    const one = candidates[index];
    const next = candidates[open[at + 1] ?? -1];
    if (!one) continue;
    if (isKicker(one.text) && next && isTitleLike(next)) {
      decide(one, "boilerplate", "The section's name, above the headline.");
      continue;
    }
    if (next && isMasthead(candidates, index, open[at + 1] ?? -1)) {
      decide(one, "boilerplate", "The page's name, above its menu.");
      continue;
    }
    if (next && isNameplate(one, next, candidates)) {
      decide(one, "boilerplate", mastheadReason);
      continue;
    }
    // A byline may stand above the headline.
    if (isBylineLine(one.text) && next && isTitleLike(next)) continue;
    // A short sentence may be a headline, but not when it is all there is.
    if (!isTitleLike(one) || (!next && endsWithStop(one.text))) return null;
    decide(one, "title", "The first line, and it reads like a headline.");
    return index;
  }
  return null;
}

/** A short line with the page's menu between it and the next, which reads like a headline. */
function isMasthead(candidates: Candidate[], index: number, next: number): boolean {
  const [one, below] = [candidates[index], candidates[next]];
  if (!one || !below || countWords(one.text) > 6 || !isTitleLike(one)) return false;
  const hasMenu = candidates.slice(index + 1, next).some(({ text }) => isMenu(text));
  return hasMenu && isTitleLike(below) && !isBylineLine(below.text);
}

/** The paper's own name over what reads like a headline. */
function isNameplate(one: Candidate, next: Candidate, candidates: readonly Candidate[]): boolean {
  const isOver = countWords(next.text) >= 3 && isTitleLike(next) && !endsWithStop(next.text);
  if (!isOver || countWords(one.text) > 6 || isBylineLine(next.text)) return false;
  return isPublishersName(
    one.text,
    candidates.filter((other) => other !== one),
  );
}

/** The line that says what the e-mail's subject says; a greeting above it is no headline. */
function findSubject(candidates: Candidate[], subject: string): number | null {
  const sound = soundOf(subject);
  const index = candidates.findIndex((one) => {
    const own = soundOf(one.text);
    return one.role === null && isTitleLike(one) && (own.startsWith(sound) || (own && sound.startsWith(own)));
  });
  if (sound === "" || index < 0) return null;
  decide(candidates[index], "title", "The subject of the e-mail.");
  return index;
}

function isTitleLike({ text, kind }: Candidate): boolean {
  const words = countWords(text);
  if (words === 0 || words > 32 || kind === "item" || kind === "quoted") return false;
  if (endsWithStop(text) && words > 8) return false;
  return !readDateline(text) && !/[:;,]$/u.test(text);
}

/** Lines with names and dates, up to the second paragraph. */
function markBylines(candidates: Candidate[], title: number): void {
  let paragraphs = 0;
  for (const [index, one] of candidates.entries()) {
    if (one.role !== null) continue;
    if (isBylineLine(one.text) && one.kind !== "item") {
      decide(one, "byline", "It tells who wrote the article, or when.");
    } else if (index > title && isProse(one.text)) {
      paragraphs++;
      if (paragraphs === 2) break;
    }
  }
  candidates.forEach((one, index) => {
    const isBeside = [candidates[index - 1], candidates[index + 1]].some((other) => other?.role === "byline");
    if (one.role === null && isBeside && isOnlyNames(one.text) && index > title) {
      decide(one, "byline", "A name beside the date.");
    }
  });
  // "Political correspondent, Berlin" under the name.
  candidates.forEach((one, index) => {
    const before = candidates[index - 1];
    const isUnder = before?.role === "byline" && !one.apart && countWords(one.text) <= 8;
    if (one.role === null && isUnder && !/[.!?:]$/u.test(one.text) && one.kind === "text") {
      decide(one, "byline", "It stands under the author's name.");
    }
  });
}

/** Who wrote the article, and when, may stand below it. */
function markSignature(candidates: Candidate[]): void {
  const end = candidates.findLastIndex(
    ({ role, text }) => role === null && !isBylineLine(text) && (isProse(text) || saysSomething(text)),
  );
  const names = candidates.flatMap(({ role, text }) => (role === "byline" ? [soundOf(text)] : []));
  const open = candidates.filter(({ role }, index) => index > end && role === null);
  for (const one of candidates.slice(end + 1)) {
    // Below such a heading stand other articles with their authors.
    if (end < 0 || (one.role === "boilerplate" && announcesLinks(one.text))) return;
    const isNamed = names.some((line) => line.includes(soundOf(one.text)));
    const isAlone = open.length === 1 || isNamed;
    if (isDeskLine(one.text) || one.kind === "item") continue;
    if (isBylineLine(one.text)) decide(one, "byline", "It tells who wrote the article, or when.");
    else if (isOnlyNames(one.text) && isAlone) decide(one, "byline", "A name under the article.");
  }
}

function findDek(candidates: Candidate[], title: number): void {
  const open = candidates.flatMap(({ role }, index) => (index > title && role === null ? [index] : []));
  const [at, ...rest] = open;
  const one = at === undefined ? undefined : candidates[at];
  const lead = rest[0] === undefined ? undefined : candidates[rest[0]];
  if (at === undefined || !one || !lead) return;
  const hasBylineBetween = candidates.slice(at + 1, rest[0]).some(({ role }) => role === "byline");
  if (!mayBeDek(one, hasBylineBetween ? 2 : 4)) return;
  const isItalic = one.emphasised || /^([*_])(?!\1).*\1$/su.test(one.text);
  const headline = candidates[title]?.text ?? "";
  if (isItalic) decide(one, "dek", "A line in italics under the headline.");
  else if (hasBylineBetween) decide(one, "dek", "It stands between headline and byline.");
  else if (isCapital(headline) && isCapital(one.text) && !isCapital(lead.text))
    decide(one, "dek", "It goes on in capitals under the headline.");
  else if (!endsWithStop(one.text) && !/[?!…]["'”’»]*$/u.test(one.text) && isProse(lead.text))
    decide(one, "dek", "A line under the headline without a full stop.");
  else if (rest.length >= 3 && saysTheSame(one.text, lead.text, headline))
    decide(one, "dek", "The paragraph below says the same again, as a first paragraph does.");
}

function isCapital(text: string): boolean {
  return /\p{Lu}/u.test(text) && text === text.toUpperCase();
}

function mayBeDek({ text, kind }: Candidate, fewest: number): boolean {
  const words = countWords(text);
  if (words < fewest || words > 70 || kind === "item" || kind === "quoted") return false;
  // A time opens an entry of a live blog, a label a question.
  if (/^\d{1,2}[:.]\d{2}(?!\d)|^\p{Lu}[\p{L}\s]{0,24}:\s/u.test(text) || /:$/u.test(text)) return false;
  return readDateline(text) === null;
}

function saysTheSame(dek: string, lead: string, title: string): boolean {
  const again = echo(dek, lead);
  return again.count >= 4 && again.share >= 0.3 && echo(title, dek).count >= 1;
}
