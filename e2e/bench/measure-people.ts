import type { Page } from "@playwright/test";
import { openAs, withBrowser } from "./browser";
import { percentile } from "./made-text";
import { printTable } from "./print-table";
import type { World } from "./world";

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
    const ids = [...document.querySelectorAll("[data-reader] mark.passage")].flatMap((mark) =>
      (mark.getAttribute("aria-details") ?? "").split(" "),
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
