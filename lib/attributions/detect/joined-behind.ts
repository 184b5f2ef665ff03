import { bare } from "@/lib/text/bare";
import { isSomebody } from "./made-to-speak";
import { isPersonNoun, titles } from "./names";
import { phraseEnd, type Range } from "./noun-phrases";
import { isFiniteVerb, type TaggedToken } from "./tag";

/**
 * All of several who stand behind their verb, of whom `first` is the first: "said the mayor, Tom Reed, and the engineer",
 * "said Reed, Holm and Dahl". Null where nobody is joined to it, and where the "and" opens a clause: "said Reed, and Holm
 * nodded".
 */
export function allBehind(s: TaggedToken[], first: Range, high: number): Range | null {
  const isName = s[first.to - 1]?.tag === "name";
  for (let k = first.to; k < high; ) {
    const comma = s[k]?.tag === "comma" ? k : null;
    const and = comma === null ? k : comma + 1;
    if (isJoint(s[and])) {
      const end = memberEnd(s, and + 1, high);
      const to = end === null ? null : withName(s, end, high);
      // "said a neighbour, and a friend, Ida Holm, said": the friend says something else.
      const isSubject = to !== null && s[to]?.tag === "comma" && isFiniteVerb(s[to + 1]?.tag);
      return to === null || isSubject ? null : { from: first.from, to };
    }
    const end = comma === null ? null : pieceEnd(s, comma + 1, high);
    if (end === null || comma === null) return null;
    if (isName && areNames(s, { from: comma + 1, to: end }))
      return closes(s, end, high) ? { from: first.from, to: end } : null;
    k = end;
  }
  return null;
}

function isJoint(token: TaggedToken | undefined): boolean {
  return token?.tag === "conjunction" && /^(?:and|or)$/.test(token.lower);
}

/** Where the last of them ends: "the engineer", "Ida Holm", "two others"; null where a clause begins. */
function memberEnd(s: TaggedToken[], from: number, high: number): number | null {
  const phrase = phraseEnd(s, from, high);
  const when = s.findIndex((one, k) => k > from && k < phrase && whereOrWhen.test(one.lower));
  const end = when < 0 ? phrase : when;
  const words = s.slice(from, end);
  const isAnybody =
    words[0]?.tag === "possessive" || words.some((one) => one.lower === "others" || isSomebody(one));
  return end > from && isAnybody && closes(s, end, high) ? end : null;
}

const whereOrWhen = /^(?:in|on|at|during|after|before)$/;

function closes(s: TaggedToken[], at: number, high: number): boolean {
  const rest = s.slice(at, high);
  const end = rest.findIndex((one) => /^(?:comma|quotation|stop|dash|relative|subordinator)$/.test(one.tag));
  return !rest.slice(0, end < 0 ? rest.length : end).some((one) => isFiniteVerb(one.tag));
}

/** "and the engineer, Ida Holm", "and Ida Holm, 41". */
function withName(s: TaggedToken[], at: number, high: number): number {
  if (s[at]?.tag !== "comma") return at;
  if (s[at + 1]?.tag === "number" && (at + 2 >= high || s[at + 2]?.tag === "comma")) return at + 2;
  let end = at + 1;
  while (s[end]?.tag === "name") end++;
  const isNoun = s[at - 1]?.tag === "noun";
  return isNoun && end > at + 1 && (end >= high || s[end]?.tag === "comma") ? end : at;
}

function pieceEnd(s: TaggedToken[], from: number, high: number): number | null {
  const start = /^(?:of|from)$/.test(s[from]?.lower ?? "") ? from + 1 : from;
  if (!/^(?:name|noun|number|determiner|possessive)$/.test(s[start]?.tag ?? "")) return null;
  const end = phraseEnd(s, start, high);
  const isPiece = end >= high || /^(?:comma|conjunction)$/.test(s[end]?.tag ?? "");
  return end > start && isPiece ? end : null;
}

/** "Holm and Dahl"; no "founder and chief", no "Labour and Co-operative MP". */
function areNames(s: TaggedToken[], { from, to }: Range): boolean {
  const words = s.slice(from, to);
  const isRole = ({ text }: TaggedToken) => titles.has(bare(text)) || isPersonNoun(bare(text));
  const areAll = words.every((one) => one.tag === "name" || isJoint(one)) && !words.some(isRole);
  return areAll && words.slice(1, -1).some(isJoint);
}
