import { NextRequest } from "next/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { AppError } from "@/lib/errors";
import { endpoint } from "./endpoint";
import { route } from "./route";

// Only the cookie jar is ours: without a running Next there is none.
vi.mock("next/headers", () => ({ cookies: async () => ({ get: () => undefined }) }));

useTestDatabase();

const write = endpoint({
  method: "POST",
  path: "/api/echo",
  summary: "Says it back.",
  action: "public",
  body: z.strictObject({ text: z.string().max(20, { error: "Too long." }) }),
  answer: z.strictObject({ text: z.string() }),
  status: 201,
});
const guarded = endpoint({
  method: "GET",
  path: "/api/guarded",
  summary: "For the signed-in.",
  action: "signed-in",
  answer: z.strictObject({}),
});

const ran = vi.fn();
const post = route(write, async ({ body }) => {
  ran();
  return { text: body.text };
});
const context = { params: Promise.resolve({}) };

const own = { host: "localhost:3000", origin: "http://localhost:3000", "content-type": "application/json" };

/** A call of our own page; a header that is null is left out. */
function request(body: BodyInit | null, headers: Record<string, string | null> = {}) {
  const sent = Object.entries({ ...own, ...headers }).filter(
    (one): one is [string, string] => one[1] !== null,
  );
  return new NextRequest("http://localhost:3000/api/echo", { method: "POST", body, headers: sent });
}

async function answer(response: Response) {
  return { status: response.status, body: await response.json() };
}

beforeEach(async () => {
  ran.mockClear();
  await db().rateLimit.deleteMany();
});

describe("route", () => {
  it("names a few wrong fields in few words, however many there are", async () => {
    const keys = Array.from({ length: 4_000 }, (_, at) => [`key${at}`, 1]);
    const response = await post(request(JSON.stringify(Object.fromEntries(keys))), context);
    const text = await response.text();
    expect([response.status, text.length < 20_000]).toEqual([400, true]);
    expect(JSON.parse(text).error.fields).toHaveProperty("text");
  });

  it("validates, works and answers with its status", async () => {
    const { status, body } = await answer(await post(request('{"text":"hello"}'), context));
    expect([status, body]).toEqual([201, { text: "hello" }]);
  });

  it("takes the browser's word for a call of our own page that has no origin", async () => {
    const headers = { origin: null, "sec-fetch-site": "same-origin" };
    expect((await post(request('{"text":"x"}', headers), context)).status).toBe(201);
  });

  it.each<[string, Record<string, string | null>]>([
    ["nobody says where", { origin: null }],
    ["nobody says where, from a foreign page", { origin: null, referer: "https://evil.example/" }],
    ["the address bar", { origin: null, "sec-fetch-site": "none" }],
    ["an origin with a name in front", { origin: "http://evil.example@localhost:3000" }],
    ["an origin with a path", { origin: "http://localhost:3000/x" }],
    ["a foreign origin", { origin: "https://evil.example" }],
    ["the null origin", { origin: "null" }],
    ["an origin on another port", { origin: "http://localhost:3001" }],
    ["a look-alike origin", { origin: "http://localhost:3000.evil.example" }],
    ["a cross-site fetch without origin", { origin: null, "sec-fetch-site": "cross-site" }],
    ["a same-site fetch", { "sec-fetch-site": "same-site", origin: "http://localhost:3000" }],
  ])("refuses a write from %s before anything runs", async (_, headers) => {
    const { status, body } = await answer(await post(request('{"text":"x"}', headers), context));
    expect([status, body.error.code]).toEqual([403, "forbidden"]);
    expect(ran).not.toHaveBeenCalled();
  });

  it.each<[string, BodyInit | null, Record<string, string>, number, string]>([
    ["a form", "text=x", { "content-type": "application/x-www-form-urlencoded" }, 415, "unsupported"],
    ["plain text that is JSON", '{"text":"x"}', { "content-type": "text/plain" }, 415, "unsupported"],
    ["broken JSON", "{", {}, 400, "invalid"],
    ["no body", null, {}, 400, "invalid"],
    ["bytes that are not UTF-8", new Uint8Array([0x22, 0xff, 0x22]), {}, 400, "invalid"],
    ["a wrong type", '{"text":1}', {}, 400, "invalid"],
    ["an unknown key", '{"text":"x","admin":true}', {}, 400, "invalid"],
    ["a null character", '{"text":"a\\u0000b"}', {}, 400, "invalid"],
    ["a lone surrogate", '{"text":"a\\ud800b"}', {}, 400, "invalid"],
    ["a key that would pollute", '{"text":"x","__proto__":{"a":1}}', {}, 400, "invalid"],
  ])("refuses %s", async (_, body, headers, status, code) => {
    const got = await answer(await post(request(body, headers), context));
    expect([got.status, got.body.error.code]).toEqual([status, code]);
    expect(ran).not.toHaveBeenCalled();
  });

  it("reads no more than such a body can have, announced or not", async () => {
    const long = JSON.stringify({ text: "x".repeat(300_000) });
    for (const announced of [null, String(long.length)]) {
      const headers = { "content-length": announced };
      const { status, body } = await answer(await post(request(long, headers), context));
      expect([status, body.error.code]).toEqual([413, "too-large"]);
      expect(body.error.message).toContain("256 kB");
    }
  });

  it("counts what nobody sends before it reads it", async () => {
    const answers: number[] = [];
    for (let sent = 0; sent < 61; sent++) answers.push((await post(request("{"), context)).status);
    expect([answers.indexOf(429), answers.at(-1)]).toEqual([60, 429]);
  });

  it("names the field that is wrong", async () => {
    const { body } = await answer(await post(request(JSON.stringify({ text: "x".repeat(21) })), context));
    expect(body.error.fields).toEqual({ text: "Too long." });
  });

  it("asks nobody to sign in on a guarded route", async () => {
    const get = route(guarded, async () => ({}));
    const got = await answer(await get(new NextRequest("http://localhost:3000/api/guarded"), context));
    expect([got.status, got.body.error.code]).toEqual([401, "unauthenticated"]);
  });

  it("says how long to wait", async () => {
    const busy = route(write, async () => {
      throw new AppError("too-many", "Too many tries.", { retryAfter: 7 });
    });
    const response = await busy(request('{"text":"x"}'), context);
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "7"]);
  });

  it("hides what nobody expected behind a number", async () => {
    const broken = route(write, async () => {
      throw new Error("password=hunter2 at /srv/app.ts:3");
    });
    const { status, body } = await answer(await broken(request('{"text":"x"}'), context));
    expect(status).toBe(500);
    expect(body.error.message).toContain(body.error.id);
    expect(JSON.stringify(body)).not.toMatch(/hunter2|app\.ts/);
  });

  it("keeps quiet when the caller has gone", async () => {
    const gone = new AbortController();
    const slow = route(write, async () => {
      gone.abort();
      throw new Error("aborted");
    });
    const asked = new NextRequest("http://localhost:3000/api/echo", {
      method: "POST",
      body: '{"text":"x"}',
      headers: own,
      signal: gone.signal,
    });
    expect((await slow(asked, context)).status).toBe(499);
  });

  it("answers 409 for a row that exists already, read from the real driver", async () => {
    const twice = route(write, async () => {
      const data = { email: "twice@x.example", name: "Twice" };
      await db().user.create({ data });
      await db().user.create({ data });
      return { text: "" };
    });
    const { status, body } = await answer(await twice(request('{"text":"x"}'), context));
    expect([status, body.error.code]).toEqual([409, "conflict"]);
  });

  it("never lets the answer be stored by a cache", async () => {
    expect((await post(request('{"text":"x"}'), context)).headers.get("cache-control")).toBe("no-store");
  });
});
