import {
  type BrowserContext,
  test as base,
  type ConsoleMessage,
  expect,
  type Page,
  type Response,
  type WebError,
} from "@playwright/test";
import { PrismaPg } from "@prisma/adapter-pg";
import { toolEnv } from "@/lib/env";
import { addressOf, createDatabase, dropDatabase } from "@/prisma/databases";
import { makeSession } from "@/prisma/factories";
import { PrismaClient } from "@/prisma/generated/client";
import { applyMigrations } from "@/prisma/migrate";
import { testSecret } from "./app-server";

type Fixtures = {
  /** Signs the user in on `page`, or on another context, by a session row and its cookie. */
  signIn: (user: { id: string }, on?: BrowserContext) => Promise<void>;
  /** Opens a browser of its own, signed in as the user: a second person in the same test. */
  openAs: (user: { id: string }) => Promise<Page>;
  /** Names a kind of console message or bad answer that this test brings about on purpose. */
  allowTrouble: (kind: RegExp) => void;
  /** A migrated database that belongs to this test alone, on the same server, for a server of its own. */
  ownDatabase: { url: string; db: PrismaClient };
  /** What went wrong in any page of the test; it must be empty at the end. */
  troubles: Troubles;
};

type Troubles = {
  /** Notes down what goes wrong there, until the returned function is called. */
  watch: (context: BrowserContext) => () => void;
  allow: (kind: RegExp) => void;
};

type WorkerFixtures = {
  /** The address of the server's database, for further servers and for bare SQL. */
  database: string;
  /** The same database, for the factories. */
  db: PrismaClient;
};

function told(name: "SAYSO_E2E_URL" | "SAYSO_E2E_DATABASE"): string {
  const value = toolEnv()[name];
  if (!value) throw new Error(`${name} is not set: global-setup.ts did not run.`);
  return value;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  database: [
    // Playwright reads from this pattern which fixtures are needed.
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => use(told("SAYSO_E2E_DATABASE")),
    { scope: "worker" },
  ],

  db: [
    async ({ database }, use) => {
      const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: database }) });
      await use(db);
      await db.$disconnect();
    },
    { scope: "worker" },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: as above
  baseURL: async ({}, use) => use(told("SAYSO_E2E_URL")),

  troubles: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const seen: string[] = [];
      const allowed: RegExp[] = [];
      await use({ watch: (context) => watch(context, seen), allow: (kind) => allowed.push(kind) });
      expect(
        seen.filter((one) => !allowed.some((kind) => kind.test(one))),
        "console errors, exceptions and answers >= 500",
      ).toEqual([]);
    },
    { auto: true },
  ],

  ownDatabase: async ({ database }, use, { testId }) => {
    const name = `test_${process.pid}_${testId.replace(/\W/g, "")}`;
    await createDatabase(database, name);
    const url = addressOf(database, name);
    await applyMigrations(url);
    const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
    await use({ url, db });
    await db.$disconnect();
    await dropDatabase(database, name);
  },

  allowTrouble: async ({ troubles }, use) => use(troubles.allow),

  context: async ({ context, troubles }, use) => {
    const stop = troubles.watch(context);
    await use(context);
    stop();
    await putBack(context);
  },

  signIn: async ({ context, db, baseURL }, use) => {
    await use(async (user, on = context) => {
      const { sessionVersion: version } = await db.user.findUniqueOrThrow({ where: { id: user.id } });
      const { name, value } = await makeSession(db, { userId: user.id, version }, { secret: testSecret });
      await on.addCookies([{ name, value, url: baseURL ?? "", httpOnly: true, sameSite: "Lax" }]);
    });
  },

  openAs: async (
    { browser, signIn, troubles, contextOptions, viewport, isMobile, hasTouch, baseURL },
    use,
  ) => {
    const contexts: BrowserContext[] = [];
    await use(async (user) => {
      const context = await browser.newContext({
        ...contextOptions,
        viewport,
        isMobile,
        hasTouch,
        locale: "en-GB",
        timezoneId: "Europe/Copenhagen",
        ...(baseURL ? { baseURL } : {}),
      });
      contexts.push(context);
      troubles.watch(context);
      await signIn(user, context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };

/** The next test begins in the same browser: what Playwright leaves as it was is put back here. */
async function putBack(context: BrowserContext): Promise<void> {
  await context.setOffline(false);
  await context.clearPermissions();
  for (const page of context.pages()) {
    // A page that shows nothing of ours, or is closed already, has nothing to forget.
    await page.evaluate(() => sessionStorage.clear()).catch(() => undefined);
  }
}

/** Notes down what no page may do: errors on the console (violations of the policy are such), exceptions, 5xx. */
function watch(context: BrowserContext, seen: string[]): () => void {
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === "error") seen.push(`console: ${message.text()} (${message.location().url})`);
  };
  const onError = (error: WebError) => seen.push(`exception: ${error.error().message}`);
  const onResponse = (response: Response) => {
    if (response.status() >= 500) seen.push(`answer ${response.status()}: ${response.url()}`);
  };
  context.on("console", onConsole).on("weberror", onError).on("response", onResponse);
  return () => {
    context.off("console", onConsole).off("weberror", onError).off("response", onResponse);
  };
}
