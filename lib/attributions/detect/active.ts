import { activeContents } from "./active-contents";
import { skipAdjuncts } from "./adjuncts";
import { asSaid } from "./as-said";
import { inClause } from "./clauses";
import { type ContactClause, contactClause } from "./contact-clauses";
import { type Content, contentBehind } from "./contents";
import type { CueUse } from "./cue-uses";
import { cueForms } from "./cues";
import type { Found } from "./found";
import type { Range } from "./noun-phrases";
import { mainSubject, subjectBefore } from "./speakers";
import type { SubjectPhrase } from "./subject-phrases";
import type { TaggedToken } from "./tag";

/** "Smith said that …", "…, Smith said", "…, Smith said, …". */
export function active(s: TaggedToken[], use: CueUse, high: number, earlier: Found[]): Found | null {
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
