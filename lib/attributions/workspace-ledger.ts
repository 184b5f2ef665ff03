import "server-only";
import { z } from "zod";
import { mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { searchPatterns } from "@/lib/db/search-patterns";
import { AppError } from "@/lib/errors";
import { groupBy } from "@/lib/group-by";
import { type File, fileName } from "@/lib/http/file";
import { sourceKindWords } from "@/lib/sources/kind-words";
import { findSource, idsSpeakingAs, sourceSelect, toSourceView } from "@/lib/sources/queries";
import type { SourceView } from "@/lib/sources/schema";
import { accentPattern } from "@/lib/text/accent-pattern";
import { toCsv } from "@/lib/text/csv";
import { type Cursor, writeCursor } from "@/lib/text/cursor";
import { storeAudit } from "@/lib/workspaces/audit";
import { Prisma } from "@/prisma/generated/client";
import type { LedgerOrder, LedgerQuery, SaidPassage, WorkspaceLedgerRow } from "./ledger-schema";
import { attributionSelect, toAttributionView } from "./queries";
import { quotedWords } from "./quoted-words";
import type { AttributionView } from "./schema";
import { agreedStance } from "./stance";

const pageSize = 50;

const count = z.number().int();
const counted = z.object({
  merged: count,
  articles: count,
  passages: count,
  differing: count,
  unclaimed: count,
  words: count,
  direct: count,
  mixed: count,
  indirect: count,
  latest: z.string().nullable(),
});

/** What the rows are in order of, from small to large: what comes first is the most, or the latest, as a small word. */
const keys: Record<LedgerOrder, Prisma.Sql> = {
  passages: Prisma.sql`lpad((999999999 - passages)::text, 9, '0') || lower(name)`,
  latest: Prisma.sql`coalesce(translate(latest, '0123456789', '9876543210'), '~') || lower(name)`,
  name: Prisma.sql`lower(name)`,
};

type Page = {
  q?: string | undefined;
  kind?: string | undefined;
  order: LedgerOrder;
  cursor?: Cursor | undefined;
};

/**
 * A page of the sources of a workspace, equals by name, each with what it and everything merged into it said over all articles. As in
 * an article's ledger, passages on whose speaker colleagues differ have no part in `words`. Other than there the
 * words are those of whole passages: where passages overlap, and where the reporter names the source inside one, the
 * texts themselves would have to be read.
 */
export async function listLedger(
  viewer: Viewer,
  workspaceId: string,
  { order = "passages", ...query }: LedgerQuery,
): Promise<{ rows: WorkspaceLedgerRow[]; nextCursor: string | null }> {
  mustBeAble(viewer, "source.read", { workspaceId });
  const found = await readRows(workspaceId, { ...query, order }, pageSize + 1);
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  return {
    rows: await withSources(page),
    nextCursor: found.length > pageSize && last ? writeCursor({ key: last.key, id: last.id }) : null,
  };
}

type Row = { id: string; key: string } & Record<string, unknown>;

function readRows(workspaceId: string, page: Page, most: number): Promise<Row[]> {
  // Asked once for all sources, not once for each: the list of names is as long as the list of sources.
  const named = searchPatterns(page.q ?? "").map((pattern) => {
    const words = accentPattern(pattern);
    return Prisma.sql`AND s.id IN (SELECT root FROM roots WHERE
      id IN (SELECT m.id FROM "Source" m WHERE m."workspaceId" = ${workspaceId}::uuid AND m.name ~* ${words})
      OR id IN (SELECT sa."sourceId" FROM "SourceAlias" sa WHERE sa.text ~* ${words}))`;
  });
  const kind = page.kind ? Prisma.sql`AND s.kind::text = ${page.kind}` : Prisma.empty;
  const after = page.cursor
    ? Prisma.sql`WHERE (key COLLATE "C", id::text) > (${page.cursor.key} COLLATE "C", ${page.cursor.id})`
    : Prisma.empty;
  return db().$queryRaw<Row[]>`
    WITH RECURSIVE roots AS (
      SELECT id, id AS root FROM "Source"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "mergedIntoId" IS NULL
      UNION ALL
      SELECT s.id, r.root FROM "Source" s JOIN roots r ON s."mergedIntoId" = r.id
    ), spoken AS (
      SELECT r.root, a."passageId", a."createdNumber", a.directness, a."saidAt", a."articleId",
        min(coalesce(r.root::text, a.voice::text)) OVER ofPassage <>
          max(coalesce(r.root::text, a.voice::text)) OVER ofPassage AS differing,
        -- As stanceOf has it (stance.ts): one who has it unclaimed is enough.
        bool_or(a.voice = 'source' AND (a.polarity = 'negative' OR coalesce(a."cueClass" = 'denying', false)))
          OVER ofPassage AS unclaimed
      FROM "Attribution" a
      JOIN "Article" ar ON ar.id = a."articleId" AND ar."workspaceId" = ${workspaceId}::uuid
      LEFT JOIN roots r ON r.id = a."sourceId"
      WHERE a.stands AND a."deletedAt" IS NULL
      WINDOW ofPassage AS (PARTITION BY a."passageId")
    ), said AS (
      SELECT DISTINCT ON (a.root, p.id) a.root, p."articleId", a.directness, a.differing, a.unclaimed,
        coalesce(array_length(regexp_split_to_array(btrim(p.exact), '\\s+'), 1), 0) AS words,
        coalesce(a."saidAt", ar."publishedAt") AS day
      FROM spoken a
      JOIN "Passage" p ON p.id = a."passageId" AND p."deletedAt" IS NULL
      JOIN "Article" ar ON ar.id = p."articleId"
      WHERE a.root IS NOT NULL
      ORDER BY a.root, p.id, a."createdNumber"
    ), summed AS (
      SELECT root,
        count(DISTINCT "articleId")::int AS articles,
        count(*)::int AS passages,
        count(*) FILTER (WHERE differing)::int AS differing,
        count(*) FILTER (WHERE unclaimed AND NOT differing)::int AS unclaimed,
        coalesce(sum(words) FILTER (WHERE NOT differing), 0)::int AS words,
        count(*) FILTER (WHERE directness = 'direct')::int AS direct,
        count(*) FILTER (WHERE directness = 'mixed')::int AS mixed,
        count(*) FILTER (WHERE directness = 'indirect')::int AS indirect,
        to_char(max(day), 'YYYY-MM-DD') AS latest
      FROM said GROUP BY root
    ), sized AS (SELECT root, (count(*) - 1)::int AS merged FROM roots GROUP BY root
    ), counted AS (
      SELECT s.id, s.name, sized.merged, latest,
        coalesce(articles, 0) AS articles, coalesce(passages, 0) AS passages,
        coalesce(differing, 0) AS differing, coalesce(unclaimed, 0) AS unclaimed, coalesce(words, 0) AS words,
        coalesce(direct, 0) AS direct, coalesce(mixed, 0) AS mixed, coalesce(indirect, 0) AS indirect
      FROM sized JOIN "Source" s ON s.id = sized.root LEFT JOIN summed ON summed.root = sized.root
      WHERE true ${kind} ${Prisma.join([Prisma.empty, ...named], " ")}
    ), keyed AS (SELECT *, ${keys[page.order]} AS key FROM counted)
    SELECT * FROM keyed ${after}
    ORDER BY key COLLATE "C", id::text
    LIMIT ${most}`;
}

async function withSources(rows: readonly Row[]): Promise<WorkspaceLedgerRow[]> {
  const sources = await db().source.findMany({
    where: { id: { in: rows.map((row) => row.id) } },
    select: sourceSelect,
  });
  const byId = new Map(sources.map((row) => [row.id, toSourceView(row)]));
  return rows.flatMap((row) => {
    const source = byId.get(row.id);
    return source ? [{ source, ...counted.parse(row) }] : [];
  });
}

const mostExported = 20_000;

/**
 * All sources of a workspace as CSV, by name; too large for one file when there are more than 20,000. That somebody
 * took them out is kept in its history.
 */
export async function exportLedger(viewer: Viewer, workspaceId: string): Promise<File> {
  mustBeAble(viewer, "source.read", { workspaceId });
  const found = await readRows(workspaceId, { order: "name" }, mostExported + 1);
  if (found.length > mostExported) {
    throw new AppError("too-large", "There are more than 20,000 sources: too many for one file.");
  }
  const rows = await withSources(found);
  await storeAudit(db(), { workspaceId, actor: viewer, action: "sources.exported", detail: {} });
  const name = viewer.memberships.find((one) => one.workspaceId === workspaceId)?.workspaceName ?? "";
  const head = [
    "Source",
    "Kind",
    "Role",
    "Party to the matter",
    "Also called",
    "Articles",
    "Passages",
    "Words",
  ];
  return {
    name: fileName(`${name} sources`, "csv"),
    text: toCsv([
      [...head, "Direct", "Partly quoted", "Indirect", "Speakers differ", "Not claimed", "Latest", "Note"],
      ...rows.map(({ source, ...row }) => [
        source.name,
        sourceKindWords[source.kind],
        source.role,
        source.isParty ? "yes" : "no",
        aliasWords(source),
        row.articles,
        row.passages,
        row.words,
        row.direct,
        row.mixed,
        row.indirect,
        row.differing,
        row.unclaimed,
        row.latest,
        source.note,
      ]),
    ]),
  };
}

function aliasWords({ aliases }: SourceView): string {
  return [...new Set(aliases.map((one) => one.text))].join("; ");
}

type SaidRow = Omit<SaidPassage, "quote" | "stance"> & { key: string; start: number };

/** What counts of who said these passages, by the passage. */
async function readStanding(page: readonly SaidRow[]): Promise<Map<string, AttributionView[]>> {
  const rows = await db().attribution.findMany({
    where: { passageId: { in: page.map((one) => one.passageId) }, stands: true, deletedAt: null },
    orderBy: { createdNumber: "asc" },
    select: attributionSelect,
  });
  return groupBy(rows.map(toAttributionView), (one) => one.passageId);
}

/**
 * What a source and everything merged into it said over all articles, the latest first and what has no day last; of one
 * day the article that came last, and within an article as the text runs.
 */
export async function listSaid(
  viewer: Viewer,
  sourceId: string,
  cursor: Cursor | undefined,
): Promise<{ passages: SaidPassage[]; nextCursor: string | null }> {
  mustBeAble(viewer, "source.read", await findSource(viewer, sourceId));
  const ids = await idsSpeakingAs(db(), [sourceId]);
  const after = cursor
    ? Prisma.sql`WHERE (key COLLATE "C", "passageId"::text) < (${cursor.key} COLLATE "C", ${cursor.id})`
    : Prisma.empty;
  const rows = await db().$queryRaw<SaidRow[]>`
    WITH said AS (
      SELECT DISTINCT ON (p.id) p.id AS "passageId", p.exact, p."articleId", ar.title AS "articleTitle", ar.publisher,
        a.directness::text AS directness, a.channel::text AS channel, s.name,
        EXISTS (SELECT 1 FROM "Attribution" o WHERE o."passageId" = p.id AND o.stands AND o."deletedAt" IS NULL
          AND (o."sourceId" IS NULL OR o."sourceId" <> ALL(${ids}::uuid[]))) AS "isDiffering",
        p.start, p."end", ar."createdAt", to_char(coalesce(a."saidAt", ar."publishedAt"), 'YYYY-MM-DD') AS day
      FROM "Attribution" a
      JOIN "Source" s ON s.id = a."sourceId"
      JOIN "Passage" p ON p.id = a."passageId" AND p."deletedAt" IS NULL
      JOIN "Article" ar ON ar.id = p."articleId"
      WHERE a."sourceId" = ANY(${ids}::uuid[]) AND a.stands AND a."deletedAt" IS NULL
      ORDER BY p.id, a."createdNumber"
    ), keyed AS (
      SELECT *, concat_ws(' ', coalesce(day, ''), to_char("createdAt" AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSMS'), "articleId",
        lpad((999999999 - start)::text, 9, '0'), lpad("end"::text, 9, '0')) AS key
      FROM said
    )
    SELECT "passageId", start, exact, "articleId", "articleTitle", publisher, directness, channel, name, "isDiffering",
      day, key
    FROM keyed ${after}
    ORDER BY key COLLATE "C" DESC, "passageId"::text DESC
    LIMIT ${pageSize + 1}`;
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const those = await readStanding(page);
  return {
    passages: page.map(({ key: _, start, ...row }) => {
      const standing = those.get(row.passageId) ?? [];
      // Whose words the pieces of it are is open where colleagues differ.
      const quote = row.isDiffering ? row.exact : quotedWords({ start, exact: row.exact }, standing);
      const own = standing.filter((one) => one.sourceId && ids.includes(one.sourceId));
      return { ...row, quote, stance: agreedStance({ standing: own }) };
    }),
    nextCursor: rows.length > pageSize && last ? writeCursor({ key: last.key, id: last.passageId }) : null,
  };
}
