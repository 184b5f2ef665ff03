import type { Found } from "./found";
import { isJudgeable } from "./judgeable";
import { isSomebody } from "./made-to-speak";
import { phraseEnd, type Range } from "./noun-phrases";
import type { TaggedToken } from "./tag";

/** "confirmed the delay": the object of the verb is no claim. */
export function isThing(s: TaggedToken[], { contents, cue, verb }: Found): boolean {
  const [content] = contents;
  if (!content || !cue || !verb || contents.length > 1) return false;
  // "pointing to the sea wall"
  if (verb.base === "point" && s[content.from - 1]?.lower === "to") return !isJudgeable(s, content, verb);
  if (!verb.takes.includes("n")) return false;
  if (/^(?:cite|quote)$/.test(verb.base) && isCitedOne(s, content)) return true;
  const isObject = content.from >= cue.to && s[content.from - 1]?.tag !== "preposition";
  return isObject && !isJudgeable(s, content, verb);
}

/** "cited police", "quoted Berg as saying": whom somebody cites, and not what. */
function isCitedOne(s: TaggedToken[], { from, to }: Range): boolean {
  const end = phraseEnd(s, from, to);
  const head = s[end - 1];
  if (s[to - 2]?.lower === "as" && s[to - 1]?.tag === "ing") return true;
  return head !== undefined && end === to && (head.tag === "name" || isSomebody(head));
}
