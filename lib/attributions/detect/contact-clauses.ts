import { isSomebody } from "./made-to-speak";
import type { Range } from "./noun-phrases";
import { isFiniteVerb, type TaggedToken } from "./tag";

/** Who speaks in a clause without a "that", and what: "the bridge Berg said was safe fell" is Berg's "was safe". */
export type ContactClause = { speaker: Range; words: Range };

/**
 * Reads "the bridge Berg said was safe fell on Monday", where what two nouns side by side seem to name is what the words
 * are about, and then who says them. Null where no verb follows the verb of saying, and where one alone is named.
 */
export function contactClause(s: TaggedToken[], core: Range, content: Range): ContactClause | null {
  if (s[content.from]?.tag !== "auxiliary") return null;
  let from = core.to - 1;
  while (from > core.from && s[from]?.tag === "name" && s[from - 1]?.tag === "name") from--;
  const [first, before] = [s[from], s[from - 1]];
  // "The land office said" has one noun, "the plan officials say" two.
  const isMany = first?.lower === "police" || first?.lower.endsWith("s");
  const isPerson = first !== undefined && (first.tag === "name" || (isMany && isSomebody(first)));
  if (!isPerson || from <= core.from || before?.tag !== "noun") return null;
  return { speaker: { from, to: core.to }, words: { from: content.from, to: wordsEnd(s, content) } };
}

/** Where the verb of the sentence itself comes: "was safe" of "was safe fell". */
function wordsEnd(s: TaggedToken[], { from, to }: Range): number {
  let k = from + 1;
  while (/^(?:auxiliary|not|adverb|participle)$/.test(s[k]?.tag ?? "")) k++;
  const next = s.findIndex((one, at) => at >= k && at < to && isFiniteVerb(one.tag));
  return next < 0 ? to : next;
}
