import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { CallError, callAt, errorNumber, isPassing } from "./client";
import { endpoint } from "./endpoint";

// A server that answers wholly, or breaks off in the middle of what it says.
let server: Server;

const refused = (status: number, code: string, message: string) => ({
  status,
  body: { error: { code, message, id: "k7f2" } },
});
const refusals: Record<string, { status: number; body: unknown }> = {
  "/busy": refused(503, "unavailable", "The server is busy."),
  "/broke": refused(500, "unexpected", "Quote number k7f2."),
  "/beaten": refused(409, "conflict", "Sam was faster."),
  "/ended": refused(401, "unauthenticated", "Sign in to go on."),
  "/api/auth/wrong": refused(401, "unauthenticated", "The password is not right."),
  "/other": { status: 502, body: "<html>" },
};

let url = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    if (request.url === "/whole") return response.end('{"stored":true}');
    const refusal = refusals[request.url ?? ""];
    if (refusal) return response.writeHead(refusal.status).end(JSON.stringify(refusal.body));
    response.setHeader("content-length", "100");
    response.write('{"stor');
    setTimeout(() => response.destroy(), 20);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const stored = endpoint({
  method: "GET",
  path: "/whole",
  summary: "Whether it is stored.",
  action: "public",
  answer: z.strictObject({ stored: z.boolean() }),
});

const get = (path: string, signal?: AbortSignal) =>
  callAt<typeof stored>({ method: "GET", path: `${url}${path}` }, signal ? { signal } : {});
/** The same without the server's address in the path, as pages call. */
const getHere = async (path: string) => {
  const { fetch } = globalThis;
  globalThis.fetch = (address, given) => fetch(`${url}${String(address)}`, given);
  try {
    await callAt<typeof stored>({ method: "GET", path }, {});
  } catch {
    // What it was refused with is told by others.
  } finally {
    globalThis.fetch = fetch;
  }
};

describe("a call", () => {
  it("answers with what the server said", async () => {
    expect(await get("/whole")).toEqual({ stored: true });
  });

  it("whose answer breaks off counts as lost, so that it is tried again", async () => {
    const error = await get("/broken").catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(CallError);
    expect(error).toMatchObject({ code: "offline", status: 0 });
    expect(isPassing(error)).toBe(true);
  });

  it("that was given up throws what gave it up", async () => {
    const leaving = new AbortController();
    const asked = get("/broken", leaving.signal);
    leaving.abort(new Error("left"));
    await expect(asked).rejects.toThrow("left");
  });
});

describe("a refusal", () => {
  it.each([
    ["/busy", "The server is busy. Error number k7f2."],
    // The message has it already.
    ["/broke", "Quote number k7f2."],
    // Not the server's fault: nobody has to look it up.
    ["/beaten", "Sam was faster."],
    ["/other", "The server did not answer as expected. Try again."],
  ])("of %s is told as: %s", async (path, message) => {
    await expect(get(path)).rejects.toThrow(new RegExp(`^${message.replaceAll(".", "\\.")}$`));
  });

  it.each([
    ["/busy", " Error number k7f2."],
    ["/broke", " Error number k7f2."],
    ["/beaten", ""],
    ["/other", ""],
  ])("of %s has the number that others tell of it: %s", async (path, number) => {
    expect(errorNumber(await get(path).catch((refused: unknown) => refused))).toBe(number);
  });
});

describe("whether somebody is signed in", () => {
  it("is known from the last answer, and not from a wrong password", async () => {
    const dataset: { session?: string } = {};
    let told = 0;
    vi.stubGlobal("document", { documentElement: { dataset } });
    vi.stubGlobal("window", { dispatchEvent: () => told++ });
    const then = async (path: string) => {
      await getHere(path);
      return [dataset.session, told];
    };
    expect(await then("/api/auth/wrong")).toEqual([undefined, 0]);
    expect(await then("/ended")).toEqual(["ended", 1]);
    expect(await then("/busy")).toEqual(["ended", 1]);
    expect(await then("/whole")).toEqual([undefined, 2]);
    vi.unstubAllGlobals();
  });
});
