import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const folders = ["app", "components", "lib", "prisma"];
const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.test\.tsx?$/.test(path))
    .map((path) => join(folder, path)),
);
const replaces = (file: string) =>
  /\bvi\.(mock|doMock|stubGlobal)\(/.test(readFileSync(join(root, file), "utf8"));
/** Files that put something else in the place of a module, which others in the same process would get as well. */
const replacing = files.filter(replaces);

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
      { extends: true, test: { name: "together", include: files, exclude: replacing, isolate: false } },
      { extends: true, test: { name: "alone", include: replacing } },
    ],
  },
});
