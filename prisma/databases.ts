import { Client } from "pg";
import { isCode } from "./postgres-binaries";

// Making and dropping whole databases. `server` is the address of any database on the server, with a role that may
// create databases; the work is done from its database "postgres".

/** The same server and role, another database. */
export function addressOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** Makes the database, as a copy of `template` when one is named. False when there was one of that name already. */
export async function createDatabase(server: string, name: string, template?: string): Promise<boolean> {
  const copy = template ? ` TEMPLATE "${template}"` : "";
  return withClient(addressOf(server, "postgres"), async (client) => {
    try {
      await client.query(`CREATE DATABASE "${name}"${copy}`);
      return true;
    } catch (error) {
      if (isCode(error, "42P04", "23505")) return false;
      throw error;
    }
  });
}

/** Drops the database and ends what this role has connected to it. */
export async function dropDatabase(server: string, name: string): Promise<void> {
  await withClient(addressOf(server, "postgres"), async (client) => {
    // WITH (FORCE) would be refused while Postgres itself cleans up there, which this role may not end; without it
    // Postgres ends that by itself.
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = current_user",
      [name],
    );
    await client.query(`DROP DATABASE IF EXISTS "${name}"`);
  });
}

/** Lends a connection and closes it. */
export async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** How long a database may take to say that it is there, in ms. */
const patienceMs = 1_000;

/**
 * A question that can be asked again and again: is this database away? It keeps one connection of its own, and takes
 * another when that one does not answer in time.
 */
export function watchDatabase(url: string): { isAway: () => Promise<boolean>; close: () => Promise<void> } {
  let held: Promise<Client> | undefined;

  function connected(): Promise<Client> {
    if (held) return held;
    const client = new Client({ connectionString: url, connectionTimeoutMillis: patienceMs });
    const connecting = client.connect().then(() => client);
    const drop = () => {
      if (held === connecting) held = undefined;
    };
    client.on("error", drop).on("end", drop);
    connecting.catch(drop);
    held = connecting;
    return connecting;
  }
  const ask = () => connected().then((client) => client.query("SELECT 1"));
  // After a second in which this process was busy itself, its clock runs out before it has looked at the answer.
  const late = () => new Promise((_, reject) => setTimeout(() => setImmediate(reject), patienceMs).unref());
  async function close(): Promise<void> {
    const connecting = held;
    held = undefined;
    await connecting?.then((client) => client.end()).catch(() => {});
  }
  // The first question of all finds the connection there.
  connected().catch(() => {});
  async function isAway(): Promise<boolean> {
    try {
      await Promise.race([ask(), late()]);
      return false;
    } catch {
      // Not waited for: what does not answer may not say goodbye either.
      void close();
      return true;
    }
  }
  return { isAway, close };
}
