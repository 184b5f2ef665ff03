import { bare } from "@/lib/text/bare";
import { descriptionOf } from "./descriptions";
import { findEntity } from "./entities";
import { isOrganisationName, isPersonNoun, organisationHeads, titles } from "./names";
import { headOf, type Memory, newSpeaker, type Speaker, speakerCalled } from "./speaker-memory";
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
  if (isOrganisationName(right.map((one) => one.text))) return true;
  const isTitled = right.slice(0, -1).some(isRole);
  return isTitled ? isSomebody(memory, left) : !left.some((one, i) => i === left.length - 1 && isRole(one));
}

/** The source of its own that they are together. */
export function severalTogether(memory: Memory, { tokens }: Mention): Speaker {
  const mention = { tokens: withoutAges(tokens) };
  const same = speakerCalled(memory, mention);
  if (same) return same;
  const head = headOf(mention.tokens);
  const made = newSpeaker(memory, mention, head, descriptionOf(mention.tokens, head));
  const { left = [], right = [] } = jointOf(mention.tokens) ?? {};
  const isBody = left.length === 1 && isOrganisationName(right.map((one) => one.text));
  return Object.assign(made, { kind: isBody ? "organisation" : "unknown", gender: "unknown" });
}

/** "Berg, 54, and Holm, 61": ages are no part of the names. */
function withoutAges(tokens: TaggedToken[]): TaggedToken[] {
  const isAge = (at: number) => tokens[at]?.tag === "number" && tokens[at - 1]?.tag === "comma";
  const closes = (at: number) => tokens[at]?.tag === "comma" && isAge(at - 1);
  return tokens.filter((_, at) => !isAge(at) && !isAge(at + 1) && !closes(at));
}

function jointOf(mentioned: TaggedToken[]): Joint | null {
  const tokens = withoutAges(mentioned);
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

/** "Police", "Mayor Anna Berg", and "Berg" where that is a person's name; not "Science" and "Prime Minister". */
function isSomebody({ entities }: Memory, names: TaggedToken[]): boolean {
  const last = names.at(-1);
  if (!last || isRole(last)) return false;
  return (
    names.length > 1 ||
    organisationHeads.has(bare(last.text)) ||
    findEntity(entities, [last.text])?.kind === "person"
  );
}
