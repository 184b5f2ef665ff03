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

test("a body above 5 MB is refused, announced or not", async ({ baseURL }) => {
  const tooMuch = Buffer.alloc(6_000_000, " ");
  for (const [name, value] of [
    ["content-length", String(tooMuch.length)],
    ["transfer-encoding", "chunked"],
  ] as const) {
    const { status, body } = await post(`${baseURL}/api/accounts`, { ...json, [name]: value }, tooMuch);
    expect(status).toBe(413);
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
  return new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const call = http(url, { method: "POST", headers }, (answer) => {
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
