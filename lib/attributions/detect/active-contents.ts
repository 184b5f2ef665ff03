import { skipAdjuncts } from "./adjuncts";
import { isBeforeLead } from "./clauses";
import { contentBefore, contentEnd, leadBefore } from "./content-edges";
import type { Content } from "./contents";
import type { CueUse } from "./cue-uses";
import type { Range } from "./noun-phrases";
import type { SubjectPhrase } from "./subject-phrases";
import type { TaggedToken } from "./tag";

/** The words of "Smith said …", before the speaker, behind the verb or on both sides. */
export function activeContents(
  s: TaggedToken[],
  use: CueUse,
  subject: SubjectPhrase,
  behind: Content | null,
  high: number,
): Range[] {
  const gap = s[subject.core.from - 1];
  const left = gap && (gap.tag === "comma" || gap.tag === "quotation" || gap.tag === "dash");
  const parenthesis =
    use.verb.takes.includes("p") &&
    left &&
    subject.place !== "relative" &&
    subject.place !== "shared" &&
    !isOfThem(s, subject);
  const before = parenthesis ? contentBefore(s, subject.core.from, 0) : null;
  const directlyBehind = behind && s[behind.from - 1]?.tag !== "comma";
  // "In a letter that called it “rotten,” he said it was gone": what he said stands behind the verb.
  const clause = directlyBehind && !startsSubordinate(s, behind);
  if (before && clause && startsSubordinate(s, before)) return fronted(s, use, subject, behind, high);
  if (before && isQuoted(s, before) && (gap?.tag === "quotation" || endsQuoted(s, subject.core.from))) {
    const more =
      behind && (behind.how === "quotation" || behind.how === "colon" || isThat(s, behind)) ? [behind] : [];
    return [before, ...more];
  }
  if (left && behind?.how === "quotation" && !directlyBehind && goesOnInside(s[behind.from])) {
    const lead = leadBefore(s, subject.core.from - 1);
    return lead ? [lead, behind] : [behind];
  }
  if (behind && (directlyBehind || !before)) return fronted(s, use, subject, behind, high);
  if (behind?.how === "quotation" && before && startsSubordinate(s, before)) return [behind];
  if (before && behind && behind.how === "quotation") return [behind];
  const more = interrupted(s, use, high);
  if (before) return [before, ...more];
  const lead = leadBefore(s, subject.core.from - 1);
  return parenthesis && gap.tag === "comma" && more.length > 0 && lead ? [lead, ...more] : [];
}

/** ", some of whom shouted", ", both of which said so": they go on with the ones before, and tell nothing of the words. */
function isOfThem(s: TaggedToken[], { core }: SubjectPhrase): boolean {
  return s.slice(core.from, core.to).some((one) => /^(?:whom|which|whose)$/.test(one.lower));
}

/** "“…,” he told Holm that it was over"; in "wrote in a post that Berg shared" the post is what is told of. */
function isThat(s: TaggedToken[], { how, from }: Content): boolean {
  return how === "that" && s[from - 1]?.tag !== "noun";
}

/** "For the old, he said, “there is no bus”": a quotation that starts small goes on with the words before. */
function goesOnInside(token: TaggedToken | undefined): boolean {
  return /^["'“‘`]+[…. ]*\p{Ll}/u.test(token?.text ?? "");
}

function startsSubordinate(s: TaggedToken[], range: Range): boolean {
  const { tag, lower } = s[range.from] ?? {};
  if (lower === "that") return false;
  return tag === "subordinator" || tag === "preposition" || tag === "ing" || tag === "participle";
}

function isQuoted(s: TaggedToken[], range: Range): boolean {
  return s.slice(range.from, range.to).some((one) => one.tag === "quotation");
}

function endsQuoted(s: TaggedToken[], at: number): boolean {
  return s[at - 1]?.tag === "comma" && s[at - 2]?.tag === "quotation";
}

/** "In Miami, he said, prices rose": the words before belong to the content when a comma follows the verb. */
function fronted(
  s: TaggedToken[],
  use: CueUse,
  subject: SubjectPhrase,
  behind: Content,
  high: number,
): Range[] {
  const comma = s[use.to];
  const gap = s[subject.core.from - 1];
  if (comma?.tag === "comma" && gap?.tag === "comma" && behind.how === "clause" && subject.core.from > 1) {
    const lead = leadBefore(s, subject.core.from - 1);
    return lead ? [lead, behind] : [behind];
  }
  return behind.from < high ? [behind] : [];
}

/** "The plan, he said, would fail": what stands behind the second comma. */
function interrupted(s: TaggedToken[], use: CueUse, high: number): Range[] {
  const at = skipAdjuncts(s, use.to, high);
  if (s[at]?.tag !== "comma" || at + 2 >= high) return [];
  const next = s[at + 1];
  if (
    !next ||
    /^(?:ing|relative|subordinator|participle)$/.test(next.tag) ||
    /^(?:but|while)$/.test(next.lower) ||
    tellsWhen(s, at + 1)
  )
    return [];
  const to = contentEnd(s, at + 1, high);
  return to > at + 1 ? [{ from: at + 1, to }] : [];
}

/** "…, Dahl said on Monday, a day after the bank made it": when it was said. */
function tellsWhen(s: TaggedToken[], at: number): boolean {
  const before = s.slice(at, at + 5);
  const opener = before.findIndex((one) => /^(?:after|before)$/.test(one.lower));
  return opener > 0 && before.slice(0, opener).every(isBeforeLead);
}
