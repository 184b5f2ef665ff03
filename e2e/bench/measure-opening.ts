import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { BrowserContext } from "@playwright/test";
import { project, testDistDir } from "@/prisma/local-files";
import { openAs, withBrowser } from "./browser";
import { percentile } from "./made-text";
import { withPeers } from "./peers";
import { printTable } from "./print-table";
import type { Colleague, World } from "./world";

const kilobytes = (bytes: number) => bytes / 1_000;

/** Whether a script holds the editor: ProseMirror names its classes by itself, what uses it only a few of them. */
const isOfEditor = (script: string) => script.split("ProseMirror").length > 10;

/** Script before reading: as sent with gzip, against what Next sends with every page, an empty one too. */
export function measureScript(world: World): Promise<void> {
  return withBrowser(async (browser) => {
    const who = world.colleagues[2];
    if (!who) return;
    const { articleId } = await world.makeCase(800, 10);
    const context = await openAs(browser, world, who);
    const page = await context.newPage();
    const address = `${world.app.url}/articles/${articleId}`;
    const sizes = new Map<string, number>();
    const ofEditor = new Set<string>();
    page.on("response", async (response) => {
      const { pathname } = new URL(response.url());
      if (!pathname.endsWith(".js")) return;
      const body = await response.body();
      sizes.set(pathname, gzipSync(body).byteLength);
      if (isOfEditor(body.toString())) ofEditor.add(pathname);
    });
    await page.goto(address);
    await page.locator('[data-reader="editor"]').waitFor();
    await page.waitForLoadState("networkidle");
    const html = await (await context.request.get(address)).text();
    const before = new Set([...html.matchAll(/<script[^>]+src="([^"?]+)/g)].map(([, src]) => src ?? ""));
    const sum = (wanted: (path: string) => boolean) =>
      kilobytes([...sizes].reduce((total, [path, size]) => total + (wanted(path) ? size : 0), 0));
    const manifest = JSON.parse(readFileSync(join(project, testDistDir, "build-manifest.json"), "utf8")) as {
      rootMainFiles: string[];
    };
    const bare = sum((path) => manifest.rootMainFiles.some((file) => path.endsWith(`/${file}`)));
    const first = sum((path) => before.has(path));
    const later = sum((path) => !before.has(path));
    const editor = sum((path) => ofEditor.has(path));
    printTable(
      "Script of the reading room (kB with gzip)",
      ["", "kB", "limit"],
      [
        ["what Next sends with every page", bare, "-"],
        ["before the text can be read", first, `${Math.round(bare + 25)}`],
        ["later: the editor", editor, "120"],
        ["later: margin and panels", later - editor, "-"],
      ],
    );
    await context.close();
  });
}

type Opening = { firstText: number; painted: number; ready: number; shift: number };

/** Runs in the page before anything else: notes down the moment when all marks are on the screen, and shifts. */
function watchOpening(marks: number) {
  const seen = { painted: 0, ready: 0, shift: 0 };
  Object.assign(window, { saysoBench: seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
  // Two frames after the last mark was there, all marks are on the screen or laid out below it.
  const note = () =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        seen.painted ||= performance.now();
      }),
    );
  const drawn = document.getElementsByTagName("mark");
  const others = document.getElementsByClassName("r6o-annotation");
  new MutationObserver((_, observer) => {
    if (seen.painted === 0 && drawn.length + others.length >= marks) note();
    if (!document.querySelector('[data-reader="editor"]')) return;
    seen.ready = performance.now();
    observer.disconnect();
  }).observe(document, { subtree: true, childList: true });
}

async function openOnce(
  context: BrowserContext,
  address: string,
  marks: number,
  isRoom: boolean,
): Promise<Opening> {
  const page = await context.newPage();
  await page.addInitScript(watchOpening, marks);
  await page.goto(address, { waitUntil: "domcontentloaded" });
  if (isRoom) await page.locator('[data-reader="editor"]').waitFor({ timeout: 120_000 });
  await page.waitForFunction(
    () => (window as unknown as { saysoBench: { painted: number } }).saysoBench.painted > 0,
    undefined,
    { timeout: 120_000 },
  );
  const found = await page.evaluate(() => ({
    ...(window as unknown as { saysoBench: { painted: number; ready: number; shift: number } }).saysoBench,
    firstText: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
  }));
  await page.close();
  return found;
}

/** Asks often enough for Node to have made the code fast that answers. */
async function warm(who: Colleague, address: string, times: number): Promise<void> {
  const headers = { cookie: who.cookie, accept: "text/html" };
  for (let time = 0; time < times; time++) await (await fetch(address, { headers })).arrayBuffer();
}

const sizes = [
  [800, 10],
  [8_000, 100],
  [8_000, 1_000],
  [80_000, 10_000],
] as const;

/**
 * Opening an article, by its length and the number of its passages, against the same page as a file without scripts
 * and against a page that draws the same highlights with Recogito. A server that has been running for a while, and
 * browsers that have never been there: each once to warm up, then seven times with a cold cache, ours and the file in
 * turns, so that whatever else the machine does falls on both.
 */
export function measureOpening(world: World): Promise<void> {
  return withBrowser((browser) =>
    withPeers(world, async (peers) => {
      const who = world.colleagues[2];
      if (!who) return;
      const rows: (string | number)[][] = [];
      for (const [words, passages] of sizes) {
        const { articleId, text, places } = await world.makeCase(words, passages);
        const ours = `${world.app.url}/articles/${articleId}`;
        const { plain, recogito, marks } = await peers.make(who, ours, text, places);
        await warm(who, ours, passages > 1_000 ? 10 : 60);
        const found = { room: [] as Opening[], file: [] as Opening[], peer: [] as Opening[] };
        for (let round = 0; round < 8; round++) {
          const open = async (address: string, marked: number, isRoom: boolean) => {
            const context = await openAs(browser, world, who);
            const opening = await openOnce(context, address, marked, isRoom);
            await context.close();
            return round > 0 ? [opening] : [];
          };
          found.room.push(...(await open(ours, marks, true)));
          found.file.push(...(await open(plain, marks, false)));
          // It draws only what is in view: one highlight on the screen is its whole opening.
          found.peer.push(...(await open(recogito, 1, false)));
        }
        const middle = (openings: Opening[]) => (pick: (one: Opening) => number) =>
          percentile(openings.map(pick), 0.5);
        const [room, file, peer] = [middle(found.room), middle(found.file), middle(found.peer)];
        rows.push([
          `${words.toLocaleString("en-GB")} words, ${passages.toLocaleString("en-GB")} passages`,
          room((one) => one.firstText),
          room((one) => one.painted),
          file((one) => one.painted),
          room((one) => one.painted) / file((one) => one.painted),
          peer((one) => one.painted),
          room((one) => one.ready),
          room((one) => one.shift),
        ]);
      }
      printTable(
        "Opening an article (ms after the click; limit at 1,000 passages: 1.2 × plain HTML, nothing moves)",
        [
          "",
          "first text",
          "all highlights",
          "plain HTML file",
          "×",
          "Recogito, those in view",
          "editor ready",
          "layout shift",
        ],
        rows,
      );
    }),
  );
}
