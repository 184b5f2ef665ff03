import type { z } from "zod";
import type { ErrorCode } from "@/lib/errors";
import type { Endpoint } from "./endpoint";
import { noteSignedOut } from "./signed-out";
import { viewerHeader } from "./viewer-header";

/** A call that was refused, or (code "offline") never reached the server. The message can be shown as it is. */
export class CallError extends Error {
  readonly status: number;
  readonly code: ErrorCode | "offline";
  readonly id: string | undefined;
  readonly fields: Record<string, string>;
  readonly details: unknown;
  /** Seconds until another try makes sense. */
  readonly retryAfter: number | undefined;

  constructor(given: {
    status: number;
    code: ErrorCode | "offline";
    message: string;
    id?: string | undefined;
    fields?: Record<string, string> | undefined;
    details?: unknown;
    retryAfter?: number | undefined;
  }) {
    super(given.message);
    this.name = "CallError";
    this.status = given.status;
    this.code = given.code;
    this.id = given.id;
    this.fields = given.fields ?? {};
    this.details = given.details;
    this.retryAfter = given.retryAfter;
  }
}

/** True when trying the same call again may help: no connection, or the server is busy or away. */
export function isPassing(error: unknown): boolean {
  return error instanceof CallError && ["offline", "unavailable", "too-many"].includes(error.code);
}

/** Why something did not work, in a sentence to be shown: what the server said, never what a fault of ours is called. */
export function messageOf(error: unknown, otherwise = "Something went wrong. Try again."): string {
  return error instanceof CallError ? error.message : otherwise;
}

/** The number to be told to whoever runs the server, as a sentence to go on with; empty where it is no fault of it. */
export function errorNumber(error: unknown): string {
  return error instanceof CallError ? numberOf(error) : "";
}

function numberOf({ status, id }: { status: number; id?: string | null | undefined }): string {
  return status >= 500 && id ? ` Error number ${id}.` : "";
}

type Parts<E extends Endpoint> = (z.input<E["params"]> extends Record<string, never>
  ? { params?: undefined }
  : { params: z.input<E["params"]> }) &
  (z.input<E["query"]> extends Record<string, never>
    ? { query?: undefined }
    : { query: z.input<E["query"]> }) &
  (undefined extends z.input<E["body"]> ? { body?: undefined } : { body: z.input<E["body"]> }) & {
    signal?: AbortSignal;
    /** It goes out although the page is left for another at this moment. For small bodies. */
    keepalive?: boolean;
  };

function address(path: string, params: unknown, query: unknown): string {
  const values = (params ?? {}) as Record<string, string>;
  const filled = path.replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one != null) search.append(key, String(one));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}

async function refusal(response: Response): Promise<CallError> {
  const answer = (await response.json().catch(() => null)) as {
    error?: ConstructorParameters<typeof CallError>[0];
  } | null;
  const retryAfter = Number(response.headers.get("retry-after")) || undefined;
  const { status } = response;
  const given = {
    code: status >= 500 ? ("unavailable" as const) : ("unexpected" as const),
    message: "The server did not answer as expected. Try again.",
    ...answer?.error,
  };
  return new CallError({ ...given, message: withNumber(given, status), status, retryAfter });
}

/** Where it is the server's fault, the message tells the number under which its log has it. */
function withNumber({ message, id }: { message: string; id?: string | undefined }, status: number): string {
  return id && message.includes(id) ? message : `${message}${numberOf({ status, id })}`;
}

/** Nobody waits longer for an answer, ms. A connection that hangs counts as lost: everything can be sent again. */
const patienceMs = 60_000;

/** Calls one of our routes, typed by its endpoint. Throws `CallError` for every refusal and for a lost connection. */
export function call<E extends Endpoint>(of: E, parts: Parts<E>): Promise<z.output<E["answer"]>> {
  return callAt<E>(of, parts);
}

/** The same for code that must not bring the endpoint's checks along: name the endpoint's type, and say where it is. */
export async function callAt<E extends Endpoint>(
  of: Pick<E, "method" | "path">,
  parts: Parts<E>,
): Promise<z.output<E["answer"]>> {
  const { params, query, body, signal, keepalive } = parts as {
    params?: unknown;
    query?: unknown;
    body?: unknown;
    signal?: AbortSignal;
    keepalive?: boolean;
  };
  const silence = AbortSignal.timeout(patienceMs);
  let response: Response;
  try {
    response = await fetch(address(of.path, params, query), {
      method: of.method,
      credentials: "same-origin",
      cache: "no-store",
      headers: {
        ...(of.method === "GET" ? {} : { "content-type": "application/json" }),
        ...(needsSession(of.path) ? madeFor() : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: signal ? AbortSignal.any([signal, silence]) : silence,
      ...(keepalive ? { keepalive } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw lostConnection();
  }
  if (!response.ok) {
    const refused = await refusal(response);
    if (needsSession(of.path) && refused.code === "unauthenticated") noteSignedOut(true);
    throw refused;
  }
  if (needsSession(of.path)) noteSignedOut(false);
  try {
    return (await response.json()) as z.output<E["answer"]>;
  } catch (error) {
    // It broke off half-way: whether it was done is not known, as with an answer that never came.
    if (signal?.aborted) throw error;
    throw lostConnection();
  }
}

let pageOf: string | undefined;

/** Whose page this is: as it was loaded, whoever signs in elsewhere meanwhile. */
function madeFor(): Record<string, string> {
  if (typeof document === "undefined") return {};
  pageOf ??= document.documentElement.dataset.viewer;
  return pageOf ? { [viewerHeader]: pageOf } : {};
}

/** A wrong password is refused in the same way as a missing session, where sessions begin. */
function needsSession(path: string): boolean {
  return !path.startsWith("/api/auth/");
}

function lostConnection(): CallError {
  return new CallError({
    status: 0,
    code: "offline",
    message: "No connection. What you wrote is kept; try again when you are online.",
  });
}
