import type { Token } from "./tokenise";

/** Tokens `from` up to but not including `to` form one sentence. */
export type Sentence = { from: number; to: number };

const abbreviations = new Set(
  "mr. mrs. ms. mx. sr. sra. mme. dr. prof. gen. lt. col. maj. sgt. cpl. capt. cmdr. adm. gov. sen. rep. reps. sens. rev. hon. st. vs. jan. feb. aug. sept. oct. nov. dec. no.".split(
    " ",
  ),
);

// Nobody writes longer sentences; a list without full stops must not make the rules look across all of it.
const longest = 300;

/**
 * Cuts a paragraph's tokens into sentences. A quotation that ends in a full stop ends the sentence; one that
 * ends in a question or exclamation mark does so unless words of saying follow ("Why?" he asked). The place and the
 * wire at the head of a report ("LARVIK, Norway (AP) —") stand by themselves.
 */
export function splitSentences(tokens: Token[], isSaying: (lower: string) => boolean): Sentence[] {
  const sentences: Sentence[] = [];
  let from = datelineEnd(tokens);
  if (from > 0) sentences.push({ from: 0, to: from });
  for (let i = from; i < tokens.length; i++) {
    if (i + 1 - from < longest && !endsHere(tokens, i, isSaying)) continue;
    sentences.push({ from, to: i + 1 });
    from = i + 1;
  }
  if (from < tokens.length) sentences.push({ from, to: tokens.length });
  return sentences;
}

const longestDateline = 14;

/** Behind the dash of "LARVIK, Norway (AP) —"; 0 where no place and wire stand there. */
function datelineEnd(tokens: Token[]): number {
  const dash = tokens.slice(0, longestDateline).findIndex((one) => /^[-–—]$/u.test(one.text));
  if (dash <= 0) return 0;
  const isPlace = /^\p{Lu}{3,}$/u.test(tokens[0]?.text ?? "") || tokens[dash - 1]?.text === ")";
  const areNames = tokens
    .slice(0, dash)
    .every((one) => one.kind === "number" || /^(?:[,().]|\p{Lu}.*)$/u.test(one.text));
  // "NATO - long silent - said …" goes on.
  return isPlace && areNames && !/^\p{Ll}/u.test(tokens[dash + 1]?.text ?? "") ? dash + 1 : 0;
}

function endsHere(tokens: Token[], i: number, isSaying: (lower: string) => boolean): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token || !next) return false;
  const nextStarts = next.kind === "quotation" || next.kind === "number" || /^[\p{Lu}@#([]/u.test(next.text);
  if (token.kind === "quotation") return quotationEnds(tokens, i, isSaying);
  if (/^[.?!…]$|^\.\.\.$/u.test(token.text)) {
    if (/^[)\]”’"']$/u.test(next.text)) return false;
    if (next.kind === "mark" && !/^[([•–—-]$/u.test(next.text)) return false;
    return token.text === "." || nextStarts;
  }
  if (/^[)\]”’"']$/u.test(token.text)) return /^[.?!]$/u.test(tokens[i - 1]?.text ?? "") && nextStarts;
  // "in the U.S. The army": an abbreviation ends a sentence only before a word that usually starts one.
  if (isUnit(tokens, i) || (token.lower === "no." && next.kind !== "number")) return nextStarts;
  if (/\.$/u.test(token.text) && token.kind === "word" && !abbreviations.has(token.lower)) {
    if (next.kind === "quotation") return /^["'“‘]\p{Lu}.*\s/u.test(next.text);
    return (
      /^\p{Lu}/u.test(next.text) &&
      starters.has(next.lower) &&
      /^\p{Lu}/u.test(next.text) &&
      token.text.length > 2
    );
  }
  return false;
}

/** The "C." of "44C. The service": a letter that touches a number stands for no name. */
function isUnit(tokens: Token[], i: number): boolean {
  const [before, token] = [tokens[i - 1], tokens[i]];
  return before?.kind === "number" && before.end === token?.start && /^\p{Lu}\.$/u.test(token.text);
}

const starters = new Set(
  "the a an he she it they we you i this that these those in on at but and or so yet if when while as for from by with his her its their our my there what who why how not some many most all after before since although however meanwhile".split(
    " ",
  ),
);

function quotationEnds(tokens: Token[], i: number, isSaying: (lower: string) => boolean): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token?.quotation || !next) return false;
  const last = lastChar(token);
  if (next.kind === "quotation") return /[.?!…—–-]/u.test(last) || !token.quotation.closed;
  if (/^\p{Ll}/u.test(next.text) || next.kind === "mark") return false;
  // "Cole said: “Call us.” Told of this, she laughed"
  if (/[.?!…]/u.test(last) && tokens[i - 1]?.text === ":" && /^\p{Lu}/u.test(next.text)) return true;
  // "“It was ours.” As the poet wrote, …"
  if (/[.?!…]/u.test(last) && /^(?:as|when|if|while|although|though|since|because|but)$/.test(next.lower))
    return true;
  if (/[.…]/u.test(last)) return leadsOn(tokens, i + 1, isSaying) || !saysSoon(tokens, i + 1, isSaying, 5);
  return /[?!—–-]/u.test(last) && !saysSoon(tokens, i + 1, isSaying, 12, true);
}

function lastChar(token: Token): string {
  const inner = token.quotation ? token.text.replace(/[\s"”’'»]+$/u, "") : token.text;
  return inner.at(-1) ?? "";
}

/** "“I left.” Berg then wrote, “Never.”": the words of saying lead to the next quotation. */
function leadsOn(tokens: Token[], from: number, isSaying: (lower: string) => boolean): boolean {
  const mark = tokens.findIndex((one, k) => k >= from && k < from + 8 && /^[,:]$/u.test(one.text));
  if (mark < 0 || tokens[mark + 1]?.kind !== "quotation" || /,[\s"”’']*$/u.test(tokens[mark + 1]?.text ?? ""))
    return false;
  return (
    isSaying(tokens[mark - 1]?.lower ?? "") && !tokens.slice(from, mark).some((one) => one.kind !== "word")
  );
}

const opensNoun = /^(?:the|an?|this|that|his|her|its|their|our|my|no|any|another)$/;

/** Whether a verb of saying follows that closes the thought: "Trump asked." and not "Trump said that …". */
function saysSoon(
  tokens: Token[],
  from: number,
  isSaying: (lower: string) => boolean,
  reach: number,
  addressee = false,
): boolean {
  for (let i = from; i < Math.min(tokens.length, from + reach); i++) {
    const token = tokens[i];
    if (!token || /^[.?!;]$/u.test(token.text) || token.kind === "quotation") return false;
    // "the report": a noun.
    if (!isSaying(token.lower) || opensNoun.test(tokens[i - 1]?.lower ?? "")) continue;
    const after = tokens[i + 1];
    return (
      !after ||
      /^[.,]$/u.test(after.text) ||
      after.kind === "quotation" ||
      /^(?:of|in|at|on|during)$/u.test(after.lower) ||
      (addressee && isAddressed(tokens, i + 1))
    );
  }
  return false;
}

/** "asked the engineer.": a few words up to the full stop, none of which opens a clause. */
function isAddressed(tokens: Token[], from: number): boolean {
  for (let i = from; i < from + 10; i++) {
    const token = tokens[i];
    if (!token || /^[.?!;]$/u.test(token.text)) return true;
    if (token.kind === "quotation" || /^(?:that|if|whether|how|why|what|he|she|it|they)$/u.test(token.lower))
      return false;
  }
  return false;
}
