import type { BlockPlace } from "@/lib/articles/document-schema";
import { isStory } from "@/lib/articles/story";
import type { Span } from "@/lib/text/offsets";
import { sentencesAround } from "@/lib/text/sentences";
import { noNumbers, numberPatterns } from "./number-patterns";
import type { NumberKind } from "./row-schema";

export type FoundNumber = Span & { kind: NumberKind; sentence: Span };

/**
 * Every quantity, date and relative date in the story of an article, in text order and without overlaps; of words that
 * can be read in two ways the longer reading counts. Boilerplate, credits, addresses, telephone numbers and footnote
 * marks hold none. Offsets are UTF-16 units of the text.
 */
export function findNumbers(text: string, blocks: readonly BlockPlace[], language: string): FoundNumber[] {
  return blocks
    .filter((block) => isStory(block.role) && block.duplicateOf === undefined)
    .flatMap((block) =>
      sentencesAround(text, block.start, language).flatMap((sentence) =>
        findInSentence(text.slice(sentence.start, sentence.end)).map(({ start, end, kind }) => ({
          start: sentence.start + start,
          end: sentence.start + end,
          kind,
          sentence,
        })),
      ),
    );
}

/** Every quantity and date in one sentence, by its places in it. */
export function findInSentence(sentence: string): (Span & { kind: NumberKind })[] {
  const words = sentence.replace(noNumbers, (found) => "_".repeat(found.length));
  const all = numberPatterns.flatMap(({ kind, pattern }) =>
    Array.from(words.matchAll(pattern), (found) => ({
      start: found.index,
      end: found.index + found[0].length,
      kind,
    })),
  );
  const kept: (Span & { kind: NumberKind })[] = [];
  for (const one of all.sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some((other) => other.start < one.end && one.start < other.end)) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}
