import { expect, type Locator, type Page } from "@playwright/test";

/** Passes once the focus is inside the element, or on it. It never is where nothing in particular has it. */
export async function expectFocusIn(region: Locator): Promise<void> {
  await expect
    .poll(() =>
      region.evaluate((element) => {
        const one = document.activeElement;
        if (!one || one === document.body) return "the focus is lost";
        return element.contains(one) ? "inside" : one.outerHTML.slice(0, 160);
      }),
    )
    .toBe("inside");
}

/** What the page's live region is to say, or has just said. */
export const heard = (page: Page) => page.locator("[data-announcer]");
