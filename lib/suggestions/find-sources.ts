import "server-only";
import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/auth/viewer";
import { escapeLike } from "@/lib/db/like";
import type { Tx } from "@/lib/db/transaction";
import { insertAlias, insertSource } from "@/lib/sources/mutations";
import { normaliseName } from "@/lib/sources/normalise-name";
import { readWithRoots } from "@/lib/sources/queries";
import { matchSource } from "./match-source";
import type { SuggestedSpeaker } from "./schema";

type Where = { workspaceId: string; articleId: string };

/**
 * The sources of proposed speakers, by the name that was proposed: those that exist, or new ones with the names that
 * the article gives them. Nobody can change them until the transaction ends. Call it before the article is locked.
 */
export async function findSources(
  tx: Tx,
  viewer: Viewer,
  where: Where,
  speakers: readonly { speaker: SuggestedSpeaker; newId: string }[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { speaker, newId } of speakers) {
    if (found.has(speaker.name)) continue;
    const known = await findKnown(tx, where, speaker);
    found.set(speaker.name, known ?? (await findOrMake(tx, viewer, where, speaker, newId)));
  }
  const ids = [...found.values()];
  await tx.$queryRaw`SELECT 1 FROM "Source" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR KEY SHARE`;
  return found;
}

async function findKnown(tx: Tx, where: Where, speaker: SuggestedSpeaker): Promise<string | null> {
  const { sources, usedHere } = await readCandidates(tx, where, speaker);
  return matchSource(speaker, sources, usedHere, where.articleId);
}

/** Two who accept words of the same new speaker at once take turns, so that the second finds what the first has made. */
async function findOrMake(
  tx: Tx,
  viewer: Viewer,
  where: Where,
  speaker: SuggestedSpeaker,
  newId: string,
): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${where.workspaceId}, 0))`;
  return (await findKnown(tx, where, speaker)) ?? makeSource(tx, viewer, where, speaker, newId);
}

async function readCandidates(tx: Tx, { workspaceId, articleId }: Where, { name, names }: SuggestedSpeaker) {
  const used = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "sourceId" AS id FROM "Attribution"
    WHERE "articleId" = ${articleId}::uuid AND "sourceId" IS NOT NULL`;
  const usedHere = new Set(used.map((row) => row.id));
  const words = [...new Set([name, ...names].flatMap(longestWord))];
  const likes = words.map((word) => `%${escapeLike(word)}%`);
  // Of very many that share a word, those of exactly this name must be among them.
  const similar = await tx.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM "Source" s
    WHERE s."workspaceId" = ${workspaceId}::uuid AND (s.name ILIKE ANY(${likes}::text[]) OR s.id IN (
      SELECT a."sourceId" FROM "SourceAlias" a WHERE a.text ILIKE ANY(${likes}::text[])))
    ORDER BY lower(s.name) = lower(${name}) DESC, s.id
    LIMIT ${mostCompared}`;
  const sources = await readWithRoots(tx, [...usedHere, ...similar.map((row) => row.id)]);
  return { sources, usedHere };
}

const mostCompared = 200;

/** The word of a name by which it is looked up, as it stands in the name. */
function longestWord(name: string): string[] {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.toSorted((a, b) => b.length - a.length).slice(0, 1);
}

const mostNames = 12;

async function makeSource(
  tx: Tx,
  viewer: Viewer,
  { workspaceId, articleId }: Where,
  speaker: SuggestedSpeaker,
  id: string,
): Promise<string> {
  const name = speaker.name.replace(/\s+/gu, " ").trim().slice(0, 200);
  await insertSource(tx, viewer, workspaceId, { id, kind: speaker.kind, name });
  const known = new Set([normaliseName(name)]);
  for (const text of speaker.names.slice(0, mostNames)) {
    const key = normaliseName(text);
    if (!key || known.has(key) || text.length > 200) continue;
    known.add(key);
    await insertAlias(tx, viewer, id, { id: randomUUID(), text, articleId });
  }
  return id;
}
