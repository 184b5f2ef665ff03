import { nationOf } from "@/lib/sources/nations";
import { bare } from "@/lib/text/bare";
import { type Entities, type Entity, nameRuns } from "./entities";
import { isCourtesy, isFirstName, isOrganisationName, titles } from "./names";
import type { ReadBlock } from "./read-document";
import { isFiniteVerb, type TaggedToken } from "./tag";
import { timeWords } from "./words";

/** The names before a colon at the heads of paragraphs that stand for who is talking, in small letters. */
export type Talkers = ReadonlySet<string>;

/** By this rule words are whoever’s name stands before them: that one is “I” in the paragraph, and nobody’s “she”. */
export const talkRule = "A transcript names the speaker before a colon.";

/** What stands before a colon at the head of a paragraph, and where the colon is. */
type Label = { words: TaggedToken[]; colon: number };

/**
 * Who talks in a printed talk: whoever is a person and has two paragraphs or more, if somebody else has one as well,
 * who may be called by what they do there, "The Chair", and then is no source. A list of who is who, or of places, has
 * each but once, and "Update: …" is no person.
 */
export function findTalkers(blocks: readonly ReadBlock[]): Talkers {
  const counts = new Map<string, { label: TaggedToken[]; count: number }>();
  for (const { sentences, role } of blocks) {
    const label = role === "title" ? undefined : labelOf(sentences[0] ?? [])?.words;
    if (!label) continue;
    const found = counts.get(keyOf(label));
    if (found) found.count++;
    else counts.set(keyOf(label), { label, count: 1 });
  }
  if (counts.size < 2) return new Set();
  const names = namesIn(blocks);
  const surnames = lastNamesIn(blocks);
  const initialled = [...counts.values()].filter(({ label }) => bearsInitials(label, names)).length;
  const people = [...counts].filter(
    ([key, { label }]) =>
      !hosts.test(key) && (isPerson(label, surnames) || (initialled > 1 && bearsInitials(label, names))),
  );
  const roles = [...counts.keys()].filter((key) => hosts.test(key));
  const talking = people.filter(([, { count }]) => count > 1).map(([key]) => key);
  return new Set(people.length + roles.length > 1 ? talking : []);
}

/** Whoever leads a talk. */
const hosts =
  /^(?:(?:the )?(?:chair|chairman|chairwoman|chairperson|moderator|interviewer|host|presenter)|q\.?)$/;

/** Whether a label stands for who leads the talk, who is no source. */
export function isHost(label: readonly TaggedToken[]): boolean {
  return hosts.test(keyOf(label));
}

/**
 * The label of a paragraph, if it can be a name: "Lena Holm (laughs)" is hers. A figure behind the colon without a
 * verb is a result or a rating, "Reed: 41 per cent", and nothing that anybody says; "Reed: 41 of them came" is.
 */
export function labelOf(s: TaggedToken[]): Label | null {
  const colon = s.slice(0, 8).findIndex((one) => one.tag === "colon");
  const isFigure = s[colon + 1]?.tag === "number" && !s.slice(colon).some((one) => isFiniteVerb(one.tag));
  if (colon < 1 || s.length < colon + 3 || isFigure) return null;
  const open = s.slice(0, colon).findIndex((one) => one.tag === "open");
  const isAside = open > 0 && s[colon - 1]?.tag === "close";
  const words = s.slice(0, isAside ? open : colon);
  const isName = words.every(
    ({ tag, text }, at) =>
      /^\p{Lu}/u.test(text) && (/^(?:name|noun)$/.test(tag) || (at === 0 && tag === "determiner")),
  );
  return isName && words.length < 5 ? { words, colon } : null;
}

export function keyOf(label: readonly TaggedToken[]): string {
  return label.map((one) => one.lower).join(" ");
}

/** Words in capitals before a colon that are nobody: transcripts print the names of those who talk in capitals, too. */
const notices =
  /^(?:UPDATED?|CORRECTION|CLARIFICATION|NOTE|WATCH|READ|MORE|LISTEN|LOOK|VIDEO|PHOTOS?|LIVE|ANALYSIS|OPINION|EXCLUSIVE|BREAKING|FACT|CLAIM|VERDICT|RATING|QUESTION|ANSWER|PART|STEP|TIP|RELATED|SOURCES?|WASHINGTON|LONDON)$/;

function isPerson(label: readonly TaggedToken[], surnames: ReadonlySet<string>): boolean {
  const words = label.map((one) => one.text);
  const [first = "", second] = words;
  const isLoud = first.length > 2 && first === first.toUpperCase() && !notices.test(first);
  if (second === undefined) return isLoud || surnames.has(first.toLowerCase());
  if (isOrganisationName(words) || nationOf(words) || label.some((one) => timeWords.has(one.lower)))
    return false;
  if (isFirstName(first) || isCourtesy(first)) return true;
  const isNamed = surnames.has(label.at(-1)?.lower ?? "");
  return (
    titles.has(bare(first)) && (isNamed || !/^(?:general|major|chief|prime|king|queen)$/.test(bare(first)))
  );
}

/** "LH", where "Lena Holm" alone among the names begins so. */
function bearsInitials(
  [label, more]: readonly TaggedToken[],
  names: readonly (readonly string[])[],
): boolean {
  const bearers = names.filter((name) => label?.text === initialsOf(name));
  return more === undefined && new Set(bearers.map((name) => name.join(" "))).size === 1;
}

/** Two letters, where there are a first and a last name; a middle one is left out. */
function initialsOf(name: readonly string[]): string {
  return `${name[0]?.[0] ?? ""}${name.at(-1)?.[0] ?? ""}`;
}

/** Whom the initials before a colon stand for; null where they are none, or more than one person’s. */
export function bearerOfInitials(entities: Entities, label: readonly TaggedToken[]): Entity | null {
  const isFull = ({ kind, words }: Entity) => kind === "person" && words.length > 1;
  const [one, another] = entities.all.filter((one) => isFull(one) && bearsInitials(label, [one.words]));
  return one && !another ? one : null;
}

/**
 * The last words of what may be names in full, in small letters. The first names of most parts of the world are in no
 * list, but what a text calls by two words and lets talk in turns is no place and no body.
 */
function lastNamesIn(blocks: readonly ReadBlock[]): ReadonlySet<string> {
  const last = runsIn(blocks).flatMap((words) => {
    const isName = words.length > 1 && words.length < 5 && !isOrganisationName(words) && !nationOf(words);
    return isName ? [words.at(-1)?.toLowerCase() ?? ""] : [];
  });
  return new Set([...last, ...namesIn(blocks).map((name) => name.at(-1)?.toLowerCase() ?? "")]);
}

/** The names of people whom the text names in full, each from the first name on. */
function namesIn(blocks: readonly ReadBlock[]): string[][] {
  return runsIn(blocks).flatMap((words) => {
    const at = words.findIndex((word) => isFirstName(word));
    return at >= 0 && at < words.length - 1 ? [words.slice(at)] : [];
  });
}

function runsIn(blocks: readonly ReadBlock[]): string[][] {
  return blocks.flatMap(({ sentences }) =>
    sentences.flatMap((s) => nameRuns(s).map(({ from, to }) => s.slice(from, to).map((one) => one.text))),
  );
}
