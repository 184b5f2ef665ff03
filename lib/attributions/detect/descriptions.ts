import { bare } from "@/lib/text/bare";
import type { Entity } from "./entities";
import { isMediaName, organisationHeads } from "./names";
import { isSpan, phraseEnd } from "./noun-phrases";
import type { ReadBlock } from "./read-document";
import { isFiniteVerb, type TaggedToken } from "./tag";

/** What a phrase says of the one it is about: "office" with "tax" and "county" for "the county tax office". */
export type Description = {
  head: string;
  words: ReadonlySet<string>;
  /** "the" or "that": one who is known already. */
  definite: boolean;
};

/** A phrase about somebody that stands somewhere in the article. */
export type Phrase = Description & {
  from: number;
  to: number;
  /** The position of the word that it is about. */
  at: number;
  tokens: TaggedToken[];
  place: number;
};

/** Words that tell one from another in no way: "the new office" is the office. */
const plain =
  /^(?:the|a|an|this|that|same|own|new|newest|latest|local|former|current|entire|whole|other|big|small|large|tiny|old|young|said)$/;

/** "the second doctor" is another one. */
const ordinal = /^(?:first|second|third|fourth|fifth|next|last)$/;

/** Describes a phrase by its tokens; `head` is the position of the word that it is about. */
export function descriptionOf(tokens: readonly TaggedToken[], head: number): Description {
  const words = tokens
    .filter(
      (one, i) =>
        i !== head &&
        (/^(?:noun|name|number)$/.test(one.tag) || ordinal.test(one.lower)) &&
        !plain.test(one.lower),
    )
    .map((one) => bare(one.text));
  const first = tokens[0]?.lower ?? "";
  return {
    head: tokens[head]?.lower ?? "",
    words: new Set(words),
    definite: /^(?:the|this|that|these|those)$/.test(first),
  };
}

/** Whether nothing in a description contradicts what is known: it holds no word that is not known. */
export function agrees(description: Description, isKnown: (word: string) => boolean): boolean {
  for (const word of description.words) if (!isKnown(word)) return false;
  return true;
}

/** Words that any body of a family may be called by; "the bank" is a bank, but "the company" may be one, too. */
const wide = new Set(
  "outlet publication paper newspaper agency ministry department government administration authorities company firm business group organization organisation body panel school".split(
    " ",
  ),
);

/** Whether somebody who is a `known` ("bank", "board") may be called a `word` ("company", "panel"). */
function mayBeCalled(word: string, known: string): boolean {
  if (word === known) return true;
  return wide.has(word) && organisationHeads.get(known) === organisationHeads.get(word);
}

/** The keys under which a "bank" is found by all words that it may be called by; see `callKey`. */
export function callKeys(known: string): string[] {
  return [known, `any ${organisationHeads.get(known)}`];
}

/** The one key of `callKeys` under which a word finds all that it may call. */
export function callKey(word: string): string {
  return wide.has(word) ? `any ${organisationHeads.get(word)}` : word;
}

/** Whether a name itself says that its bearer is such a thing: "Transport Ministry", "Bank Norden", "Oslo Post". */
export function isNamedSo({ words, name, kind }: Entity, word: string): boolean {
  if (kind !== "organisation") return false;
  const plainWords = words.map(bare);
  const of = plainWords.indexOf("of");
  const head = (of > 0 ? plainWords[of - 1] : plainWords.at(-1)) ?? "";
  if (mayBeCalled(word, head)) return true;
  if (organisationHeads.get(word) === "media" && isMediaName(name)) return true;
  return plainWords.length === 2 && plainWords[0] === word && !organisationHeads.has(head);
}

/** The phrases about somebody that may mean one another, by their noun, in reading order. */
export type PhrasesOf = (noun: string) => readonly Phrase[];

/** Finds the phrases of an article; those of a noun are read once, when they are asked for. */
export function indexPhrases(blocks: readonly ReadBlock[]): PhrasesOf {
  const places = new Map<string, { s: TaggedToken[]; at: number }[]>();
  for (const block of blocks) {
    if (block.capitals) continue;
    for (const s of block.sentences) {
      s.forEach((token, at) => {
        if (token.tag !== "noun") return;
        const list = places.get(token.lower);
        if (list) list.push({ s, at });
        else places.set(token.lower, [{ s, at }]);
      });
    }
  }
  const known = new Map<string, Phrase[]>();
  return (noun) => {
    const phrases = known.get(noun) ?? (places.get(noun) ?? []).flatMap(({ s, at }) => phrasesAt(s, at));
    known.set(noun, phrases);
    return phrases;
  };
}

function phrasesAt(s: TaggedToken[], at: number): Phrase[] {
  const phrase = phraseAround(s, at);
  return phrase && !isBesideName(s, phrase) && !isBare(phrase) ? [phrase] : [];
}

/** "the office", "offices", "no office": tells of none that is not known from elsewhere. */
function isBare({ words, definite, tokens }: Phrase): boolean {
  return words.size === 0 && (definite || !/^(?:an?|one|another)$/.test(tokens[0]?.lower ?? ""));
}

const ofWhom = /^(?:of|by|from|for|at|with)$/;

/** The phrase around a noun, or null where the noun belongs to another one ("office worker") or to a name. */
export function phraseAround(s: TaggedToken[], at: number): Phrase | null {
  const next = s[at + 1];
  if (next && /^(?:noun|name|genitive)$/.test(next.tag)) return null;
  let from = at;
  while (from > 0 && /^(?:noun|name|number|genitive)$/.test(s[from - 1]?.tag ?? "")) from--;
  if (/^(?:determiner|possessive)$/.test(s[from - 1]?.tag ?? "")) from--;
  let to = at + 1;
  if (next?.tag === "preposition" && ofWhom.test(next.lower) && !isSpan(s, at + 1))
    to = Math.max(to, phraseEnd(s, at + 2, s.length));
  const tokens = s.slice(from, to);
  return { ...descriptionOf(tokens, at - from), from, to, at, tokens, place: s[from]?.start ?? 0 };
}

/** Whether a phrase stands beside a name that it describes: "the fire chief, Leif Strand". */
export function isBesideName(s: TaggedToken[], { from, to }: Phrase): boolean {
  if (s[from - 1]?.tag === "comma" && s[from - 2]?.tag === "name" && !isFiniteVerb(s[to]?.tag)) return true;
  return s[to]?.tag === "comma" && s[to + 1]?.tag === "name" && s[to + 2]?.tag !== "verb";
}
