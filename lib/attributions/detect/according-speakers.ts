import { clauseFollows } from "./content-edges";
import { cueForms } from "./cues";
import { allBehind } from "./joined-behind";
import { isPersonNoun } from "./names";
import { phraseEnd, type Range } from "./noun-phrases";
import type { SubjectPhrase } from "./subject-phrases";
import { isFiniteVerb, type TaggedToken } from "./tag";

/**
 * Who stands behind "according to", with what tells of them: "Ida Holm, a nurse, the road was wet", "Ida Holm, Tom Reed
 * and Lars Dahl, the road was wet", "her sister, Anna Holm". Null where nobody does.
 */
export function accordingSpeaker(
  s: TaggedToken[],
  at: number,
  high: number,
  isOpening: boolean,
): SubjectPhrase | null {
  const phrase = { from: at, to: phraseEnd(s, at, high) };
  if (phrase.to === at) return null;
  const all = allBehind(s, phrase, high);
  const isList = all && (!isOpening || isFollowed(s, endOfAsides(s, all, high), high));
  const core = isList ? all : phrase;
  const appositions = appositionsOf(s, core, high, isOpening);
  const to = appositions.at(-1)?.to ?? core.to;
  return { core, whole: { from: at, to }, appositions, place: "behind" };
}

/** Behind the last of a list, what tells of that one: ", its chairman". */
function endOfAsides(s: TaggedToken[], core: Range, high: number): number {
  return appositionsOf(s, core, high, true).at(-1)?.to ?? core.to;
}

/** The pieces between commas that tell of the speaker. Where the words come behind, they must begin behind them. */
function appositionsOf(s: TaggedToken[], core: Range, high: number, isOpening: boolean): Range[] {
  const pieces: Range[] = [];
  for (let k = core.to; s[k]?.tag === "comma" && k < high; ) {
    const piece = pieceBehind(s, k, high);
    if (!piece || !tellsOf(s, core, piece)) break;
    pieces.push(piece);
    k = piece.to;
  }
  while (isOpening && pieces.length > 0 && !isFollowed(s, pieces.at(-1)?.to ?? 0, high)) pieces.pop();
  return pieces;
}

function pieceBehind(s: TaggedToken[], comma: number, high: number): Range | null {
  const rest = s.slice(comma + 1, high);
  const end = rest.findIndex((one) => /^(?:comma|stop|colon|dash|quotation)$/.test(one.tag));
  const to = end < 0 ? high : comma + 1 + end;
  const words = s.slice(comma + 1, to);
  const who = words.findIndex((one) => one.tag === "relative");
  const isClause = words.slice(0, who < 0 ? words.length : who).some((one) => isFiniteVerb(one.tag));
  return isClause || who === 0 ? null : { from: comma + 1, to };
}

/** "41", "a nurse", "director of the institute" of a name; "Ida Holm" of "her sister". */
function tellsOf(s: TaggedToken[], core: Range, { from, to }: Range): boolean {
  const words = s.slice(from, to);
  const last = s[core.to - 1];
  if (words.every((one) => one.tag === "name"))
    return last?.tag === "noun" && !last.lower.endsWith("s") && words.length > 0;
  if (words.length === 1 && words[0]?.tag === "number") return true;
  const preposition = words.findIndex((one) => /^(?:preposition|to|relative)$/.test(one.tag));
  const head = words[preposition < 0 ? words.length - 1 : preposition - 1];
  const isRole = head !== undefined && isPersonNoun(head.lower);
  return isRole && words.every((one) => one.tag !== "conjunction") && s[core.from]?.tag !== "pronoun";
}

/** Whether what was said begins behind a comma: a subject and its verb, but not "the mayor, police said, was". */
function isFollowed(s: TaggedToken[], comma: number, high: number): boolean {
  if (s[comma]?.tag !== "comma") return false;
  if (s[comma + 1]?.tag === "quotation") return true;
  const isInserted = s
    .slice(comma + 1, high)
    .some((one, k, all) => one.tag === "verb" && cueForms.has(one.lower) && all[k + 1]?.tag === "comma");
  return clauseFollows(s, comma + 1, high) && !isInserted;
}
