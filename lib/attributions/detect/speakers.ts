import { parenthetical } from "./appositions";
import { withJoined } from "./joined";
import { allBehind } from "./joined-behind";
import { lastOfSeveral, listEndingAt } from "./lists";
import { isSomebody } from "./made-to-speak";
import { endsPhrase, phraseEnd, phraseStart, purposeHead, type Range } from "./noun-phrases";
import { isPlausible, type SubjectPhrase, trimLead } from "./subject-phrases";
import { isFiniteVerb, type TaggedToken } from "./tag";
import { beForms, isAdverb, timeWords } from "./words";

/** Finds the subject of the verb group that begins at token `at`; nothing before `low` belongs to it. */
export function subjectBefore(s: TaggedToken[], at: number, low: number): SubjectPhrase | null {
  let last = at - 1;
  while (last >= low && s[last]?.tag === "adverb") last--;
  const token = s[last];
  if (!token || last < low) return null;
  if (token.tag === "relative") return relativeSubject(s, last, low);
  if (token.lower === "that" && endsPhrase(s[last - 1])) return relativeSubject(s, last, low);
  if (token.tag === "conjunction") return sharedSubject(s, last, low);
  if (token.tag === "comma") {
    if (s[last - 1]?.tag === "conjunction") return sharedSubject(s, last - 1, low);
    return parenthetical(s, last, low, "comma");
  }
  if (token.tag === "dash") return parenthetical(s, last, low, "dash");
  return adjacentSubject(s, last, low);
}

/** "A resident who asked not to be named said": who it is stands before a clause that no comma parts from its verb. */
function describedSubject(s: TaggedToken[], last: number, low: number): SubjectPhrase | null {
  for (let k = last - 1; k > low && k > last - 14; k--) {
    const token = s[k];
    if (!token || /^(?:comma|stop|colon|dash|quotation)$/.test(token.tag)) return null;
    if (token.tag !== "relative" || token.lower !== "who") continue;
    const found = endsPhrase(s[k - 1]) ? adjacentSubject(s, k - 1, low) : null;
    return found && { ...found, whole: { from: found.core.from, to: last + 1 } };
  }
  return null;
}

function adjacentSubject(s: TaggedToken[], last: number, low: number): SubjectPhrase | null {
  if (!endsPhrase(s[last])) return describedSubject(s, last, low);
  const list = listEndingAt(s, last, low);
  // "a nurse hired to help Berg and Holm said"
  const isDoneTo = list && purposeHead(s, list.from, low) !== null;
  const phrase = onePhrase(s, last, low);
  const core = list && !isDoneTo ? list : phrase && withJoined(s, phrase, low);
  return core && isPlausible(s, core) ? { core, whole: core, appositions: [], place: "before" } : null;
}

function onePhrase(s: TaggedToken[], last: number, low: number): Range | null {
  const raw = phraseStart(s, last, low);
  const from = trimLead(s, raw, last + 1) ?? (s[raw]?.lower === "with" ? raw + 1 : null);
  return from === null ? null : { from: lastOfSeveral(s, { from, to: last + 1 }) ?? from, to: last + 1 };
}

/** "Berg, who has called …": the speaker stands before the relative word. */
function relativeSubject(s: TaggedToken[], relative: number, low: number): SubjectPhrase | null {
  if (/^(?:what|whatever|whom|whose)$/.test(s[relative]?.lower ?? "")) return null;
  let last = relative - 1;
  if (s[last]?.tag === "comma") last--;
  if (last < low || !endsPhrase(s[last])) return null;
  let from = phraseStart(s, last, low);
  // "It was Holm, not Berg, who said": Holm did.
  if (s[from - 1]?.tag === "not" && s[from - 2]?.tag === "comma" && endsPhrase(s[from - 3])) {
    last = from - 3;
    from = phraseStart(s, last, low);
  }
  // "Berg was one of three doctors who said so": Berg did.
  const isOne =
    s[from]?.lower === "one" && s[from + 1]?.lower === "of" && beForms.has(s[from - 1]?.lower ?? "");
  const whole = isOne ? subjectBefore(s, from - 1, low) : null;
  if (whole) return { ...whole, place: "relative" };
  from = trimLead(s, from, last + 1) ?? behindPrepositions(s, from, last);
  const core = { from, to: last + 1 };
  if (!isPlausible(s, core)) return null;
  const nearest = nearestHead(s, core);
  return {
    core: nearest,
    whole: { from: nearest.from, to: relative + 1 },
    appositions: [],
    place: "relative",
  };
}

/** "Unlike Berg, who …", "Contrary to Berg, who …": only Berg speaks. */
function behindPrepositions(s: TaggedToken[], from: number, last: number): number {
  let at = from;
  while (at < last && (s[at]?.tag === "preposition" || s[at]?.tag === "to")) at++;
  return at > from ? at : last;
}

/** In "a meeting with Smith who said", Smith speaks: the last name or noun after a preposition that is no "of". */
function nearestHead(s: TaggedToken[], core: Range): Range {
  for (let k = core.to - 2; k > core.from; k--) {
    const token = s[k];
    if (
      token?.tag === "preposition" &&
      s[k + 1]?.tag === "name" &&
      token.lower !== "of" &&
      s[core.from]?.tag !== "name"
    ) {
      return /^(?:with|by|from|for|to|against)$/.test(token.lower) ? { from: k + 1, to: core.to } : core;
    }
  }
  return core;
}

/**
 * "He smiled and said": the verb before the "and" has the same subject. "He left when the police came, and said": what
 * he did and not what the clause of time tells; without a comma it may be either, and is nobody's.
 */
function sharedSubject(s: TaggedToken[], conjunction: number, low: number): SubjectPhrase | null {
  let aside: SubjectPhrase | null = null;
  for (let k = conjunction - 1; k >= low; k--) {
    const tag = s[k]?.tag;
    if (tag === "stop" || tag === "colon") break;
    if (!isFiniteVerb(tag)) continue;
    let start = k;
    while (start > low && /^(?:auxiliary|not|adverb)$/.test(s[start - 1]?.tag ?? "")) start--;
    if (s[start - 1]?.tag === "conjunction" || start === low) continue;
    const found = subjectBefore(s, start, low);
    if (!found) continue;
    if (isInAsideClause(s, found)) aside ??= found;
    else if (!aside || !maySpeak(s, found)) return shared(aside ?? found);
    else if (isSetOff(s, conjunction) || !maySpeak(s, aside)) return shared(found);
    else return null;
  }
  return aside && shared(aside);
}

function shared(found: SubjectPhrase): SubjectPhrase {
  return { ...found, place: found.place === "relative" ? "relative" : "shared" };
}

/** "left when the police came": a clause behind the sentence's own; "but when Reed came" leads to one. */
function isInAsideClause(s: TaggedToken[], { core, place }: SubjectPhrase): boolean {
  let opener = core.from - 1;
  while (s[opener]?.tag === "adverb") opener--;
  const leads = /^(?:conjunction|stop|subordinator)$/.test(s[opener - 1]?.tag ?? "stop");
  const { tag, lower } = s[opener] ?? {};
  return place !== "relative" && tag === "subordinator" && !/^(?:that|than|so)$/.test(lower ?? "") && !leads;
}

/** "when the police came, and said", "while it lasted but said". */
function isSetOff(s: TaggedToken[], conjunction: number): boolean {
  return s[conjunction - 1]?.tag === "comma" || s[conjunction]?.lower === "but";
}

/** A row or an "it" says nothing; who opens a sentence may be a name that the text does not give again. */
function maySpeak(s: TaggedToken[], { core }: SubjectPhrase): boolean {
  const isBare = core.to === core.from + 1 && s[core.from]?.tag === "noun";
  if (isBare && /^\p{Lu}/u.test(s[core.from]?.text ?? "")) return true;
  return s.slice(core.from, core.to).some((one) => isSomebody(one) && !/^(?:it|there)$/.test(one.lower));
}

/** "said the minister": the subject behind its verb, where the phrase is not the start of another clause. */
export function subjectBehind(s: TaggedToken[], at: number, high: number): SubjectPhrase | null {
  const first = s[at];
  if (!first || at >= high) return null;
  if (standsAlone(s, at, high)) return standingAlone(s, at, high);
  const isOneOf = first.lower === "one" && s[at + 1]?.lower === "of";
  if (!isOneOf && !/^(?:name|determiner|possessive|noun|number)$/.test(first.tag)) return null;
  if (
    timeWords.has(first.lower) ||
    first.lower === "this" ||
    first.lower === "that" ||
    first.lower === "last"
  )
    return null;
  const end = phraseEnd(s, isOneOf ? at + 2 : at, high);
  if (end === at || (isOneOf && end === at + 2)) return null;
  const all = allBehind(s, { from: at, to: end }, high);
  if (all) return { core: all, whole: all, appositions: [], place: "behind" };
  const follower = s[end];
  if (
    follower &&
    end < high &&
    (isFiniteVerb(follower.tag) ||
      follower.tag === "participle" ||
      (follower.tag === "to" && s[end + 1]?.tag === "infinitive"))
  )
    return null;
  if (follower && end < high && (follower.lower === "that" || follower.tag === "conjunction")) return null;
  const core = { from: at, to: shortened(s, at, end) };
  if (!isPlausible(s, core)) return null;
  const appositions = appositionsBehind(s, end, high);
  return { core, whole: { from: at, to: appositions.at(-1)?.to ?? core.to }, appositions, place: "behind" };
}

/** "said one", "wrote another.", "said one, Karim": a word that stands for somebody, with no noun behind it. */
function standsAlone(s: TaggedToken[], at: number, high: number): boolean {
  const next = s[at + 1];
  return (
    /^(?:one|another|others|some|many|several)$/.test(s[at]?.lower ?? "") &&
    (at + 1 >= high || /^(?:comma|stop|dash|quotation|subordinator)$/.test(next?.tag ?? ""))
  );
}

function standingAlone(s: TaggedToken[], at: number, high: number): SubjectPhrase {
  const core = { from: at, to: at + 1 };
  const appositions = appositionsBehind(s, at + 1, high);
  return { core, whole: { from: at, to: appositions.at(-1)?.to ?? core.to }, appositions, place: "behind" };
}

/** "said Smith in an interview": place and time behind a name are not the name. */
function shortened(s: TaggedToken[], from: number, to: number): number {
  for (let k = from + 1; k < to; k++) {
    if (s[k]?.tag !== "preposition") continue;
    if (
      /^(?:in|on|at|during|after|before|to|about|by|from)$/.test(s[k]?.lower ?? "") &&
      s[k - 1]?.tag === "name"
    )
      return k;
  }
  return to;
}

function appositionsBehind(s: TaggedToken[], comma: number, high: number): Range[] {
  if (s[comma]?.tag !== "comma") return [];
  const end = phraseEnd(s, comma + 1, high);
  const after = s[end];
  if (end === comma + 1 || (after && isFiniteVerb(after.tag))) return [];
  const piece = { from: comma + 1, to: end };
  const first = s[piece.from]?.tag;
  return first === "determiner" ||
    first === "noun" ||
    first === "possessive" ||
    first === "number" ||
    first === "name"
    ? [piece]
    : [];
}

/** "accused by the court": the agent of a passive verb, looked for up to the next comma. */
export function agentBehind(s: TaggedToken[], at: number, high: number): SubjectPhrase | null {
  for (let k = at; k < high; k++) {
    const token = s[k];
    if (!token || token.tag === "comma" || token.tag === "stop" || isFiniteVerb(token.tag)) return null;
    if (token.lower !== "by") continue;
    // "was asked at a lunch held by the Courier"
    if (s[k + 1]?.tag === "ing" || (k > at && s[k - 1]?.tag === "participle")) return null;
    const end = phraseEnd(s, k + 1, high);
    if (end === k + 1) return null;
    const core = { from: k + 1, to: end };
    return isPlausible(s, core) ? { core, whole: core, appositions: [], place: "by" } : null;
  }
  return null;
}

/** The subject of the sentence's first main verb before `at`: who "saying" and "to say" belong to. */
export function mainSubject(s: TaggedToken[], at: number, low: number): SubjectPhrase | null {
  let fallback: SubjectPhrase | null = null;
  for (let k = low; k < at; k++) {
    if (!isFiniteVerb(s[k]?.tag)) continue;
    let start = k;
    while (start > low && isAdverb(s[start - 1]?.lower ?? "")) start--;
    const found = subjectBefore(s, start, low);
    if (!found) continue;
    const opener = s[found.core.from - 1];
    const subordinate = opener?.tag === "subordinator" || found.place === "relative";
    if (!subordinate) return found;
    fallback ??= found;
  }
  return fallback;
}
