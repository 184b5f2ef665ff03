import { expect, type Page } from "@playwright/test";
import axe from "axe-core";
import { expectFitsLarge, expectNoSidewaysScroll, expectTargets } from "./expect-fit";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const desk = { width: 1440, height: 900 };
const tablet = { width: 820, height: 1180 };
const phone = { width: 390, height: 844 };

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
      // A target that has scrolled half under what stays in sight is whole a moment later; expectTargets measures it.
      const isHalfUnder = (target: Element) => {
        const { left, width, top, bottom } = target.getBoundingClientRect();
        return [top + 1, bottom - 1].some((y) => {
          const over = document.elementFromPoint(left + width / 2, y);
          let staying = over;
          while (staying && !/sticky|fixed/.test(getComputedStyle(staying).position))
            staying = staying.parentElement;
          return staying !== null && !staying.contains(target);
        });
      };
      return violations.flatMap(({ id, nodes }) => {
        const found = nodes.filter(({ target }) => {
          const element = id === "target-size" ? document.querySelector(String(target[0])) : null;
          return !element || !isHalfUnder(element);
        });
        return found.length === 0 ? [] : [`${id}: ${found.map((node) => node.html).join(" | ")}`];
      });
    },
    { runOnly, resultTypes: ["violations" as const], iframes: false },
  );
}

/**
 * The same on a desk, a tablet and a phone, in both themes, and with every target large enough: 24 px for a mouse, 44
 * for a finger. The page is not loaded anew: it takes another shape as when a window is made smaller, and is left in
 * that of a phone. Each change of size or theme draws the whole page again, so they come in the order with the fewest.
 */
export async function expectClearEverywhere(page: Page): Promise<void> {
  await page.setViewportSize(desk);
  await expectClear(page);
  await expectTargets(page, 24);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectClear(page, "colour");
  await page.setViewportSize(tablet);
  // A tablet has the elements and colours of a desk: only its room and its targets can be others.
  await expectNoSidewaysScroll(page, "at 820 px");
  await expectTargets(page, 24);
  await expectFitsLarge(page);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  await page.setViewportSize(phone);
  await expectClear(page, "colour");
  await page.emulateMedia({ colorScheme: "light" });
  await expectClear(page);
  await expectTargets(page, 44);
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: false });
  await session.detach();
}
