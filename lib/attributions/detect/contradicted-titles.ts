import { bare } from "@/lib/text/bare";
import {
  bodyOrPerson,
  type Gender,
  genderOf,
  genderOfCourtesy,
  isCourtesy,
  isPersonNoun,
  surnameOf,
} from "./names";
import type { TaggedToken } from "./tag";

/** Where the text names somebody: all words, those of the name itself, and the sentence with the one behind it. */
export type Naming = {
  words: string[];
  own: string[];
  at: number;
  sentence: TaggedToken[];
  next: TaggedToken[] | undefined;
};

/**
 * The names like "mr dahl" that none of those can bear whom the text names in full: each Dahl is a woman by her title
 * or first name, or as "she". Where the text shows nothing of one of them, it may be that one. "Mr Dahl" and "Mrs Dahl"
 * contradict each other where nobody is named in full.
 */
export function contradictedTitles(namings: readonly Naming[]): ReadonlySet<string> {
  const titled = new Map(namings.filter(isTitledSurname).map((one) => [titledKey(one.words), one]));
  if (titled.size === 0) return new Set();
  const all = [...titled.values()];
  const bearers = gendersInFull(namings, new Set(all.map(surname)));
  const courtesies = new Map<string, Set<Gender>>();
  for (const one of all) {
    const known = courtesies.get(surname(one)) ?? new Set();
    courtesies.set(surname(one), known.add(genderOfCourtesy(one.words)));
  }
  const contradicted = [...titled].filter(([, one]) => {
    const genders = [...(bearers.get(surname(one))?.values() ?? [])].map(told);
    const wanted = genderOfCourtesy(one.words);
    const isOther = (gender: Gender) => gender !== "unknown" && gender !== wanted;
    if (genders.length > 0) return genders.every(isOther);
    return [...(courtesies.get(surname(one)) ?? [])].some(isOther);
  });
  return new Set(contradicted.map(([key]) => key));
}

function isTitledSurname({ words, own }: Naming): boolean {
  return own.length < words.length && words.some(isCourtesy) && surnameOf(own.map(bare)) !== null;
}

/** A name with its title as names are compared. */
export function titledKey(words: readonly string[]): string {
  return words.map(bare).join(" ");
}

function surname({ own }: Naming): string {
  return bare(own.at(-1) ?? "");
}

/** What the text tells of somebody, from what is surest. */
type Told = { title: Gender; firstName: Gender; pronouns: Set<Gender> };

function told({ title, firstName, pronouns }: Told): Gender {
  const [pronoun = "unknown"] = pronouns.size === 1 ? pronouns : [];
  return [title, firstName, pronoun].find((one) => one !== "unknown") ?? "unknown";
}

/** What is told of each person named in full who has one of these surnames. */
function gendersInFull(
  namings: readonly Naming[],
  surnames: ReadonlySet<string>,
): Map<string, Map<string, Told>> {
  const bearers = new Map<string, Map<string, Told>>();
  const counts = new Map<TaggedToken[], number>();
  for (const { sentence } of namings) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  for (const naming of namings) {
    const { words, own } = naming;
    const last = surname(naming);
    const key = own.map(bare);
    if (!surnames.has(last) || surnameOf(key) !== null || bodyOrPerson(own) === "organisation") continue;
    const people = bearers.get(last) ?? new Map<string, Told>();
    bearers.set(last, people);
    const one = people.get(key.join(" ")) ?? {
      title: "unknown",
      firstName: genderOf(own),
      pronouns: new Set(),
    };
    people.set(key.join(" "), one);
    const title = genderOfCourtesy(words);
    if (title !== "unknown") one.title = title;
    const pronoun = counts.get(naming.sentence) === 1 ? pronounBehind(naming) : "unknown";
    if (pronoun !== "unknown") one.pronouns.add(pronoun);
  }
  return bearers;
}

/** "Wenche Dahl left. She …": who else but her, if the sentence names and mentions nobody else? */
function pronounBehind({ sentence, next, at }: Naming): Gender {
  const first = next?.find((one) => one.tag !== "quotation" && one.tag !== "comma")?.lower;
  const gender = first === "he" ? "male" : first === "she" ? "female" : "unknown";
  if (gender === "unknown") return gender;
  const isAnother = (one: TaggedToken, i: number) =>
    one.tag === "noun" && isPersonNoun(one.lower) && i !== at - 1;
  return sentence.some(isAnother) ? "unknown" : gender;
}
