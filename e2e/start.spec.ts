import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { Client } from "pg";
import { project, testDistDir } from "@/prisma/local-files";
import { findFreePort } from "@/prisma/postgres-server";
import { untilAnswers } from "./app-server";

// `npm start` itself, with its embedded database, in a folder that nobody has used.

type Started = { process: ChildProcess; url: string; ended: Promise<number | null>; output: () => string };
type Start = (env?: Record<string, string>) => Promise<Started>;

const test = base.extend<{ folder: string; start: Start }>({
  // Playwright reads from this pattern which fixtures are needed.
  // biome-ignore lint/correctness/noEmptyPattern: see above
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "sayso-start-"));
    // As root, Postgres runs as another account, which must be able to enter.
    await chmod(folder, 0o755);
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  start: async ({ folder }, use) => {
    const all: Started[] = [];
    await use(async (env = {}) => {
      const port = await findFreePort();
      const started = launch({ SAYSO_LOCAL_FOLDER: join(folder, "local"), PORT: String(port), ...env });
      all.push(started);
      return started;
    });
    for (const { process, ended } of all) {
      process.kill("SIGTERM");
      await ended;
    }
  },
});

function launch(env: Record<string, string>): Started {
  const child = spawn(process.execPath, [join(project, "prisma", "start.mjs"), "start"], {
    cwd: project,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "production",
      SAYSO_DIST_DIR: testDistDir,
      ...env,
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += String(chunk);
    });
  }
  const ended = once(child, "exit").then(([code]) => code as number | null);
  return { process: child, url: `http://localhost:${env.PORT}`, ended, output: () => output };
}

async function readDatabase(folder: string): Promise<{ pid: number; url: string }> {
  const home = join(folder, "local", "postgres");
  const password = (await readFile(join(home, "password"), "utf8")).trim();
  const [pid, , , port] = (await readFile(join(home, "data", "postmaster.pid"), "utf8")).split("\n");
  return { pid: Number(pid), url: `postgresql://sayso:${password}@127.0.0.1:${port}/sayso` };
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

test("two start from nothing and share the database; it outlives kill -9 of the app, and of Postgres itself", async ({
  folder,
  start,
}) => {
  const [first, beside] = await Promise.all([start(), start()]);
  for (const { url } of [first, beside]) await untilAnswers(`${url}/api/health/ready`);
  const before = await readDatabase(folder);
  beside.process.kill("SIGTERM");
  expect(await beside.ended).toBe(0);
  expect(await query(before.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect((await fetch(`${first.url}/api/health/ready`)).status).toBe(200);
  first.process.kill("SIGKILL");
  await first.ended;

  const second = await start();
  await untilAnswers(`${second.url}/api/health/ready`);
  expect(await readDatabase(folder)).toEqual(before);
  process.kill(before.pid, "SIGKILL");
  await expect.poll(async () => (await fetch(`${second.url}/api/health/ready`)).status).toBe(503);
  await untilAnswers(`${second.url}/api/health/ready`);
  expect((await fetch(`${second.url}/api/health/live`)).status).toBe(200);

  const brought = await readDatabase(folder);
  await query(brought.url, `INSERT INTO "Workspace" (id, name) VALUES (gen_random_uuid(), 'Kept')`);
  second.process.kill("SIGKILL");
  process.kill(brought.pid, "SIGKILL");
  await second.ended;

  const third = await start();
  await untilAnswers(`${third.url}/api/health/ready`);
  const after = await readDatabase(folder);
  expect(await query(after.url, `SELECT name FROM "Workspace" WHERE name = 'Kept'`)).toHaveLength(1);
  expect(third.output()).toMatch(/migrations\s+up to date/);
  expect(third.output()).toMatch(/build\s+up to date/);
  third.process.kill("SIGTERM");
  expect(await third.ended).toBe(0);
  await expect(query(after.url, "SELECT 1")).rejects.toThrow(/ECONNREFUSED/);
});

test("a wrong environment stops the start with a sentence that names the variable", async () => {
  const started = launch({ PORT: "http" });
  expect(await started.ended).toBe(1);
  // What a process printed last may come after its end.
  await expect.poll(started.output).toContain("PORT must be a whole number.");
  expect(started.output()).not.toContain("    at ");
});

test("a port that was asked for and is taken stops the start", async ({ start }) => {
  const squatter = createServer().listen(0);
  await once(squatter, "listening");
  const address = squatter.address();
  const port = address && typeof address === "object" ? String(address.port) : "";
  const started = await start({ PORT: port });
  expect(await started.ended).toBe(1);
  await expect.poll(started.output).toContain(`Port ${port} is taken.`);
  // Before anything was made that takes its time.
  expect(started.output()).not.toContain("database");
  squatter.close();
});
