import { makeArticle, makeMembership, makeSession, makeUser, makeWorkspace } from "@/prisma/factories";
import { startAppServer, testSecret } from "./app-server";
import { expect, test } from "./fixtures";

test("SIGTERM ends the server within 10 s while live streams are open", async ({ db, database }) => {
  const user = await makeUser(db);
  const workspace = await makeWorkspace(db);
  await makeMembership(db, { workspaceId: workspace.id, userId: user.id });
  const article = await makeArticle(db, { workspaceId: workspace.id, createdById: user.id });
  const { cookie } = await makeSession(db, { userId: user.id }, { secret: testSecret });

  const server = await startAppServer(database);
  const streams = await Promise.all(
    [1, 2, 3].map(() => fetch(`${server.url}/api/live?article=${article.id}`, { headers: { cookie } })),
  );
  for (const stream of streams) expect(stream.headers.get("content-type")).toContain("text/event-stream");
  const readers = streams.map((stream) => stream.body?.pipeThrough(new TextDecoderStream()).getReader());
  // The greeting names the article: from then on the streams are live.
  for (const reader of readers) expect(await readUntil(reader, article.id)).toContain(article.id);

  const begin = Date.now();
  expect(await server.stop()).toBe(0);
  expect(Date.now() - begin).toBeLessThan(10_000);
  // Ended, not torn: a browser reports a torn stream on its console, and a reader rejects.
  for (const reader of readers) await readUntil(reader, null);
});

/** Reads a stream until it says `words`, or (null) to its end; the text that it has read. */
async function readUntil(
  reader: ReadableStreamDefaultReader<string> | undefined,
  words: string | null,
): Promise<string> {
  let text = "";
  while (reader && !(words && text.includes(words))) {
    const { done, value } = await reader.read();
    if (done) break;
    text += value;
  }
  return text;
}

test("a request that is being answered when SIGTERM comes is answered whole", async ({ ownDatabase }) => {
  const { url, db } = ownDatabase;
  const user = await makeUser(db);
  const { cookie } = await makeSession(db, { userId: user.id }, { secret: testSecret });
  const server = await startAppServer(url);
  await fetch(`${server.url}/api/workspaces`, { headers: { cookie } });

  const { asked, stopped } = await db.$transaction(async (tx) => {
    // Every request reads the memberships; it waits until this transaction ends.
    await tx.$executeRaw`LOCK TABLE "Membership" IN ACCESS EXCLUSIVE MODE`;
    const asked = fetch(`${server.url}/api/workspaces`, { headers: { cookie } });
    const waiting = () =>
      tx.$queryRaw<
        unknown[]
      >`SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '"Membership"'::regclass`;
    await expect.poll(async () => (await waiting()).length).toBeGreaterThan(0);
    return { asked, stopped: server.stop() };
  });
  expect((await asked).status).toBe(200);
  expect(await stopped).toBe(0);
});
