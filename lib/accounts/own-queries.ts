import "server-only";
import { isOpenSql } from "@/lib/auth/open-sessions";
import { nameOfProvider } from "@/lib/auth/providers";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import type { WhatStays } from "@/lib/workspaces/what-stays";
import type { AccountView } from "./own-schema";

/** The viewer's account, as their settings show it. */
export async function getAccount(viewer: Viewer, sid: string, now: Date): Promise<AccountView> {
  const { userId, name, email } = viewer;
  const [user, sessions, leaving] = await Promise.all([
    db().user.findUniqueOrThrow({
      where: { id: userId },
      select: { passwordHash: true, accounts: { select: { provider: true }, orderBy: { createdAt: "asc" } } },
    }),
    listSessions(userId, now),
    describeLeaving(viewer),
  ]);
  return {
    name,
    email,
    hasPassword: user.passwordHash !== null,
    providers: user.accounts.map((one) => nameOfProvider(one.provider)),
    sessions: sessions
      .map(({ id, device, createdAt, lastSeenAt }) => ({
        id,
        isHere: id === sid,
        device,
        since: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
      }))
      .toSorted((a, b) => Number(b.isHere) - Number(a.isHere)),
    leaving,
  };
}

type SessionRow = { id: string; device: string | null; createdAt: Date; lastSeenAt: Date };

async function listSessions(userId: string, now: Date): Promise<SessionRow[]> {
  return db().$queryRaw`
    SELECT s.id, s.device, s."createdAt", s."lastSeenAt"
    FROM "Session" s JOIN "User" u ON u.id = s."userId"
    WHERE s."userId" = ${userId}::uuid AND ${isOpenSql(now)}
    ORDER BY s."lastSeenAt" DESC LIMIT 50`;
}

type LeavingRow = {
  id: string;
  members: bigint;
  owners: bigint;
  articles: bigint;
} & Record<keyof WhatStays, bigint>;

/** What becomes of each workspace without this person: one query for all of them. */
async function describeLeaving({ userId, memberships }: Viewer): Promise<AccountView["leaving"]> {
  const ids = memberships.map((one) => one.workspaceId);
  const rows = await db().$queryRaw<LeavingRow[]>`
    SELECT w.id,
      (SELECT count(*) FROM "Membership" m WHERE m."workspaceId" = w.id AND m."userId" <> ${userId}::uuid) members,
      (SELECT count(*) FROM "Membership" m
        WHERE m."workspaceId" = w.id AND m."userId" <> ${userId}::uuid AND m.role = 'owner') owners,
      (SELECT count(*) FROM "Article" a WHERE a."workspaceId" = w.id) articles,
      (SELECT count(*) FROM "Passage" p JOIN "Article" a ON a.id = p."articleId"
        WHERE a."workspaceId" = w.id AND p."createdById" = ${userId}::uuid AND p."deletedAt" IS NULL) passages,
      (SELECT count(DISTINCT t."passageId") FROM "Attribution" t JOIN "Article" a ON a.id = t."articleId"
        WHERE a."workspaceId" = w.id AND t."byId" = ${userId}::uuid AND t."deletedAt" IS NULL) attributions,
      (SELECT count(*) FROM "Evidence" e JOIN "Article" a ON a.id = e."articleId"
        WHERE a."workspaceId" = w.id AND e."addedById" = ${userId}::uuid AND e."deletedAt" IS NULL) evidence,
      (SELECT count(*) FROM "Comment" c JOIN "Article" a ON a.id = c."articleId"
        WHERE a."workspaceId" = w.id AND c."authorId" = ${userId}::uuid AND c."deletedAt" IS NULL) comments,
      (SELECT count(*) FROM "Assessment" s JOIN "Article" a ON a.id = s."articleId"
        WHERE a."workspaceId" = w.id AND s."byId" = ${userId}::uuid AND s.verdict IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM "Assessment" later WHERE later."replacesId" = s.id)) verdicts
    FROM "Workspace" w WHERE w.id = ANY(${ids}::uuid[])`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return memberships.flatMap(({ workspaceId, workspaceName, role }) => {
    const row = byId.get(workspaceId);
    if (!row) return [];
    const [members, owners] = [Number(row.members), Number(row.owners)];
    const isStuck = role === "owner" && owners === 0;
    return {
      id: workspaceId,
      name: workspaceName,
      outcome: members === 0 ? ("gone" as const) : isStuck ? ("stuck" as const) : ("left" as const),
      articles: Number(row.articles),
      stays: {
        passages: Number(row.passages),
        attributions: Number(row.attributions),
        verdicts: Number(row.verdicts),
        evidence: Number(row.evidence),
        comments: Number(row.comments),
      },
    };
  });
}
