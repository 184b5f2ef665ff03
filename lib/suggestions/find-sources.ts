import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { escapeLike } from "@/lib/db/like";
import type { Tx } from "@/lib/db/transaction";
import { holdSources } from "@/lib/sources/hold-sources";
import { insertSource } from "@/lib/sources/mutations";
import { onlyOfSample, readWithRoots } from "@/lib/sources/queries";
import { longestName, type SourceView } from "@/lib/sources/schema";
import { accentPattern } from "@/lib/text/accent-pattern";
import { stampSources } from "./made-sources";
import { matchSource } from "./match-source";
import type { SuggestedSpeaker } from "./schema";

type Where = { workspaceId: string; articleId: string; now: Date };

type Proposed = { speaker: SuggestedSpeaker; newId: string };

/**
 * The sources of proposed speakers, by the name that was proposed: those that exist, or new ones. Nobody can take them,
 * or those that are `named` already, away until the transaction ends (`held`); what they are called and whom they were
 * merged into may change. Call it before the article is locked.
 */
export async function findSources(
  tx: Tx,
  viewer: Viewer,
  where: Where,
  speakers: readonly Proposed[],
  named: readonly string[],
): Promise<{ found: ReadonlyMap<string, string>; held: ReadonlySet<string> }> {
  const found = new Map<string, string>();
  let held: ReadonlySet<string>;
  // Who undoes an acceptance may take a source away between finding and holding it: then it is looked for again.
  do {
    if (speakers.length > 0) await findMissing(tx, viewer, where, speakers, found);
    held = await holdSources(tx, where.workspaceId, [...found.values(), ...named]);
    for (const [name, id] of found) if (!held.has(id)) found.delete(name);
  } while (speakers.some(({ speaker }) => !found.has(speaker.name)));
  return { found, held };
}

/** Adds what is not found yet. */
async function findMissing(
  tx: Tx,
  viewer: Viewer,
  where: Where,
  speakers: readonly Proposed[],
  found: Map<string, string>,
): Promise<void> {
  const usedHere = await readUsedHere(tx, where.articleId);
  let isAlone = false;
  for (const { speaker, newId } of speakers) {
    if (found.has(speaker.name)) continue;
    let known = await findKnown(tx, where, speaker, usedHere);
    if (!known && !isAlone) {
      // Two who accept words of the same new speaker at once take turns: the second finds what the first has made.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${where.workspaceId}, 0))`;
      isAlone = true;
      known = await findKnown(tx, where, speaker, usedHere);
    }
    found.set(speaker.name, known ?? (await makeSource(tx, viewer, where, speaker, newId)));
  }
}

async function findKnown(
  tx: Tx,
  where: Where,
  speaker: SuggestedSpeaker,
  { ids, sources }: UsedHere,
): Promise<string | null> {
  const known = new Set(sources.map((one) => one.id));
  const others = (await findSimilar(tx, where, speaker)).filter((id) => !known.has(id));
  const read = await readWithRoots(tx, others);
  const hidden = await onlyOfSample(tx, read);
  const elsewhere = read.filter((one) => !hidden.has(one.id));
  const all = new Map([...sources, ...elsewhere].map((one) => [one.id, one]));
  return matchSource(speaker, [...all.values()], ids, where.articleId);
}

type UsedHere = { ids: ReadonlySet<string>; sources: readonly SourceView[] };

/** The sources that the article names: of two that fit, one of these is meant. */
async function readUsedHere(tx: Tx, articleId: string): Promise<UsedHere> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "sourceId" AS id FROM "Attribution"
    WHERE "articleId" = ${articleId}::uuid AND "sourceId" IS NOT NULL`;
  const ids = rows.map((row) => row.id);
  return { ids: new Set(ids), sources: await readWithRoots(tx, ids) };
}

async function findSimilar(tx: Tx, { workspaceId }: Where, { name, names }: SuggestedSpeaker) {
  const words = [...new Set([name, ...names].flatMap(longestWord))];
  const patterns = words.map((word) => accentPattern(escapeLike(word)));
  // Of very many that share a word, those of exactly this name must be among them.
  const similar = await tx.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM "Source" s
    WHERE s."workspaceId" = ${workspaceId}::uuid AND (s.name ~* ANY(${patterns}::text[]) OR s.id IN (
      SELECT a."sourceId" FROM "SourceAlias" a WHERE a.text ~* ANY(${patterns}::text[])))
    ORDER BY lower(s.name) = lower(${name}) DESC, s.id
    LIMIT ${mostCompared}`;
  return similar.map((row) => row.id);
}

const mostCompared = 200;

/** The word of a name by which it is looked up, as it stands in the name. */
function longestWord(name: string): string[] {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.toSorted((a, b) => b.length - a.length).slice(0, 1);
}

async function makeSource(
  tx: Tx,
  viewer: Viewer,
  { workspaceId, now }: Where,
  speaker: SuggestedSpeaker,
  id: string,
): Promise<string> {
  const name = speaker.name.replace(/\s+/gu, " ").trim().slice(0, longestName);
  await insertSource(tx, viewer, workspaceId, { id, kind: speaker.kind, name });
  await stampSources(tx, [id], now);
  return id;
}
