import { NextRequest } from "next/server";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import type { Endpoint } from "@/lib/http/endpoint";
import { makeSession } from "@/prisma/factories";

// Calls of the routes themselves. Only the cookie jar is ours, because without a running Next there is none; a test
// file says so at its top: `vi.mock("next/headers", () => import("./test-route"));`

const jar = new Map<string, string>();

/** Stands in for the function of next/headers. */
export async function cookies() {
  return {
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
  };
}

/** Stands in for the function of next/headers: a caller that names no browser. */
export async function headers() {
  return new Headers();
}

/** From now on nobody calls. */
export function signOut(): void {
  jar.clear();
}

/** From now on this person calls. */
export async function signInAs(userId: string): Promise<void> {
  const secret = env().NEXTAUTH_SECRET ?? "";
  const { name, value } = await makeSession(db(), { userId }, { secret });
  jar.set(name, value);
}

export type Given = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
};

type Handler = (
  request: NextRequest,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;
const modules = import.meta.glob<Record<string, unknown>>("../../app/api/**/route.ts");

/** Calls the route that this endpoint describes. A stream is ended at once, and its text is empty. */
export async function send(of: Endpoint, { params = {}, query = {}, body, headers }: Given) {
  const load = modules[`../../app${of.path}/route.ts`];
  const handler = (await load?.())?.[of.method] as Handler;
  const path = of.path.replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const end = new AbortController();
  const request = new NextRequest(`http://localhost:3000${path}?${new URLSearchParams(query)}`, {
    method: of.method,
    signal: end.signal,
    headers: {
      host: "localhost:3000",
      origin: "http://localhost:3000",
      "content-type": "application/json",
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
  end.abort();
  const text = isStream ? "" : await response.text();
  return { status: response.status, text, isStream, headers: response.headers };
}
