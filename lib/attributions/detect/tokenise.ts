import type { Quotation } from "./quotes";
import type { Tag } from "./tag";

/** A word, number, mark or a whole quotation taken as one piece. Offsets are UTF-16 units of the text. */
export type Token = {
  start: number;
  end: number;
  text: string;
  lower: string;
  kind: "word" | "number" | "mark" | "quotation";
  /** "noun" until tag.ts has read the sentence. */
  tag: Tag;
  quotation?: Quotation;
};

const piece =
  /(?:\p{L}\.){2,}|(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Cpl|Capt|Cmdr|Adm|Gov|Sen|Rep|Reps|Sens|Rev|Hon|St|Jr|Sra?|Mme|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Inc|Corp|Co|Ltd|No)\.(?![\p{L}])|\p{Lu}\.(?=\s\p{Lu})|\p{Lu}[\p{L}.-]{0,6}\.(?=,|\s\p{Ll})|[@#]?[\p{L}_][\p{L}\p{M}\p{N}_]*(?:(?:[-‐‑&.]|['’](?!(?:s|re|ve|ll|d|m|t)(?![\p{L}\p{N}])))[\p{L}\p{N}]+)*|[$€£¥]?\d[\d,.:]*(?:[-–/][\d,.]+)*(?:st|nd|rd|th|s|%|[kmb]n?)?(?:-[\p{L}]+)*|\.\.\.|…|--|[^\s]/gu;

const contraction = /^(n['’]t|['’](?:s|re|ve|ll|d|m))(?![\p{L}\p{N}])/iu;

/** Cuts one paragraph into tokens; each quotation becomes a single token, so its inside cannot be misread. */
export function tokenise(text: string, start: number, end: number, quotations: Quotation[]): Token[] {
  const tokens: Token[] = [];
  let at = start;
  for (const quotation of quotations) {
    plainTokens(text, at, quotation.start, tokens);
    const { start: from, end: to } = quotation;
    tokens.push({
      start: from,
      end: to,
      text: text.slice(from, to),
      lower: "",
      kind: "quotation",
      tag: "noun",
      quotation,
    });
    at = to;
  }
  plainTokens(text, at, end, tokens);
  return tokens;
}

function plainTokens(text: string, start: number, end: number, tokens: Token[]): void {
  const part = text.slice(start, end);
  piece.lastIndex = 0;
  for (let match = piece.exec(part); match; match = piece.exec(part)) {
    const word = match[0];
    const tail = tailOf(word, part, match.index + word.length);
    const size = tail?.startsWith("n") ? word.length - 1 : word.length;
    push(tokens, part, match.index, match.index + size, start);
    if (tail) {
      push(tokens, part, match.index + size, match.index + size + tail.length, start);
      piece.lastIndex = match.index + size + tail.length;
    }
  }
}

/** What is cut off behind a word: "'s" of "Berg's", "n't" of "doesn't" (its "n" stands in the word before). */
function tailOf(word: string, part: string, at: number): string | undefined {
  const mark = part[at];
  if (mark !== "'" && mark !== "’") return undefined;
  const rest = part.slice(at, at + 5);
  const short = contraction.exec(rest)?.[1];
  if (short) return short;
  const negated = /n$/iu.test(word) && word.length > 2 && /^.t(?!\p{L})/iu.test(rest);
  return negated ? word.slice(-1) + rest.slice(0, 2) : undefined;
}

function push(tokens: Token[], part: string, from: number, to: number, offset: number): void {
  const whole = part.slice(from, to);
  const isNumber = /^[$€£¥]?\d/u.test(whole);
  // A full stop that ends a number belongs to the sentence.
  const text = isNumber ? whole.replace(/[.,:]+$/u, "") : whole;
  const lower = text.toLowerCase().replace("’", "'");
  const isWord = /^[\p{L}@#_]/u.test(text) || /^'(?:s|re|ve|ll|d|m)$/.test(lower);
  const start = offset + from;
  const end = start + text.length;
  tokens.push({ start, end, text, lower, kind: isNumber ? "number" : isWord ? "word" : "mark", tag: "noun" });
  if (text.length < whole.length) {
    const rest = whole.slice(text.length);
    tokens.push({ start: end, end: offset + to, text: rest, lower: rest, kind: "mark", tag: "noun" });
  }
}
