import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { chromiumArguments, findChromium, unhurried } from "./find-chromium";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const executablePath = findChromium();

/** Tests run on a desktop; those with @phone in their title run on a phone instead, those with @both on either. */
export default defineConfig({
  testDir: here("."),
  testMatch: "*.spec.ts",
  outputDir: here(".results/files"),
  globalSetup: here("global-setup.ts"),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: here(".results/report.json") }]],
  use: {
    browserName: "chromium",
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: [...chromiumArguments, unhurried] },
    // A browser that is new to the page compiles all of its script: that was half of the run's processor time. What
    // Playwright does not put back between tests, fixtures.ts does.
    reuseContext: true,
    locale: "en-GB",
    timezoneId: "Europe/Copenhagen",
    // Recording every test costs a fifth of the time; a failure is looked at by running its test with --trace on.
    trace: "off",
    screenshot: "only-on-failure",
  },
  projects: [
    {
      name: "desktop",
      grepInvert: /@phone/,
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      name: "phone",
      grep: /@phone|@both/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    },
  ],
});
