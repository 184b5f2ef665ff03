import { cueForms } from "./cues";
import type { Found } from "./found";
import { phraseEnd, type Range } from "./noun-phrases";
import type { TaggedToken } from "./tag";

/**
 * "Prices to double this year: bank", "Smith: ‘We will not go’" and "Smith: I will not go". `isNamed` tells
 * whether the article below names a word, so that "Analysis: …" is not taken for a speaker.
 */
export function attributeHeadline(s: TaggedToken[], isNamed: (word: string) => boolean): Found[] {
  const colon = s.findLastIndex((one) => one.tag === "colon");
  if (colon <= 0) return [];
  // "Public warned: stay away": the verb is at work before the colon.
  if (cueForms.get(s[colon - 1]?.lower ?? "")?.verb.takes.includes("a") && s[colon - 1]?.tag === "verb")
    return [];
  const left = { from: 0, to: colon };
  const right = { from: colon + 1, to: withoutStop(s) };
  const quoted = s[colon + 1]?.tag === "quotation";
  const isName = (range: Range) => range.to > range.from && range.to - range.from <= 5 && !hasVerb(s, range);
  // "Ask: from what to what?"
  const isAsked = s.at(-1)?.text === "?";
  if (isName(right) && !quoted && !isAsked && (hasVerb(s, left) || colon >= 5))
    return [besideColon(left, right, colon)];
  const word = s[colon - 1];
  const isKnown = isNamed(word?.text ?? "") || (colon <= 2 && sources.test(word?.lower ?? ""));
  const known = isKnown && colon <= 3 && hasVerb(s, right);
  return isName(left) && (quoted || known) ? [besideColon(right, withoutTopic(s, left), colon)] : [];
}

/**
 * "Drivers warned of ice", "Families told that all is well", "Dam may fail, ministers warned", "Officer called “corrupt”":
 * headlines leave out the "were", so whoever stands before such a verb is told or judged, unless somebody stands behind it
 * who is. It is the same in a headline that means who warned, and that leaves it open.
 */
export function isDoneTo(s: TaggedToken[], { contents, subject, cue, verb }: Found): boolean {
  // "Berg asked: is it safe?"
  if (!cue || !verb || !subject || s.at(-1)?.text === "." || /\?["”’']*$/u.test(s.at(-1)?.text ?? ""))
    return false;
  if (subject.core.from >= cue.from || /^(?:pronoun|relative)$/.test(s[cue.from - 1]?.tag ?? ""))
    return false;
  const forms = cueForms.get(s[cue.from]?.lower ?? "")?.forms ?? [];
  if (!forms.includes("d") || !forms.includes("n")) return false;
  const behind = contents.find((one) => one.from > cue.from);
  const isSomebodyBehind = !behind && phraseEnd(s, cue.from + 1, s.length) > cue.from + 1;
  if (isSomebodyBehind || (behind && behind.from > openingAt(s, cue.from + 1))) return false;
  const isJudged = behind && (s[behind.from]?.tag === "quotation" || s[behind.from]?.lower === "as");
  return verb.takes.includes("a") || (judging.test(verb.base) && isJudged === true);
}

const judging = /^(?:call|describe|characteri[sz]e|label|dub|brand|term|deem|portray|depict|accuse|blame)$/;

/** Behind the "of", "that" or colon with which what is told begins. */
function openingAt(s: TaggedToken[], at: number): number {
  return /^(?:preposition|subordinator|colon|comma)$/.test(s[at]?.tag ?? "") ? at + 1 : at;
}

/** "Berg on Holm: ‘It is over’", "Berg to Holm: ‘It is over’". */
function withoutTopic(s: TaggedToken[], { from, to }: Range): Range {
  const on = s.findIndex((one, k) => k > from && k < to && /^(?:on|to|about)$/.test(one.lower));
  return on > 0 && s.slice(from, on).every(({ text }) => /^\p{Lu}/u.test(text))
    ? { from, to: on }
    : { from, to };
}

/** "Police: Storm kills three". */
const sources =
  /^(?:police|officials|report|study|poll|survey|sources?|experts|scientists|researchers|prosecutors|mayor|minister|sheriff)$/;

/** What stands on one side of a colon as the words of whoever stands on the other. */
export function besideColon(content: Range, speaker: Range, colon: number): Found {
  return {
    contents: [content],
    subject: { core: speaker, whole: speaker, appositions: [], place: "behind" },
    cue: { from: colon, to: colon + 1 },
    verb: null,
    negative: false,
    rule: "The headline names the speaker beside a colon.",
    confidence: 0.8,
    open: false,
  };
}

function withoutStop(s: TaggedToken[]): number {
  let to = s.length;
  while (to > 0 && s[to - 1]?.tag === "stop") to--;
  return to;
}

function hasVerb(s: TaggedToken[], range: Range): boolean {
  return s.slice(range.from, range.to).some((one) => /^(?:verb|auxiliary|infinitive|ing)$/.test(one.tag));
}
