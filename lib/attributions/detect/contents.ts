import { isOwnClause, skipAdjuncts, skipAside } from "./adjuncts";
import { clauseFollows, contentEnd } from "./content-edges";
import type { CueUse } from "./cue-uses";
import { cueForms } from "./cues";
import { isSomebody } from "./made-to-speak";
import { phraseEnd, type Range } from "./noun-phrases";
import { isFiniteVerb, type TaggedToken } from "./tag";
import { isAdverb, timeWords } from "./words";

/** What was said, right of its verb; `cueTo` is where the verb with its preposition ends. */
export type Content = Range & { cueTo: number; how: ContentKind };
type ContentKind = "that" | "quotation" | "colon" | "question" | "to" | "preposition" | "clause" | "object";

const empty =
  /^(?:so|it|no|yes|nothing|goodbye|hello|much|something|anything|more|otherwise|little|this|that|them|him|her|us|me)$/;

/** Finds what a verb says to its right, from token `at`; null where nothing there can be its content. */
export function contentBehind(s: TaggedToken[], use: CueUse, at: number, high: number): Content | null {
  const past = skipAdjuncts(s, at, high);
  const that = thatBehind(s, past, high);
  return (
    (that === null ? null : contentAt(s, use, that, high)) ??
    (past > at && isOpener(s, past) ? contentAt(s, use, past, high) : null) ??
    contentAt(s, use, at, high) ??
    farQuotation(s, use, at, high) ??
    prepositionContent(s, use, at, high) ??
    addresseeContent(s, use, at, high) ??
    (past > at ? contentAt(s, use, past, high) : null) ??
    objectContent(s, use, at, high)
  );
}

/** "said in a letter to the mayor, Ida Holm, that", "told Ida Holm, the judge, that": the "that" behind an apposition. */
function thatBehind(s: TaggedToken[], comma: number, high: number): number | null {
  if (s[comma]?.tag !== "comma") return null;
  const end = phraseEnd(s, comma + 1, high);
  const isAside = end > comma + 1 && s[end]?.tag === "comma" && s[end + 1]?.lower === "that";
  return isAside && opensClause(s, end + 1, high) ? end + 1 : null;
}

/** "that" and a comma with a quotation behind it begin a content beyond doubt. */
function isOpener(s: TaggedToken[], at: number): boolean {
  return s[at]?.lower === "that" || (s[at]?.tag === "comma" && s[at + 1]?.tag === "quotation");
}

/** "warned of more rain". */
function prepositionContent(s: TaggedToken[], use: CueUse, at: number, high: number): Content | null {
  const preposition = s[at]?.lower ?? "";
  const fits = use.verb.prepositions.includes(preposition) && s[at + 1]?.tag !== "preposition";
  if (!fits || at + 1 >= high || isQuoteSoon(s, at, high) || isWhen(s, at)) return null;
  // Who "points to" somebody tells of them.
  const addressed = preposition === "to" && use.verb.base !== "point" ? phraseEnd(s, at + 1, high) : at;
  if (addressed > at + 1 && isSpokenTo(s, at + 1, addressed)) {
    const next = s.findIndex((one, k) => k > at + 1 && k <= addressed && one.tag === "preposition");
    return next < 0 ? null : prepositionContent(s, use, next, high);
  }
  return { from: at + 1, to: contentEnd(s, at + 1, high), cueTo: at + 1, how: "preposition" };
}

/** "will rule in May", "insisted on Monday": when, and not what. */
function isWhen(s: TaggedToken[], at: number): boolean {
  const [next, second] = [s[at + 1]?.lower ?? "", s[at + 2]?.lower ?? ""];
  const isTime = timeWords.has(next) || (/^(?:the|last|next|this)$/.test(next) && timeWords.has(second));
  return isTime && /^(?:in|on|at|to)$/.test(s[at]?.lower ?? "");
}

/** "apologised to Holm", "confessed to police"; "to Holm's murder" is what was confessed. */
function isSpokenTo(s: TaggedToken[], from: number, to: number): boolean {
  const words = s.slice(from, to);
  const end = words.findIndex((one) => /^(?:preposition|to)$/.test(one.tag));
  const head = words[(end < 0 ? words.length : end) - 1];
  return head !== undefined && isSomebody(head);
}

/** "told the council that", "urged drivers to": the content behind the one spoken to. */
function addresseeContent(s: TaggedToken[], use: CueUse, at: number, high: number): Content | null {
  const { base, takes, prepositions } = use.verb;
  if (!takes.includes("a") && base !== "write") return null;
  const end = addresseesEnd(s, at, high);
  if (end <= at || isFiniteVerb(s[end]?.tag) || s[end]?.tag === "conjunction") return null;
  const reach = (from: number, how: ContentKind): Content => ({
    from,
    to: contentEnd(s, from, high),
    cueTo: at,
    how,
  });
  // The one who is to do it belongs to what is asked, unless a mere "me" or "them" stands for them.
  if (s[end]?.tag === "to" && s[end + 1]?.tag === "infinitive")
    return reach(s[at]?.tag === "object" && end === at + 1 ? end : at, "to");
  const that = thatBehind(s, end, high);
  if (that !== null) return reach(that, "that");
  const found = contentAt(s, use, skipAdjuncts(s, end, high), high) ?? contentAt(s, use, end, high);
  if (found) return found;
  if (prepositions.includes(s[end]?.lower ?? "")) return reach(end + 1, "preposition");
  const bare = base === "tell" || takes.includes("c");
  // "told the Courier last year it was late"
  const from = [end, skipAdjuncts(s, end, high)].find((start) =>
    startsClause(s, start, high, base === "tell"),
  );
  return bare && from !== undefined ? reach(from, "clause") : null;
}

/** Behind all who are spoken to: "told the engineer and the council that". */
function addresseesEnd(s: TaggedToken[], at: number, high: number): number {
  const end = phraseEnd(s, at, high);
  const isJoined = s[end]?.tag === "conjunction" && /^(?:and|or)$/.test(s[end]?.lower ?? "");
  const last = isJoined && end > at ? phraseEnd(s, end + 1, high) : end;
  return isJoined && last > end + 1 && !isFiniteVerb(s[last]?.tag) ? last : end;
}

/** "said of those who had voted, “…”": a quotation behind a comma or colon with no other verb of saying between. */
function farQuotation(s: TaggedToken[], use: CueUse, at: number, high: number): Content | null {
  if (!/q/.test(use.verb.takes)) return null;
  for (let k = at; k + 1 < high && k < at + 30; k++) {
    const tag = s[k]?.tag;
    if (tag === "quotation" || tag === "stop" || cueForms.has(s[k]?.lower ?? "")) return null;
    if (isOwnClause(s, k, high)) return null;
    if ((tag === "comma" || tag === "colon") && s[k + 1]?.tag === "quotation" && isSpoken(s[k + 1])) {
      return { from: k + 1, to: contentEnd(s, k + 1, high), cueTo: use.to, how: "quotation" };
    }
  }
  return null;
}

function isSpoken(token: TaggedToken | undefined): boolean {
  return /^["'“‘`]+\p{Lu}/u.test(token?.text ?? "");
}

function isQuoteSoon(s: TaggedToken[], at: number, high: number): boolean {
  const end = phraseEnd(s, at + 1, high);
  return s[end]?.tag === "comma" && s[end + 1]?.tag === "quotation";
}

function contentAt(s: TaggedToken[], use: CueUse, at: number, high: number): Content | null {
  const token = s[at];
  const { takes } = use.verb;
  if (!token || at >= high) return null;
  const upTo = (from: number, how: ContentKind): Content | null => {
    const to = contentEnd(s, from, high);
    return to > from ? { from, to, cueTo: use.to, how } : null;
  };
  if (token.lower === "that" && /[ct]/.test(takes) && token.tag !== "relative")
    return opensClause(s, at, high) && contentEnd(s, at, high) > at + 1 ? upTo(at, "that") : null;
  if (token.tag === "quotation" && /[qj]/.test(takes)) return upTo(at, "quotation");
  if (token.tag === "colon" && /[qc]/.test(takes)) return upTo(at + 1, "colon");
  if (token.tag === "dash") {
    const close = s.findIndex((one, k) => k > at + 1 && k < at + 14 && one.tag === "dash");
    return close > 0 && close + 1 < high ? contentAt(s, use, close + 1, high) : null;
  }
  if (token.tag === "comma") {
    if (s[at + 1]?.tag === "quotation" && /q/.test(takes)) return upTo(at + 1, "quotation");
    const behind = skipAside(s, at, high);
    return behind > at ? contentAt(s, use, behind, high) : null;
  }
  if (/w/.test(takes) && isQuestionWord(token.lower)) return upTo(at, "question");
  if (token.lower === "if" && use.verb.base === "ask") return upTo(at, "question");
  const next = s[at + 1]?.tag;
  if (/i/.test(takes) && token.tag === "to" && (next === "infinitive" || next === "quotation"))
    return upTo(at, "to");
  if (/c/.test(takes) && startsClause(s, at, high, isLoose(use))) return upTo(at, "clause");
  return null;
}

/** "wrote that down" and "wrote that, the head of the union" have a "that" with no clause behind it. */
function opensClause(s: TaggedToken[], that: number, high: number): boolean {
  const rest = s.slice(that + 1, high);
  const mayHideVerb = rest.length > 5 && rest[0]?.tag !== "comma";
  return mayHideVerb || rest.some((one) => isFiniteVerb(one.tag) || one.tag === "quotation");
}

/** Verbs that hardly ever take a plain object: behind them a long subject may stand before its verb. */
function isLoose(use: CueUse): boolean {
  return /^(?:say|tell|add|think|believe|hope|fear|argue|insist|claim|joke|testify)$/.test(use.verb.base);
}

function isQuestionWord(lower: string): boolean {
  return lower === "whether" || lower === "how" || lower === "why" || lower === "what" || lower === "where";
}

/** "said when asked whether": the question is not what was said. */
function isWhenAsked(s: TaggedToken[], at: number): boolean {
  return s[at]?.tag === "subordinator" && s[at + 1]?.tag === "participle";
}

/** Whether a clause with its own verb begins here. */
function startsClause(s: TaggedToken[], at: number, high: number, loose: boolean): boolean {
  const first = s[at];
  if (!first || at >= high) return false;
  if (/^(?:comma|stop|colon|dash|to|auxiliary|close|infinitive)$/.test(first.tag)) return false;
  if (timeWords.has(first.lower) && first.tag === "name") return false;
  const isDay = /^(?:last|next|this|earlier)$/.test(first.lower) && timeWords.has(s[at + 1]?.lower ?? "");
  if (isDay && s[at + 2]?.tag !== "genitive") return false;
  if (isWhenAsked(s, at)) return false;
  const to = contentEnd(s, at, high);
  const rest = s.slice(at, to);
  if (!rest.some((one) => isFiniteVerb(one.tag))) return false;
  if (/^(?:preposition|subordinator|adverb)$/.test(first.tag)) return hasMainClause(s, at, to);
  let verb = phraseEnd(s, at, to);
  if (verb === at) return true;
  while (s[verb]?.tag === "adverb" || s[verb]?.tag === "not") verb++;
  if (isFiniteVerb(s[verb]?.tag)) return true;
  return loose && s[verb]?.tag !== "subordinator";
}

/** "said in the interview that aired": a clause counts only where its verb does not hang on a relative word. */
function hasMainClause(s: TaggedToken[], at: number, to: number): boolean {
  for (let k = at + 1; k < to; k++) {
    if (!isFiniteVerb(s[k]?.tag)) continue;
    const opener = s
      .slice(at + 1, k)
      .findLast((one) => one.tag === "relative" || one.tag === "comma" || one.tag === "subordinator");
    // A verb right behind the comma is that of the sentence: "for her job, said".
    // "said on Monday, and the road was open": the clause goes on with the one before.
    if (opener?.tag === "comma")
      return s[k - 1] !== opener && s[s.indexOf(opener) + 1]?.tag !== "conjunction";
    if (s[at]?.tag === "adverb" && !opener) return true;
  }
  return false;
}

function objectContent(s: TaggedToken[], use: CueUse, at: number, high: number): Content | null {
  const { takes, base } = use.verb;
  const first = s[at];
  if (!first || at >= high) return null;
  if (isWhenAsked(s, at) || (base === "claim" && isTaken(s, at, high))) return null;
  const to = contentEnd(s, at, high);
  const rest = s.slice(at, to);
  // ", which is new" tells of it, and ", and Holm left" of something else.
  const aside = s.findIndex(
    (one, k) =>
      k > at &&
      k < to &&
      one.tag === "comma" &&
      (s[k + 1]?.tag === "relative" || (s[k + 1]?.tag === "conjunction" && clauseFollows(s, k + 2, to))),
  );
  const content: Content = { from: at, to: aside > 0 ? aside : to, cueTo: use.to, how: "object" };
  if (/j/.test(takes)) return isJudgement(s, at, to, base) ? content : null;
  if (!/n/.test(takes)) return base === "say" && isSayable(rest) ? content : null;
  if (/^(?:comma|stop|preposition|close|conjunction|dash)$/.test(first.tag)) return null;
  // "confirmed it on Monday": what it is stands elsewhere.
  const isAlone = rest.length === 1 || (first.tag === "pronoun" && skipAdjuncts(s, at + 1, to) >= to);
  if (
    isAlone &&
    first.tag !== "noun" &&
    first.tag !== "name" &&
    first.tag !== "quotation" &&
    first.tag !== "object"
  )
    return null;
  return phraseEnd(s, at, to) > at || rest.some((one) => one.tag === "quotation") ? content : null;
}

/** "claimed nine lives", "claimed the title": took them, and said nothing. */
function isTaken(s: TaggedToken[], at: number, high: number): boolean {
  const prize =
    /^(?:lives|life|victims?|titles?|gold|silver|bronze|medals?|victory|win|wins|seats?|prizes?|crown|benefits?|asylum|expenses|points?|wickets?|podium)$/;
  return s.slice(at, phraseEnd(s, at, high)).some((one) => prize.test(one.lower));
}

/** "said yes", "said nothing" are no content; "said no such plan" is. */
function isSayable(rest: TaggedToken[]): boolean {
  if (rest[0]?.tag === "comma") return false;
  if (rest.some((one) => one.tag === "quotation")) return true;
  const words = rest.filter((one) => one.kind === "word" && !isAdverb(one.lower));
  const first = words[0];
  if (!first || empty.test(first.lower)) return false;
  if (/^(?:preposition|to|subordinator|comma|conjunction)$/.test(first.tag)) return false;
  return words.length >= 3 && !timeWords.has(first.lower) && !/^(?:last|this|next|in|on)$/.test(first.lower);
}

/** "called him a liar" judges, "called the police" does not. */
function isJudgement(s: TaggedToken[], at: number, to: number, base: string): boolean {
  const rest = s.slice(at, to);
  const words = rest.findIndex((one) => one.tag === "quotation");
  // "When he called Anna Berg, she said: “…”" judges nobody.
  const isAnothers = rest.slice(0, words).some((one) => one.tag === "verb" && cueForms.has(one.lower));
  if (words >= 0 && !isAnothers) return true;
  if (base !== "call" && base !== "label" && base !== "brand" && base !== "term" && base !== "declare")
    return rest.some((one) => one.lower === "as") || base === "describe";
  const object = phraseEnd(s, at, to);
  const next = s[object];
  if (object === at || !next || object >= to) return false;
  if (base === "call" && isRung(s[object - 1]) && tellsOfCall(s, object, to)) return false;
  if (/^(?:determiner|possessive)$/.test(next.tag)) return next.lower !== "this" && next.lower !== "that";
  const quality = next.tag === "adverb" && degrees.test(next.lower) ? s[object + 1] : next;
  return s[at]?.tag === "object" && /^(?:noun|name)$/.test(quality?.tag ?? "");
}

/** How much somebody is what they are called: "him so careless". Other adverbs tell of a call: "him twice", "me back". */
const degrees = /^(?:very|too|so|quite|rather|really|truly|utterly|completely|deeply|extremely|simply|just)$/;
const times =
  /^(?:seconds?|minutes?|moments?|hours?|days?|nights?|weeks?|weekends?|months?|years?|times?|later|earlier|daily|weekly)$/;

/** Whether somebody can be called by telephone: no "it" and no "Monday". */
function isRung(token: TaggedToken | undefined): boolean {
  return token !== undefined && token.lower !== "it" && !timeWords.has(token.lower) && isSomebody(token);
}

/** "called him the next day", "minutes later", "first thing", "collect": when or how somebody rang, and no judgement. */
function tellsOfCall(s: TaggedToken[], at: number, to: number): boolean {
  const rest = s.slice(at, to);
  const end = rest.findIndex(({ tag }) =>
    /^(?:preposition|to|comma|subordinator|conjunction|quotation)$/.test(tag),
  );
  const words = rest.slice(0, end < 0 ? rest.length : end);
  const [first, last] = [words[0], words.at(-1)];
  const isTime = (one: TaggedToken | undefined) =>
    timeWords.has(one?.lower ?? "") || times.test(one?.lower ?? "");
  if (
    isTime(first) ||
    /^(?:first|last|next|every|each|collect|names|home|right|straight)$/.test(first?.lower ?? "")
  )
    return true;
  return first?.tag !== "noun" && isTime(last);
}
