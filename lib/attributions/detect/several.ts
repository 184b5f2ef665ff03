import { bare } from "@/lib/text/bare";
import { descriptionOf } from "./descriptions";
import { findEntity } from "./entities";
import { isParty } from "./lists";
import {
  isCourtesy,
  isFirstName,
  isOrganisationName,
  isPersonNoun,
  organisationHeads,
  titles,
} from "./names";
import { headOf, type Memory, newSpeaker, type Speaker, shortForm, speakerCalled } from "./speaker-memory";
import type { TaggedToken } from "./tag";
import type { Mention } from "./to-draft";
import { timeWords } from "./words";

/** Two names and the words between them, of which the last is "and" or "or". */
type Joint = { left: TaggedToken[]; right: TaggedToken[] };

/**
 * Whether names stand beside each other in a mention: "Anna Berg and Ida Holm", "the Food and Drug Administration".
 * Neither is the other, so none of them alone has said it. "Science and Technology Minister Anna Berg" is one person.
 */
export function isSeveral(memory: Memory, mention: Mention): boolean {
  const { tokens } = mention;
  if (isBesideNoun(mention) || isNounJoined(memory, tokens) || areInPlaces(tokens)) return true;
  if (areGroups(tokens) && mention.appositions.length === 0) return true;
  return areSeveral(memory, tokens) || togetherBehind(memory, mention) !== null;
}

function areSeveral(memory: Memory, tokens: TaggedToken[]): boolean {
  const joint = jointOf(tokens);
  if (!joint) return false;
  const { left } = joint;
  const right = joint.right.slice(joint.right[0]?.tag === "determiner" ? 1 : 0);
  const last = left.at(-1);
  const isParty = /^(?:democrats|republicans)$/.test(last?.lower ?? "");
  const isOther = last !== undefined && (isParty || !isRole(last));
  // "Xi Jinping and nurse Anna Berg", while in "Trade and Industry Minister" no title stands behind the "and".
  const isDescribed = left.length > 1 && /^\p{Ll}/u.test(right[0]?.text ?? "");
  if (right.length > 1 && (isDescribed || isRoleAt(right, 0))) return isOther;
  const isTitled = right.slice(0, -1).some((one) => isRole(one) || /^\p{Ll}/u.test(one.text));
  return isTitled ? isSomebody(memory, left) : isOrganisationName(right.map((one) => one.text)) || isOther;
}

/**
 * "The mayor and Holm", "Holm, the mayor, and two engineers": one of them is called by a noun. "The former mayor and party
 * chief Ida Holm" is one person, and so is "the founder and CEO".
 */
function isNounJoined({ entities }: Memory, tokens: TaggedToken[]): boolean {
  const joint = topJoint(tokens);
  const left = tokens.slice(0, joint?.from);
  const right = tokens.slice(joint?.to).filter((one) => one.tag !== "adverb");
  const [first] = right;
  if (!joint || !first) return false;
  // "Mr and Mrs Reed"
  if (isCourtesy(first.text) && left.every((one) => isCourtesy(one.text))) return true;
  if (joint.to - joint.from > 1) return left.some(isNameWord) || right.some(isNameWord);
  const isPhrase = /^(?:number|determiner|possessive)$/.test(first.tag) && right.some(isCommonNoun);
  // "Clinton's team and her allies" is called so in all; "the mayor, Ida Holm, and her deputy" by her name.
  const isList = left.some((one) => one.tag === "comma");
  const isNamed = isList ? left.some(isNameWord) : isNameWord(left.at(-1));
  // "The mayor and the council leader Tom Reed", each with a "the", are two.
  if (isPhrase && isNameWord(right.at(-1)) && left[0]?.tag === "determiner") return true;
  if (isPhrase || (right.length === 1 && isMany(first))) return isNamed;
  const named = right.slice(Number(first.tag === "determiner"));
  const words = named.map((one) => one.text);
  const isPerson = isFirstName(words[0] ?? "") || findEntity(entities, words)?.kind === "person";
  const isSurname = words.length === 1 && !/^\p{Lu}+$/u.test(words[0] ?? "");
  const isName = named.every((one) => one.tag === "name" && !isRole(one));
  // "Republican leaders and the White House"
  if (isName && left.some((one) => isCommonNoun(one) && one === left.at(-1) && isMany(one))) return true;
  return isName && (isPerson || isSurname) && /^(?:noun|adverb|comma)$/.test(left.at(-1)?.tag ?? "");
}

function isCommonNoun({ tag, text }: TaggedToken): boolean {
  return tag === "noun" && /^\p{Ll}/u.test(text);
}

/** "Democrats and some Republicans", "the King and Queen": offices and parties, of which none is a name. */
function areGroups(tokens: readonly TaggedToken[]): boolean {
  const joint = topJoint(tokens);
  const end = tokens.findIndex((one, k) => k >= (joint?.to ?? 0) && /^(?:preposition|to)$/.test(one.tag));
  const right = tokens
    .slice(joint?.to, end < 0 ? tokens.length : end)
    .filter((one) => one.tag !== "determiner");
  const [only, more] = right;
  const left = tokens[(joint?.from ?? 0) - 1];
  return joint !== null && only !== undefined && !more && isRole(only) && isNameWord(left);
}

/** "Police", "engineers": more than one, without a word before. */
function isMany(token: TaggedToken | undefined): boolean {
  const lower = token?.lower ?? "";
  return organisationHeads.has(lower) || (isPersonNoun(lower.replace(/s$/, "")) && lower.endsWith("s"));
}

/**
 * The last "and" behind a comma, or before any "of", "for", "who": "officials in France and Germany" has none. "As well
 * as" joins, too.
 */
function topJoint(tokens: readonly TaggedToken[]): { from: number; to: number } | null {
  const well = tokens.findIndex((one, k) => one.lower === "well" && tokens[k - 1]?.lower === "as");
  if (well > 1 && tokens[well + 1]?.lower === "as") return { from: well - 1, to: well + 2 };
  const end = tokens.findIndex((one, k) => k > 0 && /^(?:preposition|to|open|verb|auxiliary)$/.test(one.tag));
  const and = tokens.findLastIndex((one, k) => {
    const isParted = tokens[k - 1]?.tag === "comma" && tokens[k + 1]?.tag !== "name";
    const isTop = end < 0 || k < end || isParted;
    return k > 0 && isTop && one.tag === "conjunction" && /^(?:and|or)$/.test(one.lower);
  });
  return and < 0 ? null : { from: and, to: and + 1 };
}

/** "Eva Moen of Ohio and Lars Dahl of Texas". */
function areInPlaces(tokens: readonly TaggedToken[]): boolean {
  const of = tokens.findIndex((one) => one.tag === "preposition");
  const and = tokens.findLastIndex((one) => one.tag === "conjunction" && one.lower === "and");
  if (isBodyOf(tokens, of, and)) return true;
  const isInFull = (words: readonly TaggedToken[]) =>
    words.some((one, k) => isFirstName(one.text) && isNameWord(one) && isNameWord(words[k + 1]));
  return of > 0 && and > of && isInFull(tokens.slice(0, of)) && isInFull(tokens.slice(and + 1, and + 3));
}

/** "The Church of England and the mayor", "the University of Oslo and the University of Bergen". */
function isBodyOf(tokens: readonly TaggedToken[], of: number, and: number): boolean {
  const right = tokens.slice(and + 1);
  const isNext = /^(?:determiner|possessive)$/.test(right[0]?.tag ?? "");
  const isSomebodyElse =
    right.some(isCommonNoun) || isOrganisationName(right.slice(1).map((one) => one.text));
  const isBody = of > 0 && isNameWord(tokens[of - 1]) && !tokens.slice(0, of).some(isRole);
  return isBody && and > of && isNext && isSomebodyElse;
}

/** "Tennant and the chancellor, Miriam Holt": Holt is the chancellor, and not both. */
function isBesideNoun({ tokens, appositions }: Mention): boolean {
  const and = tokens.findIndex((one) => one.tag === "conjunction" && one.lower === "and");
  const isNoun = /^(?:determiner|possessive)$/.test(tokens[and + 1]?.tag ?? "");
  return appositions.length > 0 && /^(?:name|noun)$/.test(tokens[and - 1]?.tag ?? "") && isNoun;
}

/**
 * What names several behind a noun: "the winners, Anna Berg and Tom Reed". Where each has words of their own, "Anna Berg
 * of Yale and Tom Reed of Oxford", it is the noun itself. Null where one alone is named, or nobody.
 */
function togetherBehind(memory: Memory, { tokens, appositions }: Mention): TaggedToken[] | null {
  const [aside] = appositions;
  if (!aside || tokens[headOf(tokens)]?.tag !== "noun") return null;
  const block = memory.blocks.find((one) => aside.start >= one.start && aside.start < one.end);
  const words =
    block?.sentences.flat().filter((one) => one.start >= aside.start && one.end <= aside.end) ?? [];
  if (areSeveral(memory, words)) return words;
  const and = words.findLastIndex((one) => one.tag === "conjunction" && one.lower === "and");
  const areNames = isNameWord(words[0]) && isNameWord(words[and + 1]) && isNameWord(words[and + 2]);
  return and > 0 && areNames && isFirstName(words[and + 1]?.text ?? "") ? tokens : null;
}

/** The source of its own that they are together. */
export function severalTogether(memory: Memory, mention: Mention): Speaker {
  const tokens = withoutAsides(togetherBehind(memory, mention) ?? mention.tokens);
  const name = listed(tokens);
  const same = speakerCalled(memory, name);
  if (same) return same;
  const head = headOf(tokens);
  const made = newSpeaker(memory, { tokens }, head, descriptionOf(tokens, head), name);
  const { left = [], right = [] } = jointOf(tokens) ?? {};
  const isBody = left.length === 1 && isOrganisationName(right.map((one) => one.text));
  return Object.assign(made, { kind: isBody ? "organisation" : "unknown", gender: "unknown" });
}

/** "Berg, Holm and Reed", whichever commas stood between them. */
function listed(tokens: TaggedToken[]): string {
  const pieces = piecesOf(tokens).map((piece) => (piece[0]?.tag === "comma" ? piece.slice(1) : piece));
  return pieces
    .map((piece, at) => {
      // An article within the list stays: "Labour, the Liberal Democrats and the Greens".
      const article = at > 0 && /^(?:the|an?)$/.test(piece[0]?.lower ?? "") ? `${piece[0]?.text} ` : "";
      return { joint: piece[0]?.tag === "conjunction", name: article + shortForm({ tokens: piece }) };
    })
    .reduce((text, { joint, name }) => {
      const isOpen = joint || / (?:and|or)$/.test(text);
      return `${text}${text && (isOpen ? " " : ", ")}${name}`;
    }, "");
}

/** "Berg (D-Ohio), 54, and Holm, a lawyer": what is told of each is no part of the names. */
function withoutAsides(tokens: TaggedToken[]): TaggedToken[] {
  let depth = 0;
  const bareTokens = tokens.filter(({ tag }) => {
    if (tag === "open") depth++;
    const isInside = depth > 0;
    if (tag === "close") depth--;
    return !isInside;
  });
  const pieces = piecesOf(bareTokens).filter(
    (piece, at, all) => at === 0 || isNamed(piece.slice(1)) || isNounOfList(all, at),
  );
  return pieces.flatMap((piece, at) => {
    if (isNounBefore(pieces[at - 1], piece)) return piece.slice(1);
    // Of "Reed and his deputy, Ida Holm", all up to the "and".
    const and = piece.findLastIndex((one) => one.tag === "conjunction");
    return isNounBefore(piece, pieces[at + 1]) ? piece.slice(0, Math.max(and + 1, isComma(piece[0]))) : piece;
  });
}

/** "police", "a doctor and three nurses" in a list: no role of who was named before, as "the mayor" in "Holm, the mayor". */
function isNounOfList(pieces: readonly TaggedToken[][], at: number): boolean {
  const [piece = [], before = []] = [pieces[at], pieces[at - 1]];
  if (at === pieces.length - 1) return piece.some((one) => one.tag === "conjunction");
  const isNoun = /^(?:determiner|possessive|noun)$/.test(piece[1]?.tag ?? "");
  return isNoun && before.at(-1)?.tag === "noun" && piece.at(-1)?.tag === "noun";
}

/** "the chief engineer, Ida Strand" in a list: she is called by her name. */
function isNounBefore(noun: TaggedToken[] | undefined, name: TaggedToken[] | undefined): boolean {
  // "the mayor of Larvik, Mona Eide"
  const of = noun?.findIndex((one) => one.tag === "preposition") ?? -1;
  const isInFull = name?.length === 3 && name.slice(1).every((one) => one.tag === "name");
  const head = of > 0 && isInFull ? noun?.[of - 1] : undefined;
  const last = head && isPersonNoun(head.lower) ? head : noun?.at(-1);
  if (last?.tag === "genitive") return name?.[1]?.tag === "name";
  return last?.tag === "noun" && /^\p{Ll}/u.test(last.text) && name?.[1]?.tag === "name" && !isParty(name[1]);
}

function isComma(token: TaggedToken | undefined): number {
  return Number(token?.tag === "comma");
}

/** Pieces that begin with the comma before them. */
function piecesOf(tokens: TaggedToken[]): TaggedToken[][] {
  const pieces: TaggedToken[][] = [[]];
  for (const token of tokens) {
    if (token.tag === "comma") pieces.push([token]);
    else pieces.at(-1)?.push(token);
  }
  return pieces;
}

/**
 * Whether a piece between commas goes on with the list, "engineer Tom Reed", rather than telling of who was named last,
 * "engineer" or "D-Ohio".
 */
function isNamed(piece: readonly TaggedToken[]): boolean {
  const [first] = piece;
  if (!first || isParty(first)) return false;
  const isTitled =
    first.tag === "noun" && piece.at(-1)?.tag === "name" && piece.every((one) => one.tag !== "preposition");
  return first.tag === "conjunction" || first.tag === "name" || isTitled;
}

function jointOf(mentioned: TaggedToken[]): Joint | null {
  const tokens = withoutAsides(mentioned);
  const end = tokens.findIndex(
    (one, i) => i > 0 && /^(?:preposition|to|relative|open|verb|auxiliary)$/.test(one.tag),
  );
  const words = end < 0 ? tokens : tokens.slice(0, end);
  const at = words.findLastIndex(
    ({ tag, lower }, i) =>
      tag === "conjunction" &&
      (/^(?:and|or)$/.test(lower) || (lower === "&" && words[i - 1]?.tag !== "name")),
  );
  const left = namesBefore(words.slice(0, words[at - 1]?.tag === "comma" ? at - 1 : at));
  const right = words.slice(at + 1);
  return at > 0 && left.length > 0 && isNameWord(right.at(-1)) ? { left, right } : null;
}

function namesBefore(words: TaggedToken[]): TaggedToken[] {
  return words.slice(words.findLastIndex((one) => !isNameWord(one)) + 1);
}

/** The head of a sentence has a capital anyhow: there it is no more than likely to be a name, which is enough here. */
function isNameWord(token: TaggedToken | undefined): boolean {
  return (
    token !== undefined &&
    /^(?:name|noun)$/.test(token.tag) &&
    /^\p{Lu}/u.test(token.text) &&
    !timeWords.has(token.lower)
  );
}

function isRole({ text }: TaggedToken): boolean {
  return titles.has(bare(text)) || isPersonNoun(bare(text));
}

/** Whether a title begins at a word: "Mayor", "Prime Minister", "former senator". */
function isRoleAt(words: TaggedToken[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  return isRole(word) || (rank.test(word.lower) && isRoleAt(words, at + 1));
}

const rank = /^(?:prime|vice|deputy|former|then|acting|interim|senior|chief|first|crown|retired|ex)$/;

/** "Police", "Mayor Anna Berg", and "Berg" where that is a person's name; not "Science", "Prime Minister", "New York". */
function isSomebody({ entities }: Memory, names: TaggedToken[]): boolean {
  const own = names.slice(names.findLastIndex(isRole) + 1).map((one) => one.text);
  const [first] = own;
  if (!first) return false;
  if (own.length > 1) return isFirstName(first);
  const isShort = first === first.toUpperCase();
  return !isShort && (organisationHeads.has(bare(first)) || findEntity(entities, own)?.kind === "person");
}
