import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { chromiumArguments, findChromium } from "../find-chromium";
import type { Colleague, World } from "./world";

export async function withBrowser(use: (browser: Browser) => Promise<void>): Promise<void> {
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

export async function openAs(browser: Browser, world: World, who: Colleague): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  // tsx names inner functions by this helper, which the page does not have.
  await context.addInitScript({ content: "globalThis.__name ??= (it) => it" });
  await context.addCookies([{ name: who.cookieName, value: who.value, url: world.app.url }]);
  return context;
}
