import { isReadable } from "./names";
import type { Tag, TaggedToken } from "./tag";
import type { Token } from "./tokenise";
import {
  beForms,
  determiners,
  doForms,
  haveForms,
  isAdverb,
  modals,
  nounFirst,
  objectPronouns,
  possessives,
  relatives,
  subjectPronouns,
  subordinators,
  type VerbInfo,
  verbInfo,
} from "./words";

/** The tag of a word that has a verb's shape, by its neighbours; null where it is no verb here. */
export function verbTag(
  token: Token,
  info: VerbInfo,
  before: TaggedToken[],
  next: Token | undefined,
): Tag | null {
  let at = before.length - 1;
  while (at >= 0 && (before[at]?.tag === "adverb" || before[at]?.tag === "not")) at--;
  const last = before[at];
  const { lower } = token;
  if (/^(?:release|report)$/.test(lower) && /^(?:news|press|media)$/.test(last?.lower ?? "")) return "noun";
  if (info.has("g") && !info.has("b"))
    return /^(?:genitive|determiner|possessive)$/.test(last?.tag ?? "") ? "noun" : "ing";
  if (last?.tag === "to") return info.has("b") ? "infinitive" : null;
  if (last?.tag === "auxiliary") return auxiliaryComplement(last, info);
  if (last && /^(?:determiner|possessive|genitive|preposition|number)$/.test(last.tag)) {
    const many = /^(?:few|many|most|some|all|both|several)$/.test(last.lower);
    const opens =
      next !== undefined && (/^\p{Lu}/u.test(next.text) || /^(?:that|he|she|they|it)$/.test(next.lower));
    // "Some claim Berg lied", "some claim that"
    if (many && info.has("b") && (!nounFirst.has(lower) || opens)) return "verb";
    // "Another said": no adjective looks like an irregular past.
    const alone = many || /^(?:another|neither|each)$/.test(last.lower);
    if (alone && info.has("d") && !/ed$/.test(lower)) return "verb";
    // "the alleged plot" and "two calls" hold no verb; "the reported" before a verb neither.
    return last.tag === "number" && info.has("d") ? "verb" : null;
  }
  const finite = info.has("d") || info.has("s") || info.has("b");
  if (!finite) return info.has("n") ? "participle" : null;
  if (nounFirst.has(lower) && !info.has("d")) return nounOrVerb(token, info, before, last, next);
  if (info.has("d") && last && /^(?:noun|name|close)$/.test(last.tag) && next?.lower === "by")
    return "participle";
  if (info.has("d") && (!last || /^(?:when|if|once|while|though|although|unless|until)$/.test(last.lower)))
    return "participle";
  if (info.has("b") && !info.has("d") && !info.has("s")) {
    if (!last) return "infinitive";
    const plural =
      /^(?:pronoun|relative)$/.test(last.tag) ||
      isPlural(last) ||
      before.some((one) => one.tag === "conjunction" || isPlural(one));
    if (last.tag === "ing" || last.tag === "verb" || last.tag === "infinitive" || last.tag === "object")
      return null;
    return plural || last.tag === "comma" || last.tag === "conjunction" || last.tag === "quotation"
      ? "verb"
      : null;
  }
  return "verb";
}

function auxiliaryComplement(last: TaggedToken, info: VerbInfo): Tag | null {
  if (beForms.has(last.lower) || last.lower === "'s") return info.has("n") ? "participle" : null;
  if (haveForms.has(last.lower)) return info.has("n") ? "participle" : info.has("b") ? "infinitive" : null;
  return info.has("b") ? "infinitive" : info.has("n") ? "participle" : null;
}

function isPlural(token: TaggedToken): boolean {
  return (
    /^(?:noun|name|close)$/.test(token.tag) &&
    (/s$/u.test(token.lower) || pluralNouns.has(token.lower) || token.tag === "close")
  );
}

const pluralNouns = new Set(
  "people men women police children officials media data many few some others sources americans whites staff".split(
    " ",
  ),
);

/** "reports say", "Trump calls", "critics claim that": a noun unless its neighbours need a verb. */
function nounOrVerb(
  token: Token,
  info: VerbInfo,
  before: readonly TaggedToken[],
  last: TaggedToken | undefined,
  next: Token | undefined,
): Tag | null {
  if (!last) return null;
  if (last.tag === "pronoun" || last.tag === "relative") return "verb";
  if (/^shows?$/.test(token.lower) && isShownBehind(before, next)) return "verb";
  const nextIsVerb = next !== undefined && isClearVerb(next.lower);
  if (nextIsVerb) return null;
  if (info.has("s") && !info.has("b")) {
    const singular =
      (last.tag === "name" ||
        last.tag === "close" ||
        last.tag === "comma" ||
        last.tag === "noun" ||
        last.tag === "quotation" ||
        last.tag === "conjunction") &&
      !isPlural(last);
    // ", the Courier reports.": behind a comma, at the end
    const isLast = next === undefined || next.text === ".";
    const comma = before.findLastIndex((one) => one.tag === "comma");
    const isNear =
      isLast &&
      comma > 0 &&
      before.slice(comma + 1).every((one) => /^(?:determiner|name|genitive)$/.test(one.tag));
    const parenthesis = (next?.text === "," || isNear) && last.tag === "name";
    return (singular || last.tag === "name") && (takesObject(next) || parenthesis) ? "verb" : null;
  }
  return isPlural(last) && takesObject(next) ? "verb" : null;
}

/** "The dam leaked, the county's records show.": what is read stands between the comma and the verb. */
function isShownBehind(before: readonly TaggedToken[], next: Token | undefined): boolean {
  const comma = before.findLastIndex((one) => one.tag === "comma" || one.tag === "quotation");
  const isEnd = !next || /^[.,;]$/.test(next.text);
  return (
    comma >= 0 &&
    isEnd &&
    isReadable(before.at(-1)?.lower ?? "") &&
    before
      .slice(comma + 1)
      .every(({ tag }) => /^(?:determiner|possessive|genitive|noun|name|number|preposition)$/.test(tag))
  );
}

function takesObject(next: Token | undefined): boolean {
  if (!next) return false;
  if (next.kind === "quotation" || next.text === ":" || /^\p{Lu}/u.test(next.text)) return true;
  return (
    determiners.has(next.lower) ||
    possessives.has(next.lower) ||
    objectPronouns.has(next.lower) ||
    subjectPronouns.has(next.lower) ||
    next.lower === "that" ||
    next.lower === "to" ||
    next.lower === "for" ||
    next.lower === "on" ||
    next.lower === "out" ||
    relatives.has(next.lower) ||
    subordinators.has(next.lower) ||
    isAdverb(next.lower)
  );
}

function isClearVerb(lower: string): boolean {
  if (modals.has(lower) || beForms.has(lower) || haveForms.has(lower) || doForms.has(lower)) return true;
  const info = verbInfo(lower);
  return (
    info !== undefined &&
    !nounFirst.has(lower) &&
    (info.has("d") || info.has("s") || info.has("b")) &&
    !info.has("g")
  );
}
