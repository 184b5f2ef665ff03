import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { staticFiles } from "./static-files";

const script = "export const words = 'said, said, said';\n".repeat(50);

let root = "";
let server: Server;
let port = 0;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "static-files-"));
  await mkdir(join(root, "static", "chunks"), { recursive: true });
  await writeFile(join(root, "static", "chunks", "a-1~b.js"), script);
  await writeFile(join(root, "static", "face.woff2"), Buffer.from([1, 2, 3]));
  await writeFile(join(root, "static", "chunks", "map.json"), "{}");
  await writeFile(join(root, "secret.js"), "secret");
  const send = staticFiles(join(root, "static"));
  server = createServer(async (asked, response) => {
    if (await send(asked, response, asked.url ?? "")) return;
    response.writeHead(404).end("passed on");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(root, { recursive: true });
});

/** Asks without tidying the path, which `fetch` would. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  return new Promise<{ status: number; headers: IncomingMessage["headers"]; body: Buffer }>(
    (resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk) => chunks.push(chunk));
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
        );
      });
      asked.on("error", reject);
      asked.end();
    },
  );
}

const address = "/_next/static/chunks/a-1~b.js";

describe("staticFiles", () => {
  it.each([
    ["br, gzip", "br", (body: Buffer) => brotliDecompressSync(body)],
    ["gzip, deflate", "gzip", (body: Buffer) => gunzipSync(body)],
    ["gzip;q=1.0, br;q=0", "gzip", (body: Buffer) => gunzipSync(body)],
    ["identity", undefined, (body: Buffer) => body],
    ["", undefined, (body: Buffer) => body],
  ])("sends a script to a client that takes %j as %s", async (accepted, encoding, read) => {
    const { status, headers, body } = await ask(address, { "accept-encoding": accepted });
    expect(status).toBe(200);
    expect(headers["content-encoding"]).toBe(encoding);
    expect(headers["content-length"]).toBe(String(body.length));
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(headers.vary).toBe("Accept-Encoding");
    expect(headers["content-type"]).toBe("application/javascript; charset=UTF-8");
    expect(read(body).toString()).toBe(script);
  });

  it("sends a face as it is", async () => {
    const { headers, body } = await ask("/_next/static/face.woff2", { "accept-encoding": "br, gzip" });
    expect(headers["content-encoding"]).toBeUndefined();
    expect(headers["content-type"]).toBe("font/woff2");
    expect([...body]).toEqual([1, 2, 3]);
  });

  it("answers a HEAD with the head", async () => {
    const { status, headers, body } = await ask(address, {}, "HEAD");
    expect([status, headers["content-length"], body.length]).toEqual([200, String(script.length), 0]);
  });

  it.each([
    "/_next/static/../secret.js",
    "/_next/static/chunks/../../secret.js",
    "/_next/static/%2e%2e/secret.js",
    "/_next/static/chunks/..%2f..%2fsecret.js",
    "/_next/static/chunks\\..\\..\\secret.js",
    "/_next/static//secret.js",
    "/_next/static/chunks/gone.js",
    "/_next/static/chunks",
    "/_next/static/chunks/map.json",
    "/secret.js",
  ])("passes %s on", async (path) => {
    const { status, body } = await ask(path);
    expect([status, body.toString()]).toEqual([404, "passed on"]);
  });

  it("passes on what is no reading", async () => {
    expect((await ask(address, {}, "POST")).status).toBe(404);
  });

  it("finds a file that was not there when it was first asked for", async () => {
    expect((await ask("/_next/static/chunks/late.js")).status).toBe(404);
    await writeFile(join(root, "static", "chunks", "late.js"), "late");
    expect((await ask("/_next/static/chunks/late.js")).body.toString()).toBe("late");
  });
});
