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
 * As `askBare`, for a statement that takes Postgres longer to plan than to answer: it is planned once a connection.
 * Postgres would plan it anew each time, since it takes an unknown article for an average one and finds that dear.
 */
export async function askPlanned<Row>(sql: Prisma.Sql): Promise<Row[]> {
  const client = await pool().connect();
  let isReset = false;
  try {
    const [, rows] = await inOneWrite(client, () =>
      answersOf([
        client.query("SET plan_cache_mode TO force_generic_plan"),
        run<Row>(client, sql),
        client.query("RESET plan_cache_mode").then(() => {
          isReset = true;
        }),
      ]),
    );
    return rows;
  } finally {
    // Whoever gets it next must not be planned for that way.
    client.release(!isReset);
  }
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
  let isOver = false;
  let isFailed = false;
  let begun: Promise<unknown> = Promise.resolve();
  const ask = <R>(sql: Prisma.Sql): Promise<R> =>
    isOver ? Promise.reject(new Error("This transaction is over.")) : (run(client, sql) as Promise<R>);
  try {
    const result = await inOneWrite(client, () => {
      begun = client.query(begin);
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
