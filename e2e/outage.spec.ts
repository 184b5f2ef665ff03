import { randomUUID } from "node:crypto";
import { type AddressInfo, connect as connectTo, createServer, type Socket } from "node:net";
import { bodyOfText } from "@/lib/threads/comment-schema";
import { makeComment, makePassage, makeSession, makeThread } from "@/prisma/factories";
import { type AppServer, startAppServer, testSecret } from "./app-server";
import { expect, test } from "./fixtures";
import { dragOver, makeRoom, marks, openRoom } from "./reading";

// What happens when a part of the whole is away: the database, or one of two servers.

type Line = {
  address: string;
  /** As if Postgres had been killed: all connections break, new ones are refused. */
  cut: () => void;
  /** As if its machine hung: connections stay, nothing comes any more. */
  freeze: () => void;
  mend: () => void;
  close: () => Promise<void>;
};

/** A line to the database that can be disturbed. */
async function layLine(database: string): Promise<Line> {
  const target = new URL(database);
  const sockets = new Set<Socket>();
  let isCut = false;
  let isFrozen = false;
  const server = createServer((incoming) => {
    if (isCut) return incoming.resetAndDestroy();
    const outgoing = connectTo(Number(target.port || 5432), target.hostname);
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        incoming.destroy();
        outgoing.destroy();
      });
    }
    incoming.pipe(outgoing).pipe(incoming);
    if (isFrozen) for (const socket of [incoming, outgoing]) socket.unpipe();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = new URL(database);
  address.hostname = "127.0.0.1";
  address.port = String((server.address() as AddressInfo).port);
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    address: address.href,
    cut,
    freeze: () => {
      isFrozen = true;
      for (const socket of sockets) {
        socket.unpipe();
        socket.pause();
      }
    },
    mend: () => {
      isCut = false;
      isFrozen = false;
      // What hung is not to be trusted: the app has to open new connections.
      for (const socket of sockets) socket.resetAndDestroy();
    },
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

test("a database that is away is told, nothing is lost, and everything goes on when it is back", async ({
  page,
  db,
  database,
  signIn,
  baseURL,
  allowTrouble,
}) => {
  allowTrouble(/503|Failed to load resource|ERR_/);
  // What failed is sent again after up to half a minute.
  test.setTimeout(120_000);
  const { ana, ben, article } = await makeRoom(db);
  const passage = await makePassage(db, { articleId: article.id, createdById: ben.id, words: "two winters" });
  const thread = await makeThread(db, { articleId: article.id, passageId: passage.id, createdById: ben.id });
  await makeComment(db, { threadId: thread.id, authorId: ben.id, text: "Which two?" });
  const line = await layLine(database);
  const app = await startAppServer(line.address);
  try {
    await signIn(ana);
    await openRoom(page, `${app.url}/articles/${article.id}?thread=${thread.id}`);
    const field = page.getByRole("region", { name: "Passage 1" }).locator("[contenteditable=true]").last();
    await expect(field).toBeVisible();

    line.cut();
    await expectUnavailable(page.request.get(`${app.url}/api/articles/${article.id}`), app);
    const asPage = await page.request.get(`${app.url}/articles/${article.id}`, {
      headers: { accept: "text/html" },
    });
    expect([asPage.status(), asPage.headers()["retry-after"]]).toEqual([503, "5"]);
    expect(await asPage.text()).toContain("the database does not answer");
    await field.click();
    await page.keyboard.type("The last two, by the register.");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("The last two, by the register.")).toBeVisible();
    await dragOver(page, "half of the boats");
    await page.keyboard.press("h");
    await expect(marks(page, "half of the boats")).toBeVisible();

    line.mend();
    const stored = () =>
      db.comment.count({ where: { threadId: thread.id, text: "The last two, by the register." } });
    await expect(async () => {
      // What has not gone out by itself offers to be sent again.
      const again = page.getByRole("button", { name: /Retry|Try again/ }).first();
      if (await again.isVisible()) await again.click();
      expect([await stored(), await db.passage.count({ where: { articleId: article.id } })]).toEqual([1, 2]);
    }).toPass({ timeout: 60_000 });
    expect((await page.request.get(`${app.url}/api/health/ready`)).status()).toBe(200);

    // The bell rings again: what a colleague does through another server arrives.
    const { cookie } = await makeSession(db, { userId: ben.id }, { secret: testSecret });
    const said = await fetch(`${baseURL}/api/threads/${thread.id}/comments`, {
      method: "POST",
      headers: { cookie, origin: baseURL ?? "", "content-type": "application/json" },
      body: JSON.stringify({ id: randomUUID(), body: bodyOfText("I have the register here.") }),
    });
    expect(said.status).toBe(201);
    // It may wait behind a button while the field beside it has the focus.
    await expect(async () => {
      const waiting = page.getByRole("button", { name: "1 new" }).last();
      if (await waiting.isVisible()) await waiting.click();
      await expect(page.getByText("I have the register here.")).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
  } finally {
    await app.stop();
    await line.close();
  }
});

async function expectUnavailable(
  asked: Promise<{
    status: () => number;
    headers: () => Record<string, string>;
    json: () => Promise<unknown>;
  }>,
  app: AppServer,
): Promise<void> {
  const started = Date.now();
  const answer = await asked;
  expect(answer.status()).toBe(503);
  expect(answer.headers()["retry-after"]).toMatch(/^\d+$/);
  expect(await answer.json()).toMatchObject({ error: { code: "unavailable" } });
  expect(Date.now() - started).toBeLessThan(4_500);
  expect((await fetch(`${app.url}/api/health/ready`)).status).toBe(503);
  expect((await fetch(`${app.url}/api/health/live`)).status).toBe(200);
}

test("two servers on one database serve each other's readers", async ({
  page,
  db,
  database,
  signIn,
  openAs,
}) => {
  const { ana, ben, address } = await makeRoom(db);
  const second = await startAppServer(database);
  try {
    await signIn(ana);
    await openRoom(page, address);
    const other = await openAs(ben);
    await openRoom(other, `${second.url}${address}`);
    await expect(page.getByRole("img", { name: "Also here: Ben Okoro" })).toBeVisible();
    await expect(other.getByRole("img", { name: "Also here: Ana Lima" })).toBeVisible();
    await dragOver(page, "half of the boats");
    await page.keyboard.press("h");
    await expect(marks(other, "half of the boats")).toBeVisible();
    await dragOver(other, "two winters");
    await other.keyboard.press("h");
    await expect(marks(page, "two winters")).toBeVisible();
    // It would go on asking a server that is not there any more.
    await other.close();
  } finally {
    await second.stop();
  }
});

test("a database that hangs is told within seconds, and the server goes on when it answers again", async ({
  db,
  database,
}) => {
  const { ana, article } = await makeRoom(db);
  const { cookie } = await makeSession(db, { userId: ana.id }, { secret: testSecret });
  const line = await layLine(database);
  const app = await startAppServer(line.address);
  try {
    const ask = () => fetch(`${app.url}/api/articles/${article.id}`, { headers: { cookie } });
    expect((await ask()).status).toBe(200);
    line.freeze();
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([503]));
    expect(answers.every((answer) => answer.headers.has("retry-after"))).toBe(true);
    line.mend();
    await expect(async () => expect((await ask()).status).toBe(200)).toPass({ timeout: 15_000 });
  } finally {
    await app.stop();
    await line.close();
  }
});
