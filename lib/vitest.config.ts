import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

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
    include: ["{lib,components,prisma,app}/**/*.test.{ts,tsx}"],
    environment: "node",
    env: { NEXTAUTH_SECRET: "only for tests, 32 bytes at least", LOG_LEVEL: "error" },
    globalSetup: [fileURLToPath(new URL("../prisma/test-cluster.ts", import.meta.url))],
    // Every file has a database of its own, and a test waits for it half of the time: two at once even on two cores.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
