import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { findAccount, placeHome } from "./postgres-account";
import { exists, isCode, prepareBinaries } from "./postgres-binaries";
import { findRunning, initialise, launch, type Place, stop } from "./postgres-server";

// The default database. pg_ctl starts it in a session of its own, so that Ctrl-C reaches us first and a killed app
// leaves a healthy server, which the next start takes over. Several starts may share one cluster: each holds a shared
// advisory lock, and whoever leaves as the last one stops the server.

export type Cluster = {
  /** Where data and password are kept. */
  home: string;
  /** True when a server that was running already has been taken over. */
  adopted: boolean;
  /** The address of one of its databases. */
  url(database: string): string;
  /** Stops the server, unless another process still uses it. */
  close(): Promise<void>;
};

type Options = {
  /** The folder that keeps the cluster. */
  home: string;
  /** False only for tests: nothing is forced to the disk. */
  durable: boolean;
  /** Told when the server was lost and is brought back. */
  onNote?: (sentence: string) => void;
};

type Server = { port: number; holder: Client; adopted: boolean };

const holdLock = 0x5a750;
const startPatience = 40_000;

/** Starts the cluster kept in `home`, making it at the first time, or joins its server when it is running. */
export async function openCluster({ home: wanted, durable, onNote = () => {} }: Options): Promise<Cluster> {
  const account = await findAccount(wanted);
  const binaries = await prepareBinaries(account);
  const home = await placeHome(wanted, account);
  const data = join(home, "data");
  if (!(await exists(join(data, "PG_VERSION")))) await initialise({ home, binaries, account, durable });
  const password = (await readFile(join(home, "password"), "utf8")).trim();
  const place: Place = { home, data, binaries, account, password };
  const server = await bringUp(place, undefined);
  let closing = false;
  let reviving = Promise.resolve();

  function watch(): void {
    server.holder.once("end", () => {
      if (!closing) reviving = revive();
    });
  }
  async function revive(): Promise<void> {
    onNote("The database went away; starting it again.");
    while (!closing) {
      const revived = await bringUp(place, server.port).catch(() => undefined);
      if (!revived) continue;
      server.holder = revived.holder;
      watch();
      onNote("The database is back.");
      return;
    }
  }
  watch();

  return {
    home,
    adopted: server.adopted,
    url: (database) => `postgresql://sayso:${password}@127.0.0.1:${server.port}/${database}`,
    close: async () => {
      closing = true;
      await Promise.race([reviving, sleep(2_000)]);
      if (await isLast(server.holder)) await stop(place);
      await server.holder.end().catch(() => {});
    },
  };
}

/** Joins or starts the server and takes a share of it. Tries again while an earlier server is still ending. */
async function bringUp(place: Place, port: number | undefined): Promise<Server> {
  const deadline = Date.now() + startPatience;
  for (;;) {
    try {
      const running = await findRunning(place);
      const holder = running ?? (await launch(place, port));
      await prepareForUse(holder, place.password).catch(async (error) => {
        await holder.end().catch(() => {});
        throw error;
      });
      return { port: holder.port, holder, adopted: running !== undefined };
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(250);
    }
  }
}

/** Takes a share of the server, and makes the role that the app works as: no superuser. */
async function prepareForUse(holder: Client, password: string): Promise<void> {
  await holder.query("SELECT pg_advisory_lock_shared($1)", [holdLock]);
  const { rows } = await holder.query("SELECT 1 FROM pg_roles WHERE rolname = 'sayso'");
  if (rows.length > 0) return;
  // Utility statements take no parameters; the password is base64url, made by us.
  await holder
    .query(`CREATE ROLE sayso LOGIN CREATEDB PASSWORD ${holder.escapeLiteral(password)}`)
    .catch((error) => {
      if (!isCode(error, "42710", "23505")) throw error;
    });
}

/** True when nobody else holds a share. Then no newcomer gets one any more: it waits, loses its connection and starts anew. */
async function isLast(holder: Client): Promise<boolean> {
  try {
    await holder.query("SELECT pg_advisory_unlock_shared($1)", [holdLock]);
    const { rows } = await holder.query("SELECT pg_try_advisory_lock($1) AS alone", [holdLock]);
    return rows[0].alone === true;
  } catch {
    return false;
  }
}
