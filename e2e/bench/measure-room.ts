import type { Page } from "@playwright/test";
import { openAs, withBrowser } from "./browser";
import { percentile } from "./made-text";
import { printTable } from "./print-table";
import type { World } from "./world";

/** Opening a card and scrolling in an article of 8,000 words. */
export function measureRoom(world: World): Promise<void> {
  return withBrowser(async (browser) => {
    const who = world.colleagues[6];
    if (!who) return;
    const rows: (string | number)[][] = [];
    for (const [words, passages] of [
      [8_000, 10],
      [8_000, 1_000],
      [80_000, 10_000],
    ] as const) {
      const { articleId } = await world.makeCase(words, passages);
      const context = await openAs(browser, world, who);
      const page = await context.newPage();
      await page.goto(`${world.app.url}/articles/${articleId}`);
      await page.locator('[data-reader="editor"]').waitFor({ timeout: 120_000 });
      await page.locator("aside[aria-label=Discussion] h3 button").first().waitFor({ timeout: 60_000 });
      const opened: number[] = [];
      for (let round = 0; round < 12; round++) {
        // Pressing the words of the card that is open would change nothing, and be waited for in vain.
        await page.keyboard.press("Escape");
        opened.push(await openCard(page, round));
      }
      const frames = await page.evaluate(scrollThrough);
      rows.push([
        `${words.toLocaleString("en-GB")} words, ${passages.toLocaleString("en-GB")} passages`,
        percentile(opened, 0.5),
        percentile(opened, 0.95),
        percentile(frames, 0.5),
        percentile(frames, 0.95),
        `${Math.round((100 * frames.filter((one) => one > 34).length) / frames.length)} %`,
      ]);
      await context.close();
    }
    printTable(
      "In the room (ms; limits at 1,000 passages: card 50, a frame 16.7)",
      ["", "click to open card, p50", "p95", "frame while scrolling, p50", "p95", "frames over 34 ms"],
      rows,
    );
  });
}

/** Presses the nth highlight in the window, and waits for the frame after its card was drawn. In the page: ms. */
async function openCard(page: Page, nth: number): Promise<number> {
  return page.evaluate(
    (at) =>
      new Promise<number>((resolve) => {
        const inSight = [...document.querySelectorAll<HTMLElement>("[data-reader] mark.passage")].filter(
          (one) => {
            const { top, bottom } = one.getBoundingClientRect();
            return top > 140 && bottom < window.innerHeight - 40;
          },
        );
        const single = inSight.filter((one) => !one.getAttribute("aria-details")?.includes(" "));
        const mark = single[at % Math.max(1, single.length)];
        if (!mark) throw new Error("No highlight is in sight.");
        const margin = document.querySelector("aside[aria-label=Discussion]");
        const start = performance.now();
        const observer = new MutationObserver(() => {
          observer.disconnect();
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => resolve(performance.now() - start);
            channel.port2.postMessage(null);
          });
        });
        observer.observe(margin ?? document.body, { subtree: true, childList: true });
        mark.click();
      }),
    nth,
  );
}

/** Scrolls for three seconds and returns how long each frame took, in ms. Runs in the page. */
function scrollThrough(): Promise<number[]> {
  return new Promise((resolve) => {
    const frames: number[] = [];
    const start = performance.now();
    let before = start;
    const step = (now: number) => {
      frames.push(now - before);
      before = now;
      window.scrollBy(0, 30);
      if (now - start < 3_000) requestAnimationFrame(step);
      else resolve(frames.slice(2));
    };
    requestAnimationFrame(step);
  });
}
