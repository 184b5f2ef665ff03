import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { project } from "@/prisma/local-files";
import { findFreePort } from "@/prisma/postgres-server";
import { runNode } from "@/prisma/steps";
import { untilAnswers } from "../app-server";

const folder = join(project, "e2e", "bench", "bare");
const next = join(project, "node_modules", "next", "dist", "bin", "next");

/** Lends the address of a Next app of one bare route handler (e2e/bench/bare) on this database; built at the first use. */
export async function withBareApp<T>(database: string, use: (url: string) => Promise<T>): Promise<T> {
  if (!existsSync(join(folder, ".next", "BUILD_ID")))
    await runNode({ args: [next, "build", folder], show: "on-failure" });
  const port = await findFreePort();
  const env = { PATH: process.env.PATH, NODE_ENV: "production" as const, BARE_DATABASE: database };
  const child = spawn(process.execPath, [next, "start", folder, "--port", String(port)], {
    stdio: "ignore",
    env: { ...env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  try {
    const url = `http://localhost:${port}`;
    await untilAnswers(`${url}/api/threads/00000000-0000-0000-0000-000000000000/comments`);
    return await use(url);
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
}
