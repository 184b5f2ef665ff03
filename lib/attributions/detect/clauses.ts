import { endsInComma } from "./content-edges";
import type { Content } from "./contents";
import type { Range } from "./noun-phrases";
import type { SubjectPhrase } from "./subject-phrases";
import { isFiniteVerb, type TaggedToken } from "./tag";
import { timeWords } from "./words";

/** What stands behind the verb, no further than the clause that the verb stands in. */
export function inClause(
  s: TaggedToken[],
  subject: SubjectPhrase,
  behind: Content | null,
  high: number,
): Content | null {
  const within = inRelative(s, subject, behind);
  return within && isInLeadingClause(s, subject)
    ? { ...within, to: leadingClauseEnd(s, within, high) }
    : within;
}

const leading = /^(?:while|when|whenever|although|though|after|before|since|because|as|once|whereas|where)$/;

/** "While Berg said it was safe, Holm …": the verb stands in a clause that leads to the sentence's own. */
function isInLeadingClause(s: TaggedToken[], { core }: SubjectPhrase): boolean {
  let k = core.from - 1;
  while (s[k]?.tag === "adverb") k--;
  if (!leading.test(s[k]?.lower ?? "")) return false;
  return s.slice(0, k).every(isBeforeLead);
}

/** "But after", "two days after", "the day after". */
export function isBeforeLead({ tag, lower }: TaggedToken): boolean {
  const isSpan = /^(?:minute|hour|day|week|month|year|decade|moment)s?$|^(?:shortly|soon)$/.test(lower);
  return isSpan || /^(?:conjunction|adverb|comma|number|determiner)$/.test(tag) || timeWords.has(lower);
}

/** Behind its first comma that ends a clause, another one begins that is nobody's words yet. */
function leadingClauseEnd(s: TaggedToken[], { from, to }: Range, high: number): number {
  const begins = /^(?:name|determiner|possessive|noun|number|pronoun)$/;
  let hasVerb = false;
  for (let k = from; k < to; k++) {
    const token = s[k];
    hasVerb ||= isFiniteVerb(token?.tag) || token?.tag === "quotation";
    const isComma = token?.tag === "comma";
    if (!token || !hasVerb || !(isComma || (token.tag === "quotation" && endsInComma(token)))) continue;
    if (k + 1 < high && begins.test(s[k + 1]?.tag ?? "")) return isComma ? k : k + 1;
  }
  return to;
}

/** ", who has called it “risky,” signed a law": a clause between commas ends with the next one. */
function inRelative(s: TaggedToken[], subject: SubjectPhrase, behind: Content | null): Content | null {
  const which = s[subject.core.from - 1]?.tag === "relative" && s[subject.core.from - 2]?.tag === "comma";
  if (!behind || (subject.place !== "relative" && !which)) return behind;
  for (let k = behind.from; k < behind.to; k++) {
    const token = s[k];
    const closing = token?.tag === "quotation" && /[,][\s"”’']*$/u.test(token.text);
    if (token?.tag === "comma" && k > behind.from) return { ...behind, to: k };
    if (closing && k + 1 < behind.to) return { ...behind, to: k + 1 };
  }
  return behind;
}
