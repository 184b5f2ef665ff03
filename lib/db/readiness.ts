import "server-only";
import { AppError } from "@/lib/errors";
import { serverState } from "@/lib/http/server-state";
import { pool } from "./client";

const patienceMs = 1_000;

/**
 * Throws "unavailable" while this process stops, while the database does not answer within 1 s, and while it lacks a
 * migration.
 */
export async function requireReady(): Promise<void> {
  const { draining, migrations } = serverState();
  if (draining) throw new AppError("unavailable", "This server is stopping.");
  const applied = await readApplied();
  if (!applied) throw new AppError("unavailable", "The database does not answer.", { retryAfter: 2 });
  if (migrations.some((name) => !applied.has(name))) {
    throw new AppError("unavailable", "The database waits for its migrations.", { retryAfter: 2 });
  }
}

/** The migrations in the database; undefined when it is too slow or away. One that was never migrated has none. */
async function readApplied(): Promise<Set<string> | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs, undefined).unref());
  const asked = pool()
    .query<{ name: string }>(
      "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    )
    .then(({ rows }) => new Set(rows.map((row) => row.name)))
    .catch((error: unknown) => (isMissingTable(error) ? new Set<string>() : undefined));
  return Promise.race([asked, late]);
}

function isMissingTable(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "42P01";
}
