import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const include = ["{app,components,lib,prisma}/**/*.test.{ts,tsx}"];
/** Files that put something else in the place of a module, which others in the same process would get as well. */
const replacing = ["app", "components", "lib", "prisma"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.test\.tsx?$/.test(path))
    .map((path) => join(folder, path))
    .filter((path) => /\bvi\.(mock|doMock|stubGlobal)\b/.test(readFileSync(join(root, path), "utf8")))
    // They are read as patterns, in which brackets mean something else.
    .map((path) => path.replaceAll(/[[\]()]/g, "?")),
);

export default defineConfig({
  root,
  resolve: {
    alias: {
      "@": root.replace(/\/$/, ""),
      // Outside Next the marker package throws; tests run on the server side anyway.
      "server-only": fileURLToPath(new URL("../node_modules/server-only/empty.js", import.meta.url)),
    },
  },
  // The PostCSS settings in package.json are for Next.
  css: { postcss: {} },
  test: {
    environment: "node",
    env: { NEXTAUTH_SECRET: "only for tests, 32 bytes at least", LOG_LEVEL: "error" },
    globalSetup: [fileURLToPath(new URL("../prisma/test-cluster.ts", import.meta.url))],
    // Every file has a database of its own, and a test waits for it half of the time: two at once even on two cores.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Reading the modules anew for each file took a third of the processor's time.
    projects: [
      { extends: true, test: { name: "together", include, exclude: replacing, isolate: false } },
      { extends: true, test: { name: "alone", include: replacing } },
    ],
  },
});
