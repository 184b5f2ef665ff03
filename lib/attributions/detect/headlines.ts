import type { Found } from "./found";
import type { Range } from "./noun-phrases";
import type { TaggedToken } from "./tag";

/**
 * "Prices to double this year: bank", "Smith: ‘We will not go’" and "Smith: I will not go". `isNamed` tells
 * whether the article below names a word, so that "Analysis: …" is not taken for a speaker.
 */
export function attributeHeadline(s: TaggedToken[], isNamed: (word: string) => boolean): Found[] {
  const colon = s.findLastIndex((one) => one.tag === "colon");
  if (colon <= 0) return [];
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
