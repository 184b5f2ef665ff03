import "server-only";
import { Duplex } from "node:stream";
import type pg from "pg";
import { Prisma } from "@/prisma/generated/client";
import { pool } from "./client";
import { prepared } from "./prepared";
import { askTogether } from "./together";

// Statements that go to Postgres past Prisma, for what is asked at every request: the same statement costs a fifth of
// the processor time (0.2 ms instead of 1.1, measured), and Postgres keeps its plan. Everything else uses db().

/** What can be asked a statement: a transaction of Prisma's, or one of `bareSnapshot`. */
export type Asker = {
  $queryRaw<T = unknown>(sql: Prisma.Sql): PromiseLike<T>;
};

/** The rows of one statement. What the columns hold comes as pg reads it. */
export function askBare<Row>(sql: Prisma.Sql): Promise<Row[]> {
  return run<Row>(pool(), sql);
}

/**
 * As `askBare`, for a statement that takes Postgres longer to plan than to answer: it is planned once a connection.
 * Postgres would plan it anew each time, since it takes an unknown article for an average one and finds that dear.
 */
export async function askPlanned<Row>(sql: Prisma.Sql): Promise<Row[]> {
  const [, rows] = await askTogether(pool(), [planOnce, sql]);
  return (rows ?? []) as Row[];
}

/** Until the end of the transaction: whoever gets the connection next is planned for as ever. */
const planOnce = Prisma.sql`SELECT set_config('plan_cache_mode', 'force_generic_plan', true)`;

/**
 * Asks all of these as one transaction and answers with the rows of each: all is stored, or nothing. They are sent at
 * once, so none of them can wait for what another answers.
 */
export function bareTransaction(statements: readonly Prisma.Sql[]): Promise<unknown[][]> {
  return askTogether(pool(), statements);
}

/**
 * As `snapshot`, for `work` that only asks bare statements. What `work` asks before it first waits leaves together with
 * the beginning, and Postgres runs it in that order: one way there and back for all of it.
 */
export async function bareSnapshot<T>(work: (tx: Asker) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  let isOver = false;
  let isFailed = false;
  let begun: Promise<unknown> = Promise.resolve();
  const ask = <R>(sql: Prisma.Sql): Promise<R> =>
    isOver ? Promise.reject(new Error("This transaction is over.")) : (run(client, sql) as Promise<R>);
  try {
    const result = await inOneWrite(client, () => {
      begun = client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      begun.catch(() => undefined);
      return work({ $queryRaw: ask });
    });
    isOver = true;
    await begun;
    await client.query("COMMIT");
    return result;
  } catch (error) {
    isOver = true;
    isFailed = true;
    throw error;
  } finally {
    client.release(isFailed && (await isBroken(client, begun)));
  }
}

/**
 * Goes back, and tells whether the connection must not be lent again: it cannot even go back, or what was sent on it
 * stood in no transaction.
 */
async function isBroken(client: pg.PoolClient, begun: Promise<unknown>): Promise<boolean> {
  try {
    await client.query("ROLLBACK");
    await begun;
    return false;
  } catch {
    return true;
  }
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
  const { rows } = await on.query<Row & pg.QueryResultRow>(prepared({ text, values }));
  return rows;
}
