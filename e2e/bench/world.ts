import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { describeQuote } from "@/lib/passages/describe-quote";
import { bodyOfText, plainTextOf } from "@/lib/threads/comment-schema";
import { addressOf, createDatabase, dropDatabase } from "@/prisma/databases";
import { makeArticle, makeMembership, makeSession, makeUser, makeWorkspace } from "@/prisma/factories";
import { PrismaClient } from "@/prisma/generated/client";
import { applyMigrations, withScratchServer } from "@/prisma/migrate";
import { type AppServer, startAppServer, testSecret } from "../app-server";
import { madeText, spreadPassages } from "./made-text";

/** A colleague with the cookie that signs them in. */
export type Colleague = { id: string; name: string; cookie: string; value: string; cookieName: string };

export type World = {
  db: PrismaClient;
  /** The address of its database. */
  database: string;
  app: AppServer;
  workspaceId: string;
  colleagues: Colleague[];
  /** An article of so many words with so many passages, each with a thread of one comment. */
  makeCase: (
    words: number,
    passages: number,
  ) => Promise<{
    articleId: string;
    text: string;
    threadIds: string[];
    places: { start: number; end: number }[];
  }>;
  /** Calls the server as a colleague; throws when it refuses. */
  ask: (who: Colleague, method: string, path: string, body?: unknown) => Promise<Response>;
};

/** Runs the benchmark on a server and a database of its own, which are gone afterwards. */
export function withWorld(use: (world: World) => Promise<void>): Promise<void> {
  return withScratchServer(async (server) => {
    const name = `test_${process.pid}_bench`;
    await createDatabase(server, name);
    const database = addressOf(server, name);
    await applyMigrations(database);
    try {
      await useWorld(database, use);
    } finally {
      await dropDatabase(server, name);
    }
  });
}

/** Lends a server on a migrated database, and a workspace of a hundred colleagues in it. */
export async function useWorld(database: string, use: (world: World) => Promise<void>): Promise<void> {
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: database }) });
  // One address may hold twenty streams; behind a proxy each colleague has an address of their own.
  const app = await startAppServer(database, { TRUSTED_PROXY: "true" });
  try {
    await use(await furnish(db, app, database));
  } finally {
    await app.stop();
    await db.$disconnect();
  }
}

async function furnish(db: PrismaClient, app: AppServer, database: string): Promise<World> {
  const workspace = await makeWorkspace(db);
  const colleagues: Colleague[] = [];
  // Writes are limited per person (lib/http/rate-limit.ts), so the load comes from a hundred people.
  for (let index = 0; index < 100; index++) {
    const user = await makeUser(db, { name: `Colleague ${index + 1}` });
    await makeMembership(db, { workspaceId: workspace.id, userId: user.id, role: "editor" });
    const {
      name: cookieName,
      value,
      cookie,
    } = await makeSession(db, { userId: user.id }, { secret: testSecret });
    colleagues.push({ id: user.id, name: user.name, cookie, value, cookieName });
  }
  const author = colleagues[0];
  if (!author) throw new Error("There is nobody.");
  return {
    db,
    database,
    app,
    workspaceId: workspace.id,
    colleagues,
    makeCase: (words, passages) => makeCase(db, workspace.id, author.id, words, passages),
    ask: async (who, method, path, body) => {
      const answer = await fetch(`${app.url}${path}`, {
        method,
        headers: {
          cookie: who.cookie,
          origin: app.url,
          ...(body ? { "content-type": "application/json" } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return answer;
    },
  };
}

/** Stored in bulk, which the product never does; the rows are those that single writes would leave. */
async function makeCase(
  db: PrismaClient,
  workspaceId: string,
  authorId: string,
  words: number,
  passages: number,
) {
  const article = await makeArticle(db, { workspaceId, createdById: authorId, text: madeText(words) });
  const { id: revisionId, text } = article.revision;
  const places = spreadPassages(text, passages);
  const rows = places.map((place, index) => ({
    ...place,
    id: randomUUID(),
    threadId: randomUUID(),
    number: index + 1,
  }));
  await db.passage.createMany({
    data: rows.map(({ id, start, end, number }) => ({
      id,
      articleId: article.id,
      revisionId,
      start,
      end,
      ...describeQuote(text, { start, end }, "en"),
      createdById: authorId,
      createdNumber: number,
      number,
    })),
  });
  await db.thread.createMany({
    data: rows.map(({ id, threadId, number }) => ({
      id: threadId,
      articleId: article.id,
      passageId: id,
      about: "accuracy" as const,
      createdById: authorId,
      createdNumber: number,
      number,
    })),
  });
  const body = bodyOfText("Where does this figure come from?");
  await db.comment.createMany({
    data: rows.map(({ threadId, number }) => ({
      id: randomUUID(),
      articleId: article.id,
      threadId,
      authorId,
      body,
      text: plainTextOf(body),
      createdNumber: number,
      number,
    })),
  });
  await db.article.update({ where: { id: article.id }, data: { eventNumber: passages } });
  return { articleId: article.id, text, threadIds: rows.map(({ threadId }) => threadId), places };
}
