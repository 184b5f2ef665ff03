import { createHash } from "node:crypto";
import type { TestProject } from "vitest/node";
import { addressOf, createDatabase, dropDatabase, withClient } from "./databases";
import { applyMigrations, holdScratchServer, readMigrations } from "./migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** The server of the tests, and the migrated database that each worker copies. */
    testServer: string;
    testTemplate: string;
  }
}

/** Runs once before all workers: a Postgres (DATABASE_URL's server or a throw-away one) with a migrated template. */
export default async function prepareTestServer(project: TestProject): Promise<() => Promise<void>> {
  return holdScratchServer(async (server) => {
    await dropLeftovers(server);
    project.provide("testServer", server);
    project.provide("testTemplate", await makeTemplate(server));
    return () => dropLeftovers(server);
  });
}

/** One template for each set of migrations, kept between runs. It gets its name when it is whole. */
async function makeTemplate(server: string): Promise<string> {
  const migrations = await readMigrations();
  const hash = createHash("sha256").update(migrations.map(({ checksum }) => checksum).join());
  const name = `template_${hash.digest("hex").slice(0, 16)}`;
  const draft = `${name}_${process.pid}`;
  if (await hasDatabase(server, name)) return name;
  await createDatabase(server, draft);
  await applyMigrations(addressOf(server, draft), migrations);
  await withClient(addressOf(server, "postgres"), (client) =>
    client.query(`ALTER DATABASE "${draft}" RENAME TO "${name}"`),
  ).catch(async (error) => {
    await dropDatabase(server, draft);
    if (!(await hasDatabase(server, name))) throw error;
  });
  return name;
}

async function hasDatabase(server: string, name: string): Promise<boolean> {
  const { rows } = await withClient(addressOf(server, "postgres"), (client) =>
    client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]),
  );
  return rows.length > 0;
}

/** Test databases that nobody is connected to: of this run when it ends, of a killed one when the next begins. */
async function dropLeftovers(server: string): Promise<void> {
  const { rows } = await withClient(addressOf(server, "postgres"), (client) =>
    client.query(
      `SELECT datname FROM pg_database WHERE datname ~ '^test_\\d+_' AND NOT EXISTS (
         SELECT 1 FROM pg_stat_activity WHERE pg_stat_activity.datname = pg_database.datname)`,
    ),
  );
  for (const { datname } of rows) await dropDatabase(server, datname);
}
