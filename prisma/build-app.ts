import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { project } from "./local-files";
import { withLock } from "./lock.mjs";
import { runNode, StartError } from "./steps";

const nextCommand = join(project, "node_modules", "next", "dist", "bin", "next");
const prismaCommand = join(project, "node_modules", "prisma", "build", "index.js");

/** Beside the project and not in the local folder, which may be another one: what is made here is shared. */
function lockOf(name: string): string {
  return join(project, ".sayso", `${name}.lock`);
}

/** Makes Prisma's client when the schema or Prisma changed since the last time. */
export function generateClient(): Promise<string> {
  return withLock(lockOf("client"), "  Another start makes the client; waiting …", makeClient);
}

async function makeClient(): Promise<string> {
  const target = join(project, "prisma", "generated");
  const stamp = join(target, "schema-hash");
  const hash = await hashFiles(["prisma/schema", "node_modules/prisma/package.json"]);
  if ((await readStamp(stamp)) === hash) return "up to date";
  const { code } = await runNode({
    args: [prismaCommand, "generate", "--config", "prisma/prisma.config.ts"],
    show: "on-failure",
  });
  if (code !== 0) throw new StartError("Prisma's client could not be made; the reason is above.");
  await mkdir(target, { recursive: true });
  await writeFile(stamp, hash);
  return "made anew";
}

const sources = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema",
  "next.config.js",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

/** Builds the app into `distDir` when a source changed since the last build. */
export function buildApp(distDir: string): Promise<string> {
  return withLock(lockOf(distDir), "  Another start builds the app; waiting for it …", () =>
    buildWhenStale(distDir),
  );
}

async function buildWhenStale(distDir: string): Promise<string> {
  const stamp = join(project, distDir, "sources-hash");
  const hash = await hashFiles(sources);
  if ((await readStamp(stamp)) === hash && existsSync(join(project, distDir, "BUILD_ID")))
    return "up to date";
  await rm(stamp, { force: true });
  const { code } = await runNode({
    args: [nextCommand, "build"],
    // Pages are made at request time; a build must not depend on a database or on secrets.
    env: { NODE_ENV: "production", SAYSO_DIST_DIR: distDir },
    show: "on-failure",
  });
  if (code !== 0) throw new StartError("The app could not be built; the reason is above.");
  await writeFile(stamp, hash);
  return "built";
}

/** Writes the types that Next derives from the folders of `app`, so that `tsc` knows them without a build. */
export function generateTypes(): Promise<{ code: number }> {
  return runNode({ args: [nextCommand, "typegen"], show: "on-failure" });
}

async function readStamp(path: string): Promise<string> {
  return readFile(path, "utf8").catch(() => "");
}

/** SHA-256 over names and contents; tests count for nothing. */
async function hashFiles(paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const file of (await Promise.all(paths.map(listFiles))).flat()) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash.update(`${relative(project, file)}\0`).update(await readFile(file));
  }
  return hash.digest("hex");
}

async function listFiles(path: string): Promise<string[]> {
  const full = join(project, path);
  const entries = await readdir(full, { withFileTypes: true, recursive: true }).catch(() => undefined);
  if (!entries) return existsSync(full) ? [full] : [];
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.sort();
}
