import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { platform } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { giveTo } from "./postgres-account";
import { type Account, type Binaries, exists, isCode } from "./postgres-binaries";

// One Postgres server on one folder of data: made, found, started and stopped through Postgres' own programs.

/** Where a cluster is and what it takes to run it. */
export type Place = {
  home: string;
  data: string;
  binaries: Binaries;
  account: Account | undefined;
  password: string;
};

/** Makes the cluster under another name and renames it, so that two first starts or a kill never leave half of one. */
export async function initialise({
  home,
  binaries,
  account,
  durable,
}: Omit<Place, "data" | "password"> & { durable: boolean }) {
  const draft = `${home}.new-${process.pid}`;
  const passwordFile = join(draft, "password");
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o755 });
  await giveTo(draft, account);
  await writeFile(passwordFile, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  await giveTo(passwordFile, account);
  const settings = { ...everySetting, ...(durable ? {} : throwAwaySettings) };
  await run(
    binaries.initdb,
    [
      `--pgdata=${join(draft, "data")}`,
      "--username=postgres",
      "--auth=scram-sha-256",
      `--pwfile=${passwordFile}`,
      "--encoding=UTF8",
      "--locale=C.UTF-8",
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
      ...(durable ? [] : ["--no-sync"]),
    ],
    account,
  );
  await giveTo(passwordFile, account && { uid: 0, gid: 0 });
  await giveTo(draft, account && { uid: 0, gid: 0 });
  await rename(draft, home).catch(async (error) => {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(join(home, "data", "PG_VERSION")))) throw error;
  });
}

const everySetting = {
  listen_addresses: "127.0.0.1",
  // Sockets live in a folder that every account may enter; a password over the loopback is enough.
  unix_socket_directories: "",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
};

const throwAwaySettings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
};

async function connect(place: Place, port: number): Promise<Client> {
  const client = new Client({
    host: "127.0.0.1",
    port,
    user: "postgres",
    password: place.password,
    database: "postgres",
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  // The "end" that follows an error is what counts; without a listener the error would end this process.
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** A connection to the server that is running on our data, if there is one. Throws while it is starting or stopping. */
export async function findRunning(place: Place): Promise<Client | undefined> {
  const lines = (await readFile(join(place.data, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !port) return undefined;
  try {
    const client = await connect(place, port);
    const { rows } = await client.query("SHOW data_directory");
    if ((await realpath(rows[0].data_directory)) === (await realpath(place.data))) return client;
    await client.end();
  } catch (error) {
    // Starting up, shutting down, or recovering: it is ours, ask again soon.
    if (isCode(error, "57P03")) throw error;
  }
  if (await isForeign(pid)) await rm(join(place.data, "postmaster.pid"), { force: true });
  return undefined;
}

/**
 * True when that number certainly is no living Postgres: after a crash it was given to somebody else, or the dead
 * server stays as a zombie because nobody collects it (a container without init). Postgres would refuse to start.
 */
async function isForeign(pid: number): Promise<boolean> {
  if (platform() !== "linux") return false;
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return status !== "" && (!/^Name:\s+postgres/m.test(status) || /^State:\s+Z/m.test(status));
}

/** Starts the server, on the wanted port or a free one, and connects to it. Throws with the end of its log. */
export async function launch(place: Place, wantedPort: number | undefined): Promise<Client> {
  const port = wantedPort ?? (await findFreePort());
  const log = join(place.data, "server.log");
  await shorten(log);
  try {
    await run(
      place.binaries.pgCtl,
      [
        "start",
        "--wait",
        "--timeout=60",
        "--silent",
        `--pgdata=${place.data}`,
        `--log=${log}`,
        `--options=-p ${port}`,
      ],
      place.account,
    );
  } catch (error) {
    throw new Error(`Postgres did not start: ${await readEnd(log)}`, { cause: error });
  }
  return connect(place, port);
}

/** Stops the server on this data and waits for its end, 5 s at most. */
export async function stop(place: Place): Promise<void> {
  const stopWith = (mode: string, seconds: number) =>
    run(
      place.binaries.pgCtl,
      ["stop", `--mode=${mode}`, "--wait", `--timeout=${seconds}`, "--silent", `--pgdata=${place.data}`],
      place.account,
    );
  // "immediate" loses nothing that was acknowledged: the next start replays the log.
  await stopWith("fast", 3).catch(() => stopWith("immediate", 2));
}

/** A port of 127.0.0.1 that nobody listens on at this moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port on 127.0.0.1.");
  return address.port;
}

/**
 * Runs a program of Postgres; throws with what it said when it fails. Waits for its exit, not for its pipe: the server
 * inherits that.
 */
async function run(program: string, args: string[], account: Account | undefined): Promise<void> {
  const child = spawn(program, args, {
    ...account,
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe"],
    env: plainEnv(),
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += String(chunk);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  child.stderr.destroy();
  if (code !== 0) throw new Error(`${program} ended with ${code}. ${said.trim()}`);
}

/** No PG… variable of the user's shell may lead the programs astray. */
function plainEnv(): NodeJS.ProcessEnv {
  const plain = { ...process.env, LC_ALL: "C.UTF-8" };
  for (const name of Object.keys(plain)) if (name.startsWith("PG")) Reflect.deleteProperty(plain, name);
  return plain;
}

async function shorten(log: string): Promise<void> {
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  );
  if (size > 5_000_000) await rename(log, `${log}.old`);
}

async function readEnd(log: string): Promise<string> {
  const file = await open(log).catch(() => undefined);
  if (!file) return "it wrote no log.";
  const text = await file.readFile("utf8").finally(() => file.close());
  return text.trim().split("\n").slice(-4).join(" ");
}
