import { accordingTo } from "./according-to";
import { skipAdjuncts } from "./adjuncts";
import { likely } from "./confidence";
import { type ContactClause, contactClause } from "./contact-clauses";
import { contentBefore, contentEnd, endsInComma, isSpokenBy, leadBefore } from "./content-edges";
import { type Content, contentBehind } from "./contents";
import { type CueUse, findCueUses } from "./cue-uses";
import { cueForms } from "./cues";
import { dependent, passive } from "./dependent-cues";
import type { Found } from "./found";
import { isJudgeable } from "./judgeable";
import { isSomebody } from "./made-to-speak";
import { phraseEnd, type Range } from "./noun-phrases";
import { endAtOuterVerb } from "./outer-verbs";
import { mainSubject, subjectBefore, subjectBehind } from "./speakers";
import type { SubjectPhrase } from "./subject-phrases";
import { isFiniteVerb, type TaggedToken } from "./tag";
import { unlistedVerbs } from "./unlisted-verbs";
import { isFuture, isUnsaid } from "./unsaid";
import { timeWords } from "./words";

/** Finds the attributions of one sentence. */
export function attributeSentence(s: TaggedToken[]): Found[] {
  const high = contentHigh(s);
  const found: Found[] = [];
  for (const use of findCueUses(s)) {
    const one = doubtFuture(s, use, attributeUse(s, use, high, found));
    if (one && isUnsaid(s, use, one, found)) found.push({ ...one, empty: "unsaid" });
    else if (one)
      found.push(...withRecalled(s, use, high, isThing(s, one) ? { ...one, empty: "thing" } : one));
  }
  found.push(...accordingTo(s, high, found), ...unlistedVerbs(s, high, found));
  return endAtOuterVerb(s, found).map((one) => {
    const ended = withoutTeller(s, withoutFormer(s, one, found), found);
    return ended !== one && !ended.empty && isThing(s, ended) ? { ...ended, empty: "thing" } : ended;
  });
}

/** "“We will fight,” Holm will say on Monday": until then it may be left out. */
function doubtFuture(s: TaggedToken[], use: CueUse, one: Found | null): Found | null {
  return one && isFuture(s, use) ? { ...one, confidence: Math.min(one.confidence, likely) } : one;
}

/** "“A mistake,” said Berg, and “a crime,” said Holm": Holm's words begin behind what is told of Berg. */
function withoutFormer(s: TaggedToken[], one: Found, found: readonly Found[]): Found {
  const { cue, contents } = one;
  const first = contents[0];
  if (!cue || !first || first.to > cue.from) return one;
  const ends = found
    .filter((other) => other !== one && other.cue && isWithin(other.cue, first) && isBehindWords(other))
    .map(({ cue: told, subject }) => Math.max(told?.to ?? 0, subject?.whole.to ?? 0));
  let from = Math.max(first.from, ...ends);
  while (from < first.to && /^(?:comma|conjunction|dash)$/.test(s[from]?.tag ?? "")) from++;
  // "“A mistake,” said Berg, the Courier reported": all of it.
  const hasOwn = s.slice(from, first.to).some((token) => token.tag === "quotation");
  return from > first.from && hasOwn
    ? { ...one, contents: [{ from, to: first.to }, ...contents.slice(1)] }
    : one;
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

function isBehindWords({ cue, contents }: Found): boolean {
  return contents.some(({ to }) => cue !== null && to <= cue.from);
}

/** "He denied being drunk, his lawyer said": what is denied ends where the words end that the lawyer told. */
function withoutTeller(s: TaggedToken[], one: Found, found: readonly Found[]): Found {
  const { cue } = one;
  if (!cue) return one;
  const told = found
    .filter((other) => other !== one && !other.empty && other.cue)
    .flatMap(({ contents, cue: tells }) => contents.filter(({ to }) => tells && to <= tells.from))
    .find(({ from, to }) => from <= cue.from && cue.to < to);
  if (!told || one.contents.every((range) => range.from >= told.to || range.to <= told.to)) return one;
  const contents = one.contents
    .map((range) => ({ ...range, to: Math.min(range.to, told.to) }))
    .filter(({ from, to }) => from < to && !(from + 1 === to && s[from]?.lower === "that"));
  return { ...one, contents };
}

/** "“…,” Reed recalled Smith saying", "“…,” Reed says Smith told him": they are Smith's words, as Reed tells them. */
function withRecalled(s: TaggedToken[], use: CueUse, high: number, found: Found): Found[] {
  const [words, more] = found.contents;
  const end = phraseEnd(s, use.to, high);
  const form = cueForms.get(s[end]?.lower ?? "");
  const behind = skipAdjuncts(s, phraseEnd(s, end + 1, high), high);
  const isLast = behind >= high || s[behind]?.tag === "comma";
  if (!words || more || words.to > use.from || end === use.to || !isLast) return [found];
  if (!form?.verb.takes.includes("q") || !tellsOf(use, s[end])) return [found];
  if (timeWords.has(s[use.to]?.lower ?? "")) return [found];
  const core = { from: use.to, to: end };
  const recalled: Found = {
    ...found,
    subject: { core, whole: core, appositions: [], place: "before" },
    // Without a cue of its own: one that stood behind the other's would make it that one's words.
    cue: null,
    verb: form.verb,
    rule: "The speaker tells that somebody said it.",
    confidence: likely,
  };
  return [{ ...found, contents: [words, { from: use.to, to: end + 1 }] }, recalled];
}

/** "recalled Smith saying", "says Smith told"; "told reporters asking" tells of nobody's words. */
function tellsOf({ verb }: CueUse, of: TaggedToken | undefined): boolean {
  if (of?.tag === "ing") return /^(?:recall|recount)$/.test(verb.base);
  return of?.tag === "verb" && !verb.takes.includes("a");
}

/** "confirmed the delay": the object of the verb is no claim. */
function isThing(s: TaggedToken[], { contents, cue, verb }: Found): boolean {
  const [content] = contents;
  if (!content || !cue || !verb || contents.length > 1) return false;
  // "pointing to the sea wall"
  if (verb.base === "point" && s[content.from - 1]?.lower === "to") return !isJudgeable(s, content, verb);
  if (!verb.takes.includes("n")) return false;
  if (/^(?:cite|quote)$/.test(verb.base) && isCitedOne(s, content)) return true;
  const isObject = content.from >= cue.to && s[content.from - 1]?.tag !== "preposition";
  return isObject && !isJudgeable(s, content, verb);
}

/** "cited police", "quoted Berg as saying": whom somebody cites, and not what. */
function isCitedOne(s: TaggedToken[], { from, to }: Range): boolean {
  const end = phraseEnd(s, from, to);
  const head = s[end - 1];
  if (s[to - 2]?.lower === "as" && s[to - 1]?.tag === "ing") return true;
  return head !== undefined && end === to && (head.tag === "name" || isSomebody(head));
}

function contentHigh(s: TaggedToken[]): number {
  let high = s.length;
  while (high > 0 && s[high - 1]?.tag === "stop") high--;
  return high;
}

function attributeUse(s: TaggedToken[], use: CueUse, high: number, earlier: Found[]): Found | null {
  if (use.mode === "passive") return passive(s, use, high);
  if (use.mode === "ing" || use.mode === "infinitive") return dependent(s, use, high, earlier);
  return inverted(s, use, high) ?? active(s, use, high, earlier);
}

/** "…," said Smith. */
function inverted(s: TaggedToken[], use: CueUse, high: number): Found | null {
  const left = s[use.from - 1];
  if (!(use.verb.takes.includes("v") || left?.tag === "quotation") || use.from !== use.at) return null;
  if (left && !/^(?:quotation|comma|dash)$/.test(left.tag) && left.lower !== "as") return null;
  const plainComma = left?.tag === "comma" && s[use.from - 2]?.tag !== "quotation";
  if (plainComma && subjectBefore(s, use.from, 0)) return null;
  const subject = subjectBehind(s, use.to, high);
  // "Mayor lied about bridge, claims engineer": other verbs so but at the end.
  if (!subject || (plainComma && use.verb.base !== "say" && subject.whole.to < high)) return null;
  if (left?.lower === "as") return asSaid(s, use, subject, subject.whole.to, high);
  const before = left ? contentBefore(s, use.from, 0) : null;
  const behind = contentBehind(s, use, skipPast(s, subject, high), high);
  const isMore = behind?.how === "quotation" || behind?.how === "colon";
  // "“…,” said Berg, “a crime,” said Holm": the next words are the next one's.
  const after = behind && isMore && !isSpokenBy(s, behind.to) ? [behind] : [];
  if (!before && after.length === 0) return insideWords(s, use, subject, high);
  return {
    contents: [...(before ? [before] : []), ...after],
    subject,
    cue: { from: use.from, to: use.to },
    verb: use.verb,
    negative: use.negative,
    rule: "The speaker stands behind the verb.",
    confidence: before?.from === 0 || left?.tag === "quotation" ? 0.95 : 0.8,
    open: false,
  };
}

/** "The offer, said Dahl, was fair": the words go on behind the speaker. */
function insideWords(s: TaggedToken[], use: CueUse, subject: SubjectPhrase, high: number): Found | null {
  const comma = subject.whole.to;
  const lead = leadBefore(s, use.from - 1);
  if (!lead || s[use.from - 1]?.tag !== "comma" || s[comma]?.tag !== "comma") return null;
  if (!isFiniteVerb(s[comma + 1]?.tag) || phraseEnd(s, lead.from, use.from) !== lead.to) return null;
  return {
    contents: [lead, { from: comma + 1, to: contentEnd(s, comma + 1, high) }],
    subject,
    cue: { from: use.from, to: use.to },
    verb: use.verb,
    negative: use.negative,
    rule: "The speaker and the verb stand inside the words.",
    confidence: 0.8,
    open: false,
  };
}

function skipPast(s: TaggedToken[], subject: SubjectPhrase, high: number): number {
  return skipAdjuncts(s, Math.max(subject.whole.to, subject.core.to), high);
}

/** "As Smith reported, …" and "…, as Smith put it". */
function asSaid(
  s: TaggedToken[],
  use: CueUse,
  subject: SubjectPhrase,
  behind: number,
  high: number,
): Found | null {
  const as = Math.min(subject.core.from, use.from) - 1;
  const base = {
    subject,
    cue: { from: use.from, to: use.to },
    verb: use.verb,
    negative: use.negative,
    rule: "“As … said” gives the speaker of the clause beside it.",
    confidence: 0.8,
    open: false,
  };
  const leads = s.slice(0, Math.max(as, 0)).every((one) => /^(?:conjunction|comma|adverb)$/.test(one.tag));
  if (leads && s[as]?.lower === "as") {
    const comma = s.findIndex((one, k) => k >= behind && one.tag === "comma");
    return comma > 0 && comma < high - 1
      ? { ...base, contents: [{ from: comma + 1, to: contentEnd(s, comma + 1, high) }] }
      : null;
  }
  if (s[as - 1]?.tag !== "comma") return null;
  const before = contentBefore(s, as, 0);
  return before ? { ...base, contents: [before] } : null;
}

/** "Smith said that …", "…, Smith said", "…, Smith said, …". */
function active(s: TaggedToken[], use: CueUse, high: number, earlier: Found[]): Found | null {
  const subject = goesOnFrom(s, use, earlier) ?? subjectBefore(s, use.from, 0);
  if (!subject) return fallbackQuotation(s, use, high);
  const behind = withoutWas(s, subject, contentBehind(s, use, use.to, high));
  const as = s[subject.core.from - 1];
  const plain = s[use.at - 1]?.tag !== "to";
  if (as?.lower === "as" && !behind) return plain ? asSaid(s, use, subject, use.to, high) : null;
  if (as?.lower === "as" && plain && subject.core.from <= 3 && behind?.how !== "that")
    return asSaid(s, use, subject, use.to, high);
  const contact = behind?.from === use.to ? contactClause(s, subject.core, behind) : null;
  if (contact) return inContact(use, contact);
  const contents = activeContents(s, use, subject, inClause(s, subject, behind, high), high);
  if (contents.length === 0) return openCue(s, use, subject, high);
  return {
    contents,
    subject,
    cue: { from: use.from, to: behind?.how === "preposition" ? Math.max(use.to, behind.cueTo) : use.to },
    verb: use.verb,
    negative: use.negative,
    rule: ruleOf(subject, behind, contents),
    confidence: confidenceOf(use, subject, behind),
    open: false,
  };
}

function inContact({ from, to, verb, negative }: CueUse, { speaker, words }: ContactClause): Found {
  return {
    contents: [words],
    subject: { core: speaker, whole: speaker, appositions: [], place: "before" },
    cue: { from, to },
    verb,
    negative,
    rule: "The speaker stands between what the words are about and the verb.",
    confidence: 0.65,
    open: false,
  };
}

/** "What Berg said was that it is safe", "all he said was “no”": the words begin behind the "was". */
function withoutWas(s: TaggedToken[], { core }: SubjectPhrase, behind: Content | null): Content | null {
  const opener = s[core.from]?.lower === "all" ? core.from : core.from - 1;
  if (!behind || !/^(?:what|all)$/.test(s[opener]?.lower ?? "")) return behind;
  const isWas = /^(?:is|was)$/.test(s[behind.from]?.lower ?? "");
  const next = s[behind.from + 1];
  if (isWas && (next?.lower === "that" || next?.tag === "quotation"))
    return { ...behind, from: behind.from + 1, how: "that" };
  // "What Berg said next shocked the court: “…”"; "angry at what she said were harsh rules" has words of hers.
  const isOpening = s.slice(0, opener).every((one) => one.tag === "conjunction");
  return !isOpening || /^(?:that|quotation|colon)$/.test(behind.how) ? behind : null;
}

/** "Smith said prices rose and blamed the bank": both verbs are Smith's, whatever verb lies between. */
function goesOnFrom(s: TaggedToken[], use: CueUse, earlier: Found[]): SubjectPhrase | null {
  let left = use.from - 1;
  while (s[left]?.tag === "adverb") left--;
  const conjunction = s[left]?.tag === "conjunction" ? left : -1;
  const before = earlier.findLast((one) =>
    one.contents.some((range) => range.to === conjunction || range.to === conjunction - 1),
  );
  return before?.subject ? { ...before.subject, place: "shared" } : null;
}

/** What stands behind the verb, no further than the clause that the verb stands in. */
function inClause(
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
function isBeforeLead({ tag, lower }: TaggedToken): boolean {
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

function activeContents(
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

function ruleOf(subject: SubjectPhrase, behind: Content | null, contents: Range[]): string {
  if (subject.place === "relative") return "The speaker stands before “who” or “which”.";
  if (subject.place === "shared") return "The verb shares its subject with the one before “and”.";
  if (subject.place === "apposition") return "The speaker is named before an apposition and the verb.";
  if (contents.length > 1) return "The speaker and the verb stand inside the words.";
  if (!behind || contents[0]?.from !== behind.from) return "The speaker and the verb stand behind the words.";
  return "The speaker and the verb stand before the words.";
}

function confidenceOf(use: CueUse, subject: SubjectPhrase, behind: Content | null): number {
  const thought = use.verb.takes.includes("k") ? 0.2 : 0;
  const object = behind?.how === "object" ? 0.15 : 0;
  const far = subject.place === "shared" || subject.place === "relative" ? 0.1 : 0;
  return Math.round(100 * Math.max(0.3, 0.95 - thought - object - far - (use.negative ? 0.1 : 0))) / 100;
}

/** A quotation beside a verb of saying whose subject could not be read: the words are somebody's all the same. */
function fallbackQuotation(s: TaggedToken[], use: CueUse, high: number): Found | null {
  const behind = contentBehind(s, use, use.to, high);
  if (behind?.how !== "quotation" && behind?.how !== "colon") return null;
  if (isBidding(s, use)) return null;
  return {
    contents: [behind],
    subject: mainSubject(s, use.from, 0),
    cue: { from: use.from, to: use.to },
    verb: use.verb,
    negative: use.negative,
    rule: "A verb of saying stands before the quotation; its subject is the sentence's.",
    confidence: 0.6,
    open: false,
  };
}

/** "When a minister says so, ask: of what?", "Ask: of what?": whoever reads it is to ask. */
function isBidding(s: TaggedToken[], { from, at }: CueUse): boolean {
  const forms = cueForms.get(s[at]?.lower ?? "")?.forms ?? [];
  return (
    from === at &&
    forms.includes("b") &&
    !forms.includes("d") &&
    /^(?:comma|stop)$/.test(s[at - 1]?.tag ?? "stop")
  );
}

/** "Smith was blunt when he spoke." and "He said:": the words may follow in the next sentence. */
function openCue(s: TaggedToken[], use: CueUse, subject: SubjectPhrase, high: number): Found | null {
  const last = s[high - 1];
  const atEnd = last?.tag === "colon" || skipAdjuncts(s, use.to, high) >= high;
  if (!atEnd || !/[qc]/.test(use.verb.takes) || subject.place === "relative") return null;
  return {
    contents: [],
    subject,
    cue: { from: use.from, to: use.to },
    verb: use.verb,
    negative: use.negative,
    rule: "The words follow the announcement of them.",
    confidence: last?.tag === "colon" ? 0.9 : 0.7,
    open: true,
  };
}
