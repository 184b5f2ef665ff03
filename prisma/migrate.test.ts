import { describe, expect, inject, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { makeTestDatabase, useTestDatabase } from "@/lib/db/test-database";
import { withClient } from "./databases";
import { applyMigrations, draftMigration, readMigrations } from "./migrate";

const first = { name: "1_first", sql: "CREATE TABLE one (id INT); SELECT pg_sleep(0.2)", checksum: "a" };
const broken = { name: "2_broken", sql: "CREATE TABLE two (id INT); SELECT nonsense", checksum: "b" };

function tablesOf(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1",
    );
    return rows.map((row) => row.tablename);
  });
}

describe("applyMigrations", () => {
  it("applies once when two servers start together", async () => {
    const url = await makeTestDatabase({ empty: true });
    const done = await Promise.all([applyMigrations(url, [first]), applyMigrations(url, [first])]);
    expect(done.flat()).toEqual(["1_first"]);
    expect(await tablesOf(url)).toEqual(["one"]);
  });

  it("takes back all of a file that fails, keeps the ones before, and goes on after the repair", async () => {
    const url = await makeTestDatabase({ empty: true });
    await expect(applyMigrations(url, [first, broken])).rejects.toThrow(/2_broken failed: .*nonsense/);
    expect(await tablesOf(url)).toEqual(["one"]);
    expect(await applyMigrations(url, [first, { ...broken, sql: "CREATE TABLE two (id INT)" }])).toEqual([
      "2_broken",
    ]);
  });

  it("begins a file anew that waits for a server which waits for it", async () => {
    const url = await makeTestDatabase({ empty: true });
    await applyMigrations(url, [{ ...first, sql: "CREATE TABLE one (id INT); CREATE TABLE two (id INT)" }]);
    const crossing = {
      name: "2_crossing",
      sql: "LOCK TABLE one; LOCK TABLE two; CREATE TABLE three (id INT)",
      checksum: "c",
    };
    await withClient(url, async (client) => {
      await client.query("BEGIN; LOCK TABLE two");
      const applied = applyMigrations(url, [crossing]);
      await vi.waitUntil(async () => {
        const { rows } = await client.query("SELECT 1 FROM pg_locks WHERE NOT granted");
        return rows.length > 0;
      });
      await client.query("LOCK TABLE one");
      await client.query("COMMIT");
      expect(await applied).toEqual(["2_crossing"]);
    });
    expect(await tablesOf(url)).toEqual(["one", "three", "two"]);
  });

  it("refuses a file that was edited after it had been applied", async () => {
    const url = await makeTestDatabase({ empty: true });
    await applyMigrations(url, [first]);
    await expect(applyMigrations(url, [{ ...first, checksum: "c" }])).rejects.toThrow(/1_first was edited/);
  });

  it("finds nothing to do on a database that is up to date or newer", async () => {
    const url = await makeTestDatabase();
    expect(await applyMigrations(url)).toEqual([]);
    expect(await applyMigrations(url, (await readMigrations()).slice(0, -1))).toEqual([]);
  });
});

describe("the migrations", () => {
  it("say what the schema says", async () => {
    expect(await draftMigration(inject("testServer"))).toBe("");
  });
});

describe("useTestDatabase", () => {
  useTestDatabase();

  it("gives the client of the app a migrated database", async () => {
    expect(await db().user.count()).toBe(0);
  });
});
