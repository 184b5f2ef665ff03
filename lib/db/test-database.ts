import { afterAll, beforeAll, inject } from "vitest";
import { addressOf, createDatabase } from "@/prisma/databases";
import { closeDatabase, pool } from "./client";

/**
 * Gives the test file a migrated database of its own, which `db()` uses from the first test on. One line at the top
 * of the file: `useTestDatabase();`
 */
export function useTestDatabase(): void {
  beforeAll(async () => {
    process.env.DATABASE_URL = await makeTestDatabase();
  });
  afterAll(closeDatabase);
}

/** The address of a further database, for what `db()` cannot show; `empty` leaves the migrations out. It is dropped at the end of the run. */
export async function makeTestDatabase({ empty = false } = {}): Promise<string> {
  const server = inject("testServer");
  const name = `test_${process.pid}_${Date.now().toString(36)}_${next++}`;
  await createDatabase(server, name, empty ? undefined : inject("testTemplate"));
  return addressOf(server, name);
}

let next = 0;

/** Counts what is asked of the database meanwhile. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const seen = new Map<object, () => void>();
  const onAcquire = (client: { query: (...given: unknown[]) => unknown }) => {
    if (seen.has(client)) return;
    const before = client.query;
    client.query = (...given: unknown[]) => {
      count++;
      return before.apply(client, given);
    };
    seen.set(client, () => {
      client.query = before;
    });
  };
  pool().on("acquire", onAcquire as never);
  await work();
  pool().off("acquire", onAcquire as never);
  for (const restore of seen.values()) restore();
  return count;
}
