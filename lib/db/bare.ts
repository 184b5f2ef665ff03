import "server-only";
import { createHash } from "node:crypto";
import { Duplex } from "node:stream";
import type pg from "pg";
import type { Prisma } from "@/prisma/generated/client";
import { pool } from "./client";

// Statements that go to Postgres past Prisma, for what is asked at every request: the same statement costs a fifth of
// the processor time (0.2 ms instead of 1.1, measured), and Postgres keeps its plan. Everything else uses db().

/** What can be asked a statement: a transaction of Prisma's, or one of `bareTransaction`. */
export type Asker = {
  $queryRaw<T = unknown>(sql: Prisma.Sql): PromiseLike<T>;
};

/** The rows of one statement. What the columns hold comes as pg reads it. */
export function askBare<Row>(sql: Prisma.Sql): Promise<Row[]> {
  return run<Row>(pool(), sql);
}

/**
 * As `transaction`, for `work` that only asks bare statements. What `work` asks before it first waits leaves together
 * with the beginning, and Postgres runs it in that order: one way there and back for all of it.
 */
export function bareTransaction<T>(work: (tx: Asker) => Promise<T>): Promise<T> {
  return between("BEGIN", work);
}

/** As `snapshot`, for `work` that only asks bare statements. */
export function bareSnapshot<T>(work: (tx: Asker) => Promise<T>): Promise<T> {
  return between("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", work);
}

async function between<T>(begin: string, work: (tx: Asker) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    const result = await inOneWrite(client, () => {
      // When it fails, so does what is sent behind it.
      client.query(begin).catch(() => undefined);
      return work({ $queryRaw: <R>(sql: Prisma.Sql) => run(client, sql) as Promise<R> });
    });
    await client.query("COMMIT");
    return result;
  } catch (error) {
    // A connection that cannot even go back must not be lent again.
    await client.query("ROLLBACK").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** What all of these came to; when some were refused, the first refusal in this order, after the last has answered. */
export async function answersOf<T extends readonly unknown[] | []>(
  asked: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(asked);
  return Promise.all(asked);
}

/** Holds what `send` asks of the connection until it has returned, and writes it in one go. */
function inOneWrite<T>(client: pg.PoolClient, send: () => T): T {
  const connection: unknown = Reflect.get(client, "connection");
  const stream: unknown = typeof connection === "object" && connection && Reflect.get(connection, "stream");
  if (!(stream instanceof Duplex)) return send();
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}

async function run<Row>(on: pg.Pool | pg.PoolClient, { text, values }: Prisma.Sql): Promise<Row[]> {
  const { rows } = await on.query<Row & pg.QueryResultRow>({ name: nameOf(text), text, values });
  return rows;
}

const names = new Map<string, string>();

/** The name under which each connection keeps the plan of a statement. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 20);
  names.set(text, name);
  return name;
}
