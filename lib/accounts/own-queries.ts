import "server-only";
import { sessionIdleMs, sessionMaxMs } from "@/lib/auth/cookie";
import { nameOfProvider } from "@/lib/auth/providers";
import type { Viewer, ViewerMembership } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
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
    Promise.all(viewer.memberships.map((one) => describeLeaving(userId, one))),
  ]);
  return {
    name,
    email,
    hasPassword: user.passwordHash !== null,
    providers: user.accounts.map((one) => nameOfProvider(one.provider)),
    sessions: sessions
      .map(({ id, createdAt, lastSeenAt }) => ({
        isHere: id === sid,
        since: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
      }))
      .toSorted((a, b) => Number(b.isHere) - Number(a.isHere)),
    leaving,
  };
}

async function listSessions(userId: string, now: Date) {
  const { sessionVersion: version } = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: { sessionVersion: true },
  });
  return db().session.findMany({
    where: {
      userId,
      version,
      endedAt: null,
      lastSeenAt: { gt: new Date(now.getTime() - sessionIdleMs) },
      createdAt: { gt: new Date(now.getTime() - sessionMaxMs) },
    },
    select: { id: true, createdAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: "desc" },
    take: 50,
  });
}

async function describeLeaving(
  userId: string,
  { workspaceId, workspaceName, role }: ViewerMembership,
): Promise<AccountView["leaving"][number]> {
  const others = { workspaceId, userId: { not: userId } };
  const inWorkspace = { article: { workspaceId } };
  const [members, owners, articles, passages, comments, verdicts] = await Promise.all([
    db().membership.count({ where: others }),
    db().membership.count({ where: { ...others, role: "owner" } }),
    db().article.count({ where: { workspaceId } }),
    db().passage.count({ where: { ...inWorkspace, createdById: userId, deletedAt: null } }),
    db().comment.count({ where: { ...inWorkspace, authorId: userId, deletedAt: null } }),
    db().assessment.count({ where: { ...inWorkspace, byId: userId, replacedBy: null } }),
  ]);
  const isStuck = role === "owner" && owners === 0;
  const outcome = members === 0 ? "gone" : isStuck ? "stuck" : "left";
  return { id: workspaceId, name: workspaceName, outcome, articles, passages, comments, verdicts };
}
