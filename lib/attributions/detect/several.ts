import { bare } from "@/lib/text/bare";
import { descriptionOf } from "./descriptions";
import { findEntity } from "./entities";
import { isFirstName, isOrganisationName, isPersonNoun, organisationHeads, titles } from "./names";
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
  const joint = jointOf(mention.tokens);
  if (!joint) return false;
  const { left, right } = joint;
  const isTitled = right.slice(0, -1).some((one) => isRole(one) || /^\p{Ll}/u.test(one.text));
  if (isTitled) return isSomebody(memory, left);
  const last = left.at(-1);
  return isOrganisationName(right.map((one) => one.text)) || (last !== undefined && !isRole(last));
}

/** The source of its own that they are together. */
export function severalTogether(memory: Memory, { tokens }: Mention): Speaker {
  const mention = { tokens: withoutAsides(tokens) };
  const same = speakerCalled(memory, shortForm(mention));
  if (same) return same;
  const head = headOf(mention.tokens);
  const made = newSpeaker(memory, mention, head, descriptionOf(mention.tokens, head));
  const { left = [], right = [] } = jointOf(mention.tokens) ?? {};
  const isBody = left.length === 1 && isOrganisationName(right.map((one) => one.text));
  return Object.assign(made, { kind: isBody ? "organisation" : "unknown", gender: "unknown" });
}

/** "Berg, 54, and Holm, a lawyer": what is told of each is no part of the names. */
function withoutAsides(tokens: TaggedToken[]): TaggedToken[] {
  const pieces: TaggedToken[][] = [[]];
  for (const token of tokens) {
    if (token.tag === "comma") pieces.push([token]);
    else pieces.at(-1)?.push(token);
  }
  const kept = pieces.filter((piece, at) => at === 0 || isNamed(piece[1]));
  // "Berg and Holm" needs no comma once the age is gone.
  return kept.length === pieces.length
    ? tokens
    : kept.flatMap((piece) => (piece[1]?.tag === "conjunction" ? piece.slice(1) : piece));
}

/** Whether a piece between commas goes on with the list, rather than telling of who was named last. */
function isNamed(first: TaggedToken | undefined): boolean {
  return first?.tag === "conjunction" || (first?.tag === "name" && !/^[A-Z]-/.test(first.text));
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

/** "Police", "Mayor Anna Berg", and "Berg" where that is a person's name; not "Science", "Prime Minister", "New York". */
function isSomebody({ entities }: Memory, names: TaggedToken[]): boolean {
  const own = names.slice(names.findLastIndex(isRole) + 1).map((one) => one.text);
  const [first] = own;
  if (!first) return false;
  if (own.length > 1) return isFirstName(first);
  const isShort = first === first.toUpperCase();
  return !isShort && (organisationHeads.has(bare(first)) || findEntity(entities, own)?.kind === "person");
}
