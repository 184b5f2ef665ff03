import { expect, type Page } from "@playwright/test";

/** As somebody sets them who reads badly: the distances of WCAG 1.4.12. */
const spacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p, li, dd, blockquote { margin-bottom: 2em !important; }
`;

/**
 * Passes when the page is read without scrolling sideways and without anything cut off: in a window of 320 px (which
 * is also one of 1,280 px at 400 %), and there with the distances of 1.4.12 as well.
 */
export async function expectFits(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, "at 320 px");
  const cutBefore = await textCutOff(page);
  const sheet = await page.evaluateHandle((css) => {
    const made = new CSSStyleSheet();
    made.replaceSync(css);
    document.adoptedStyleSheets.push(made);
    return made;
  }, spacing);
  await expectNoSidewaysScroll(page, "at 320 px with wide spacing");
  const cut = (await textCutOff(page)).filter((one) => !cutBefore.includes(one));
  expect.soft(cut, `${page.url()} cuts text off when its spacing is wide`).toEqual([]);
  await sheet.evaluate((made) => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== made);
  });
}

/** Passes when the page is read without scrolling sideways with letters of twice the size, in a window of 820 px or as given. */
export async function expectFitsLarge(page: Page, width = 820): Promise<void> {
  // By the protocol: no page can set what a reader has chosen.
  const session = await page.context().newCDPSession(page);
  await session.send("Page.enable");
  await session.send("Page.setFontSizes", { fontSizes: { standard: 32 } });
  await expectNoSidewaysScroll(page, `at ${width} px with letters of twice the size`);
  await session.send("Page.setFontSizes", { fontSizes: { standard: 16 } });
  await session.detach();
}

/** Passes when the page does not scroll sideways as it stands. */
export async function expectNoSidewaysScroll(page: Page, when: string): Promise<void> {
  const found = await page.evaluate(async () => {
    // What measures itself does so with the next frame.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const overflow = document.documentElement.scrollWidth - window.innerWidth;
    if (overflow <= 0) return null;
    const wide = [...document.querySelectorAll("body *")].filter(
      (one) => one.getBoundingClientRect().right > window.innerWidth + 1 && one.checkVisibility(),
    );
    const shown = wide.slice(0, 4).map((one) => one.outerHTML.slice(0, 120));
    return `${overflow} px: ${shown.join(" | ")}`;
  });
  expect.soft(found, `${page.url()} scrolls sideways ${when}`).toBeNull();
}

/** Words that a box cuts off which is not made to shorten them. */
function textCutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isMeant = (box: Element) =>
      box.matches(".sr-only, .skip-link, [class*=truncate], [class*=line-clamp], textarea, input, select") ||
      /auto|scroll/.test(getComputedStyle(box).overflowY + getComputedStyle(box).overflowX);
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || !node.textContent?.trim() || !parent.checkVisibility() || parent.closest("script, svg"))
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const words = range.getBoundingClientRect();
      for (let box: Element | null = parent; box; box = box.parentElement) {
        if (getComputedStyle(box).overflow === "visible") continue;
        const edge = box.getBoundingClientRect();
        const isCut = words.bottom > edge.bottom + 2 || words.right > edge.right + 2;
        if (isCut && !isMeant(box)) found.push(node.textContent.trim().slice(0, 60));
        break;
      }
    }
    return found;
  });
}

/**
 * Passes when everything that can be pressed is at least so many pixels wide and high; links in a line of text and
 * numbers of notes aside.
 */
export async function expectTargets(page: Page, least: number): Promise<void> {
  const small = await page.evaluate((least) => {
    const pressed =
      "a[href], button, input, select, textarea, summary, [role=button], [role=option], [role=tab]";
    return [...document.querySelectorAll<HTMLElement>(pressed)].flatMap((one) => {
      // What is hidden from all but the eye has its equal elsewhere.
      if (
        !one.checkVisibility({ visibilityProperty: true }) ||
        one.closest(".sr-only, .skip-link, [aria-hidden=true]")
      )
        return [];
      if (getComputedStyle(one).display === "inline" || one.matches('[href^="#note-"], [href^="#ref-"]'))
        return [];
      const box = one.matches("[type=checkbox], [type=radio]") ? (one.closest("label") ?? one) : one;
      const { width, height } = box.getBoundingClientRect();
      if (width <= 1 || (width > least - 0.5 && height > least - 0.5)) return [];
      // Tools share the width of a phone.
      if (one.closest("[role=toolbar]") && height > least - 0.5 && width > 40) return [];
      const sentence = one.closest("p")?.textContent ?? "";
      if (sentence.trim().length > (one.textContent ?? "").trim().length + 20) return [];
      const name = one.getAttribute("aria-label") ?? one.textContent ?? "";
      return [`${Math.round(width)}×${Math.round(height)} ${one.tagName} ${name.trim().slice(0, 40)}`];
    });
  }, least);
  expect.soft([...new Set(small)], `${page.url()}: targets under ${least} px`).toEqual([]);
}
