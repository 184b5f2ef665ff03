import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { chromiumArguments, findChromium } from "../find-chromium";
import { percentile } from "./made-text";
import { printTable } from "./print-table";
import type { Colleague, World } from "./world";

async function withBrowser(use: (browser: Browser) => Promise<void>): Promise<void> {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: chromiumArguments,
    ...(executablePath ? { executablePath } : {}),
  });
  try {
    await use(browser);
  } finally {
    await browser.close();
  }
}

async function openAs(browser: Browser, world: World, who: Colleague): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  // tsx names inner functions by this helper, which the page does not have.
  await context.addInitScript({ content: "globalThis.__name ??= (it) => it" });
  await context.addCookies([{ name: who.cookieName, value: who.value, url: world.app.url }]);
  return context;
}

type Opening = {
  firstText: number;
  painted: number;
  ready: number;
  scriptKb: number;
  scriptBeforeKb: number;
  shift: number;
};

/** Runs in the page before anything else: notes down paints, shifts and the moment when the editor takes over. */
function watchOpening() {
  const seen = { painted: 0, ready: 0, shift: 0 };
  Object.assign(window, { saysoBench: seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
  document.addEventListener("DOMContentLoaded", () => {
    // Two frames after the last mark was parsed, all marks are on the screen or laid out below it.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        seen.painted = performance.now();
      }),
    );
  });
  new MutationObserver((_, observer) => {
    if (!document.querySelector('[data-reader="editor"]')) return;
    seen.ready = performance.now();
    observer.disconnect();
  }).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-reader"],
  });
}

async function openOnce(context: BrowserContext, address: string): Promise<Opening> {
  const page = await context.newPage();
  await page.addInitScript(watchOpening);
  await page.goto(address, { waitUntil: "domcontentloaded" });
  await page.locator('[data-reader="editor"]').waitFor({ timeout: 120_000 });
  // What the page itself asks for; the editor's parts are asked for later, by script.
  const html = await (await context.request.get(address)).text();
  const served = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(
    ([, src]) => new URL(src ?? "", address).href,
  );
  const found = await page.evaluate((inPage) => {
    const seen = (window as unknown as { saysoBench: { painted: number; ready: number; shift: number } })
      .saysoBench;
    const scripts = performance
      .getEntriesByType("resource")
      .filter((one): one is PerformanceResourceTiming => one instanceof PerformanceResourceTiming)
      .filter((one) => new URL(one.name).pathname.endsWith(".js"));
    const size = (list: PerformanceResourceTiming[]) =>
      list.reduce((sum, one) => sum + one.encodedBodySize, 0) / 1_000;
    return {
      ...seen,
      firstText: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
      scriptKb: size(scripts),
      scriptBeforeKb: size(scripts.filter((one) => inPage.includes(one.name))),
    };
  }, served);
  await page.close();
  return found;
}

/** Opening an article, by its length and the number of its passages. Each size once to warm the server, then three times with a cold cache. */
export function measureOpening(world: World): Promise<void> {
  return withBrowser(async (browser) => {
    const rows: (string | number)[][] = [];
    const who = world.colleagues[2];
    if (!who) return;
    for (const [words, passages] of [
      [800, 10],
      [800, 100],
      [8_000, 100],
      [8_000, 1_000],
      [80_000, 1_000],
      [80_000, 10_000],
    ] as const) {
      const { articleId } = await world.makeCase(words, passages);
      const found: Opening[] = [];
      for (let round = 0; round < 4; round++) {
        const context = await openAs(browser, world, who);
        const opening = await openOnce(context, `${world.app.url}/articles/${articleId}`);
        if (round > 0) found.push(opening);
        await context.close();
      }
      const middle = (pick: (one: Opening) => number) => percentile(found.map(pick), 0.5);
      rows.push([
        `${words.toLocaleString("en-GB")} words, ${passages.toLocaleString("en-GB")} passages`,
        middle((one) => one.firstText),
        middle((one) => one.painted),
        middle((one) => one.ready),
        middle((one) => one.scriptBeforeKb),
        middle((one) => one.scriptKb),
        middle((one) => one.shift),
      ]);
    }
    printTable(
      "Opening an article (ms after the click; script in kB as sent)",
      [
        "",
        "first text",
        "all highlights",
        "editor ready",
        "script for reading",
        "script in all",
        "layout shift",
      ],
      rows,
    );
  });
}

/** Marks by mouse and talks between two browsers. */
export function measurePeople(world: World): Promise<void> {
  return withBrowser(async (browser) => {
    const rows: (string | number)[][] = [];
    const [ada, ben] = world.colleagues.slice(3, 5);
    if (!ada || !ben) return;
    for (const passages of [10, 1_000]) {
      const { articleId } = await world.makeCase(8_000, passages);
      const address = `${world.app.url}/articles/${articleId}`;
      const mine = await (await openAs(browser, world, ada)).newPage();
      const theirs = await (await openAs(browser, world, ben)).newPage();
      for (const page of [mine, theirs]) {
        await page.goto(address);
        await page.locator('[data-reader="editor"]').waitFor({ timeout: 60_000 });
      }
      const marked: number[] = [];
      const arrived: number[] = [];
      for (let round = 0; round < 15; round++) {
        const { atMine, atTheirs } = await markOnce(mine, theirs, round);
        marked.push(atMine);
        arrived.push(atTheirs);
      }
      rows.push([
        passages.toLocaleString("en-GB"),
        percentile(marked, 0.5),
        percentile(marked, 0.95),
        percentile(arrived, 0.5),
        percentile(arrived, 0.95),
      ]);
      await mine.context().close();
      await theirs.context().close();
    }
    printTable(
      "Marking a passage of an 8,000-word article: from the key to the highlight on my screen, and on my colleague's",
      ["passages there", "mine, p50 ms", "p95", "colleague's, p50 ms", "p95"],
      rows,
    );
  });
}

/** Resolves, in the page, with the time (ms since 1970) of the frame in which one more passage than now is drawn. */
function nextPassage(): Promise<number> {
  const count = () => {
    const ids = [...document.querySelectorAll("[data-reader] mark[data-passages]")].flatMap((mark) =>
      (mark.getAttribute("data-passages") ?? "").split(" "),
    );
    return new Set(ids).size;
  };
  const before = count();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (count() <= before) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
    });
    observer.observe(document.querySelector("[data-reader]") ?? document, {
      subtree: true,
      childList: true,
      attributes: true,
    });
  });
}

async function markOnce(
  mine: Page,
  theirs: Page,
  round: number,
): Promise<{ atMine: number; atTheirs: number }> {
  const seen = Promise.all([mine.evaluate(nextPassage), theirs.evaluate(nextPassage)]);
  const paragraph = mine.locator("[data-reader] p").nth(4 + round);
  await paragraph.scrollIntoViewIfNeeded();
  const box = await paragraph.boundingBox();
  if (!box) throw new Error("The paragraph is not on the screen.");
  await mine.mouse.move(box.x + 40, box.y + 16);
  // Exactly these letters: whole words may be a passage that is there already.
  await mine.keyboard.down("Alt");
  await mine.mouse.down();
  await mine.mouse.move(box.x + 240, box.y + 16, { steps: 4 });
  await mine.mouse.up();
  await mine.keyboard.up("Alt");
  await mine.getByRole("toolbar", { name: "Selected words" }).waitFor();
  // Installed before the key is pressed: an evaluation that waits for the key could come after it.
  await mine.evaluate(() => {
    const note = () => Object.assign(window, { saysoPressed: performance.timeOrigin + performance.now() });
    window.addEventListener("keydown", note, { once: true, capture: true });
  });
  await mine.keyboard.press("h");
  const start = await mine.evaluate(() => Number(Reflect.get(window, "saysoPressed")));
  const [onMine, onTheirs] = await seen;
  return { atMine: onMine - start, atTheirs: onTheirs - start };
}
