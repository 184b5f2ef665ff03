import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { project, testDistDir } from "@/prisma/local-files";
import { findFreePort } from "@/prisma/postgres-server";

export const testSecret = "only for tests: thirty-two bytes and more";

export type AppServer = {
  url: string;
  port: number;
  process: ChildProcess;
  /** What it printed so far. */
  output: () => string;
  /** Sends SIGTERM and waits for the end. Resolves with the exit code. */
  stop: () => Promise<number | null>;
};

/** Starts a server process on the test build, with a database that is migrated. Several may share one database. */
export async function startAppServer(database: string, env: Record<string, string> = {}): Promise<AppServer> {
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, [join(project, "prisma", "start.mjs"), "serve"], {
    cwd: project,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "production",
      DATABASE_URL: database,
      NEXTAUTH_SECRET: testSecret,
      NEXTAUTH_URL: url,
      PORT: String(port),
      SAYSO_DIST_DIR: testDistDir,
      LOG_LEVEL: "error",
      ...env,
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += String(chunk);
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await Promise.race([
    untilAnswers(`${url}/api/health/live`),
    ended.then((code) => Promise.reject(new Error(`The server ended with ${code}.\n${output}`))),
  ]);
  return {
    url,
    port,
    process: child,
    output: () => output,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

/** Waits until the address answers with success. */
export async function untilAnswers(address: string, patienceMs = 60_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > deadline) throw new Error(`${address} did not answer in ${patienceMs / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
