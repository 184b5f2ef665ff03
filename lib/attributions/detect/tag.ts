import { isFirstName, isNameParticle } from "./names";
import { verbTag } from "./tag-verbs";
import type { Token } from "./tokenise";
import {
  adjectives,
  adverbs,
  beForms,
  conjunctions,
  determiners,
  doForms,
  haveForms,
  isAdverb,
  modals,
  negations,
  numberWords,
  objectPronouns,
  possessives,
  prepositions,
  relatives,
  subjectPronouns,
  subordinators,
  verbInfo,
} from "./words";

/** What a token does in its sentence, as far as a few rules can tell. */
export type Tag =
  | "determiner"
  | "possessive"
  | "genitive"
  | "noun"
  | "name"
  | "pronoun"
  | "object"
  | "preposition"
  | "conjunction"
  | "subordinator"
  | "relative"
  | "auxiliary"
  | "to"
  | "not"
  | "verb"
  | "participle"
  | "ing"
  | "infinitive"
  | "adverb"
  | "number"
  | "quotation"
  | "comma"
  | "stop"
  | "colon"
  | "dash"
  | "open"
  | "close";

export type TaggedToken = Token;

const marks: Record<string, Tag> = {
  ",": "comma",
  ";": "stop",
  ".": "stop",
  "!": "stop",
  "?": "stop",
  "…": "stop",
  "...": "stop",
  ":": "colon",
  "–": "dash",
  "—": "dash",
  "--": "dash",
  "-": "dash",
  "―": "dash",
  "(": "open",
  "[": "open",
  ")": "close",
  "]": "close",
  "•": "stop",
  "*": "stop",
  "/": "noun",
  "%": "noun",
  "&": "conjunction",
  "'": "genitive",
  "’": "genitive",
};

/**
 * Tags the tokens of one sentence. `headline` says that capitals mean nothing there; `isKnownName` tells
 * whether a capitalised word at the start of a sentence is a name elsewhere in the article.
 */
export function tagSentence(
  tokens: Token[],
  headline: boolean,
  isKnownName: (text: string) => boolean,
): TaggedToken[] {
  const tagged: TaggedToken[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    // Written in place: an article has ten thousand of them, and nobody else holds them yet.
    token.tag = tagOf(tokens, i, tagged, headline, isKnownName);
    tagged.push(token);
  }
  return tagged;
}

function tagOf(
  tokens: Token[],
  i: number,
  before: TaggedToken[],
  headline: boolean,
  isKnownName: (text: string) => boolean,
): Tag {
  const token = tokens[i];
  if (!token) return "noun";
  if (token.kind === "quotation") return "quotation";
  if (token.kind === "number") return "number";
  if (token.kind === "mark") return marks[token.text] ?? "dash";
  const next = tokens[i + 1];
  const capital = /^[\p{Lu}@#]/u.test(token.text);
  const first = startsSentence(before);
  if (!headline && (isSurname(token) || opensSurname(tokens, i, before))) return "name";
  if (capital && !headline && !first && !isPlainCapital(token, before, next)) return "name";
  if (capital && first && !headline && isNameStart(tokens, i, isKnownName)) return "name";
  const closed = closedClass(token, before, next);
  if (closed) return closed;
  if (numberWords.has(token.lower)) return "number";
  if (adjectives.has(token.lower)) return "noun";
  const info = verbInfo(token.lower);
  const verbal = info ? verbTag(token, info, before, next) : null;
  if (verbal) return verbal;
  if (isAdverb(token.lower)) return "adverb";
  if (!capital && followsSubject(token, before)) return "verb";
  return capital && headline ? "name" : "noun";
}

/** "al-Rashid", "Al-Rashid": the article of an Arabic name, joined to it. */
function isSurname({ text }: Token): boolean {
  return /^(?:al|el|ad|ar|ash|az|ibn|bin|abu)[-‐‑]\p{Lu}/iu.test(text) && /[-‐‑]\p{Lu}/u.test(text);
}

/** "van" of "Piet van der Meer", "Van" of "Van der Meer said"; never the van that Anna drives, or ten Norwegians. */
function opensSurname(tokens: Token[], i: number, before: TaggedToken[]): boolean {
  const token = tokens[i];
  if (!token || !isNameParticle(token.lower)) return false;
  let end = i + 1;
  while (end < i + 3 && isNameParticle(tokens[end]?.text ?? "")) end++;
  if (!/^\p{Lu}\p{L}/u.test(tokens[end]?.text ?? "")) return false;
  const last = before.at(-1);
  if (token.lower === "ten") return last?.tag === "name" && isFirstName(last.text);
  if (last?.tag === "name" || end > i + 1) return true;
  const isThing = /^(?:van|bin|den)$/.test(token.text);
  return !isThing || !/^(?:determiner|possessive|noun|number|genitive)$/.test(last?.tag ?? "");
}

/** Behind "he", "they" or a clause's "it" even a verb that no list holds is one: "it shakes". */
function followsSubject(token: Token, before: TaggedToken[]): boolean {
  let at = before.length - 1;
  while (before[at]?.tag === "adverb") at--;
  const last = before[at];
  if (last?.tag !== "pronoun") return false;
  if (/^(?:he|she|it)$/.test(last.lower)) return /(?:[^s]s|ed)$/.test(token.lower);
  return /^(?:they|we|i)$/.test(last.lower);
}

/** "I" and the first words of clauses behind a colon are written with a capital, yet name nobody. */
function isPlainCapital(token: Token, before: TaggedToken[], next: Token | undefined): boolean {
  if (token.lower === "i" || token.lower === "i'm") return true;
  const last = before.at(-1);
  const afterBreak =
    last?.tag === "colon" || last?.tag === "dash" || last?.tag === "quotation" || last?.tag === "open";
  if (!afterBreak) return false;
  return isClosed(token.lower) && !(next && /^\p{Lu}/u.test(next.text) && !determiners.has(token.lower));
}

function startsSentence(before: TaggedToken[]): boolean {
  return before.every((one) => one.tag === "open" || one.tag === "dash" || one.text === "•");
}

function isClosed(lower: string): boolean {
  return (
    determiners.has(lower) ||
    possessives.has(lower) ||
    subjectPronouns.has(lower) ||
    prepositions.has(lower) ||
    conjunctions.has(lower) ||
    subordinators.has(lower) ||
    relatives.has(lower) ||
    adverbs.has(lower) ||
    modals.has(lower) ||
    beForms.has(lower) ||
    haveForms.has(lower) ||
    doForms.has(lower) ||
    negations.has(lower) ||
    lower === "there" ||
    lower === "to"
  );
}

function isNameStart(tokens: Token[], i: number, isKnownName: (text: string) => boolean): boolean {
  const [token, next] = [tokens[i], tokens[i + 1]];
  if (!token) return false;
  if (isClosed(token.lower) || isAdverb(token.lower) || token.lower === "no.") return false;
  if (isKnownName(token.text)) return true;
  if (/\.$/u.test(token.text) || /^\p{Lu}{2,}/u.test(token.text)) return true;
  if (/ing$/u.test(token.lower)) return false;
  if (!next) return false;
  const leadsOn = () => isSurname(next) || opensSurname(tokens, i + 1, [{ ...token, tag: "name" }]);
  return /^\p{Lu}/u.test(next.text) || leadsOn();
}

function closedClass(token: Token, before: TaggedToken[], next: Token | undefined): Tag | null {
  const { lower } = token;
  const last = before.at(-1);
  if (lower === "'s") return isDoubleGenitive(before, next) ? "noun" : genitiveOrIs(last, next);
  if (lower === "'d" || lower === "'ll" || lower === "'re" || lower === "'ve" || lower === "'m")
    return "auxiliary";
  if (negations.has(lower)) return "not";
  if (lower === "to") return last?.lower === "according" ? "preposition" : "to";
  if (lower === "that") return thatTag(last, next);
  if (lower === "her")
    return next && /^[\p{L}]/u.test(next.text) && !isClosed(next.lower) ? "possessive" : "object";
  if (lower === "may" && /^\p{Lu}/u.test(token.text)) return "name";
  if (modals.has(lower) || beForms.has(lower) || haveForms.has(lower) || doForms.has(lower)) {
    return lower === "being" || lower === "having" || lower === "doing" ? "ing" : "auxiliary";
  }
  if (lower === "there") return "pronoun";
  if (lower === "one" && next && /^[\p{Ll}]/u.test(next.text) && !isClosed(next.lower)) return "number";
  if (subjectPronouns.has(lower) && lower !== "who") return "pronoun";
  if (objectPronouns.has(lower)) return "object";
  if (
    lower === "like" &&
    last &&
    /^(?:pronoun|to|auxiliary|noun)$/.test(last.tag) &&
    last.tag !== "auxiliary"
  ) {
    return last.tag === "to" ? "infinitive" : "preposition";
  }
  if (lower === "so") return "adverb";
  if (relatives.has(lower)) return "relative";
  if (possessives.has(lower)) return "possessive";
  if (determiners.has(lower)) return "determiner";
  if (conjunctions.has(lower)) return "conjunction";
  if (subordinators.has(lower)) return "subordinator";
  if (prepositions.has(lower) || (lower === "contrary" && next?.lower === "to")) return "preposition";
  if (adverbs.has(lower)) return "adverb";
  return null;
}

/** The "'s" of "an ally of Berg's said": what follows is no thing of Berg's. */
function isDoubleGenitive(before: readonly TaggedToken[], next: Token | undefined): boolean {
  let at = before.length - 1;
  while (before[at]?.tag === "name") at--;
  const isOf = before[at]?.lower === "of" && at < before.length - 1 && before[at - 1]?.tag === "noun";
  const isAVerb = /^(?:said|says|told|tells|wrote|was|were|has|had|did|who)$/.test(next?.lower ?? "");
  return isOf && isAVerb;
}

function genitiveOrIs(last: TaggedToken | undefined, next: Token | undefined): Tag {
  if (!last) return "genitive";
  if (/^(?:pronoun|relative|object|subordinator|adverb|determiner)$/.test(last.tag)) return "auxiliary";
  const follower = next?.lower ?? "";
  if (/^(?:a|an|the|not|been|going|also|already|just|always|never|n't|no)$/.test(follower))
    return "auxiliary";
  return "genitive";
}

/** "that" opens a clause, points ("that man") or relates ("a man that knew"). */
function thatTag(last: TaggedToken | undefined, next: Token | undefined): Tag {
  if (last?.tag === "comma")
    return next && /^\p{Lu}/u.test(next.text) ? "subordinator" : thatTag(undefined, next);
  if (!last) return next && isClosed(next.lower) ? "pronoun" : "determiner";
  return "subordinator";
}

/** Whether a tag ends a subject: a verb that is inflected for it. */
export function isFiniteVerb(tag: Tag | undefined): boolean {
  return tag === "verb" || tag === "auxiliary";
}
