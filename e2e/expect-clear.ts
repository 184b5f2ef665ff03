import { expect, type Page } from "@playwright/test";
import axe from "axe-core";
import { expectNoSidewaysScroll, expectTargets } from "./expect-fit";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** A desk, a tablet and a phone. */
const sizes = [
  { width: 1440, height: 900, isTouch: false },
  { width: 820, height: 1180, isTouch: false },
  { width: 390, height: 844, isTouch: true },
];

type Rules = "all" | "colour";

/**
 * Passes when axe finds nothing on the page as it stands and the page does not scroll sideways. Waits first for
 * the title, which may be streamed after the page, and until what is appearing or changing its colour has come to
 * rest: half-way between two themes no contrast is what it will be. What does not change with the theme needs no second
 * look in the dark.
 */
export async function expectClear(page: Page, rules: Rules = "all"): Promise<void> {
  await expect(page).toHaveTitle(/\S/);
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every((one) => one.playState !== "running" || one.effect?.getComputedTiming().endTime === Infinity),
  );
  const found = await askAxe(page, rules);
  const { width } = page.viewportSize() ?? { width: 0 };
  expect.soft(found, `${page.url()}, ${width} px, ${rules}`).toEqual([]);
  await expectNoSidewaysScroll(page, `at ${width} px`);
}

/**
 * What axe finds, a line a rule. Its source goes into a page once, and only what is wrong comes back: most of the time
 * of a look went into sending both.
 */
async function askAxe(page: Page, rules: Rules): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const runOnly: axe.RunOnly =
    rules === "colour" ? { type: "rule", values: ["color-contrast"] } : { type: "tag", values: standards };
  return page.evaluate(
    async (options) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
      return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" | ")}`);
    },
    { runOnly, resultTypes: ["violations" as const], iframes: false },
  );
}

/**
 * The same on a desk, a tablet and a phone, in both themes, and with every target large enough: 24 px for a mouse, 44
 * for a finger. The page is not loaded anew: it takes another shape as when a window is made smaller, and is left in
 * that of a phone.
 */
export async function expectClearEverywhere(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const { isTouch, ...size } of sizes) {
    await page.setViewportSize(size);
    await session.send("Emulation.setTouchEmulationEnabled", { enabled: isTouch });
    // A tablet has the elements and colours of a desk: only its room and its targets can be others.
    if (size.width === 820) await expectNoSidewaysScroll(page, "at 820 px");
    else {
      await expectClear(page);
      await inTheme(page, "dark", () => expectClear(page, "colour"));
    }
    await expectTargets(page, isTouch ? 44 : 24);
  }
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: false });
  await session.detach();
}

async function inTheme(page: Page, colorScheme: "dark", look: () => Promise<void>): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await look();
  await page.emulateMedia({ colorScheme: "light" });
}
