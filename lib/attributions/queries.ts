import "server-only";
import { z } from "zod";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/errors";
import { findPassage } from "@/lib/passages/queries";
import { readWithRoots } from "@/lib/sources/queries";
import type { SourceView } from "@/lib/sources/schema";
import type { Prisma } from "@/prisma/generated/client";
import { ownLinks } from "./chain";
import { type AttributionView, attributionView, type SettlementView, type TakenBack } from "./schema";

/** What leaves the server of an attribution. */
export const attributionSelect = {
  id: true,
  passageId: true,
  voice: true,
  sourceId: true,
  parentId: true,
  directness: true,
  mentionStart: true,
  mentionEnd: true,
  cueStart: true,
  cueEnd: true,
  cueClass: true,
  channel: true,
  polarity: true,
  saidAt: true,
  origin: true,
  stands: true,
  byId: true,
  createdAt: true,
  changedAt: true,
  version: true,
  createdNumber: true,
  contentNumber: true,
  number: true,
} satisfies Prisma.AttributionSelect;

type AttributionRow = Prisma.AttributionGetPayload<{ select: typeof attributionSelect }>;

export function toAttributionView({
  mentionStart,
  mentionEnd,
  cueStart,
  cueEnd,
  saidAt,
  byId,
  createdAt,
  changedAt,
  ...row
}: AttributionRow): AttributionView {
  return {
    ...row,
    mention: placeOf(mentionStart, mentionEnd),
    cue: placeOf(cueStart, cueEnd),
    saidAt: saidAt?.toISOString().slice(0, 10) ?? null,
    by: byId,
    createdAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
  };
}

function placeOf(start: number | null, end: number | null) {
  return start === null || end === null ? null : { start, end };
}

export const settlementSelect = {
  id: true,
  passageId: true,
  attributionId: true,
  attributionVersion: true,
  byId: true,
  why: true,
  at: true,
  number: true,
} satisfies Prisma.SettlementSelect;

type SettlementRow = Prisma.SettlementGetPayload<{ select: typeof settlementSelect }>;

export function toSettlementView({ byId, at, ...row }: SettlementRow): SettlementView {
  return { ...row, by: byId, at: at.toISOString() };
}

/** Attributions whose passage was deleted are out of sight with it. */
export const attributionInSight = {
  passage: { deletedAt: null },
} satisfies Prisma.AttributionWhereInput;

/** An attribution with what rights are asked about, deleted or not, when this viewer may see its passage; 404 otherwise. */
export async function findAttribution(viewer: Viewer, attributionId: string) {
  const row = await db().attribution.findFirst({
    where: {
      id: attributionId,
      article: { workspaceId: { in: workspaceIds(viewer) } },
      ...attributionInSight,
    },
    select: {
      articleId: true,
      passageId: true,
      byId: true,
      deletedAt: true,
      article: { select: { workspaceId: true } },
    },
  });
  if (!row) throw notFound("attribution");
  const { article, byId, ...rest } = row;
  return { ...rest, rights: { workspaceId: article.workspaceId, madeBy: byId } };
}

/** The attributions of a passage that are not deleted, and the one of this id wherever it is. */
export async function readTouched(
  tx: Tx,
  { articleId, passageId, id }: { articleId: string; passageId: string; id: string },
): Promise<AttributionView[]> {
  const rows = await tx.attribution.findMany({
    where: { articleId, deletedAt: null, ...attributionInSight, OR: [{ passageId }, { id }] },
    select: attributionSelect,
  });
  return rows.map(toAttributionView);
}

/** All attributions of an article that are not deleted, by id. */
export async function readLiving(tx: Tx, articleId: string): Promise<Map<string, AttributionView>> {
  const rows = await tx.attribution.findMany({
    where: { articleId, deletedAt: null, ...attributionInSight },
    select: attributionSelect,
  });
  return new Map(rows.map((row) => [row.id, toAttributionView(row)]));
}

/** What an attribution said before its changes, oldest first, with the sources that are named. */
export async function listAttributionRevisions(
  viewer: Viewer,
  attributionId: string,
): Promise<{ revisions: { version: number; was: AttributionView; at: string }[]; sources: SourceView[] }> {
  const found = await findAttribution(viewer, attributionId);
  if (found.deletedAt) throw notFound("attribution");
  const rows = await db().attributionRevision.findMany({
    where: { attributionId },
    orderBy: { version: "asc" },
    select: { version: true, was: true, at: true },
  });
  const revisions = rows.map((row) => ({
    version: row.version,
    was: attributionView.parse(row.was),
    at: row.at.toISOString(),
  }));
  const ids = revisions.flatMap(({ was }) => was.sourceId ?? []);
  return { revisions, sources: await readWithRoots(db(), ids) };
}

/** What people took back of a passage, the latest first, with the sources that are named. */
export async function listTakenBack(
  viewer: Viewer,
  passageId: string,
): Promise<{ takenBack: TakenBack[]; sources: SourceView[] }> {
  const { articleId, deletedAt } = await findPassage(viewer, passageId);
  if (deletedAt) throw notFound("passage");
  const rows = await db().attribution.findMany({
    where: { passageId, deletedAt: { not: null } },
    orderBy: [{ number: "desc" }, { id: "asc" }],
    select: { ...attributionSelect, deletedAt: true },
  });
  // Links that were dropped from a chain, and what went with an undone suggestion, are gone as well; nobody took them back.
  const events = await db().event.findMany({
    where: { articleId, kind: "attribution.deleted", number: { in: rows.map((row) => row.number) } },
    select: { number: true, ids: true },
  });
  const heads = new Map(events.map((event) => [event.number, event.ids]));
  const gone = new Map(rows.map(({ deletedAt: _, ...row }) => [row.id, toAttributionView(row)]));
  const takenBack = rows.flatMap(({ id, number, deletedAt: at }): TakenBack[] => {
    const was = gone.get(id);
    if (!was || !at || !namesAttribution(heads.get(number), id)) return [];
    const links = ownLinks(was, gone).filter((link) => link.number === number);
    return [{ was, links, at: at.toISOString() }];
  });
  const named = takenBack.flatMap(({ was, links }) => [was, ...links]).flatMap((one) => one.sourceId ?? []);
  return { takenBack, sources: await readWithRoots(db(), named) };
}

function namesAttribution(ids: Prisma.JsonValue | undefined, attributionId: string): boolean {
  return z.object({ attribution: z.literal(attributionId) }).safeParse(ids).success;
}
