import "server-only";
import { db } from "@/lib/db/client";
import type { Presence } from "./schema";

/** The channel that tells who comes and goes; its payload is `{articleId}`. */
export const presenceChannel = "sayso_presence";

/** A reader whose stream has not been touched for this long is gone: their process died without saying so. */
const staleAfterMs = 60_000;

export type Reader = { streamId: string; userId: string; articleIds: readonly string[] };

/** Says that these readers are here now. One statement for all streams of a process. */
export async function touchPresence(readers: readonly Reader[]): Promise<void> {
  const rows = readers.flatMap(({ streamId, userId, articleIds }) =>
    articleIds.map((articleId) => ({ streamId, userId, articleId })),
  );
  if (rows.length === 0) return;
  // Joined, because an article or account that was deleted meanwhile must not fail the others.
  await db().$executeRaw`
    INSERT INTO "Presence" ("streamId", "articleId", "userId", "seenAt")
    SELECT given.stream, given.article, given.person, now()
    FROM unnest(
      ${rows.map((row) => row.streamId)}::uuid[],
      ${rows.map((row) => row.articleId)}::uuid[],
      ${rows.map((row) => row.userId)}::uuid[]
    ) AS given (stream, article, person)
    JOIN "Article" ON "Article".id = given.article
    JOIN "User" ON "User".id = given.person
    ON CONFLICT ("streamId", "articleId") DO UPDATE SET "seenAt" = now()`;
}

/** Says that a reader came, and tells the others. */
export async function enterPresence(reader: Reader): Promise<void> {
  await touchPresence([reader]);
  await tell(reader.articleIds);
}

/** Says that a reader went, and tells the others. */
export async function leavePresence(reader: Reader): Promise<void> {
  await db().presence.deleteMany({ where: { streamId: reader.streamId } });
  await tell(reader.articleIds);
}

async function tell(articleIds: readonly string[]): Promise<void> {
  await db().$executeRaw`
    SELECT pg_notify(${presenceChannel}, json_build_object('articleId', id)::text)
    FROM unnest(${[...articleIds]}::uuid[]) AS id`;
}

/** Takes away the rows of readers who went without saying so. */
export async function sweepPresence(): Promise<void> {
  await db().$executeRaw`
    DELETE FROM "Presence" WHERE "seenAt" < now() - make_interval(secs => ${staleAfterMs / 1000})`;
}

type Row = { articleId: string; id: string; name: string };

/** Who reads these articles now, each person once, by name. Only members of the article's workspace are told of. */
export async function readPresence(articleIds: readonly string[]): Promise<Map<string, Presence>> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT DISTINCT here."articleId", "User".id, "User".name
    FROM "Presence" here
    JOIN "Article" ON "Article".id = here."articleId"
    JOIN "Membership" ON "Membership"."workspaceId" = "Article"."workspaceId" AND "Membership"."userId" = here."userId"
    JOIN "User" ON "User".id = here."userId"
    WHERE here."articleId" = ANY(${[...articleIds]}::uuid[])
      AND here."seenAt" >= now() - make_interval(secs => ${staleAfterMs / 1000})
    ORDER BY "User".name, "User".id`;
  const all = new Map<string, Presence>(
    articleIds.map((articleId) => [articleId, { articleId, people: [] }]),
  );
  for (const { articleId, id, name } of rows) all.get(articleId)?.people.push({ id, name });
  return all;
}
