import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { getDiscussion } from "@/lib/discussion/queries";
import { deleteAttribution, editAttribution } from "./mutations";
import { createSettlement } from "./settlements";
import {
  article,
  courier,
  create,
  ida,
  passageId,
  reporters,
  room,
  says,
  useOnePassage,
} from "./test-one-passage";
import { readVoices } from "./voices";

useTestDatabase();
useOnePassage();

describe("createSettlement", () => {
  async function disagree() {
    const [a, b] = [randomUUID(), randomUUID()];
    await create(room.member, says(ida), a);
    await create(room.editor, reporters(), b);
    return { a, b };
  }
  const settle = (viewer: Viewer, id: string | null, version = 1, settlementId = randomUUID()) =>
    createSettlement(viewer, passageId, { id: settlementId, attribution: id ? { id, version } : null });

  it("puts one in force, keeps the other, and can be opened again", async () => {
    const { a, b } = await disagree();
    const settled = await settle(room.editor, b);
    const stands = (list: { id: string; stands: boolean }[]) =>
      Object.fromEntries(list.map((one) => [one.id, one.stands]));
    expect(stands(settled.attributions)).toEqual({ [a]: false, [b]: true });
    const held = await getDiscussion(room.viewer, article.id);
    expect(readVoices(held).standings.get(passageId)).toMatchObject({ state: "settled" });
    expect(stands((await settle(room.owner, null)).attributions)).toEqual({ [a]: true, [b]: true });
    expect(await db().settlement.count({ where: { passageId } })).toBe(2);
  });

  it("is an editor's or owner's, and of what they have seen", async () => {
    const { a } = await disagree();
    await expect(settle(room.member, a)).rejects.toMatchObject({ code: "forbidden" });
    await editAttribution(room.member, a, { version: 1, content: says(courier) });
    await expect(settle(room.editor, a)).rejects.toMatchObject({
      code: "conflict",
      details: { id: a, version: 2 },
    });
    await expect(settle(room.editor, randomUUID())).rejects.toMatchObject({ code: "not-found" });
  });

  it("stores one of five tries at once", async () => {
    const { b } = await disagree();
    const id = randomUUID();
    await Promise.all(Array.from({ length: 5 }, () => settle(room.editor, b, 1, id)));
    expect(await db().settlement.count({ where: { passageId } })).toBe(1);
  });

  it("stores what the screen works out, through any change", async () => {
    const { a, b } = await disagree();
    const agree = async () => {
      const { standings } = readVoices(await getDiscussion(room.viewer, article.id));
      const shown = standings.get(passageId)?.standing.map((one) => one.id) ?? [];
      const stored = await db().attribution.findMany({ where: { passageId, stands: true, deletedAt: null } });
      expect(stored.map((row) => row.id).sort()).toEqual([...shown].sort());
    };
    await settle(room.editor, b);
    await agree();
    await create(room.owner, says(courier));
    await agree();
    await editAttribution(room.editor, b, { version: 1, content: says(courier) });
    await agree();
    await settle(room.editor, a);
    await agree();
    await deleteAttribution(room.member, a);
    await agree();
  });
});
