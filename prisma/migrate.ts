import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Client, DatabaseError } from "pg";
import { toolEnv } from "@/lib/env";
import { addressOf, createDatabase, dropDatabase, withClient } from "./databases";
import { openCluster } from "./embedded-postgres";
import { localFolder } from "./local-files";
import { diffToSchema } from "./schema-engine";

// Applies and drafts migrations. Applying is plain SQL over `pg`: one transaction a file under an advisory lock, so
// that two servers that start together take turns, and a killed one leaves nothing half done. It writes Prisma's own
// table with Prisma's checksums, so that `prisma migrate deploy` can take over at any time.

const folder = fileURLToPath(new URL("migrations", import.meta.url));
const schemaFolder = fileURLToPath(new URL("schema", import.meta.url));
const migrationLock = 0x5a751;

type Migration = { name: string; sql: string; checksum: string };

/** The migrations of this code, oldest first. */
export async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/**
 * Brings the database to the newest migration and returns the names it applied. Safe to run twice at once. Migrations
 * it does not know are left alone: they are of a newer version.
 */
export async function applyMigrations(url: string, migrations?: Migration[]): Promise<string[]> {
  const wanted = migrations ?? (await readMigrations());
  return withClient(url, async (client) => {
    await inTransaction(client, () => client.query(historyTable));
    const applied: string[] = [];
    for (const migration of wanted) {
      if (await tryAgain(() => inTransaction(client, () => applyOne(client, migration))))
        applied.push(migration.name);
    }
    return applied;
  });
}

/** A server that is still writing may hold what the file waits for while it waits for the file: one of them has to begin anew. */
async function tryAgain<T>(work: () => Promise<T>, left = 5): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { cause } = error as Error;
    const isDeadlock = cause instanceof DatabaseError && cause.code === "40P01";
    if (!isDeadlock || left === 0) throw error;
    return tryAgain(work, left - 1);
  }
}

/** Each file asks again under the lock, because another server may just have done it. */
async function inTransaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query("BEGIN");
  try {
    await client.query("SELECT pg_advisory_xact_lock($1)", [migrationLock]);
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

async function applyOne(client: Client, { name, sql, checksum }: Migration): Promise<boolean> {
  const { rows } = await client.query(
    "SELECT checksum FROM _prisma_migrations WHERE migration_name = $1 AND finished_at IS NOT NULL AND rolled_back_at IS NULL",
    [name],
  );
  if (rows.length > 0) {
    if (rows[0].checksum === checksum) return false;
    throw new Error(
      `Migration ${name} was edited after it had been applied. Restore the file and write a new one.`,
    );
  }
  try {
    await client.query(sql);
  } catch (error) {
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
     VALUES ($1, $2, clock_timestamp(), $3, now(), 1)`,
    [randomUUID(), checksum, name],
  );
  return true;
}

/** As Prisma makes it. */
const historyTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** The SQL that is missing between all migrations and the schema; empty when they agree. `server` lends a scratch database. */
export async function draftMigration(server: string): Promise<string> {
  const scratch = `draft_${randomUUID().replaceAll("-", "")}`;
  await createDatabase(server, scratch);
  try {
    await applyMigrations(addressOf(server, scratch));
    return await diffToSchema(addressOf(server, scratch), await readSchema());
  } finally {
    await dropDatabase(server, scratch);
  }
}

async function readSchema(): Promise<{ path: string; content: string }[]> {
  const names = (await readdir(schemaFolder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => ({ path: name, content: await readFile(join(schemaFolder, name), "utf8") })),
  );
}

/**
 * Lends the address of a server where databases may be made: that of DATABASE_URL, else the throw-away cluster of the
 * tests.
 */
export async function withScratchServer<T>(use: (server: string) => Promise<T>): Promise<T> {
  const given = toolEnv().DATABASE_URL;
  if (given) return use(given);
  const cluster = await openCluster({ home: join(localFolder, "test-postgres"), durable: false });
  try {
    return await use(cluster.url("postgres"));
  } finally {
    await cluster.close();
  }
}

/**
 * Holds such a server until the returned function is called: for set-ups that begin in one call and end in another.
 * `prepare` answers with what is to be done before the server goes.
 */
export async function holdScratchServer(
  prepare: (server: string) => Promise<() => Promise<void>>,
): Promise<() => Promise<void>> {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let closed = Promise.resolve();
  await new Promise<void>((resolve, reject) => {
    closed = withScratchServer(async (server) => {
      const end = await prepare(server);
      resolve();
      await finished;
      await end();
    });
    closed.catch(reject);
  });
  return async () => {
    finish();
    await closed;
  };
}

/** Lends the address of the app's own database: DATABASE_URL, else the embedded one, made when missing. */
export async function withAppDatabase<T>(use: (url: string) => Promise<T>): Promise<T> {
  const given = toolEnv().DATABASE_URL;
  if (given) return use(given);
  const cluster = await openCluster({ home: join(localFolder, "postgres"), durable: true });
  try {
    await createDatabase(cluster.url("postgres"), "sayso");
    return await use(cluster.url("sayso"));
  } finally {
    await cluster.close();
  }
}

async function applyCommand(): Promise<void> {
  const applied = await withAppDatabase((url) => applyMigrations(url));
  console.log(applied.length > 0 ? applied.map((name) => `Applied ${name}`).join("\n") : "Nothing to apply.");
}

async function draftCommand(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z0-9_]+$/.test(name)) {
    throw new Error("Name the migration by its intent: npm run db:migration -- add_sources");
  }
  const sql = await withScratchServer(draftMigration);
  if (sql === "") {
    console.log("The migrations already say what the schema says.");
    return;
  }
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const path = join(folder, `${stamp}_${name}`);
  await mkdir(path, { recursive: true });
  await writeFile(join(path, "migration.sql"), sql);
  console.log(`Wrote ${path}/migration.sql\nRead it, and add by hand what Prisma cannot say.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [command, name] = process.argv.slice(2);
  try {
    if (command === "apply") await applyCommand();
    else if (command === "draft") await draftCommand(name);
    else throw new Error("Say `apply` or `draft <name>`.");
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
