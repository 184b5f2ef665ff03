import "server-only";
import { createHash } from "node:crypto";
import type pg from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

/** Tries allowed in a window of `seconds` (reliability.md C-13). */
export const limits = {
  "sign-in-account": { points: 10, seconds: 300 },
  "sign-in-address": { points: 25, seconds: 300 },
  "sign-up-address": { points: 5, seconds: 1800 },
  invite: { points: 5, seconds: 1800 },
  // All that nobody may send: counted before it is read.
  anonymous: { points: 60, seconds: 300 },
  "invitation-look": { points: 30, seconds: 300 },
  import: { points: 30, seconds: 1800 },
  // Cutting two megabytes takes seconds of the one thread for long texts.
  preview: { points: 120, seconds: 1800 },
  write: { points: 600, seconds: 300 },
} as const;

export type LimitName = keyof typeof limits;

const limiters = new Map<LimitName, RateLimiterPostgres>();

function limiter(name: LimitName): RateLimiterPostgres {
  const known = limiters.get(name);
  if (known) return known;
  const { points, seconds } = limits[name];
  const settings = { keyPrefix: name, points, duration: seconds };
  const made = new RateLimiterPostgres({
    ...settings,
    // The pool of the moment, not of the first call: it is replaced when the database is opened anew.
    storeClient: { query: (text: pg.QueryConfig) => pool().query(text) },
    storeType: "pool",
    tableName: "RateLimit",
    tableCreated: true,
    // Without the database nothing can be guessed or made anyway; memory keeps the door guarded until it is back.
    insuranceLimiter: new RateLimiterMemory(settings),
  });
  limiters.set(name, made);
  return made;
}

/** Column is 255 wide and must not hold addresses in the clear. */
function keyOf(who: string): string {
  return createHash("sha256").update(who).digest("hex");
}

/** Counts one try by `who` (an e-mail, a client address, a user id). Throws "too-many" with the seconds to wait. */
export async function countTry(name: LimitName, who: string): Promise<void> {
  try {
    await limiter(name).consume(keyOf(who));
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const retryAfter = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new AppError("too-many", `Too many tries. Try again in ${inWords(retryAfter)}.`, { retryAfter });
  }
}

function inWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? "a second" : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}

/**
 * The part of a client address that one person holds: IPv4 whole, IPv6 its /64. The server (lib/http/server.ts) sets
 * the header and drops what clients send under its name.
 */
export function clientAddress(headers: { get(name: string): string | null }): string {
  const address = (headers.get("x-client-address") ?? "unknown")
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, "");
  if (!address.includes(":")) return address;
  const [before = "", after = ""] = address.split("::");
  const head = before.split(":").filter(Boolean);
  const tail = after.split(":").filter(Boolean);
  const zeros = address.includes("::")
    ? Array<string>(Math.max(0, 8 - head.length - tail.length)).fill("0")
    : [];
  return [...head, ...zeros, ...tail]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ""))
    .join(":");
}
