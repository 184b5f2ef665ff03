import { db } from "@/lib/db/client";
import type { Span } from "@/lib/text/offsets";
import type { Scene } from "./happening";

/** The place of words that the article says exactly once. */
export function findWords({ text }: Pick<Scene, "text">, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0 || text.indexOf(words, start + 1) >= 0) {
    throw new Error(`A demo article does not say exactly once: “${words}”`);
  }
  return { start, end: start + words.length };
}

/** The source of this name, entered or accepted before. */
export async function findSourceId({ workspaceId }: Scene, name: string): Promise<string> {
  const { id } = await db().source.findFirstOrThrow({ where: { workspaceId, name }, select: { id: true } });
  return id;
}

/** The passage on exactly these words; null when nobody has marked them. */
export async function findPassage(scene: Scene, words: string) {
  return db().passage.findFirst({
    where: { articleId: scene.articleId, deletedAt: null, ...findWords(scene, words) },
    select: { id: true, version: true },
  });
}

/** The machine's open suggestion to mark exactly these words. */
export async function findSuggestion(scene: Scene, words: string): Promise<string> {
  const { id } = await db().suggestion.findFirstOrThrow({
    where: { articleId: scene.articleId, state: "open", ...findWords(scene, words) },
    select: { id: true },
  });
  return id;
}
