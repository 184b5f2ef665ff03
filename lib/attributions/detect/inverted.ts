import { skipAdjuncts } from "./adjuncts";
import { asSaid } from "./as-said";
import { contentBefore, contentEnd, isSpokenBy, leadBefore } from "./content-edges";
import { contentBehind } from "./contents";
import type { CueUse } from "./cue-uses";
import type { Found } from "./found";
import { phraseEnd } from "./noun-phrases";
import { subjectBefore, subjectBehind } from "./speakers";
import type { SubjectPhrase } from "./subject-phrases";
import { isFiniteVerb, type TaggedToken } from "./tag";

/** "…," said Smith. */
export function inverted(s: TaggedToken[], use: CueUse, high: number): Found | null {
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
