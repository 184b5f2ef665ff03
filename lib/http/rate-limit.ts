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
  const number = atOnce[name];
  if (number) await takeOne({ name, who, number });
  else await consume(name, who, 1);
}

/** Takes so many tries from the table. Resolves with the ms until its window ends. */
async function consume(name: LimitName, who: string, number: number): Promise<number> {
  try {
    return (await limiter(name).consume(keyOf(who), number)).msBeforeNext;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const retryAfter = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new AppError("too-many", `Too many tries. Try again in ${inWords(retryAfter)}.`, { retryAfter });
  }
}

/**
 * Of a limit that is far above one try, so many are taken from the table at once and then given out here: every write
 * counts, and few of them wait for it. What is left of them when the server stops counts as used.
 */
const atOnce: Partial<Record<LimitName, number>> = { write: 20 };

/** Tries that are taken and not given out yet, until the window ends in which they were taken (ms of `Date.now()`). */
const taken = new Map<string, { left: number; until: number }>();
const mostTaken = 10_000;
const taking = new Map<string, Promise<void>>();

type Packet = { name: LimitName; who: string; number: number };

async function takeOne(packet: Packet): Promise<void> {
  const key = `${packet.name} ${packet.who}`;
  for (;;) {
    const held = taken.get(key);
    if (held && held.left > 0 && held.until > Date.now()) {
      held.left -= 1;
      return;
    }
    // Those who come meanwhile wait for the same ones.
    const more = taking.get(key) ?? takeMore(packet, key);
    taking.set(key, more);
    await more;
  }
}

async function takeMore({ name, who, number }: Packet, key: string): Promise<void> {
  try {
    const msLeft = await consume(name, who, number);
    if (taken.size >= mostTaken) taken.clear();
    taken.set(key, { left: number, until: Date.now() + msLeft });
  } finally {
    taking.delete(key);
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
