import { listEndingAt } from "./lists";
import { isPersonNoun } from "./names";
import { endsPhrase, phraseEnd, phraseStart, type Range } from "./noun-phrases";
import { isPlausible, type SubjectPhrase, trimLead } from "./subject-phrases";
import { isFiniteVerb, type TaggedToken } from "./tag";

/** "X, the head of Y, said": walks the commas to the left and takes the first phrase that opens the clause. */
export function parenthetical(
  s: TaggedToken[],
  last: number,
  low: number,
  mark: "comma" | "dash",
): SubjectPhrase | null {
  const marks: number[] = [];
  for (let k = last - 1; k > low; k--) {
    const tag = s[k]?.tag;
    if (tag === "stop" || tag === "colon" || (tag === "quotation" && !isInsidePhrase(s, k))) break;
    if (tag === mark || (mark === "dash" && tag === "comma" && marks.length > 0)) marks.push(k);
  }
  marks.reverse();
  for (const comma of [...marks, last]) {
    const list = listBeforeAsides(s, comma, last, low);
    if (list) return { core: list, whole: list, appositions: [], place: "apposition" };
  }
  for (const comma of marks) {
    const core = phraseOpeningClause(s, comma - 1, low);
    if (!core) continue;
    const pieces = cut(s, comma, last);
    if (!pieces.every((piece) => isAside(s, piece))) continue;
    // "Berg, 54, and Holm, 61, said": both did.
    if (pieces.some((piece) => joinsName(s, piece)) || joinsNoun(s, pieces)) {
      const both = { from: core.from, to: last };
      return { core: both, whole: both, appositions: [], place: "apposition" };
    }
    // "Reed, with his wife, Ida, at his side, said": Ida is his wife.
    const behind = pieces.findIndex((piece) => !isApposition(s, piece));
    const appositions = behind < 0 ? pieces : pieces.slice(0, behind);
    const lastApposition = appositions.at(-1);
    const whole = {
      from: core.from,
      to: lastApposition && appositions.length === pieces.length ? lastApposition.to : core.to,
    };
    return { core, whole, appositions, place: "apposition" };
  }
  return null;
}

/**
 * "Qatar, Egypt and Oman, which mediated, said", "The winners, Anna Berg and Tom Reed, said": the whole list does; not in
 * "Reed, President and Chief Executive", where it tells of somebody with a name.
 */
function listBeforeAsides(s: TaggedToken[], comma: number, last: number, low: number): Range | null {
  const list = listEndingAt(s, comma - 1, low);
  if (!list || !isPlausible(s, list) || !cut(s, comma, last).every((piece) => isAside(s, piece))) return null;
  const before = list.from - 1;
  if (before <= low || s[before]?.tag !== "comma") return list;
  const isLead = s[phraseStart(s, before - 1, low)]?.tag === "preposition";
  if (!isLead && /^(?:name|number|close)$/.test(s[before - 1]?.tag ?? "")) return null;
  return s.slice(list.from, list.to).some((one) => one.tag === "preposition") ? null : list;
}

function isInsidePhrase(s: TaggedToken[], k: number): boolean {
  const next = s[k + 1]?.tag;
  return next === "noun" || next === "name";
}

function phraseOpeningClause(s: TaggedToken[], last: number, low: number): Range | null {
  if (!endsPhrase(s[last])) return null;
  const start = phraseStart(s, last, low);
  // "The offer was fair, and Ida Holm, an economist, said": a clause begins behind the "and".
  const and = s.findLastIndex((one, k) => k > start && k < last && one.tag === "conjunction");
  const raw = !opensHere(s, start, low) && s[and - 1]?.tag === "comma" ? and + 1 : start;
  if (!opensHere(s, raw, low)) return null;
  const from = trimLead(s, raw, last + 1);
  if (from === null) return null;
  const core = { from, to: last + 1 };
  return isPlausible(s, core) ? core : null;
}

function opensHere(s: TaggedToken[], at: number, low: number): boolean {
  const before = at > low ? s[at - 1]?.tag : undefined;
  return (
    before === undefined ||
    /^(?:comma|conjunction|subordinator|relative|quotation|colon|dash|stop|adverb|open)$/.test(before)
  );
}

function cut(s: TaggedToken[], from: number, to: number): Range[] {
  const pieces: Range[] = [];
  let start = from + 1;
  for (let k = from + 1; k <= to; k++) {
    const tag = s[k]?.tag;
    if (k < to && tag !== "comma") continue;
    if (k > start) pieces.push({ from: start, to: k });
    start = k + 1;
  }
  return pieces;
}

/** Something between commas that tells more about the one before: no clause with a subject of its own. */
function isAside(s: TaggedToken[], piece: Range): boolean {
  const first = s[piece.from];
  if (!first) return false;
  if (/^(?:relative|preposition|ing|participle|adverb|number|subordinator|to)$/.test(first.tag)) return true;
  if (first.tag === "verb") return isReduced(s, piece);
  if (first.tag === "pronoun") return false;
  if (first.lower === "a" || first.lower === "an") return true;
  const end = phraseEnd(s, piece.from, piece.to);
  if (first.tag === "conjunction") return !hasFinite(s, piece) || s[piece.from + 1]?.tag === "relative";
  if (end >= piece.to) return true;
  return !isFiniteVerb(s[end]?.tag) || !hasFinite(s, piece);
}

/** "led by Ida Holm", "nicknamed “Tiny”": a verb with nothing before it is no verb of its own. */
function isReduced(s: TaggedToken[], { from, to }: Range): boolean {
  const isBeside = /^(?:preposition|to|quotation)$/.test(s[from + 1]?.tag ?? "");
  return isBeside && !hasFinite(s, { from: from + 1, to });
}

/** "and Ida Holm", "and later Holm", "and diver Ida Holm"; no "and Harvard graduate". */
function joinsName(s: TaggedToken[], { from, to }: Range): boolean {
  if (s[from]?.lower !== "and" || s[to - 1]?.tag !== "name") return false;
  const next = s.slice(from + 1, to).find((one) => one.tag !== "adverb");
  return /^(?:name|noun)$/.test(next?.tag ?? "");
}

/** "Berg, 54, and the engineer, Ida Holm": the last of them is called by both. */
function joinsNoun(s: TaggedToken[], pieces: Range[]): boolean {
  const and = pieces.findLastIndex((one) => s[one.from]?.lower === "and");
  const [piece, name] = pieces.slice(Math.max(and, 0));
  if (!piece || !name || and < 0) return false;
  // "Reed, 54, and his wife, 41", "Reed's brother, a baker, and Holm's sister, a nurse"
  const isOwned = s[piece.from + 1]?.tag === "possessive" || s[piece.from + 2]?.tag === "genitive";
  if (isOwned && isPersonNoun(s[piece.to - 1]?.lower ?? "")) return true;
  // "The mayor, Lena Holm, and the engineer, who built it"
  const before = pieces[and - 1];
  const isNamed = before !== undefined && s.slice(before.from, before.to).every((one) => one.tag === "name");
  if (isNamed && s[piece.from + 1]?.tag === "determiner" && isPersonNoun(s[piece.to - 1]?.lower ?? ""))
    return true;
  const isNoun =
    /^(?:determiner|possessive)$/.test(s[piece.from + 1]?.tag ?? "") ||
    // "Berg's wife, Ida, and mother, Anna", "Norway's leader, Eva Moen, and Sweden's, Lars Dahl"
    (pieces.length > 2 && isPersonNoun(s[piece.to - 1]?.lower ?? "")) ||
    s[piece.to - 1]?.tag === "genitive";
  return isNoun && s.slice(name.from, name.to).every((one) => one.tag === "name");
}

function isApposition(s: TaggedToken[], piece: Range): boolean {
  const first = s[piece.from]?.tag;
  // "together with Ida Holm", "Ida Holm among them"
  if (/^(?:together|along)$/.test(s[piece.from]?.lower ?? "") || s[piece.to - 2]?.lower === "among")
    return false;
  return (
    (first === "determiner" ||
      first === "name" ||
      first === "noun" ||
      first === "possessive" ||
      first === "number") &&
    (!hasFinite(s, piece) || /^an?$/.test(s[piece.from]?.lower ?? ""))
  );
}

function hasFinite(s: TaggedToken[], piece: Range): boolean {
  return s.slice(piece.from, piece.to).some((one) => isFiniteVerb(one.tag));
}
