import { isCitable } from "./citable";
import { likely } from "./confidence";
import { contentBefore, endsInComma } from "./content-edges";
import { contentBehind } from "./contents";
import type { CueUse } from "./cue-uses";
import type { Found } from "./found";
import { endsPhrase, phraseEnd, phraseStart, type Range } from "./noun-phrases";
import { agentBehind, mainSubject, subjectBefore } from "./speakers";
import type { SubjectPhrase } from "./subject-phrases";
import { isFiniteVerb, type TaggedToken } from "./tag";

/** "was called a liar by critics", "was asked whether". */
export function passive(s: TaggedToken[], use: CueUse, high: number): Found | null {
  const behind = contentBehind(s, use, use.to, high);
  const subject = agentBehind(s, use.to, high);
  if (!behind || behind.how === "clause" || (behind.how === "object" && !subject)) return null;
  if (behind.how === "quotation" && !subject) return null;
  // "has been asked for comment"
  if (/^(?:comment|comments|response)$/.test(s[behind.from]?.lower ?? "")) return null;
  const helpers = s.slice(use.from, use.at).some((one) => one.tag === "auxiliary");
  const whenAsked = behind.how === "question" && s[use.from - 1]?.tag === "subordinator";
  if (!helpers && !subject && !whenAsked) return null;
  // "When Berg was asked if it was safe, he laughed"
  const isLeading = behind.how === "question" && s[0]?.tag === "subordinator";
  if (whenAsked || isLeading || use.from === 0) behind.to = Math.min(behind.to, firstComma(s, use.to, high));
  const judged =
    subject && behind.from < subject.core.from
      ? { from: behind.from, to: Math.max(behind.from + 1, subject.core.from - 1) }
      : behind;
  return {
    contents: [{ from: judged.from, to: judged.to }],
    subject,
    cue: { from: use.from, to: use.to },
    verb: use.verb,
    negative: use.negative,
    rule: subject ? "The speaker stands behind “by”." : "The text does not say who said it.",
    confidence: likely,
    open: false,
  };
}

/** Where a clause ends that a comma closes; the comma may stand inside the marks. */
function firstComma(s: TaggedToken[], at: number, high: number): number {
  for (let k = at + 1; k < high; k++) {
    const token = s[k];
    if (token?.tag === "comma") return k;
    if (token?.tag === "quotation" && endsInComma(token)) return k + 1;
  }
  return high;
}

/** "…, saying that", "took to Twitter to say": the subject is that of the sentence, or of the cue before. */
export function dependent(s: TaggedToken[], use: CueUse, high: number, earlier: Found[]): Found | null {
  const behind = contentBehind(s, use, use.to, high);
  if (!behind) return quotedBefore(s, use);
  let near = use.from - 1;
  while (s[near]?.tag === "adverb") near--;
  const left = s[near];
  const cue = { from: use.from, to: behind.how === "preposition" ? Math.max(use.to, behind.cueTo) : use.to };
  const base = { contents: [behind], cue, verb: use.verb, negative: use.negative, open: false };
  const attached = left && /^(?:noun|name|pronoun|close)$/.test(left.tag) && use.mode === "ing";
  if (left && /^(?:of|for|from|without|about|against|with|to)$/.test(left.lower)) return null;
  if (behind.how === "preposition" && /^(?:speak|talk)$/.test(use.verb.base)) return null;
  if (use.mode === "infinitive" && (behind.how === "object" || behind.how === "preposition")) return null;
  if (attached) {
    const loose = behind.how === "object" && !use.verb.takes.includes("j");
    if (loose || (behind.how === "preposition" && left.tag !== "name")) return null;
    const own = subjectBefore(s, use.from, 0);
    return own
      ? { ...base, subject: own, rule: "The verb hangs on the noun before it.", confidence: 0.65 }
      : null;
  }
  if (use.from <= 1 && use.mode === "ing") {
    // "Citing Berg, she said …": whom she cites is no words of hers.
    const comma = s.findIndex((one, k) => k > use.to && one.tag === "comma");
    const cited = { from: behind.from, to: Math.min(behind.to, comma) };
    if (/^(?:cite|quote)$/.test(use.verb.base) && !quotes(s, cited)) return null;
    // "Writing for the majority, Holm said …": what stands before the comma is no clause.
    if (behind.how === "clause" && !s.slice(cited.from, cited.to).some((one) => isFiniteVerb(one.tag)))
      return null;
    const main = comma > 0 ? mainSubject(s, high, comma) : null;
    return main
      ? {
          ...base,
          contents: [cited],
          subject: main,
          rule: "The verb stands before its sentence's subject.",
          confidence: 0.6,
        }
      : null;
  }
  if (/^(?:cite|quote)$/.test(use.verb.base)) {
    const behindSpeaker = citing(s, use, high, earlier);
    // What only tells why is nobody's word, unless the text quotes it or says it in a clause.
    if (behindSpeaker || !(quotes(s, behind) || hasThat(s, behind))) return behindSpeaker;
  }
  // "The diary was quoted by Berg as saying": it is the diary that says so.
  const before =
    left?.lower === "as"
      ? null
      : earlier.findLast(
          (one) => one.cue && one.cue.to <= use.from && one.subject && one.verb && isOuter(one, use.from),
        );
  const quoted = left?.lower === "as" ? quotedSubject(s, near) : null;
  const subject = quoted ?? before?.subject ?? mainSubject(s, use.from, 0);
  if (!subject || /^(?:it|there)$/.test(s[subject.core.from]?.lower ?? "")) return null;
  return { ...base, subject, rule: "The subject is that of the sentence.", confidence: before ? 0.8 : 0.65 };
}

/** "Berg quoted Holm as saying": Holm says it. */
function quotedSubject(s: TaggedToken[], as: number): SubjectPhrase | null {
  const from = phraseStart(s, as - 1, 0);
  const core = { from, to: as };
  if (!/^(?:quot|cit)(?:es?|ed|ing)$/.test(s[from - 1]?.lower ?? "") || !endsPhrase(s[as - 1])) return null;
  return { core, whole: core, appositions: [], place: "before" };
}

/** "“…,” the Courier quoted Berg as saying", "“…,” Berg was quoted as saying": the words stand before. */
function quotedBefore(s: TaggedToken[], { from, to, verb }: CueUse): Found | null {
  const as = from - 1;
  if (s[as]?.lower !== "as" || !verb.takes.includes("q")) return null;
  const told = quotedSubject(s, as);
  const quoting = told ? told.core.from - 1 : as - 1;
  if (!/^(?:quot|cit)(?:es?|ed)$/.test(s[quoting]?.lower ?? "")) return null;
  let helper = quoting;
  while (/^(?:auxiliary|adverb)$/.test(s[helper - 1]?.tag ?? "")) helper--;
  const main = subjectBefore(s, helper, 0);
  const before = main && contentBefore(s, main.core.from, 0);
  if (!main || !before || !quotes(s, before)) return null;
  return {
    contents: [before],
    subject: told ?? main,
    cue: { from, to },
    verb,
    negative: false,
    rule: "Somebody is quoted as saying it.",
    confidence: 0.8,
    open: false,
  };
}

/**
 * "the paper reported, citing two officials": the officials are the source behind the speaker. Behind what nobody said,
 * "declined to say who died, citing the police", it is nobody's.
 */
function citing(s: TaggedToken[], use: CueUse, high: number, earlier: Found[]): Found | null {
  const end = phraseEnd(s, use.to, high);
  const outer = earlier.findLast((one) => one.contents.length > 0 && one.subject);
  const core = { from: use.to, to: end };
  if (end === use.to || !outer || outer.empty === "unsaid" || !isCitable(s, core)) return null;
  return {
    contents: outer.contents,
    subject: { core, whole: core, appositions: [], place: "behind" },
    cue: { from: use.from, to: use.to },
    verb: use.verb,
    negative: false,
    rule: "“Citing” names the source behind the speaker.",
    confidence: 0.75,
    open: false,
  };
}

function quotes(s: TaggedToken[], { from, to }: Range): boolean {
  return s.slice(from, to).some((one) => one.tag === "quotation");
}

function hasThat(s: TaggedToken[], { from, to }: Range): boolean {
  return s.slice(from, to).some((one) => one.lower === "that" && one.tag === "subordinator");
}

function isOuter(one: Found, at: number): boolean {
  return one.contents.every((range) => at < range.from || at >= range.to - 0);
}
