import { request as http } from "node:http";
import { expect, test } from "./fixtures";

test("every answer tells the browser to help", async ({ request }) => {
  const nonces = new Set<string>();
  for (const path of ["/sign-in", "/not-there", "/api/health/live", "/api/not-there", "/icon.svg"]) {
    const answer = await request.get(path);
    const headers = answer.headers();
    expect.soft(headers["content-security-policy"], path).toContain("object-src 'none'");
    expect.soft(headers["x-content-type-options"], path).toBe("nosniff");
    expect.soft(headers["cross-origin-opener-policy"], path).toBe("same-origin");
    expect.soft(headers["x-powered-by"], path).toBeUndefined();
    nonces.add(/'nonce-([^']+)'/.exec(headers["content-security-policy"] ?? "")?.[1] ?? "");
  }
  expect(nonces.size).toBe(5);
});

test("a nonce that a client sends is not taken", async ({ request }) => {
  const answer = await request.get("/not-there", {
    headers: { "content-security-policy": "script-src 'nonce-mine'", "x-nonce": "mine" },
  });
  expect(await answer.text()).not.toContain('nonce="mine"');
});

test("a page runs its own scripts under the policy", async ({ page, allowTrouble }) => {
  allowTrouble(/status of 404/);
  await page.goto("/not-there");
  await expect(page.getByRole("heading", { name: "Not here" })).toBeVisible();
  await page.waitForFunction(() => "next" in window);
});

test("an address that is cut in the middle of a letter is refused, not a fault", async ({ request }) => {
  for (const path of ["/articles/%E0%A4%A", "/api/articles/%E0%A4%A", "/%"]) {
    const answer = await request.get(path);
    expect.soft(answer.status(), path).toBe(400);
    expect.soft(answer.headers()["x-content-type-options"], path).toBe("nosniff");
    expect.soft((await answer.json()).error.code, path).toBe("invalid");
  }
});

test("what is no address, no route or no way to ask is refused in the one shape", async ({ baseURL }) => {
  const { port } = new URL(baseURL ?? "");
  const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      const call = http({ host: "localhost", port, method, path, headers }, (answer) => {
        let body = "";
        answer.on("data", (chunk) => {
          body += String(chunk);
        });
        answer.on("end", () => resolve({ status: answer.statusCode, body }));
      });
      call.on("error", reject);
      call.end();
    });
  const cases: [method: string, path: string, status: number, code: string][] = [
    ["GET", "*", 400, "invalid"],
    ["OPTIONS", "*", 400, "invalid"],
    ["PUT", "/sign-in", 405, "invalid"],
    ["TRACE", "/", 405, "invalid"],
    ["GET", "/api/nope", 404, "not-found"],
    ["POST", "/api/nope/at/all", 404, "not-found"],
    ["GET", "/api/auth/callback/credentials", 404, "not-found"],
    ["GET", "/api/auth/callback/oidc", 400, "invalid"],
  ];
  for (const [method, path, status, code] of cases) {
    const answer = await ask(method, path);
    expect([method, path, answer.status]).toEqual([method, path, status]);
    expect(JSON.parse(answer.body).error).toMatchObject({ code, id: expect.any(String) });
  }
  expect((await ask("HEAD", "/api/live")).status).toBe(405);
  const garbage = { rsc: "1", "next-router-state-tree": "garbage%zz" };
  expect((await ask("GET", "/sign-in?_rsc=x", garbage)).status).toBeLessThan(500);
  const planted = { cookie: "next-auth.callback-url=http://[; sayso-return=http://[" };
  expect((await ask("GET", "/api/auth/csrf", planted)).status).toBe(200);
});

test("an answer of the API says how long it is, and is compressed only when it is long", async ({
  request,
}) => {
  const short = await request.get("/api/health/live");
  expect(short.headers()).toMatchObject({ "content-length": String((await short.body()).length) });
  expect(short.headers()["content-encoding"]).toBeUndefined();
  const long = await request.get("/api/openapi.json");
  expect(long.headers()["content-encoding"]).toMatch(/^(?:br|gzip)$/);
  expect(await long.json()).toHaveProperty("openapi");
  for (const answer of [short, long]) expect(Object.keys(answer.headers())).not.toContain("x-body-length");
});

test("a body above 5 MB is refused, announced or not", async ({ baseURL }) => {
  const tooMuch = Buffer.alloc(6_000_000, " ");
  for (const [name, value, expected] of [
    ["content-length", String(tooMuch.length), 413],
    // Whoever does not say how much it is may send little.
    ["transfer-encoding", "chunked", 411],
  ] as const) {
    const { status, body } = await post(`${baseURL}/api/accounts`, { ...json, [name]: value }, tooMuch);
    expect(status).toBe(expected);
    expect(JSON.parse(body).error).toMatchObject({ code: "too-large", id: expect.any(String) });
  }
});

test("a body without an announced length reaches its route whole", async ({ baseURL }) => {
  const headers = { ...json, "transfer-encoding": "chunked" };
  const { status, body } = await post(
    `${baseURL}/api/accounts`,
    headers,
    Buffer.from(`{"${"x".repeat(100_000)}":1}`),
  );
  expect(status).toBe(400);
  expect(body).not.toContain("not valid JSON");
});

const json = { "content-type": "application/json" };

function post(url: string, headers: Record<string, string>, content: Buffer) {
  const origin = new URL(url).origin;
  return new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const call = http(url, { method: "POST", headers: { origin, ...headers } }, (answer) => {
      let body = "";
      answer.on("data", (chunk) => {
        body += String(chunk);
      });
      answer.on("end", () => resolve({ status: answer.statusCode, body }));
    });
    call.on("error", reject);
    call.end(content);
  });
}
