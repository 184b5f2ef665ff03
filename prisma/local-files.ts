import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { toolEnv } from "@/lib/env";

/** The folder of the project. */
export const project = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/** Where everything is kept that belongs to this machine and not to git. A test of the start names another one. */
export const localFolder = resolve(toolEnv().SAYSO_LOCAL_FOLDER ?? join(project, ".sayso"));

/** The build that is made and served. */
export const distDir = toolEnv().SAYSO_DIST_DIR;

/** The build of tests and measurements, which leaves that one alone. */
export const testDistDir = ".next-test";

/** A random text kept in the local folder, made at the first call and readable by its owner alone. */
export async function keepSecret(name: string, bytes: number): Promise<string> {
  const path = join(localFolder, name);
  const draft = `${path}.${process.pid}`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(draft, `${randomBytes(bytes).toString("base64url")}\n`, { mode: 0o600 });
  // A link is made whole or not at all, and never over one that is there.
  await link(draft, path).catch(() => {});
  await rm(draft, { force: true });
  return (await readFile(path, "utf8")).trim();
}
