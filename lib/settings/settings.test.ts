import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { makeUser } from "@/prisma/factories";
import { attributesOf } from "./attributes";
import { changeSettings } from "./mutations";
import { getSettings } from "./queries";
import { readSettings } from "./read-settings";
import { changeSettings as endpoint, firstSettings } from "./schema";

useTestDatabase();

async function person() {
  const { id, name, email } = await makeUser(db());
  return { userId: id, name, email, memberships: [] };
}

describe("settings", () => {
  it("are as at first, then as they were changed, and nobody else’s", async () => {
    const [ida, sam] = [await person(), await person()];
    expect(await getSettings(ida)).toEqual(firstSettings);
    await changeSettings(ida, { theme: "dark" });
    const after = await changeSettings(ida, { keys: { "passage.reply": "y" } });
    expect(after).toEqual({ ...firstSettings, theme: "dark", keys: { "passage.reply": "y" } });
    expect(await getSettings(ida)).toEqual(after);
    expect(await getSettings(sam)).toEqual(firstSettings);
  });

  it("lose nothing when several tabs change different ones at once", async () => {
    const ida = await person();
    const changes = [
      { theme: "light" },
      { measure: "wide" },
      { letterKeys: false },
      { motion: "reduced" },
    ] as const;
    await Promise.all(changes.map((change) => changeSettings(ida, change)));
    expect(await getSettings(ida)).toMatchObject(Object.assign({}, ...changes));
  });

  it("refuse a key that another shortcut has, by its name, and let two change places", async () => {
    const ida = await person();
    await expect(changeSettings(ida, { keys: { "text.next": "p" } })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("previous passage"),
    });
    const swapped = { "text.next": "p", "text.previous": "n" } as const;
    expect((await changeSettings(ida, { keys: swapped })).keys).toEqual(swapped);
    await expect(changeSettings(ida, { keys: { "text.next": null } })).rejects.toMatchObject({
      code: "invalid",
    });
    expect((await changeSettings(ida, { keys: null })).keys).toEqual({});
  });

  it("are named one by one, and at least one", () => {
    for (const body of [{}, { theme: "pink" }, { other: 1 }, { keys: { nothing: "a" } }])
      expect(endpoint.body.safeParse(body).success).toBe(false);
    expect(endpoint.body.safeParse({ keys: { "passage.reply": null } }).success).toBe(true);
  });
});

describe("readSettings", () => {
  it("takes what it knows, whatever another version has stored", () => {
    expect(readSettings(null)).toEqual(firstSettings);
    expect(readSettings("x")).toEqual(firstSettings);
    expect(readSettings({ theme: "dark", measure: "huge", gone: 1, keys: { gone: "a" } })).toEqual({
      ...firstSettings,
      theme: "dark",
    });
    expect(readSettings({ keys: { "text.next": "p" } }).keys).toEqual({});
    // A key that another shortcut has by now takes none of the others along.
    const keys = { "selection.comment": "v", "passage.reply": "y" };
    expect(readSettings({ keys }).keys).toEqual({ "passage.reply": "y" });
  });
});

describe("attributesOf", () => {
  it("writes only what differs from the first settings", () => {
    expect(attributesOf(firstSettings)).toEqual({});
    const other = {
      ...firstSettings,
      textSize: "large",
      letterKeys: false,
      keys: { "text.next": "y" },
    } as const;
    expect(attributesOf(other)).toEqual({
      "data-text-size": "large",
      "data-letter-keys": "off",
      "data-keys": '{"text.next":"y"}',
    });
  });
});
