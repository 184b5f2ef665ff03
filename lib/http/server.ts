import { randomBytes } from "node:crypto";
import { createServer, IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import next from "next";
import type { ErrorBody } from "@/lib/errors";
import { answerDocument } from "./answer-document";
import { compress } from "./compress";
import { findClientAddress } from "./forwarded-for";
import { securityHeaders } from "./security-headers";
import { serverState } from "./server-state";
import { staticFiles } from "./static-files";

// The server around Next. It exists because the project has no proxy.ts (bodies were cut silently there): nonce and
// headers of each answer, the limit of each body, and an end that does not wait for open streams.

export type ServeOptions = {
  /** The project. */
  dir: string;
  /** The folder of the build in it; of no use to a development server. */
  distDir: string;
  dev: boolean;
  /** The ports to try, in this order. */
  ports: readonly number[];
  /** The address to listen on; all of this machine's when absent. */
  host?: string;
  trustedProxies: number;
  /** Names of the migrations that the code needs, for /api/health/ready. */
  migrations: readonly string[];
  /** Whether the database answers; asked at most twice a second. */
  isDatabaseAway: () => Promise<boolean>;
  /** Called with the port before Next starts: the last moment to set an environment variable that depends on it. Returns whether people come over https. */
  onPort: (port: number) => { https: boolean };
};

export type Running = {
  port: number;
  /** Takes no more requests, ends streams at once, gives other requests 4 s. */
  close: () => Promise<void>;
};

const longestBody = 5 * 1024 * 1024;
/** The most that is read of a body whose length nobody has said: it has to be kept until its end is seen. */
const longestUnannounced = 256 * 1024;
const patienceMs = 4_000;

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Listens, then prepares Next; requests that come earlier wait. Throws EADDRINUSE when every port is taken. */
export async function startServer(options: ServeOptions): Promise<Running> {
  const state = serverState();
  state.migrations = options.migrations;
  const open = new Set<ServerResponse>();
  const sendStatic = staticFiles(join(options.dir, options.distDir, "static"));
  const isAway = seldom(options.isDatabaseAway);
  const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 120_000 });
  const port = await listen(server, options.ports, options.host);
  const { https } = options.onPort(port);

  const app = next({
    dev: options.dev,
    dir: options.dir,
    hostname: options.host ?? "localhost",
    port,
    httpServer: server,
  });
  const ready = app.prepare().then((): Handle => app.getRequestHandler());
  // A failure is reported by `await ready` below; early requests must not end the process.
  ready.catch(() => {});

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    open.add(response);
    response.once("close", () => {
      open.delete(response);
      // A connection that falls idle after the stop was asked for would be kept for its next request.
      if (state.draining) setImmediate(() => server.closeIdleConnections());
    });
    response.on("error", () => {});
    dress(request, response, { dev: options.dev, https, trustedProxies: options.trustedProxies });
    if (state.draining) response.setHeader("connection", "close");
    // Next would call it a fault of ours.
    if (!request.url?.startsWith("/") || !isDecodable(pathOf(request)))
      return refuse(response, 400, "invalid", "This address is not complete.");
    if (!options.dev && (await sendStatic(request, response, pathOf(request)))) return;
    const isPage = !/^\/(?:api|_next)\//.test(pathOf(request));
    if (isPage && !/^(?:GET|HEAD)$/.test(request.method ?? "")) {
      response.setHeader("allow", "GET, HEAD");
      return refuse(response, 405, "invalid", "A page can only be read.");
    }
    if (Number(request.headers["content-length"] ?? 0) > longestBody)
      return refuseBody(request, response, 413, "This is too large: at most 5 MB can be sent.");
    const whole = await withKnownLength(request);
    if (!whole)
      return refuseBody(request, response, 411, "Say in a Content-Length how much this is; it is a lot.");
    // A page that cannot ask the database would be a fault of ours; this one says what is going on.
    if (isPage && wantsDocument(request) && (await isAway())) return sayAway(response);
    const handle = await ready;
    compress(request, response, () => {});
    const isDocument = isPage && wantsDocument(request) && request.method === "GET";
    // After a change of a style its old address would be sent ahead.
    const isHeld = options.dev;
    if (isDocument) await answerDocument(response, () => handle(whole, response), isHeld);
    else await handle(whole, response);
  }

  function receive(request: IncomingMessage, response: ServerResponse): void {
    answer(request, response).catch(() => response.destroy());
  }
  server.on("request", receive);
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    if (Number(request.headers["content-length"] ?? 0) <= longestBody) response.writeContinue();
    receive(request, response);
  });
  // Only hot reload speaks over web sockets.
  if (!options.dev) server.prependListener("upgrade", (_request, socket) => socket.destroy());
  await ready;

  async function close(): Promise<void> {
    state.draining = true;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const response of open) endIfStream(response);
    await Promise.race([closed, wait(patienceMs)]);
    server.closeAllConnections();
    await Promise.race([app.close(), wait(500)]);
  }
  return { port, close };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

async function listen(server: Server, ports: readonly number[], host: string | undefined): Promise<number> {
  for (const [index, port] of ports.entries()) {
    const error = await tryPort(server, port, host);
    if (!error) return port;
    if (!("code" in error) || error.code !== "EADDRINUSE" || index === ports.length - 1) throw error;
  }
  throw new Error("No port to listen on.");
}

function tryPort(server: Server, port: number, host: string | undefined): Promise<Error | undefined> {
  return new Promise((resolve) => {
    server.once("error", resolve);
    server.listen({ port, ...(host ? { host } : {}) }, () => {
      server.off("error", resolve);
      resolve(undefined);
    });
  });
}

/** Puts our headers on the answer, and on the request what Next and the routes read; what a client sent under those names goes. */
function dress(
  request: IncomingMessage,
  response: ServerResponse,
  { dev, https, trustedProxies }: { dev: boolean; https: boolean; trustedProxies: number },
): void {
  const nonce = randomBytes(18).toString("base64");
  const headers = securityHeaders({ nonce, dev, https, path: pathOf(request) });
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  Reflect.deleteProperty(request.headers, "content-security-policy-report-only");
  Reflect.deleteProperty(request.headers, "x-nonce");
  // Next takes what it cannot read here for a fault of its own.
  if (!isRouterState(request.headers["next-router-state-tree"]))
    Reflect.deleteProperty(request.headers, "next-router-state-tree");
  request.headers["content-security-policy"] = headers["content-security-policy"];
  request.headers["x-client-address"] = findClientAddress(
    request.socket.remoteAddress ?? "unknown",
    [request.headers["x-forwarded-for"] ?? []].flat().join(","),
    trustedProxies,
  );
}

function pathOf(request: IncomingMessage): string {
  return request.url?.split("?", 1)[0] ?? "/";
}

function isRouterState(header: string | string[] | undefined): boolean {
  try {
    return typeof header !== "string" || Array.isArray(JSON.parse(decodeURIComponent(header)));
  } catch {
    return false;
  }
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** A person looks at what comes back; not the page's own scripts, which know what a 503 of the API means. */
function wantsDocument({ headers }: IncomingMessage): boolean {
  const dest = headers["sec-fetch-dest"];
  if (headers.rsc !== undefined || (dest !== undefined && dest !== "document")) return false;
  return dest === "document" || (headers.accept ?? "").includes("text/html");
}

/** How long an answer of the database counts, in ms: pages come in bursts. */
const readinessMs = 500;

/** The same question, asked anew only when its last answer is too old. */
function seldom(ask: () => Promise<boolean>): () => Promise<boolean> {
  let answer = Promise.resolve(false);
  let at = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    if (now - at > readinessMs) {
      at = now;
      answer = ask();
    }
    return answer;
  };
}

function sayAway(response: ServerResponse): void {
  response.writeHead(503, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "retry-after": "5",
  });
  response.end(awayPage);
}

const awayPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="5">
<title>One moment · Sayso</title>
<style>
:root { color-scheme: light dark; background: light-dark(#fbf8f1, #14161a); color: light-dark(#1b1a17, #ece7dc); }
body { font: 18px/28px Georgia, serif; max-width: 34rem; margin: 20vh auto; padding: 0 24px; }
h1 { font-size: 28px; line-height: 34px; font-weight: 500; }
</style>
</head>
<body>
<main>
<h1>One moment: the database does not answer</h1>
<p>Nothing that was saved is lost, and what you were writing is kept in your browser. This page tries again by itself every five seconds.</p>
</main>
</body>
</html>
`;

/** A body without a Content-Length is read here, as far as the limit; undefined when it goes beyond. Node holds other bodies to the length they announced. */
async function withKnownLength(request: IncomingMessage): Promise<IncomingMessage | undefined> {
  if (request.headers["transfer-encoding"] === undefined) return request;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > longestUnannounced) return undefined;
    chunks.push(chunk);
  }
  const copy = new IncomingMessage(request.socket);
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders, headers } = request;
  Object.assign(copy, { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders, headers });
  Reflect.deleteProperty(copy.headers, "transfer-encoding");
  copy.headers["content-length"] = String(length);
  copy.push(Buffer.concat(chunks));
  copy.push(null);
  copy.complete = true;
  return copy;
}

/** Answers at once, and throws away what still comes in: closing under a client that is sending would lose the answer. */
function refuseBody(
  request: IncomingMessage,
  response: ServerResponse,
  status: 411 | 413,
  message: string,
): void {
  refuse(response, status, "too-large", message);
  request.resume();
  setTimeout(() => {
    if (!request.complete) request.socket.destroy();
  }, patienceMs).unref();
}

function refuse(
  response: ServerResponse,
  status: number,
  code: ErrorBody["error"]["code"],
  message: string,
): void {
  const body: ErrorBody = { error: { code, message, id: randomBytes(4).toString("hex") } };
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}

/** Browsers come back to a stream that ends; a request that is being worked on goes on. */
function endIfStream(response: ServerResponse): void {
  if (String(response.getHeader("content-type") ?? "").startsWith("text/event-stream")) response.end();
}
