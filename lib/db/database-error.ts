import "server-only";

type DatabaseTrouble =
  | { kind: "unavailable" }
  | { kind: "unique"; constraint: string }
  | { kind: "missing" }
  | { kind: "busy" }
  | { kind: "bad-value" };

// Prisma's codes and Postgres' own (SQLSTATE), which reach us bare when a query did not go through Prisma.
const unavailable = new Set([
  ..."P1000 P1001 P1002 P1003 P1008 P1011 P1017 P2024 P2037".split(" "),
  ..."ECONNREFUSED ECONNRESET EPIPE ENOTFOUND ETIMEDOUT 08000 08001 08003 08004 08006 25P03 25P04 53300 57P01 57P02 57P03 57P05".split(
    " ",
  ),
]);
const unavailableKinds = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
  "AuthenticationFailed",
  "DatabaseDoesNotExist",
]);
const unavailableWords =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|server closed the connection|unable to start a transaction in the given time|Connection ended unexpectedly|Query read timeout|the database system is/i;
const busy = new Set(["P2034", "40001", "40P01", "57014", "P2028"]);

/** What a schema let through and Postgres cannot hold: a character, a number, a day before the year 1. */
const badValue = new Set("22021 22P05 22003 22007 22008".split(" "));

type Loose = Record<string, unknown>;

function loose(value: unknown): Loose {
  return typeof value === "object" && value !== null ? (value as Loose) : {};
}

/**
 * Says what a failed query means for the caller, or null when it is a fault of ours. Reads Prisma 7 with adapter-pg,
 * and bare pg.
 */
export function readDatabaseError(error: unknown): DatabaseTrouble | null {
  const top = loose(error);
  const meta = loose(top.meta);
  const cause = loose(loose(meta.driverAdapterError).cause ?? top.cause);
  const codes = [top.code, top.errorCode, cause.originalCode, cause.code, meta.code].map(String);
  const words = [top.message, cause.originalMessage, cause.message].map(String).join(" ");
  if (codes.some((code) => unavailable.has(code))) return { kind: "unavailable" };
  if (unavailableKinds.has(String(cause.kind)) || unavailableWords.test(words))
    return { kind: "unavailable" };
  if (codes.includes("P2002") || codes.includes("23505") || cause.kind === "UniqueConstraintViolation") {
    const constraint = loose(cause.constraint);
    return {
      kind: "unique",
      constraint: String(constraint.index ?? constraint.fields ?? top.constraint ?? ""),
    };
  }
  if (codes.includes("P2025")) return { kind: "missing" };
  if (codes.some((code) => busy.has(code))) return { kind: "busy" };
  if (codes.some((code) => badValue.has(code))) return { kind: "bad-value" };
  return null;
}

/** True when a row with this id (or other unique value) is there already: the retry of a write that came through. */
export function isDuplicate(error: unknown): boolean {
  return readDatabaseError(error)?.kind === "unique";
}
