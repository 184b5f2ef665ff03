import "server-only";
import { isSamplePerson, samplePeople } from "@/lib/accounts/sample-people";
import { mustBeAble } from "@/lib/auth/permissions";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { searchPatterns } from "@/lib/db/search-patterns";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/errors";
import { accentPattern } from "@/lib/text/accent-pattern";
import { shorten } from "@/lib/text/shorten";
import { siteOf } from "@/lib/text/site-of";
import { Prisma } from "@/prisma/generated/client";
import { rootOf } from "./merged";
import { proposeMerges } from "./propose-merges";
import type { MergeProposal, SourceThread, SourceView } from "./schema";

/** What leaves the server of a source. */
export const sourceSelect = {
  id: true,
  workspaceId: true,
  kind: true,
  name: true,
  role: true,
  isParty: true,
  note: true,
  url: true,
  mergedIntoId: true,
  createdById: true,
  createdAt: true,
  version: true,
  distinctFrom: { select: { highId: true } },
  distinctTo: { select: { lowId: true } },
  aliases: {
    select: { id: true, text: true, articleId: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.SourceSelect;

type SourceRow = Prisma.SourceGetPayload<{ select: typeof sourceSelect }>;

export function toSourceView(given: SourceRow): SourceView {
  const { mergedIntoId, createdById, createdAt, distinctFrom, distinctTo, ...row } = given;
  return {
    ...row,
    site: siteOf(row.url),
    mergedInto: mergedIntoId,
    createdBy: createdById,
    createdAt: createdAt.toISOString(),
    distinctFrom: [...distinctFrom.map((one) => one.highId), ...distinctTo.map((one) => one.lowId)].sort(),
  };
}

/** A source, when this viewer may see its workspace; 404 otherwise. */
export async function findSource(viewer: Viewer, sourceId: string): Promise<SourceView> {
  const row = await db().source.findFirst({
    where: { id: sourceId, workspaceId: { in: workspaceIds(viewer) } },
    select: sourceSelect,
  });
  if (!row) throw notFound("source");
  return toSourceView(row);
}

/** A source with everything that was merged into it, however far down. */
export async function getSource(
  viewer: Viewer,
  sourceId: string,
): Promise<{ source: SourceView; merged: SourceView[] }> {
  const source = await findSource(viewer, sourceId);
  mustBeAble(viewer, "source.read", source);
  const ids = await idsSpeakingAs(db(), [sourceId]);
  const rows = await db().source.findMany({
    where: { id: { in: ids.filter((id) => id !== sourceId) } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: sourceSelect,
  });
  return { source, merged: rows.map(toSourceView) };
}

/** Ids of these sources and of everything merged into them, however far down. */
export async function idsSpeakingAs(database: Tx, sourceIds: string[]): Promise<string[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE speaking AS (
      SELECT id FROM "Source" WHERE id = ANY(${sourceIds}::uuid[])
      UNION
      SELECT s.id FROM "Source" s JOIN speaking ON s."mergedIntoId" = speaking.id
    )
    SELECT id FROM speaking`;
  return rows.map((row) => row.id);
}

/** These sources and everything that they were merged into, to the end of each chain. */
export async function readWithRoots(database: Tx, sourceIds: string[]): Promise<SourceView[]> {
  if (sourceIds.length === 0) return [];
  const rows = await database.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE chain AS (
      SELECT id, "mergedIntoId" FROM "Source" WHERE id = ANY(${sourceIds}::uuid[])
      UNION
      SELECT s.id, s."mergedIntoId" FROM "Source" s JOIN chain ON s.id = chain."mergedIntoId"
    )
    SELECT id FROM chain`;
  const sources = await database.source.findMany({
    where: { id: { in: rows.map((row) => row.id) } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: sourceSelect,
  });
  return sources.map(toSourceView);
}

/** Whether two are one source by now: the same, or one through all merges. Nobody (null) is one with nobody only. */
export async function speakAsOne(database: Tx, one: string | null, other: string | null): Promise<boolean> {
  if (one === other || one === null || other === null) return one === other;
  const sources = new Map((await readWithRoots(database, [one, other])).map((row) => [row.id, row]));
  return rootOf(one, sources) === rootOf(other, sources);
}

/**
 * Ids of the articles in which one of these sources, or what was merged into it, is named: those that must hear of a
 * change.
 */
export async function articlesNaming(tx: Tx, sourceIds: string[]): Promise<string[]> {
  const ids = await idsSpeakingAs(tx, sourceIds);
  const rows = await tx.$queryRaw<{ articleId: string }[]>`
    SELECT "articleId" FROM "Attribution" WHERE "sourceId" = ANY(${ids}::uuid[])
    UNION
    SELECT "articleId" FROM "Thread" WHERE "sourceId" = ANY(${ids}::uuid[])`;
  return rows.map((row) => row.articleId);
}

/**
 * Those of these sources that only the sample article knows: it made them, no other article names them, and nothing was
 * merged with them. They are invented, and nobody's words elsewhere may become theirs.
 */
export async function onlyOfSample(
  database: Tx,
  sources: readonly { id: string; createdBy: string }[],
): Promise<Set<string>> {
  const ids = sources.filter((one) => isSamplePerson(one.createdBy)).map((one) => one.id);
  if (ids.length === 0) return new Set();
  const people = Object.values(samplePeople).map((one) => one.id);
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM "Source" s
    WHERE s.id = ANY(${ids}::uuid[]) AND s."mergedIntoId" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Source" m WHERE m."mergedIntoId" = s.id)
      AND NOT EXISTS (
        SELECT 1 FROM "Attribution" a JOIN "Article" r ON r.id = a."articleId"
        WHERE a."sourceId" = s.id AND a."deletedAt" IS NULL AND r."createdById" <> ALL(${people}::uuid[]))`;
  return new Set(rows.map((row) => row.id));
}

const mostFound = 20;

/**
 * What to offer as the source of words: what `searchSources` finds in this workspace, without what only the sample
 * article knows, which has its own at hand.
 */
export async function offerSources(
  viewer: Viewer,
  workspaceId: string,
  q: string | undefined,
): Promise<{ sources: SourceView[] }> {
  const found = await findSources(viewer, [workspaceId], q);
  const hidden = await onlyOfSample(db(), found);
  return { sources: found.filter((one) => !hidden.has(one.id)).slice(0, mostFound) };
}

/**
 * Sources of these workspaces by any part of a name or alias, the latest first; those that speak as another are found
 * as that other. 404 when one of the workspaces is none of the viewer's.
 */
export async function searchSources(
  viewer: Viewer,
  workspaceIds: readonly string[],
  q: string | undefined,
): Promise<{ sources: SourceView[] }> {
  return { sources: (await findSources(viewer, workspaceIds, q)).slice(0, mostFound) };
}

async function findSources(
  viewer: Viewer,
  workspaceIds: readonly string[],
  q: string | undefined,
): Promise<SourceView[]> {
  for (const workspaceId of workspaceIds) mustBeAble(viewer, "source.read", { workspaceId });
  const named = searchPatterns(q ?? "").map((pattern) => {
    const words = accentPattern(pattern);
    return Prisma.sql`(s.name ~* ${words} OR s.id IN (
      SELECT a."sourceId" FROM "SourceAlias" a WHERE a.text ~* ${words}))`;
  });
  const asked = [Prisma.sql`s."workspaceId" = ANY(${[...workspaceIds]}::uuid[])`, ...named];
  const found = await db().$queryRaw<{ id: string }[]>`
    SELECT s.id FROM "Source" s WHERE ${Prisma.join(asked, " AND ")}
    ORDER BY s."createdAt" DESC, s.id DESC LIMIT ${2 * mostFound}`;
  const all = await readWithRoots(
    db(),
    found.map((row) => row.id),
  );
  const byId = new Map(all.map((one) => [one.id, one]));
  const roots = new Set(found.map((row) => rootOf(row.id, byId)));
  return [...roots].flatMap((id) => byId.get(id) ?? []);
}

const mostCompared = 10_000;
const mostProposed = 20;

/** Sources of a workspace that may be one, the likeliest first. Of a workspace with very many, the latest are compared. */
export async function listMergeProposals(
  viewer: Viewer,
  workspaceId: string,
): Promise<{ proposals: MergeProposal[] }> {
  mustBeAble(viewer, "source.read", { workspaceId });
  const rows = await db().source.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostCompared,
    select: sourceSelect,
  });
  const sources = rows.map(toSourceView);
  const hidden = await onlyOfSample(db(), sources);
  const uses = await countUses(workspaceId);
  const compared = sources.filter((one) => !hidden.has(one.id));
  return { proposals: proposeMerges(compared, uses).slice(0, mostProposed) };
}

/** How often each source of a workspace is named. Prisma's `_count` would group all attributions of all workspaces. */
async function countUses(workspaceId: string): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ id: string; count: number }[]>`
    SELECT s.id, count(*)::int AS count FROM "Source" s
    JOIN "Attribution" a ON a."sourceId" = s.id AND a.stands AND a."deletedAt" IS NULL
    WHERE s."workspaceId" = ${workspaceId}::uuid GROUP BY s.id`;
  return new Map(rows.map((row) => [row.id, row.count]));
}

const mostThreads = 50;
const openingCharacters = 200;

/** The threads about a source, and about what was merged into it, over all articles; the latest first. */
export async function listSourceThreads(
  viewer: Viewer,
  sourceId: string,
): Promise<{ threads: SourceThread[] }> {
  mustBeAble(viewer, "source.read", await findSource(viewer, sourceId));
  const ids = await idsSpeakingAs(db(), [sourceId]);
  const rows = await db().thread.findMany({
    where: { sourceId: { in: ids } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostThreads,
    select: {
      id: true,
      state: true,
      createdAt: true,
      article: { select: { id: true, title: true } },
      comments: {
        where: { deletedAt: null },
        orderBy: [{ createdNumber: "asc" }, { id: "asc" }],
        take: 1,
        select: { text: true },
      },
    },
  });
  const counts = await db().comment.groupBy({
    by: "threadId",
    where: { threadId: { in: rows.map((row) => row.id) }, deletedAt: null },
    _count: true,
  });
  const countOf = new Map(counts.map((row) => [row.threadId, row._count]));
  const threads = rows.map(({ id, state, createdAt, article, comments }) => ({
    id,
    articleId: article.id,
    articleTitle: article.title,
    state,
    comments: countOf.get(id) ?? 0,
    opening: shorten(comments[0]?.text ?? "", openingCharacters),
    createdAt: createdAt.toISOString(),
  }));
  return { threads };
}
