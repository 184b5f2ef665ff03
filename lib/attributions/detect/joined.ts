import { cueForms } from "./cues";
import { isSomebody } from "./made-to-speak";
import { organisationHeads } from "./names";
import { endsPhrase, phraseEnd, phraseStart, type Range } from "./noun-phrases";
import { trimLead } from "./subject-phrases";
import { isFiniteVerb, type TaggedToken } from "./tag";
import { timeWords } from "./words";

/**
 * All of several of whom `core` is the last: "Police and later the council", "Engineers, police and the mayor", "Tom Reed,
 * who is mayor, and his deputy". Gives back `core` where nobody is joined to it, and where the "and" joins clauses.
 */
export function withJoined(s: TaggedToken[], core: Range, low: number): Range {
  const rather = ratherThan(s, core, low);
  if (rather) return rather;
  const both = notOnly(s, core, low);
  if (both) return both;
  const complement = behindComplement(s, core);
  if (complement) return complement;
  const last = lastMember(s, core, low);
  const from = last && (startOfSeveral(s, core, last, low) ?? behindClause(s, last, low));
  return from === null ? core : { from, to: core.to };
}

/** "He thanked the mayor, Tom Reed, and the engineer said so": the engineer alone. */
function behindClause(s: TaggedToken[], last: Last, low: number): number | null {
  const { from, joinedTo: end, isParted } = last;
  // "The storm hit homes, schools and hospitals and the mayor said so"
  const hasTwo = s.slice(Math.max(low, end - 3), end).some(isJoint);
  const isClause =
    (isParted || hasTwo) &&
    piecesBefore(s, end, low).some((piece) => hasFinite(s, piece) && !tellsOfOne(s, piece));
  return isClause ? from : null;
}

/** "It was a mistake and Holm said so", "he met Reed and Holm said so": what the verb before takes is no part of it. */
function behindComplement(s: TaggedToken[], core: Range): Range | null {
  const verb = s[core.from - 1];
  const and = s.findLastIndex((one, k) => k > core.from && k < core.to && isJoint(one));
  const isTaken =
    verb !== undefined && isFiniteVerb(verb.tag) && !/c/.test(cueForms.get(verb.lower)?.verb.takes ?? "");
  const isParted = s[and - 1]?.tag === "comma";
  // "38 percent approve of the plan and 60 percent said"
  const isShare =
    /^(?:percent|%|per)$/.test(s[and + 2]?.lower ?? "") &&
    !/^(?:percent|%|cent)$/.test(s[and - 1]?.lower ?? "");
  return (isTaken || isShare) && and > 0 && !isParted && phraseStart(s, core.to - 1, and + 1) === and + 1
    ? { from: and + 1, to: core.to }
    : null;
}

/** "Holm rather than Reed said so": Holm. "Doctors such as Holm say so": they. */
function ratherThan(s: TaggedToken[], { from }: Range, low: number): Range | null {
  const last = from - 3;
  const words = `${s[from - 2]?.lower} ${s[from - 1]?.lower}`;
  if (last < low || !/^(?:rather than|such as)$/.test(words) || !endsPhrase(s[last])) return null;
  return { from: phraseStart(s, last, low), to: last + 1 };
}

/** "Not only Holm but also Reed", "Not just the mayor, Ida Holm, but the engineers": all of them. */
function notOnly(s: TaggedToken[], { from, to }: Range, low: number): Range | null {
  const but = s[from - 1]?.lower === "also" ? from - 2 : from - 1;
  if (s[but]?.lower !== "but") return null;
  const only = s.findLastIndex((one, k) => k > low && k < but && /^(?:only|just|merely)$/.test(one.lower));
  const first = phraseEnd(s, only + 1, but);
  const isLast = first === but || s[but - 1]?.tag === "comma";
  return only > 0 && s[only - 1]?.tag === "not" && first > only + 1 && isLast ? { from: only + 1, to } : null;
}

/** The last of several: where it begins, where what it is joined to ends, and whether asides may stand between them. */
type Last = { from: number; joinedTo: number; isParted: boolean };

function lastMember(s: TaggedToken[], core: Range, low: number): Last | null {
  const before = joinedTo(s, core.from - 1, low);
  if (before !== null) return { from: core.from, joinedTo: before, isParted: true };
  const and = s.findLastIndex((one, k) => k > core.from && k < core.to && isJoint(one));
  if (and < 0 || phraseStart(s, core.to - 1, and + 1) !== and + 1) return null;
  if (s[and - 1]?.tag === "comma") return { from: and + 1, joinedTo: and - 2, isParted: true };
  const isList = s[core.from - 1]?.tag === "comma" && endsPhrase(s[and - 1]);
  return isList ? { from: and + 1, joinedTo: and - 1, isParted: false } : null;
}

/** The end of what stands before "and", "and later", ", and, later,", "as well as"; null where none of these does. */
function joinedTo(s: TaggedToken[], at: number, low: number): number | null {
  let k = behindAside(s, at, low);
  while (k > low && /^(?:adverb|comma)$/.test(s[k]?.tag ?? "")) k--;
  if (s[k]?.lower === "as" && s[k - 1]?.lower === "well" && s[k - 2]?.lower === "as") k -= 2;
  else if (!isJoint(s[k])) return null;
  k--;
  if (s[k]?.tag === "comma") k--;
  return k >= low ? k : null;
}

/** "and, to a lesser extent, Denmark": what stands between commas behind the "and" is passed over. */
function behindAside(s: TaggedToken[], at: number, low: number): number {
  if (s[at]?.tag !== "comma") return at;
  const open = s.findLastIndex((one, k) => k > low && k < at && k > at - 8 && one.tag === "comma");
  const isAside = isJoint(s[open - 1]) && /^(?:preposition|to|subordinator)$/.test(s[open + 1]?.tag ?? "");
  return isAside ? open - 1 : at;
}

function isJoint(token: TaggedToken | undefined): boolean {
  return token?.tag === "conjunction" && /^(?:and|or)$/.test(token.lower);
}

/** Where the first of several begins, all of whom stand between the opening of the clause and its verb. */
function startOfSeveral(
  s: TaggedToken[],
  core: Range,
  { joinedTo: end, isParted }: Last,
  low: number,
): number | null {
  const pieces = piecesBefore(s, end, low);
  while (pieces[0] && isLead(s, pieces[0], low)) pieces.shift();
  const [opening, ...others] = pieces;
  const first = opening && behindAdverb(s, opening);
  if (!first || !isMember(s, first) || (!isParted && isOneByTrades(s, core, end))) return null;
  // "Police, fire and ambulance services": what stands beside the "and" may be no more than an adjective.
  const isBeside = ({ to }: Range) => to === end + 1 && s[to]?.tag === "conjunction";
  const isAll = others.every(
    (one) => isMember(s, one) || (isParted && tellsOfOne(s, one)) || (isBeside(one) && isPhrase(s, one)),
  );
  return isAll && (isParted || (others.length > 0 && !isInserted(s, core))) ? first.from : null;
}

/** "The singer, songwriter and actor Tom Reed" is one person. */
function isOneByTrades(s: TaggedToken[], { to }: Range, end: number): boolean {
  const [before, first, last] = [s[end], s[end + 2], s[to - 1]];
  const isTrade = first?.tag === "noun" && /^\p{Ll}/u.test(first.text) && last?.tag === "name";
  return (
    isTrade && before?.tag === "noun" && !/s$/.test(before.lower) && !organisationHeads.has(before.lower)
  );
}

/** "The man, police and the mayor said, had lied": of him they tell. */
function isInserted(s: TaggedToken[], { to }: Range): boolean {
  const behind = s
    .slice(to, to + 6)
    .find((one) => !/^(?:auxiliary|verb|adverb|not|participle)$/.test(one.tag));
  return behind?.tag === "comma";
}

/** The words between the commas, from the opening of the clause up to and with token `last`. */
function piecesBefore(s: TaggedToken[], last: number, low: number): Range[] {
  let from = last + 1;
  while (from > low && !/^(?:stop|colon|quotation|dash|subordinator)$/.test(s[from - 1]?.tag ?? "")) from--;
  const pieces: Range[] = [];
  for (let k = from; k <= last + 1; k++) {
    if (k <= last && s[k]?.tag !== "comma") continue;
    if (k > from) pieces.push({ from, to: k });
    from = k + 1;
  }
  return pieces;
}

const whereabouts =
  /^(?:abroad|overseas|overnight|online|outside|inside|nearby|elsewhere|meanwhile|afterwards?|later|then)$/;

/** "But the mayor", "First police". */
function behindAdverb(s: TaggedToken[], { from, to }: Range): Range {
  // "On Monday night the mayor"
  let at = s[from]?.tag === "preposition" ? (trimLead(s, from, to) ?? from) : from;
  while (at < to - 1 && /^(?:adverb|conjunction)$/.test(s[at]?.tag ?? "")) at++;
  return { from: at, to };
}

/** "In Oslo,", "On Monday,", "Later,": when and where, before the subject. */
function isLead(s: TaggedToken[], { from, to }: Range, low: number): boolean {
  const words = s.slice(from, to);
  const [first] = words;
  // "When the vote was over,": the piece begins behind its "when".
  const opener = from > low ? s[from - 1] : undefined;
  if (opener?.tag === "subordinator" && opener.lower !== "that") return true;
  if (first?.tag === "preposition" && trimLead(s, from, to) !== null) return false;
  if (/^(?:preposition|to|ing|participle)$/.test(first?.tag ?? "")) return true;
  if (words.every((one) => /^(?:adverb|conjunction)$/.test(one.tag))) return true;
  return (
    words.some((one) => timeWords.has(one.lower)) || (to - from === 1 && whereabouts.test(first?.lower ?? ""))
  );
}

/** Somebody: a name, "the engineer", "two engineers", "police". */
function isMember(s: TaggedToken[], { from, to }: Range): boolean {
  const words = s.slice(from, to);
  const head = words.find((one, k) => isHead(one, words[k + 1]));
  const isAlone = to - from === 1 && /^\p{Lu}/u.test(words[0]?.text ?? "");
  if (!head || hasFinite(s, { from, to })) return false;
  return isPhrase(s, { from, to }) && (isSomebody(head) || isAlone);
}

function isPhrase(s: TaggedToken[], { from, to }: Range): boolean {
  return endsPhrase(s[to - 1]) && phraseStart(s, to - 1, from) === from;
}

/** The word that the phrase is about: the last one before a preposition. */
function isHead({ tag }: TaggedToken, next: TaggedToken | undefined): boolean {
  return /^(?:noun|name)$/.test(tag) && (!next || /^(?:preposition|to|open|participle)$/.test(next.tag));
}

/** "54", "who is mayor", "of Oslo": tells of the one before it. */
function tellsOfOne(s: TaggedToken[], { from, to }: Range): boolean {
  const first = s[from];
  if (first?.tag === "relative") return true;
  if (first?.tag === "number" || first?.tag === "preposition") return !hasFinite(s, { from, to });
  return /^(?:determiner|possessive)$/.test(first?.tag ?? "") && phraseStart(s, to - 1, from) === from;
}

function hasFinite(s: TaggedToken[], { from, to }: Range): boolean {
  return s.slice(from, to).some((one) => isFiniteVerb(one.tag));
}
