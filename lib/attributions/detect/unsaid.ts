import type { CueUse } from "./cue-uses";
import { cueForms } from "./cues";
import type { Found } from "./found";
import { isPersonNoun } from "./names";
import { phraseStart } from "./noun-phrases";
import type { SubjectPhrase } from "./subject-phrases";
import type { TaggedToken } from "./tag";
import { beForms, modals } from "./words";

/**
 * Whether the text leaves open that anybody said it: somebody keeps silent ("declined to comment", "never said
 * that"), only may, shall or will speak ("if Berg says", "could say", "plans to tell"), is told to, or is said by
 * others to have spoken where that is what is in doubt ("no evidence that Berg said", "denied saying"). It puts no
 * words into anybody's mouth, not even a denial. What somebody does not think or expect is their view all the same.
 */
export function isUnsaid(s: TaggedToken[], use: CueUse, found: Found, earlier: readonly Found[]): boolean {
  return (
    isSilent(s, use) ||
    isOnlyPossible(s, use) ||
    isNobody(s, found.subject) ||
    isOpenedInDoubt(s, use, found.subject) ||
    isAsked(s, use, found) ||
    isInDoubt(s, use, found, earlier)
  );
}

const unwilling =
  /^(?:declin|refus|avoid|resist|hesitat|wait|fail|neglect)|^(?:unable|unwilling|unavailable|reluctant|available|free|authori[sz]ed|refusal|yet)$/;
const question = /^(?:whether|if|how|why|what|where|when|who|whom|which)$/;

/** "declined to say", "would not say whether", "neither confirmed nor denied", "never said". */
function isSilent(s: TaggedToken[], use: CueUse): boolean {
  const before = s.slice(Math.max(0, use.from - 2), use.at).map((one) => one.lower);
  if (before.some((word) => word === "neither" || word === "nor")) return true;
  if (governors(s, use).some((word) => unwilling.test(word))) return true;
  if (!use.negative) return false;
  const isView = use.verb.takes.includes("k") || use.verb.base === "agree";
  const helpers = s.slice(use.from, use.at);
  return !isView || helpers.some((one) => modals.has(one.lower)) || question.test(s[use.to]?.lower ?? "");
}

const maybe = new Set(["could", "might", "may", "should", "must", "ought", "can"]);
/** "The paper can reveal that": it does so by saying it. */
const revealing = /^(?:reveal|confirm|disclose|report|announce)$/;
const unrealised =
  /^(?:plan|intend|want|wish|hop|expect|prepar|schedul|threaten|den)(?:s|es|ies|y|e|ed|ied|ing|ning|ned|ying)?$|^(?:due|set|poised|ready|likely|unlikely|about|going|supposed|meant|need|needs|needed|dare|dares|dared|tempted|asked|told|urged|ordered|instructed|advised|invited|allowed|permitted|paid|encouraged|forbidden)$/;

/** "could say", "plans to tell", "is expected to announce", "told Berg to say", "denied saying". */
function isOnlyPossible(s: TaggedToken[], use: CueUse): boolean {
  const helper = s.slice(use.from, use.at).find((one) => maybe.has(one.lower));
  if (helper && !(helper.lower === "can" && revealing.test(use.verb.base))) return true;
  if (governors(s, use).some((word) => unrealised.test(word) || beForms.has(word))) return true;
  return use.mode === "infinitive" && isSomebodyElses(s, use);
}

const ordering =
  /^(?:want|tell|told|ask|urg|order|forc|get|got|persuad|invit|allow|permit|encourag|push|press|advis|instruct|expect|requir|compel|need|beg|convinc|dare|forb|enabl|implor|challeng|let|help)/;

/** "Holm wanted Berg to say", "time for Berg to say": whoever stands before "to" is to speak, and has not. */
function isSomebodyElses(s: TaggedToken[], { at }: CueUse): boolean {
  const last = s.slice(0, at).findLastIndex((one) => one.tag !== "to" && one.tag !== "adverb");
  const token = s[last];
  const isSomebody =
    token?.tag === "object" || token?.tag === "name" || (token?.tag === "noun" && isPersonNoun(token.lower));
  if (!isSomebody) return false;
  const from = phraseStart(s, last, 0);
  return s[from]?.lower === "for" || ordering.test(s[from - 1]?.lower ?? "");
}

/** The words that a "to say" or a "saying" hangs on, and that a "to be" may stand before. */
function governors(s: TaggedToken[], { from, at, mode }: CueUse): string[] {
  const tag = s[at]?.tag;
  const isHaving = s[from]?.lower === "having";
  let k = at - 1;
  if (isHaving) k = from - 1;
  else if (tag !== "infinitive" && !(tag === "ing" && mode === "ing")) return [];
  while (k > 0 && /^(?:to|adverb)$/.test(s[k]?.tag ?? "")) k--;
  return [s[k]?.lower ?? ""];
}

/** "No official said", "not even Berg said", "few say": "a few say" and "No. 10 said" tell of somebody. */
function isNobody(s: TaggedToken[], subject: SubjectPhrase | null): boolean {
  if (!subject) return false;
  const { from } = subject.core;
  const [first, next] = [s[from], s[from + 1]];
  if (first?.tag === "adverb" && !/^(?:even|hardly|barely|scarcely)$/.test(first.lower)) return false;
  const isNumber = next?.tag === "number" || /^\d/.test(next?.text ?? "");
  if (next?.lower === "doubt") return false;
  if (/^(?:no|none|few|nobody|hardly|barely|scarcely|neither)$/.test(first?.lower ?? "")) return !isNumber;
  const before = s[from - 1]?.lower === "even" ? s[from - 2] : s[from - 1];
  return before?.tag === "not" || /^(?:nor|neither|hardly|barely|scarcely)$/.test(before?.lower ?? "");
}

const conditions = /^(?:if|unless|whether|lest)$/;
/** With a past behind them they tell what was: "until police said". */
const times = /^(?:once|until|till)$/;
const inDoubt =
  /^(?:rumou?rs?|claims?|allegations?|suggestions?|idea|notion|impression|accusations?|hoax|myth|fiction|lies?|assertions?|beliefs?|speculation|suspicions?|false|untrue|possible|impossible|likely|unlikely|wrong|unclear|doubtful|rumou?red)$/;
/** Only where it is said that there is none: "no evidence that". */
const isGround = /^(?:evidence|proof|true|reports?|signs?)$/;
const none = /^(?:no|not|n't|never|little|without|nor|lack|lacks|lacking)$/;

/** "if Berg says", "had Berg said", "once Berg says", "no evidence that Berg said", "it is false that Berg said". */
function isOpenedInDoubt(s: TaggedToken[], use: CueUse, subject: SubjectPhrase | null): boolean {
  if (!subject || subject.core.from > use.from) return false;
  let k = subject.core.from - 1;
  while (s[k]?.tag === "adverb") k--;
  const opener = s[k]?.lower ?? "";
  if (conditions.test(opener)) return true;
  // "Had Berg said so, she would have lied."
  const opens = k === 0 || /^(?:comma|conjunction|quotation|dash)$/.test(s[k - 1]?.tag ?? "");
  if (opens && /^(?:had|should|were)$/.test(opener)) return true;
  if (times.test(opener)) return !cueForms.get(s[use.at]?.lower ?? "")?.forms.includes("d");
  const what = s[k - 1];
  if (opener !== "that" || !what || what.tag === "verb") return false;
  return (
    inDoubt.test(what.lower) ||
    (isGround.test(what.lower) && s.slice(Math.max(0, k - 5), k - 1).some((one) => none.test(one.lower)))
  );
}

/** "Did Berg say it was safe?", "Why did Berg say so?": a question; "Berg asked: is it safe?" tells who asks. */
function isAsked(s: TaggedToken[], use: CueUse, { contents }: Found): boolean {
  if (s.at(-1)?.text !== "?") return false;
  const at = s.findIndex((one) => !/^(?:conjunction|adverb|comma)$/.test(one.tag));
  const first = s[at];
  // "Why did Holm resign after Berg said so?" takes the saying for granted.
  if (s.slice(at + 1, use.from).some((one) => one.tag === "subordinator")) return false;
  const asks =
    first?.tag === "auxiliary" || /^(?:who|what|why|how|when|where|which)$/.test(first?.lower ?? "");
  const [content] = contents;
  return asks && (!content || (content.from > use.at && s[content.from - 1]?.tag !== "colon"));
}

/** "Berg denied that Holm had said": what stands in words that are denied, or were never said, is no more said itself. */
function isInDoubt(s: TaggedToken[], use: CueUse, { subject }: Found, earlier: readonly Found[]): boolean {
  // "denied what the report says", ", which officials have said": the reporter tells it aside.
  if (!subject || subject.place === "relative" || s[subject.core.from - 1]?.tag === "relative") return false;
  return earlier.some(
    (one) =>
      (one.empty === "unsaid" || one.verb?.class === "denying" || one.negative) &&
      one.contents.some((range) => range.from <= use.at && use.at < range.to) &&
      isSameClause(s.slice(one.cue?.to ?? 0, subject.core.from)),
  );
}

/** Behind a comma or an "after" the reporter tells something else: "denied it, though officials said". */
function isSameClause(between: TaggedToken[]): boolean {
  return between.every(
    ({ tag, lower }) =>
      !/^(?:comma|dash|stop|colon)$/.test(tag) &&
      (tag !== "subordinator" || /^(?:that|whether|if|how|why)$/.test(lower)),
  );
}
