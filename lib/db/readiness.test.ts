import { afterEach, describe, expect, it } from "vitest";
import { serverState } from "@/lib/http/server-state";
import { pool } from "./client";
import { requireReady } from "./readiness";
import { useTestDatabase } from "./test-database";

describe("requireReady", () => {
  useTestDatabase();
  afterEach(() => Object.assign(serverState(), { draining: false, migrations: [] }));

  it("is content with a migrated database", async () => {
    const { rows } = await pool().query("SELECT migration_name AS name FROM _prisma_migrations");
    serverState().migrations = rows.map((row) => row.name);
    expect(rows.length).toBeGreaterThan(0);
    await expect(requireReady()).resolves.toBeUndefined();
  });

  it("refuses while a migration is missing", async () => {
    serverState().migrations = ["29991231000000_not_yet"];
    await expect(requireReady()).rejects.toMatchObject({ code: "unavailable" });
  });

  it("refuses while the server stops", async () => {
    serverState().draining = true;
    await expect(requireReady()).rejects.toMatchObject({ code: "unavailable" });
  });

  it("refuses within 2 s while the database does not answer", async () => {
    const held = await Promise.all(Array.from({ length: 10 }, () => pool().connect()));
    const before = Date.now();
    await expect(requireReady()).rejects.toMatchObject({ code: "unavailable" });
    expect(Date.now() - before).toBeLessThan(2_000);
    for (const client of held) client.release();
  });
});
