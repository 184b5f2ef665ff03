import { describe, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { countQueries, useTestDatabase } from "@/lib/db/test-database";
import { AppError } from "@/lib/errors";
import { clientAddress, countTry, limits } from "./rate-limit";

useTestDatabase();

async function refusedAt(name: keyof typeof limits, who: string, tries: number): Promise<number | null> {
  for (let done = 1; done <= tries; done++) {
    const refused = await countTry(name, who).then(
      () => null,
      (error: unknown) => error,
    );
    if (refused instanceof AppError && refused.code === "too-many") return done;
    if (refused) throw refused;
  }
  return null;
}

describe("countTry", () => {
  it("refuses the try after the last allowed one, says when to come back, and leaves others alone", async () => {
    const { points, seconds } = limits["sign-in-account"];
    expect(await refusedAt("sign-in-account", "a@x.example", points)).toBeNull();
    const refused = await countTry("sign-in-account", "a@x.example").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AppError);
    expect((refused as AppError).retryAfter).toBeGreaterThan(seconds - 60);
    expect((refused as AppError).retryAfter).toBeLessThanOrEqual(seconds);
    expect(await refusedAt("sign-in-account", "b@x.example", points)).toBeNull();
  });

  it("counts together what comes at once", async () => {
    const tries = Array.from({ length: limits["sign-up-address"].points * 3 }, () =>
      countTry("sign-up-address", "10.0.0.1").then(
        () => true,
        () => false,
      ),
    );
    const allowed = (await Promise.all(tries)).filter(Boolean).length;
    expect(allowed).toBe(limits["sign-up-address"].points);
  });

  it("counts writes to the last one, although few of them ask the database", async () => {
    const { points } = limits.write;
    const asked = await countQueries(async () => {
      await Promise.all(Array.from({ length: 50 }, () => countTry("write", "ana")));
    });
    expect(asked).toBeLessThan(5);
    expect(await refusedAt("write", "ana", points)).toBe(points - 50 + 1);
    expect(await refusedAt("write", "ben", 1)).toBeNull();
  });

  it("remembers over new connections, as after a restart", async () => {
    const { points } = limits["sign-in-account"];
    await refusedAt("sign-in-account", "c@x.example", points);
    await closeDatabase();
    expect(await refusedAt("sign-in-account", "c@x.example", 1)).toBe(1);
  });
});

describe("clientAddress", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:0DB8:0001:0002::1", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
  ])("%s counts as %s", (given, counted) => {
    expect(clientAddress(new Headers({ "x-client-address": given }))).toBe(counted);
  });

  it("believes no X-Forwarded-For", () => {
    expect(clientAddress(new Headers({ "x-forwarded-for": "198.51.100.1" }))).toBe("unknown");
  });
});
