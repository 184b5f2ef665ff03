import type { BlockPlace } from "@/lib/articles/document-schema";
import { isStory } from "@/lib/articles/story";
import { countWords } from "@/lib/text/count-words";

/** How many words a reader reads: those of the story, without bylines, credits and what is folded away. */
export function countStoryWords({ text, blocks }: { text: string; blocks: readonly BlockPlace[] }): number {
  return blocks
    .filter(({ role }) => isStory(role))
    .reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0);
}
