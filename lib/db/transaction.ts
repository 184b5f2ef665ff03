import "server-only";
import type { Prisma } from "@/prisma/generated/client";
import { db } from "./client";

export type Tx = Prisma.TransactionClient;

/**
 * Runs `work` in one transaction: all of it is stored, or nothing. Waits at most 5 s for a connection and gives
 * the work at most 10 s. What the work throws is thrown on.
 */
export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(work, { maxWait: 5_000, timeout: 10_000 });
}

/** Runs reads that must fit together: all of them see the database at one moment. */
export function snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(work, { isolationLevel: "RepeatableRead", maxWait: 5_000, timeout: 10_000 });
}
