import type { CueVerb } from "./cues";
import type { Range } from "./noun-phrases";
import { isFiniteVerb, type TaggedToken } from "./tag";

/**
 * Whether an object of a verb of saying says something that can be judged. "Confirmed the delay" and "disputed the
 * figures" name a thing; "denied stealing", "rejected the claim that he lied" and "announced a toll of 20 crowns" tell
 * what is, or is not, so. Quoted words always count.
 */
export function isJudgeable(s: TaggedToken[], { from, to }: Range, verb: CueVerb): boolean {
  const words = s.slice(from, to);
  if (words.some((one) => one.tag === "quotation")) return true;
  if (verb.class === "denying") return isProposition(words) || isDeniedDeed(words);
  if (verb.class === "judging" && !verb.takes.includes("c"))
    return words.some((one, i) => i > 0 && /^(?:for|of|as|over)$/.test(one.lower));
  return isProposition(words) || !isBareThing(words);
}

function isProposition(words: TaggedToken[]): boolean {
  return words.some(
    (one) => isFiniteVerb(one.tag) || one.tag === "ing" || one.tag === "infinitive" || one.lower === "as",
  );
}

/** "denied any part in it", "denied wrongdoing". */
function isDeniedDeed([first, ...others]: TaggedToken[]): boolean {
  if (/^(?:charges|allegations|accusations|claims|counts)$/.test(others.at(-1)?.lower ?? "")) return false;
  return /^(?:any|all|ever|having|involvement|responsibility|wrongdoing|knowledge|guilt|liability)$/.test(
    first?.lower ?? "",
  );
}

/** "the delay", "his warning", "them": one that is known already, of which nothing is told. */
function isBareThing(words: TaggedToken[]): boolean {
  const first = words[0];
  if (/^(?:something|anything|everything)$/.test(first?.lower ?? "")) return true;
  const isKnown =
    first?.tag === "possessive" ||
    first?.tag === "object" ||
    first?.tag === "pronoun" ||
    /^(?:the|this|that|these|those)$/.test(first?.lower ?? "");
  return (
    isKnown && words.every((one) => /^(?:determiner|possessive|noun|object|pronoun|adverb)$/.test(one.tag))
  );
}
