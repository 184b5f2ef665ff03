import { genderOf, isPersonNoun, organisationHeads } from "./names";
import { mainSubject } from "./speakers";
import type { SubjectPhrase } from "./subject-phrases";
import { isFiniteVerb, type TaggedToken } from "./tag";
import type { Mention } from "./to-draft";

/** Whom a sentence of the reporter's is about; `acts` where they do something, so that words behind may be theirs. */
export type Actor = { subject: SubjectPhrase; acts: boolean };

/** Somebody else than the speaker whom a sentence is about: "Hale shook his head", "the crowd laughed". */
export function otherActor(s: TaggedToken[], speaker: Mention | null): Actor | null {
  const subject = mainSubject(s, s.length, 0) ?? leading(s);
  if (!subject) return null;
  const words = s.slice(subject.core.from, subject.core.to);
  const acts = s.slice(subject.core.to).find((one) => isFiniteVerb(one.tag))?.tag !== "auxiliary";
  const isAnybody = words.some(isSomebody) || (acts && words.some((one) => crowds.has(one.lower)));
  return isAnybody && !(speaker && isSame(words, speaker.tokens)) ? { subject, acts } : null;
}

/** "Ben Hale winced", "A man at the back rose": whoever opens a sentence whose verb could not be read is its subject. */
function leading(s: TaggedToken[]): SubjectPhrase | null {
  const from = s[0]?.tag === "determiner" ? 1 : 0;
  const names = s.slice(from).findIndex((one) => one.tag !== "name");
  const to = names > 0 ? from + names : isPersonNoun(s[from]?.lower ?? "") ? from + 1 : from;
  const core = { from: 0, to };
  return to > from ? { core, whole: core, appositions: [], place: "before" } : null;
}

function isSomebody({ tag, lower }: TaggedToken): boolean {
  if (tag === "name") return true;
  if (tag === "pronoun")
    return /^(?:he|she|they|others|everyone|everybody|someone|somebody|one)$/.test(lower);
  if (tag !== "noun") return /^(?:another|others|some|many|several|both)$/.test(lower);
  const one = lower.replace(/s$/, "");
  return isPersonNoun(lower) || isPersonNoun(one) || organisationHeads.has(lower);
}

const crowds = new Set(
  "crowd audience hall room gallery public people men women children opponents supporters rivals protesters".split(
    " ",
  ),
);

/** Whether two phrases can mean one person: the words of one are among those of the other, or a pronoun fits. */
function isSame(words: TaggedToken[], speaker: TaggedToken[]): boolean {
  const [only, more] = words;
  const [first] = speaker;
  if (only?.tag === "pronoun" && !more) {
    if (first?.tag === "pronoun") return first.lower === only.lower;
    const gender = genderOf(speaker.filter((one) => one.tag === "name").map((one) => one.text));
    return gender === (only.lower === "she" ? "female" : only.lower === "he" ? "male" : null);
  }
  const named = (list: TaggedToken[]) =>
    list.filter((one) => one.tag === "name" || one.tag === "noun").map((one) => one.lower);
  const [here, there] = [named(words), named(speaker)];
  const within = (inner: string[], outer: string[]) =>
    inner.length > 0 && inner.every((word) => outer.includes(word));
  return within(here, there) || within(there, here);
}
