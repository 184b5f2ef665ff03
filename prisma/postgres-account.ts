import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Account, exists, sharedPlace, useOwnDatabase } from "./postgres-binaries";

// Postgres refuses to run as root. When we are root it runs as the account "postgres", which must be able to enter
// the folder of its data; below a closed folder such as /root it cannot, and the data goes to /var/lib/sayso.

/**
 * The account for a cluster kept in `home`: the owner of data that is there already, else "postgres". Undefined when we
 * are not root.
 */
export async function findAccount(home: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(join(await locateHome(home), "data")).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return lookUp("postgres") ?? createAccount("postgres");
}

function lookUp(name: string): Account | undefined {
  const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function createAccount(name: string): Account {
  spawnSync("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    name,
  ]);
  const account = lookUp(name);
  if (account) return account;
  throw new Error(
    `Postgres does not run as root, and the account "${name}" could not be created. Run Sayso as an ordinary user. ${useOwnDatabase}`,
  );
}

/** Where the cluster of `home` is: there, or at the place that an earlier start wrote down beside it. */
async function locateHome(home: string): Promise<string> {
  const noted = await readFile(`${home}.location`, "utf8").catch(() => "");
  return noted.trim() || home;
}

/** Decides where a new cluster goes, makes the folder around it, and writes the place down when it is another one. */
export async function placeHome(home: string, account: Account | undefined): Promise<string> {
  const place = await locateHome(home);
  await mkdir(dirname(place), { recursive: true });
  if (!account || canEnter(dirname(place), account)) return place;
  const moved = join(sharedPlace, `${basename(home)}-${randomBytes(6).toString("hex")}`);
  await mkdir(sharedPlace, { recursive: true, mode: 0o755 });
  // Of two first starts at once, the second goes where the first went.
  await writeFile(`${home}.location`, `${moved}\n`, { flag: "wx" }).catch(() => {});
  return locateHome(home);
}

function canEnter(folder: string, account: Account): boolean {
  return (
    spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...account, cwd: "/", stdio: "ignore" })
      .status === 0
  );
}

/** Gives a file or folder to the account; does nothing for an ordinary user. */
export async function giveTo(path: string, account: Account | undefined): Promise<void> {
  if (account && (await exists(path))) await chown(path, account.uid, account.gid);
}
