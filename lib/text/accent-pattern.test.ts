import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { escapeLike } from "@/lib/db/like";
import { useTestDatabase } from "@/lib/db/test-database";
import { accentPattern } from "./accent-pattern";

useTestDatabase();

async function finds(like: string, text: string): Promise<boolean> {
  const [row] = await db().$queryRaw<{ found: boolean }[]>`
    SELECT ${text}::text ~* ${accentPattern(like)} AS found`;
  return row?.found ?? false;
}

describe("accentPattern", () => {
  it.each([
    ["lefevre", "Anne Lefèvre"],
    ["LEFÈVRE", "Anne Lefevre"],
    ["Muller", "Hans MÜLLER"],
    ["mu\u0308ller", "Hans Müller"],
    ["oresund", "Øresund"],
    ["walesa", "Lech Wałęsa"],
    ["d_Estaing", "Giscard d’Estaing"],
    ["istanbul", "İstanbul"],
    ["москва", "Москва"],
  ])("of %s finds %s", async (like, text) => {
    expect(await finds(like, text)).toBe(true);
  });

  it.each([
    ["lefevre", "Lefavre"],
    ["muller", "Mueller"],
  ])("of %s does not find %s", async (like, text) => {
    expect(await finds(like, text)).toBe(false);
  });

  it("has no signs of its own in what is typed", async () => {
    const signs = "a.*b [c] (d|e) ^f$ +? {2} \\ % _ 100%";
    expect(await finds(escapeLike(signs), `so ${signs} it is`)).toBe(true);
    expect(await finds(escapeLike("a.*b"), "a–b")).toBe(false);
    expect(await finds(escapeLike("100%"), "100 of them")).toBe(false);
  });
});
