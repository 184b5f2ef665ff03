import { bare } from "@/lib/text/bare";
import { isFirstName, isPersonNoun, titles } from "./names";
import { phraseStart, type Range } from "./noun-phrases";
import { isFiniteVerb, type TaggedToken } from "./tag";
import { timeWords } from "./words";

/** One of a list: where it begins, and what stands before it: ", and" may also begin a clause. */
type Member = { from: number; to: number; isCut: boolean; isJoined: boolean };

/**
 * All of a list of names that ends with token `last`: "Anna Berg, 41, Tom Reed, a baker, and Ida Holm". "Marks & Spencer,
 * Tesco and Asda" are no "Spencer, Tesco and Asda": no name is cut at an "and" that stands between names. Null where no
 * list ends there, and where what stands before is no subject: "he thanked Anna Berg, and Ida Holm" has only Holm.
 */
export function listEndingAt(s: TaggedToken[], last: number, low: number): Range | null {
  const members = membersOf(s, last, low);
  const [first] = members;
  if (!first || members.length < 2) return null;
  const from = isObject(s, members, low) ? behindClause(members) : startOf(s, members, low);
  return from === null || from === members.at(-1)?.from ? null : { from, to: last + 1 };
}

/** The members of the list that ends with token `last`, in reading order. */
function membersOf(s: TaggedToken[], last: number, low: number): Member[] {
  const members: Member[] = [];
  for (let end: number | null = last; end !== null; ) {
    const isSettled = members.some((one) => one.isJoined);
    const from = nameStart(s, end, low) ?? (isSettled && isNameAtHead(s, end, low, members) ? end : null);
    if (from === null) break;
    const member = memberAt(s, from, end, low);
    // "Berg, 52, President and Chief Executive": she is both.
    if (member.isCut && !member.isJoined && isOffice(s, member)) return [];
    members.unshift(member);
    end = memberBefore(s, member, low, isSettled || member.isJoined);
  }
  return members;
}

function isOffice(s: TaggedToken[], { from, to }: Member): boolean {
  return s.slice(from, to).every(({ text }) => titles.has(bare(text)) || isOfficeWord(bare(text)));
}

function isOfficeWord(word: string): boolean {
  return isPersonNoun(word) || /^(?:managing|executive|vice|deputy|general)$/.test(word);
}

function memberAt(s: TaggedToken[], from: number, end: number, low: number): Member {
  let k = from - 1;
  const isJoined = k > low && s[k]?.tag === "conjunction" && /^(?:and|or|&)$/.test(s[k]?.lower ?? "");
  if (isJoined) k--;
  return { from, to: end + 1, isCut: k > low && s[k]?.tag === "comma", isJoined };
}

/** The last word of the name that stands before a member; commas part names once an "and" stands behind them. */
function memberBefore(
  s: TaggedToken[],
  { from, isCut, isJoined }: Member,
  low: number,
  isSettled: boolean,
): number | null {
  if (!isJoined && !(isCut && isSettled)) return null;
  let k = from - 1 - Number(isJoined) - Number(isCut);
  // "Berg, an aide to Tom Reed and Ida Holm": without a comma behind it, what is told goes on to the end.
  if (!isCut) return k >= low ? k : null;
  for (let aside = asideStart(s, k, low); aside !== null; aside = asideStart(s, k, low)) k = aside - 1;
  return k >= low ? k : null;
}

/** Where the names begin that do what the verb says; null where they do not stand where a subject does. */
function startOf(s: TaggedToken[], members: Member[], low: number): number | null {
  const from = members[0]?.from ?? low;
  if (opens(s, from, low)) return from;
  if (s[from - 1]?.tag !== "preposition") return behindClause(members);
  const start = phraseStart(s, from, low);
  if (!opens(s, start, low)) return behindClause(members);
  // "Officials in France, Germany, and Italy": the officials.
  if (s[start]?.tag === "preposition") return behindLead(s, members);
  return isOfName(s[start]) ? start : null;
}

/**
 * "Unlike Anna Berg, Tom Reed and Ida Holm", "At a hearing in Austin, Texas, Anna Berg and Tom Reed": who stands in the
 * words that open the clause does not speak, and neither does the place that tells where another one is.
 */
function behindLead(s: TaggedToken[], members: Member[]): number | null {
  const at = members.findIndex((one, k) => k > 0 && one.isCut && !one.isJoined);
  if (at < 0) return null;
  const rest = members.slice(at);
  const isPlace = ({ from, to }: Member) => to - from === 1 && !isFirstName(s[from]?.text ?? "");
  const people = rest.findIndex((one) => isPersonInFull(s, one));
  const isBehindPlace = people > 0 && rest.slice(0, people).every(isPlace);
  return (isBehindPlace ? rest[people] : rest[0])?.from ?? null;
}

/** Where the clause begins that an "and" behind a comma opens: "he thanked Anna Berg, and Ida Holm and Tom Reed". */
function behindClause(members: Member[]): number | null {
  return members.slice(1).find((one) => one.isCut && one.isJoined)?.from ?? null;
}

/** "He thanked his wife, Anna Berg, and Tom Reed said": the first of the two is whom somebody thanked. */
function isObject(s: TaggedToken[], members: Member[], low: number): boolean {
  const [first, second, more] = members;
  if (!first?.isCut || first.isJoined || !second?.isCut || more) return false;
  const start = phraseStart(s, first.from - 2, low);
  return start > low && /^(?:verb|auxiliary|infinitive|ing|participle)$/.test(s[start - 1]?.tag ?? "stop");
}

function isPersonInFull(s: TaggedToken[], { from, to }: Member): boolean {
  return s.slice(from, to - 1).some((one) => isFirstName(one.text) || titles.has(bare(one.text)));
}

/**
 * "Hungary, Slovakia and Poland": the head of a sentence has a capital anyhow, so that it is a name is told by those
 * beside it. Between commas it may also open the clause, "Online, Anna Berg and Tom Reed", or be what they talk of:
 * "Firms, Tesco and Asda said, should pay".
 */
function isNameAtHead(s: TaggedToken[], at: number, low: number, members: Member[]): boolean {
  const { tag, lower, text } = s[at] ?? {};
  const isHead = at === low || /^(?:quotation|stop|colon|dash|open)$/.test(s[at - 1]?.tag ?? "stop");
  if (!isHead || tag !== "noun" || !/^\p{Lu}/u.test(text ?? "") || timeWords.has(lower ?? "")) return false;
  if (members[0]?.isJoined) return true;
  const end = members.at(-1)?.to ?? at;
  const isInserted = s[end]?.tag !== "comma" && s.slice(end, end + 4).some((one) => one.tag === "comma");
  return !isInserted && !whereabouts.test(lower ?? "") && members.every((one) => !isPersonInFull(s, one));
}

const whereabouts =
  /^(?:abroad|overseas|overnight|online|offline|outside|inside|indoors|outdoors|nearby|upstairs|downstairs|downtown|backstage|offstage|worldwide|nationwide|afterwards?|elsewhere|nonetheless|besides|yes|no|true|sure)$/;

/** Where the last of a phrase of several between commas begins: "Ida Holm" of "50, and Ida Holm"; null without commas. */
export function lastOfSeveral(s: TaggedToken[], { from, to }: Range): number | null {
  const comma = s.findLastIndex((one, k) => k >= from && k < to && one.tag === "comma");
  return comma >= from && s[comma + 1]?.tag === "conjunction" ? nameStart(s, to - 1, comma + 2) : null;
}

/** Where something begins that ends at `last` and tells of the name before it: "(D-Ohio)", ", 41", ", a baker". */
function asideStart(s: TaggedToken[], last: number, low: number): number | null {
  if (s[last]?.tag === "close") {
    const open = s.findLastIndex((one, k) => k < last && one.tag === "open");
    return open > low ? open : null;
  }
  const comma = s.findLastIndex((one, k) => k <= last && one.tag === "comma");
  const piece = s.slice(comma + 1, last + 1);
  const [first] = piece;
  if (comma <= low || !first || piece.some((one) => isFiniteVerb(one.tag))) return null;
  const isRole =
    first.tag === "noun" && (piece.every((one) => one.tag !== "name") || piece.some(isPreposition));
  const isAside =
    isRole ||
    first.tag === "determiner" ||
    (piece.length === 1 && (first.tag === "number" || isParty(first)));
  return isAside ? comma : null;
}

function isPreposition({ tag }: TaggedToken): boolean {
  return tag === "preposition";
}

/** "D-Ohio", "R-Texas". */
export function isParty({ text }: TaggedToken): boolean {
  return /^[A-Z]-\p{Lu}/u.test(text);
}

/** Where the name begins that ends with a token, with titles before it; null where no name ends there. */
function nameStart(s: TaggedToken[], last: number, low: number): number | null {
  let start = last;
  if (s[last]?.tag === "close") start = (asideStart(s, last, low) ?? last + 1) - 1;
  const name = s[start];
  if (name?.tag !== "name" || timeWords.has(name.lower) || isParty(name)) return null;
  while (start > low && isOfName(s[start - 1])) start--;
  return start;
}

function isOfName(token: TaggedToken | undefined): boolean {
  return (
    token !== undefined &&
    /^(?:name|noun|determiner|possessive)$/.test(token.tag) &&
    !timeWords.has(token.lower)
  );
}

/** Whether a phrase that begins here stands where a subject does; "last year" before it is no part of it. */
function opens(s: TaggedToken[], at: number, low: number): boolean {
  const before = s[at - 1];
  return (
    at === low ||
    !before ||
    timeWords.has(before.lower) ||
    /^(?:comma|conjunction|subordinator|relative|quotation|colon|dash|stop|adverb|open)$/.test(before.tag)
  );
}
