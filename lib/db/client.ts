import "server-only";
import { Socket } from "node:net";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env";
import { PrismaClient } from "@/prisma/generated/client";

type Held = { pool: pg.Pool; client: PrismaClient };

// Hot reload evaluates this file again; the connections must survive it.
const held = globalThis as typeof globalThis & { saysoDatabase?: Held };

/**
 * A connection whose query got no answer in time is cut: the server behind it hangs, and whatever comes next on it
 * (a ROLLBACK, say) would wait as long again.
 */
class PatientClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on("error", () => undefined);
    const query: unknown = Reflect.get(this, "query");
    if (typeof query !== "function") return;
    Reflect.set(this, "query", (...given: unknown[]) => {
      const answer: unknown = Reflect.apply(query, this, given);
      if (answer instanceof Promise) answer.catch((error: unknown) => this.cutIfSilent(error));
      return answer;
    });
  }

  private cutIfSilent(error: unknown): void {
    if (!(error instanceof Error) || error.message !== "Query read timeout") return;
    const connection: unknown = Reflect.get(this, "connection");
    if (typeof connection !== "object" || connection === null) return;
    const stream: unknown = Reflect.get(connection, "stream");
    if (stream instanceof Socket) stream.destroy();
  }
}

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
    Client: PatientClient,
  });
  // An idle connection that breaks must not end the process; the next query opens another.
  pool.on("error", () => undefined);
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
