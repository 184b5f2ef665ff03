import { afterAll, beforeAll, inject } from "vitest";
import { forgetEnv } from "@/lib/env";
import { addressOf, createDatabase } from "@/prisma/databases";
import { closeDatabase, pool } from "./client";

/**
 * Gives the test file a migrated database of its own, which `db()` uses from the first test on. One line at the top
 * of the file: `useTestDatabase();`
 */
export function useTestDatabase(): void {
  beforeAll(async () => {
    process.env.DATABASE_URL = await makeTestDatabase();
    forgetEnv();
    // What the file before left running may have asked for a database when there was none, and opened another.
    await closeDatabase();
  });
  afterAll(async () => {
    await closeDatabase();
    // The next file in this process has a database of its own, or none.
    delete process.env.DATABASE_URL;
    forgetEnv();
  });
}

/**
 * The address of a further database, for what `db()` cannot show; `empty` leaves the migrations out. It is dropped at
 * the end of the run.
 */
export async function makeTestDatabase({ empty = false } = {}): Promise<string> {
  const server = inject("testServer");
  const name = `test_${process.pid}_${Date.now().toString(36)}_${next++}`;
  await createDatabase(server, name, empty ? undefined : inject("testTemplate"));
  return addressOf(server, name);
}

let next = 0;

/** How many connections wait for a lock that another one holds. */
export async function countWaiting(): Promise<number> {
  const { rows } = await pool().query<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows[0]?.waiting ?? 0;
}

/** Counts what is asked of the database meanwhile. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  return (await captureQueries(work)).length;
}

/** `isKept`: the connection keeps its plan, which Postgres may make without looking at the values. */
export type Query = { text: string; values: unknown[]; isKept: boolean };

/** What is asked of the database meanwhile, in order. */
export async function captureQueries(work: () => Promise<unknown>): Promise<Query[]> {
  const queries: Query[] = [];
  const seen = new Map<object, () => void>();
  const onAcquire = (client: { query: (...given: unknown[]) => unknown }) => {
    if (seen.has(client)) return;
    const before = client.query;
    client.query = (...given: unknown[]) => {
      queries.push(...toQueries(given));
      return before.apply(client, given);
    };
    seen.set(client, () => {
      client.query = before;
    });
  };
  pool().on("acquire", onAcquire as never);
  try {
    await work();
  } finally {
    pool().off("acquire", onAcquire as never);
    for (const restore of seen.values()) restore();
  }
  return queries;
}

/** What is given to pg: some statements at once (together.ts), or one. */
function toQueries([first, second]: unknown[]): Query[] {
  const several = typeof first === "object" && first !== null && Reflect.get(first, "statements");
  return Array.isArray(several) ? several.map((one) => toQuery(one)) : [toQuery(first, second)];
}

/** pg takes a text and its values, or an object that holds both. */
function toQuery(first: unknown, second?: unknown): Query {
  const { text, values, name } = (typeof first === "object" ? first : { text: first, values: second }) as {
    text: string;
    values?: unknown;
    name?: unknown;
  };
  return { text, values: Array.isArray(values) ? values : [], isKept: typeof name === "string" };
}
