import { get, type IncomingMessage } from "node:http";
import { makePassage } from "@/prisma/factories";
import type { PrismaClient } from "@/prisma/generated/client";
import { expect, test } from "./fixtures";
import { makeRoom, marks } from "./reading";

// What an article sends, and when: its head before its words, each highlight once, and on a slow line what is there.

// One after the other: while one keeps everybody from the passages, the many pages of another would hold all
// connections to the database, and its own page would wait for one in vain.
test.describe.configure({ mode: "default" });

/** Asks as a browser does. Resolves when the head is there; `body` when the rest is. */
function open(address: string, cookie: string) {
  return new Promise<{
    status: number | undefined;
    headers: IncomingMessage["headers"];
    body: Promise<string>;
  }>((resolve, reject) => {
    const headers = { cookie, accept: "text/html", "accept-encoding": "identity" };
    get(address, { headers }, (answer) => {
      const body = new Promise<string>((done) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (chunk) => {
          text += chunk;
        });
        answer.on("end", () => done(text));
      });
      resolve({ status: answer.statusCode, headers: answer.headers, body });
    }).on("error", reject);
  });
}

/** Runs `work` while nobody can read a passage. */
async function withoutPassages<T>(db: PrismaClient, work: () => Promise<T>): Promise<T> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE "Passage" IN ACCESS EXCLUSIVE MODE`;
    return work();
  });
}

test("the head comes before the words, and only to whoever may see them", async ({
  page,
  db,
  signIn,
  baseURL,
}) => {
  const { ana, article, address } = await makeRoom(db);
  const words = "two winters";
  await makePassage(db, { articleId: article.id, createdById: ana.id, words });
  const cookieOf = async (user: { id: string }) => {
    await signIn(user);
    const cookies = await page.context().cookies();
    return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  };
  const mine = await cookieOf(ana);
  // The first one after the start of a server tells it how the heads of articles look.
  const first = await open(`${baseURL}${address}`, mine);
  expect(await first.body).toContain(words);
  // It is told when the last of it has left, which may be a moment after it has come.
  await (await open(`${baseURL}${address}`, mine)).body;

  const early = await withoutPassages(db, () => open(`${baseURL}${address}`, mine));
  expect(early.status).toBe(200);
  for (const name of ["content-type", "cache-control", "cross-origin-opener-policy"]) {
    expect.soft(early.headers[name], name).toBe(first.headers[name]);
  }
  const link = String(early.headers.link);
  expect(link).toMatch(/_next\/static\/[^>]+\.css>; rel=preload/);
  expect(link).not.toContain("nonce");
  const [, nonce] = /'nonce-([^']+)'/.exec(String(early.headers["content-security-policy"])) ?? [];
  const html = await early.body;
  expect(html).toContain(words);
  expect(html).toContain(`nonce="${nonce}"`);
  expect(html.match(/"Passage 1/g)).toHaveLength(1);

  const { ana: stranger } = await makeRoom(db);
  const theirs = await cookieOf(stranger);
  const refused = await open(`${baseURL}${address}`, theirs);
  expect(refused.status).toBe(404);
  expect(await refused.body).not.toContain(words);
  const unknown = await open(`${baseURL}/articles/00000000-0000-4000-8000-000000000000`, mine);
  expect(unknown.status).toBe(404);
  await unknown.body;
});

test("articles that are opened at once keep their highlights apart", async ({
  page,
  db,
  signIn,
  baseURL,
}) => {
  const rooms: { address: string; cookie: string; id: string }[] = [];
  for (const words of ["two winters", "Nobody waved"]) {
    const { ana, article, address } = await makeRoom(db);
    const { id } = await makePassage(db, { articleId: article.id, createdById: ana.id, words });
    await signIn(ana);
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    rooms.push({ address: `${baseURL}${address}`, cookie, id });
  }
  const opened = await Promise.all(
    Array.from({ length: 12 }, async (_, at) => {
      const { address, cookie, id } = rooms[at % 2] ?? { address: "", cookie: "", id: "" };
      const html = await (await open(address, cookie)).body;
      return { id, refs: [...html.matchAll(/aria-details="ref-([^"]+)"/g)].map(([, ref]) => ref) };
    }),
  );
  for (const { id, refs } of opened) expect(refs).toEqual([id]);
});

/** So many groups of letters and digits, others for each seed. */
function digits(seed: number, groups: number): string {
  let state = seed;
  return Array.from({ length: groups }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state.toString(36);
  }).join(" ");
}

test("on a slow line there is something to read before the whole is there", async ({ page, db, signIn }) => {
  // Nothing that repeats itself: it would be compressed to a few packets.
  const long = Array.from({ length: 300 }, (_, at) => `Day ${at}. ${digits(at + 1, 100)}`);
  const { ana, article, address } = await makeRoom(db, ["A long silence", ...long].join("\n\n"));
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "Day 1." });
  await signIn(ana);
  const cdp = await page.context().newCDPSession(page);
  const line = { offline: false, latency: 20, downloadThroughput: 60_000, uploadThroughput: 60_000 };
  await cdp.send("Network.emulateNetworkConditions", line);
  await page.goto(address, { waitUntil: "commit" });
  await expect(marks(page)).toBeVisible();
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
  // The last line of the page has not come.
  await expect(page.locator("#discussion")).toHaveCount(0);
  // The page goes on to other tests, and this session would keep its line from being cut in them.
  await cdp.detach();
  await expect(page.locator('[data-reader="editor"]')).toBeVisible();
  await expect(marks(page)).toBeVisible();
});

test("a page whose code does not come says so, and is loaded again", async ({
  page,
  db,
  signIn,
  allowTrouble,
}) => {
  allowTrouble(/Failed to load resource|ERR_FAILED/);
  const { ana, address } = await makeRoom(db);
  await signIn(ana);
  await page.route("**/*.js", (route) => route.abort());
  await page.goto(address);
  const notice = page.getByRole("alert").filter({ hasText: "Part of this page did not load" });
  await expect(notice).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.unroute("**/*.js");
  await notice.getByRole("link", { name: "Load the page again" }).click();
  await expect(page.locator('[data-reader="editor"]')).toBeVisible();
  await expect(notice).toHaveCount(0);
});
