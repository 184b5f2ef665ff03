import "server-only";
import { openSessionsSql } from "@/lib/auth/open-sessions";
import { type Asker, bareSnapshot } from "@/lib/db/bare";
import { Prisma } from "@/prisma/generated/client";

/** Everything after one event and up to another. */
export type EventSpan = { articleId: string; since: number; number: number };

/**
 * Reads what happened in a span, when every reader of the article may be told the same; null when not. Given by
 * whoever knows what an article is made of, for streams know nothing of that.
 */
export type ReadShared = (tx: Asker, span: EventSpan) => Promise<unknown>;

/** A change to be sent along, and who of the streams may get it. */
type SharedChange = { text: string; sessionIds: ReadonlySet<string> };

/** What is longer than this is asked for: a stream's backlog is short. */
const longestText = 16 * 1024;

/**
 * What happened in a span, with those of these sessions that may read the article at this very moment: the same that
 * an ask for it would find. Null when it cannot be sent along.
 */
export function readChange(
  span: EventSpan,
  sessionIds: readonly string[],
  readShared: ReadShared,
): Promise<SharedChange | null> {
  return bareSnapshot(async (tx) => {
    const change = await readShared(tx, span);
    const text = change === null ? null : JSON.stringify(change);
    if (text === null || text.length > longestText) return null;
    return { text, sessionIds: await readAllowed(tx, span.articleId, sessionIds) };
  });
}

/** Every member may read. */
async function readAllowed(
  tx: Asker,
  articleId: string,
  sessionIds: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT s.id FROM (${openSessionsSql(sessionIds, new Date())}) s
    JOIN "Article" a ON a.id = ${articleId}::uuid
    JOIN "Membership" m ON m."workspaceId" = a."workspaceId" AND m."userId" = s."userId"`);
  return new Set(rows.map((row) => row.id));
}
