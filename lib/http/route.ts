import "server-only";
import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { getViewer, peekViewer } from "@/lib/auth/session";
import type { Viewer } from "@/lib/auth/viewer";
import { readDatabaseError } from "@/lib/db/database-error";
import { env } from "@/lib/env";
import { AppError, type ErrorBody, statusOf } from "@/lib/errors";
import { log } from "@/lib/log";
import { checkAllTexts, describeRefusal } from "@/lib/text/gate";
import { type BodySize, type Endpoint, isFileMedia, takesBody } from "./endpoint";
import { type File, file } from "./file";
import { lengthHeader } from "./length-header";
import { clientAddress, countTry } from "./rate-limit";
import { viewerHeader } from "./viewer-header";

type Gated<E extends Endpoint> = E["action"] extends "public" ? Viewer | null : Viewer;

export type Call<E extends Endpoint> = {
  viewer: Gated<E>;
  params: z.output<E["params"]>;
  query: z.output<E["query"]>;
  body: z.output<E["body"]>;
  request: NextRequest;
};

type Context = { params: Promise<Record<string, string>> };

/**
 * The wrapper of every JSON route: same-origin check, viewer, limits, validation, then `work`, whose value is the
 * answer. What `work` throws becomes a status and the one error shape; what nobody expected is logged with a number
 * and shown only as that number.
 */
export function route<E extends Endpoint>(of: E, work: (call: Call<E>) => Promise<z.input<E["answer"]>>) {
  return async function handle(request: NextRequest, context: Context): Promise<Response> {
    const id = randomUUID().slice(0, 8);
    try {
      if (of.method !== "GET") refuseForeign(request);
      // Before anything of it is read: whoever is nobody must not keep the one thread busy.
      if (of.action === "public" && of.method !== "GET")
        await countTry("anonymous", clientAddress(request.headers));
      const isUnasked = of.action === "public" && of.method === "GET";
      const viewer = isUnasked ? null : await (of.isAutomatic ? peekViewer() : getViewer());
      if (of.action !== "public" && !viewer) throw new AppError("unauthenticated", "Sign in to go on.");
      if (viewer) refuseOthersPage(request, viewer);
      if (of.method !== "GET" && viewer) await countTry("write", viewer.userId);
      const params = validate(of.params, (await context.params) ?? {}, of);
      const query = validate(of.query, readQuery(request), of);
      const body = takesBody(of) ? validate(of.body, await readBody(request, of.size), of) : undefined;
      const answer = await work({ viewer, params, query, body, request } as Call<E>);
      return isFileMedia(of.media) ? sendFile(file.parse(answer), of) : json(answer, of.status);
    } catch (error) {
      // Whoever asked has gone (a closed tab): nobody reads the answer, and nothing is wrong with the server.
      if (request.signal.aborted) return new Response(null, { status: 499 });
      return answerError(error, id, `${of.method} ${of.path}`);
    }
  };
}

/** With its length under a name that Next does not drop: the server (server.ts) sends short answers as they are. */
function json(value: unknown, status: number, headers: Record<string, string> = {}): Response {
  const text = JSON.stringify(value);
  const length = String(Buffer.byteLength(text));
  return new Response(text, {
    status,
    headers: {
      "content-type": "application/json",
      [lengthHeader]: length,
      "cache-control": "no-store",
      ...headers,
    },
  });
}

/** A file to be kept, never shown: its name may hold any letters (RFC 6266, RFC 8187). */
function sendFile({ name, text }: File, { media, status }: Endpoint): Response {
  const plain = name.replace(/[^\w.-]+/g, "-");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return new Response(text, {
    status,
    headers: {
      "cache-control": "no-store",
      "content-type": `${media}; charset=utf-8`,
      "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      "x-content-type-options": "nosniff",
    },
  });
}

/**
 * A call that changes something must come from our own pages and say so: by its Origin or, where the browser leaves
 * that out, by Sec-Fetch-Site. It is sent as JSON, which no form of another site can do.
 */
function refuseForeign(request: NextRequest): void {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const isOurs = origin === null ? site === "same-origin" : isOurOrigin(origin, request);
  const isCross = site === "cross-site" || site === "same-site";
  if (!isOurs || isCross)
    throw new AppError("forbidden", "This request came from another site and was refused.");
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? ""))
    throw new AppError("unsupported", "Send JSON with the content type application/json.");
}

/** Refuses what a page sends that was made for somebody else (viewer-header.ts). */
function refuseOthersPage(request: NextRequest, { userId }: Viewer): void {
  const madeFor = request.headers.get(viewerHeader);
  if (madeFor === null || madeFor === userId) return;
  throw new AppError(
    "unauthenticated",
    "Somebody else has signed in in this browser. What you wrote is kept for you; sign in again to send it.",
  );
}

function isOurOrigin(origin: string, request: NextRequest): boolean {
  // Only the plain form: a name or a path in front of the host could make another site look like ours.
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) return false;
  const own = env().NEXTAUTH_URL;
  if (own && new URL(own).origin === origin) return true;
  return new URL(origin).host === request.headers.get("host");
}

function readQuery(request: NextRequest): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const key of new Set(request.nextUrl.searchParams.keys())) {
    const all = request.nextUrl.searchParams.getAll(key);
    query[key] = all.length > 1 ? all : (all[0] ?? "");
  }
  return query;
}

async function readBody(request: NextRequest, { bytes: most }: BodySize): Promise<unknown> {
  const tooLarge = () =>
    new AppError("too-large", `This is too large: at most ${inWords(most)} can be sent.`);
  if (Number(request.headers.get("content-length") ?? 0) > most) throw tooLarge();
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > most) throw tooLarge();
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new AppError("invalid", "The body is not valid JSON in UTF-8.");
  }
}

function inWords(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return megabytes < 1 ? `${bytes / 1024} kB` : `${megabytes} MB`;
}

function validate<S extends z.ZodType>(
  schema: S,
  value: unknown,
  { size }: Pick<Endpoint, "size">,
): z.output<S> {
  const refused = checkAllTexts(value, { mostParts: size.parts });
  if (refused) throw invalid([{ path: refused.path, message: describeRefusal(refused.refusal) }]);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error.issues);
}

const mostFields = 20;
const longestMessage = 500;

/** Names the first wrong fields only: an answer must not grow with what was sent. */
function invalid(issues: readonly { path: readonly PropertyKey[]; message: string }[]): AppError {
  const fields: Record<string, string> = {};
  for (const { path, message } of issues.slice(0, mostFields))
    fields[path.slice(0, mostFields).join(".")] ??= message.slice(0, longestMessage);
  const [first] = Object.values(fields);
  return new AppError("invalid", first ?? "Something in this is not valid.", { fields });
}

const troubles = {
  unavailable: () =>
    new AppError("unavailable", "The database is away for a moment. What you wrote is kept; try again.", {
      retryAfter: 2,
    }),
  unique: () => new AppError("conflict", "This exists already."),
  missing: () => new AppError("not-found", "This does not exist, or you have no access to it."),
  busy: () => new AppError("unavailable", "The server is busy. Try again in a moment.", { retryAfter: 1 }),
  "bad-value": () => new AppError("invalid", "This holds a character, number or date that cannot be stored."),
};

/** Turns whatever was thrown into the one error shape. `where` is for the log. */
export function answerError(error: unknown, id: string, where: string): Response {
  const trouble = error instanceof AppError ? null : readDatabaseError(error);
  const known = error instanceof AppError ? error : trouble ? troubles[trouble.kind]() : null;
  if (!known || trouble?.kind === "unavailable" || trouble?.kind === "busy")
    log().error({ id, where, err: error }, "request failed");
  // What a person quotes has to be found.
  else log().info({ id, where, code: known.code, message: known.message }, "request refused");
  const refused =
    known ??
    new AppError("unexpected", `Something went wrong on our side. Quote number ${id} if you report it.`);
  const body: ErrorBody = {
    error: {
      code: refused.code,
      message: refused.message,
      id,
      ...(refused.fields ? { fields: refused.fields } : {}),
      ...(refused.details === undefined ? {} : { details: refused.details }),
    },
  };
  return json(
    body,
    statusOf[refused.code],
    refused.retryAfter ? { "retry-after": String(refused.retryAfter) } : {},
  );
}
