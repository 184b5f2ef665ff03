import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import tests from "../playwright.config";
import { sizes } from "./screen";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Not tests: a picture of every screen in every state. `npm test` knows nothing of it. */
export default defineConfig({
  ...tests,
  testDir: here("."),
  testMatch: "take-pictures.ts",
  outputDir: here("../.results/gallery"),
  globalSetup: here("global-setup.ts"),
  timeout: 90_000,
  reporter: [["line"]],
  use: { ...tests.use, screenshot: "off" },
  projects: [
    { name: "desk", use: { viewport: sizes.desk } },
    { name: "tablet", use: { viewport: sizes.tablet } },
    { name: "phone", use: { viewport: sizes.phone, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } },
  ],
});
