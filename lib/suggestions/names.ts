import "server-only";
import { randomUUID } from "node:crypto";
import { mostNames } from "@/lib/attributions/detect/nearest-names";
import type { Viewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db/transaction";
import { groupBy } from "@/lib/group-by";
import { normaliseName } from "@/lib/sources/normalise-name";
import { idsSpeakingAs, readWithRoots } from "@/lib/sources/queries";
import { longestName } from "@/lib/sources/schema";
import type { SuggestedSpeaker } from "./schema";

/** What a text calls a source. */
export type Called = { sourceId: string; text: string };

/** Those of a speaker's names that stand in the words which name them here; of "Berg" in "Anna Berg" only the longer. */
export function namesIn(
  mention: string,
  { name, names }: Pick<SuggestedSpeaker, "name" | "names">,
): string[] {
  const holds = (words: string, text: string) =>
    ` ${normaliseName(words)} `.includes(` ${normaliseName(text)} `);
  const there = [name, ...names].filter(
    (one) => normaliseName(one) !== "" && one.length <= longestName && holds(mention, one),
  );
  return there.filter((one) => !there.some((other) => holds(other, one) && !holds(one, other)));
}

type Here = { articleId: string; now: Date };

/** Keeps what an article calls its sources, as far as they are not called so already. */
export async function storeNames(
  tx: Tx,
  viewer: Viewer,
  { articleId, now }: Here,
  called: readonly Called[],
): Promise<void> {
  const bySource = groupBy(called, (one) => one.sourceId);
  if (bySource.size === 0) return;
  const sources = await readWithRoots(tx, [...bySource.keys()]);
  const rows = sources.flatMap(({ id, name, aliases }) => {
    const here = aliases.filter((one) => one.articleId === null || one.articleId === articleId);
    const known = new Set([name, ...here.map((one) => one.text)].map(normaliseName));
    const room = mostNames - here.length;
    const fresh = (bySource.get(id) ?? []).filter(({ text }) => {
      const isNew = !known.has(normaliseName(text));
      known.add(normaliseName(text));
      return isNew;
    });
    return fresh.slice(0, Math.max(0, room)).map((one) => ({ ...one, id: randomUUID() }));
  });
  if (rows.length === 0) return;
  const made = { articleId, createdById: viewer.userId, createdAt: now };
  await tx.sourceAlias.createMany({ data: rows.map((row) => ({ ...row, ...made })) });
}

/**
 * Takes away the names that accepted suggestions have given these sources in the article, where none of their words
 * there is introduced by it any more. What people have added stays. Answers whose names went.
 */
export async function dropNames(
  tx: Tx,
  { articleId, text }: { articleId: string; text: string },
  sourceIds: readonly string[],
): Promise<string[]> {
  const aliases = await tx.$queryRaw<{ id: string; sourceId: string; text: string; name: string }[]>`
    SELECT a.id, a."sourceId", a.text, s.name FROM "SourceAlias" a JOIN "Source" s ON s.id = a."sourceId"
    WHERE a."sourceId" = ANY(${[...new Set(sourceIds)]}::uuid[]) AND a."articleId" = ${articleId}::uuid
      AND EXISTS (SELECT 1 FROM "Attribution" t WHERE t."articleId" = a."articleId" AND t."byId" = a."createdById"
        AND t."createdAt" = a."createdAt" AND t.origin <> 'person')`;
  const gone: typeof aliases = [];
  for (const [sourceId, named] of groupBy(aliases, (one) => one.sourceId)) {
    const mentions = await tx.attribution.findMany({
      where: {
        articleId,
        sourceId: { in: await idsSpeakingAs(tx, [sourceId]) },
        deletedAt: null,
        mentionStart: { not: null },
      },
      select: { mentionStart: true, mentionEnd: true },
    });
    const words = mentions.map((one) => text.slice(one.mentionStart ?? 0, one.mentionEnd ?? 0));
    gone.push(
      ...named.filter(
        (one) =>
          !words.some((mention) =>
            namesIn(mention, { name: one.name, names: [one.text] }).includes(one.text),
          ),
      ),
    );
  }
  await tx.sourceAlias.deleteMany({ where: { id: { in: gone.map((one) => one.id) } } });
  return [...new Set(gone.map((one) => one.sourceId))];
}
