import { expect, it } from "vitest";
import { securityHeaders } from "./security-headers";

const plain = { nonce: "abc", dev: false, https: false, path: "/sign-in" };

it("lets only scripts with the nonce run", () => {
  const policy = securityHeaders(plain)["content-security-policy"];
  expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';");
  expect(policy).not.toContain("unsafe-eval");
});

it("allows hot reload only in development", () => {
  const policy = securityHeaders({ ...plain, dev: true })["content-security-policy"];
  expect(policy).toMatch(/script-src [^;]*'unsafe-eval'.*connect-src 'self' ws:/);
});

it("asks for https only where https is", () => {
  expect(securityHeaders(plain)).not.toHaveProperty("strict-transport-security");
  expect(securityHeaders({ ...plain, https: true })).toHaveProperty("strict-transport-security");
});

it("never tells the address of an invitation", () => {
  expect(securityHeaders(plain)["referrer-policy"]).toBe("strict-origin-when-cross-origin");
  expect(securityHeaders({ ...plain, path: "/invitations/abc" })["referrer-policy"]).toBe("no-referrer");
});
