import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env";
import { PrismaClient } from "@/prisma/generated/client";

type Held = { pool: pg.Pool; client: PrismaClient };

// Hot reload evaluates this file again; the connections must survive it.
const held = globalThis as typeof globalThis & { saysoDatabase?: Held };

function open(): Held {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL_MAX,
    // pg waits for ever by default: a database that is away must become a 503, not a hanging page.
    connectionTimeoutMillis: 3_000,
    statement_timeout: 3_000,
    idle_in_transaction_session_timeout: 10_000,
    // A server that hangs does not keep its own limit.
    query_timeout: 3_500,
    // What is asked of a connection is sent at once, also behind what it has not answered yet (lib/db/bare.ts). And one
    // whose query got no answer in time is cut: whatever came next on it (a ROLLBACK, say) would wait as long again.
    pipeline: true,
  });
  // A connection that breaks, idle or lent, must not end the process; whoever waits on it hears so, the next opens another.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return { pool, client: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

function database(): Held {
  held.saysoDatabase ??= open();
  return held.saysoDatabase;
}

/** The one PrismaClient of this process, opened at the first call. */
export function db(): PrismaClient {
  return database().client;
}

/** The pool below it, for the few things that Prisma cannot say (rate limits, NOTIFY without a row). */
export function pool(): pg.Pool {
  return database().pool;
}

/** Ends all connections; the next call of `db()` opens new ones. For scripts and tests. */
export async function closeDatabase(): Promise<void> {
  const open = held.saysoDatabase;
  held.saysoDatabase = undefined;
  await open?.client.$disconnect();
  await open?.pool.end();
}
