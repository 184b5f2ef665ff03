import { describe, expect, it } from "vitest";
import { EnvError, parseEnv } from "./env";

const secret = "0123456789abcdef0123456789abcdef";
const database = "postgresql://sayso:pw@localhost:5432/sayso";

describe("parseEnv", () => {
  it("needs nothing, and says what it takes for granted", () => {
    expect(parseEnv({})).toEqual({
      NODE_ENV: "production",
      DATABASE_POOL_MAX: 10,
      TRUSTED_PROXY: 0,
      LOG_LEVEL: "info",
    });
  });

  it("takes empty variables as absent", () => {
    expect(parseEnv({ PORT: "", DATABASE_URL: "  " })).toEqual(parseEnv({}));
  });

  it("reads numbers, addresses and proxies", () => {
    const env = parseEnv({
      PORT: "4100",
      NEXTAUTH_URL: "https://sayso.example.org/",
      TRUSTED_PROXY: "true",
      DATABASE_URL: database,
      NEXTAUTH_SECRET: secret,
    });
    expect(env).toMatchObject({ PORT: 4100, NEXTAUTH_URL: "https://sayso.example.org", TRUSTED_PROXY: 1 });
    expect(parseEnv({ TRUSTED_PROXY: "2" }).TRUSTED_PROXY).toBe(2);
  });

  const wrong: [Record<string, string>, RegExp][] = [
    [{ PORT: "http" }, /^PORT must be a whole number\.$/],
    [{ PORT: "70000" }, /^PORT must be at most 65535\.$/],
    [{ PORT: "0" }, /^PORT must be at least 1\.$/],
    [{ PORT: "30.5" }, /^PORT must be a whole number\.$/],
    [{ DATABASE_URL: "mysql://a/b" }, /^DATABASE_URL must be an address such as postgresql:/],
    [{ DATABASE_URL: "postgresql://host" }, /^DATABASE_URL must be an address/],
    [{ NEXTAUTH_SECRET: "short" }, /^NEXTAUTH_SECRET must be at least 32 bytes long\.$/],
    [{ NEXTAUTH_URL: "sayso.example.org" }, /^NEXTAUTH_URL must be a web address/],
    [{ NEXTAUTH_URL: "javascript:alert(1)" }, /^NEXTAUTH_URL must be a web address/],
    [{ TRUSTED_PROXY: "yes" }, /^TRUSTED_PROXY must be "true", "false" or the number/],
    [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL must be one of fatal, error/],
    [{ DATABASE_POOL_MAX: "0" }, /^DATABASE_POOL_MAX must be at least 1\.$/],
    [{ GITHUB_ID: "a" }, /^GITHUB_SECRET must be set too, because GITHUB_ID is set\.$/m],
    [{ GITHUB_ID: "a", GITHUB_SECRET: "b" }, /^NEXTAUTH_URL must be set .* because GITHUB_ID is set\.$/],
    [{ OIDC_ISSUER: "https://id.example.org" }, /^OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set too/],
    [{ DATABASE_URL: database }, /^NEXTAUTH_SECRET must be set \(at least 32 random bytes\)/],
  ];
  for (const [record, message] of wrong) {
    it(`refuses ${Object.keys(record)} = ${Object.values(record)} by name`, () => {
      expect(() => parseEnv(record)).toThrow(EnvError);
      expect(() => parseEnv(record)).toThrow(message);
    });
  }

  it("names every wrong variable at once, and shows no value", () => {
    try {
      parseEnv({ PORT: "x", NEXTAUTH_SECRET: "hunter2" });
      expect.unreachable();
    } catch (error) {
      expect(String(error)).toMatch(/NEXTAUTH_SECRET .*\nPORT /);
      expect(String(error)).not.toContain("hunter2");
    }
  });

  it("asks no secret of a developer with an own database", () => {
    expect(parseEnv({ NODE_ENV: "development", DATABASE_URL: database }).NEXTAUTH_SECRET).toBeUndefined();
  });
});
