import type { CueUse } from "./cue-uses";
import { cueForms } from "./cues";
import { isInDeniedWords } from "./denied-words";
import type { Found } from "./found";
import { isSomebodyElses } from "./made-to-speak";
import { isPersonNoun } from "./names";
import { isOpenedInDoubt } from "./opened-in-doubt";
import { isToldThere } from "./sourced";
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
    isSilent(s, use, found) ||
    isOnlyPossible(s, use) ||
    isYetToCome(s, use, found) ||
    isNobody(s, found.subject) ||
    isOpenedInDoubt(s, use, found) ||
    isAsked(s, use, found) ||
    isToldThere(s, use.at) ||
    isReadByOne(s, use, found) ||
    isInDeniedWords(s, use, found, earlier)
  );
}

const unwilling =
  /^(?:declin|refus|avoid|resist|hesitat|wait|fail|neglect)|^(?:unable|unwilling|unavailable|reluctant|available|free|authori[sz]ed|refusal|yet)$/;
const question = /^(?:whether|if|how|why|what|where|when|who|whom|which)$/;

/** "declined to say", "would not say whether", "neither confirmed nor denied", "never said", "it is not known". */
function isSilent(s: TaggedToken[], use: CueUse, { subject }: Found): boolean {
  const before = s.slice(Math.max(0, use.from - 2), use.at).map((one) => one.lower);
  if (before.some((word) => word === "neither" || word === "nor")) return true;
  if (unwilling.test(s[governor(s, use) ?? -1]?.lower ?? "")) return true;
  if (!use.negative) return false;
  const isView = use.verb.takes.includes("k") || use.verb.base === "agree";
  const helpers = s.slice(use.from, use.at);
  return (
    !isView ||
    !subject ||
    helpers.some((one) => modals.has(one.lower)) ||
    question.test(s[use.to]?.lower ?? "")
  );
}

const hardly = /^(?:hardly|barely|scarcely|no|longer|only|rarely|seldom)$/;
const maybe = new Set(["could", "might", "may", "should", "must", "ought", "can", "cannot"]);
/** "The paper can reveal that": it does so by saying it. */
const revealing = /^(?:reveal|confirm|disclose|report|announce)$/;
const unrealised =
  /^(?:plan|intend|want|wish|appear|seem|hop|expect|prepar|schedul|threaten|den)(?:s|es|ies|y|e|ed|ied|ing|ning|ned|ying)?$|^(?:due|sure|certain|bound|set|poised|ready|likely|unlikely|about|going|supposed|meant|need|needs|needed|dare|dares|dared|tempted|asked|told|urged|ordered|instructed|advised|invited|allowed|permitted|paid|bribed|hired|sent|dispatched|chosen|picked|nominated|appointed|recruited|trained|coached|pressed|pushed|pressured|lobbied|reminded|summoned|challenged|begged|entitled|empowered|required|encouraged|forbidden|early|premature|hard|difficult|impossible)$/;

/** "could say", "plans to tell", "is expected to announce", "told Berg to say", "denied saying". */
function isOnlyPossible(s: TaggedToken[], use: CueUse): boolean {
  const shared = s[sharedHelper(s, use) ?? use.at];
  const helpers = [...s.slice(use.from, use.at), ...(shared ? [shared] : [])];
  const helper = helpers.find((one) => maybe.has(one.lower));
  // "would have said": did not.
  if (helpers.some((one) => one.lower === "would") && helpers.some((one) => one.lower === "have"))
    return true;
  if (helper && !(helper.lower === "can" && revealing.test(use.verb.base))) return true;
  const governing = s[governor(s, use) ?? -1]?.lower ?? "";
  if (unrealised.test(governing) || beForms.has(governing) || isUnable(s, use)) return true;
  return isMisquoted(s, use) || (use.mode === "infinitive" && isSomebodyElses(s, use));
}

/** "Holm will say that it is safe", "the court will rule that": nobody knows yet. What is quoted was given out before. */
function isYetToCome(s: TaggedToken[], use: CueUse, { contents }: Found): boolean {
  const isQuoted = contents.some(({ from, to }) => s.slice(from, to).some((one) => one.tag === "quotation"));
  return !isQuoted && isFuture(s, use);
}

/** Whether somebody "will" speak. */
export function isFuture(s: readonly TaggedToken[], { from, at }: CueUse): boolean {
  return s.slice(from, at).some((one) => /^(?:will|shall|'ll)$/.test(one.lower));
}

/** "Holm read from the letter: “…”", "“…,” she read": who reads words has not written them; a sign or a letter reads so. */
function isReadByOne(s: TaggedToken[], { verb }: CueUse, { subject }: Found): boolean {
  if (verb.base !== "read" || !subject) return false;
  const words = s.slice(subject.core.from, subject.core.to);
  const behind = words.findIndex((one, k) => k > 0 && /^(?:preposition|to|ing|participle)$/.test(one.tag));
  const head = words.at(behind < 0 ? -1 : behind - 1);
  if (!head) return false;
  return head.tag === "name" || /^(?:he|she|i|we|they|who)$/.test(head.lower) || isPersonNoun(head.lower);
}

/** "misquoted as saying", "falsely quoted as saying". */
function isMisquoted(s: TaggedToken[], { at, mode }: CueUse): boolean {
  const before = s.slice(Math.max(0, at - 4), at).map((one) => one.lower);
  const isWrong = before.some((word) => /^(?:misquoted|wrongly|falsely|mistakenly|erroneously)$/.test(word));
  return mode === "ing" && before.at(-1) === "as" && isWrong;
}

/** "not able to confirm", "may be able to say", "hopes to be able to say"; who "was able to confirm" it did. */
function isUnable(s: TaggedToken[], use: CueUse): boolean {
  const able = governor(s, use);
  if (able === null || s[able]?.lower !== "able") return false;
  let from = able;
  while (
    from > 0 &&
    (/^(?:auxiliary|not|adverb)$/.test(s[from - 1]?.tag ?? "") || s[from - 1]?.lower === "yet")
  )
    from--;
  const helpers = s.slice(from, able);
  return (
    s[from - 1]?.tag === "to" ||
    !helpers.some((one) => beForms.has(one.lower)) ||
    helpers.some((one) => one.tag === "not" || modals.has(one.lower) || hardly.test(one.lower))
  );
}

/** The word that a "to say" or a "saying" hangs on, and that a "to be" may stand before. */
function governor(s: TaggedToken[], use: CueUse): number | null {
  const { from, at, mode } = use;
  const tag = s[at]?.tag;
  const shared = sharedHelper(s, use);
  let k = at - 1;
  if (s[from]?.lower === "having") k = from - 1;
  else if (s[shared ?? -1]?.tag === "to") k = shared ?? k;
  else if (tag !== "infinitive" && !(tag === "ing" && mode === "ing")) return null;
  while (k > 0 && /^(?:to|adverb)$/.test(s[k]?.tag ?? "")) k--;
  return k;
}

/** The "to" of "to check or confirm", the "could" of "could go and say": what the second verb hangs on, too. */
function sharedHelper(s: TaggedToken[], { from, at }: CueUse): number | null {
  const forms = cueForms.get(s[at]?.lower ?? "")?.forms ?? [];
  if (!/^(?:and|or)$/.test(s[from - 1]?.lower ?? "") || !forms.includes("b") || forms.includes("d"))
    return null;
  for (let k = from - 2; k >= 0; k--) {
    const [token, next, second] = [s[k], s[k + 1], s[k + 2]];
    if (token?.tag === "auxiliary") return k;
    const isVerb = next?.tag === "infinitive" || (next?.tag === "noun" && second?.tag === "conjunction");
    if (token?.tag === "to" && isVerb) return k;
    if (/^(?:verb|stop|colon|quotation)$/.test(token?.tag ?? "")) return null;
  }
  return null;
}

/** "No official said", "not even Berg said", "few say": "a few say" and "No. 10 said" tell of somebody. */
function isNobody(s: TaggedToken[], subject: SubjectPhrase | null): boolean {
  if (!subject) return false;
  const { from } = subject.core;
  const [first, next] = [s[from], s[from + 1]];
  if (first?.tag === "adverb" && !/^(?:even|hardly|barely|scarcely)$/.test(first.lower)) return false;
  const isNumber = next?.tag === "number" || /^\d/.test(next?.text ?? "");
  // "No doubt Berg said so": as good as said; of "No doubt officials said so" the source would have a doubt in it.
  if (next?.lower === "doubt") return s[from + 2]?.tag !== "name";
  if (/^(?:no|none|few|nobody|hardly|barely|scarcely|neither)$/.test(first?.lower ?? "")) return !isNumber;
  const before = s[from - 1]?.lower === "even" ? s[from - 2] : s[from - 1];
  return before?.tag === "not" || /^(?:nor|neither|hardly|barely|scarcely)$/.test(before?.lower ?? "");
}

/** Takes for granted what it opens: "Why did Holm resign after Berg said so?" */
const granting = /^(?:after|because|when|since|although|though|while|as|why)$/;

/** "Did Berg say it was safe?", "Is it true that Berg said so?": a question; "Berg asked: is it safe?" tells who asks. */
function isAsked(s: TaggedToken[], use: CueUse, { contents }: Found): boolean {
  if (s.at(-1)?.text !== "?") return false;
  const start = s.findIndex((one) => !/^(?:conjunction|adverb|comma)$/.test(one.tag));
  const at = /^(?:preposition|to)$/.test(s[start]?.tag ?? "") ? start + 1 : start;
  const first = s[at];
  const between = s.slice(at + 1, use.from);
  if (between.some((one) => one.tag === "subordinator" && granting.test(one.lower))) return false;
  const asks =
    first?.tag === "auxiliary" ||
    /^(?:who|whom|whose|what|why|how|when|where|which)$/.test(first?.lower ?? "");
  const [content] = contents;
  return asks && (!content || (content.from > use.at && s[content.from - 1]?.tag !== "colon"));
}
