import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { getDiscussion } from "@/lib/discussion/queries";
import { deletePassage } from "@/lib/passages/mutations";
import { mergeSource, unmergeSource } from "@/lib/sources/mutations";
import { makePassage } from "@/prisma/factories";
import { deleteAttribution, editAttribution, restoreAttribution } from "./mutations";
import { reportersOwn } from "./reporters-own";
import { createSettlement } from "./settlements";
import {
  article,
  courier,
  create,
  editors,
  ida,
  members,
  passageId,
  room,
  says,
  useOnePassage,
  useTwoAttributions,
} from "./test-one-passage";
import { readVoices } from "./voices";

useTestDatabase();
useOnePassage();
useTwoAttributions();

type Over = { by?: Viewer; version?: number; id?: string; why?: string };

/** Settles as somebody who sees what was settled last. */
async function settle(attributionId: string | null, { by = room.editor, version = 1, ...over }: Over = {}) {
  const attribution = attributionId ? { id: attributionId, version } : null;
  const replaces = await latest();
  return createSettlement(by, passageId, { id: randomUUID(), attribution, replaces, ...over });
}

async function latest(): Promise<string | null> {
  const where = { passageId };
  const row = await db().settlement.findFirst({ where, orderBy: { number: "desc" }, select: { id: true } });
  return row?.id ?? null;
}

/** How it stands, on the screen and as it is stored for lists: they must never differ. */
async function standing() {
  const held = await getDiscussion(room.viewer, article.id);
  const found = readVoices(held).standings.get(passageId);
  const shown = found?.standing.map((one) => one.id) ?? [];
  const stored = held.attributions.filter((one) => one.stands).map((one) => one.id);
  expect(stored.sort()).toEqual([...shown].sort());
  return { state: found?.state, standing: shown, isLapsed: found?.isLapsed };
}

const lastEvent = () =>
  db().event.findFirst({ where: { articleId: article.id }, orderBy: { number: "desc" } });

describe("createSettlement", () => {
  it("says who decided and why, tells of it, and answers a retry with the same", async () => {
    const id = randomUUID();
    const first = await settle(members, { id, why: "The stream of the hearing has it." });
    expect(first.settlement).toMatchObject({
      id,
      attributionId: members,
      attributionVersion: 1,
      by: room.editor.userId,
      why: "The stream of the hearing has it.",
    });
    expect(await lastEvent()).toMatchObject({
      kind: "attribution.settled",
      number: first.settlement.number,
      ids: { passage: passageId, attribution: members },
    });
    expect(await settle(members, { id })).toEqual(first);
    const other = createSettlement(room.owner, passageId, { id, attribution: null, replaces: null });
    await expect(other).rejects.toMatchObject({ code: "conflict" });
    expect((await lastEvent())?.number).toBe(first.settlement.number);
  });

  it("overrules the others, opens again, and settles otherwise: the latest counts", async () => {
    expect(await standing()).toMatchObject({ state: "differing", standing: [members, editors] });
    await settle(members);
    expect(await standing()).toMatchObject({ state: "settled", standing: [members] });
    await settle(null);
    expect(await standing()).toMatchObject({ state: "differing", standing: [members, editors] });
    expect((await lastEvent())?.ids).toEqual({ passage: passageId });
    await settle(editors);
    expect(await standing()).toMatchObject({ state: "settled", standing: [editors] });
    const { settlements } = await getDiscussion(room.viewer, article.id);
    expect(settlements.map((one) => one.attributionId)).toEqual([members, null, editors]);
  });

  it("lapses when the one it chose says something else, and holds when an overruled one does", async () => {
    await settle(members);
    await editAttribution(room.member, members, { version: 1, content: says(ida, { channel: "speech" }) });
    expect(await standing()).toMatchObject({ state: "differing", isLapsed: true });
    await settle(members, { version: 2 });
    expect(await standing()).toMatchObject({ state: "settled", standing: [members], isLapsed: false });
    // The editor could not know what was changed afterwards.
    await editAttribution(room.editor, editors, {
      version: 1,
      content: says(courier, { channel: "speech" }),
    });
    expect(await standing()).toMatchObject({ state: "differing", standing: [members, editors] });
  });

  it("lapses when the one it chose is taken back, and holds again when that is restored", async () => {
    await settle(members);
    await deleteAttribution(room.member, members);
    expect(await standing()).toMatchObject({ state: "one", standing: [editors], isLapsed: true });
    await restoreAttribution(room.member, members);
    // What was overruled has counted meanwhile, but says what the editor knew.
    expect(await standing()).toMatchObject({ state: "settled", standing: [members], isLapsed: false });
  });

  it("goes on overruling what was taken back and restored", async () => {
    await settle(members);
    await deleteAttribution(room.editor, editors);
    expect(await standing()).toMatchObject({ state: "settled", standing: [members] });
    await restoreAttribution(room.editor, editors);
    expect(await standing()).toMatchObject({ state: "settled", standing: [members] });
  });

  it("is of what speaks for the passage, not of a link of a chain", async () => {
    const link = randomUUID();
    const links = [{ id: link, source: { sourceId: courier } }];
    const head = randomUUID();
    await create(room.owner, says(ida, { links }), head);
    await expect(settle(link)).rejects.toMatchObject({ code: "not-found" });
    await settle(head);
    expect(await standing()).toMatchObject({ state: "settled", standing: [head] });
  });

  it("is refused for passages that are gone, elsewhere or archived", async () => {
    const other = await makePassage(db(), { articleId: article.id, createdById: room.member.userId });
    const given = { id: randomUUID(), attribution: { id: members, version: 1 }, replaces: null };
    await expect(createSettlement(room.editor, other.id, given)).rejects.toMatchObject({ code: "not-found" });
    await expect(createSettlement(room.outsider, passageId, given)).rejects.toMatchObject({
      code: "not-found",
    });
    await db().article.update({ where: { id: article.id }, data: { archivedAt: new Date() } });
    await expect(settle(members)).rejects.toMatchObject({ code: "conflict" });
    await db().article.update({ where: { id: article.id }, data: { archivedAt: null } });
    await deletePassage(room.owner, passageId);
    await expect(settle(members)).rejects.toMatchObject({ code: "not-found" });
    expect(await db().settlement.count({ where: { articleId: article.id } })).toBe(0);
  });

  it("is needed no more when the sources turn out to be one, and again when they do not", async () => {
    await mergeSource(room.member, courier, ida);
    expect(await standing()).toMatchObject({ state: "agreed", standing: [members, editors] });
    await unmergeSource(room.member, courier);
    expect(await standing()).toMatchObject({ state: "differing" });
  });

  it("reaches those who catch up, with all whose standing it changed", async () => {
    const { number } = await getDiscussion(room.member, article.id);
    await settle(members);
    const since = await getDiscussion(room.member, article.id, number);
    expect(since.settlements).toHaveLength(1);
    expect(since.attributions).toMatchObject([{ id: editors, stands: false }]);
  });

  it("puts one in force, keeps the other, and can be opened again", async () => {
    const settled = await settle(editors);
    const stands = (list: { id: string; stands: boolean }[]) =>
      Object.fromEntries(list.map((one) => [one.id, one.stands]));
    expect(stands(settled.attributions)).toEqual({ [members]: false, [editors]: true });
    const held = await getDiscussion(room.viewer, article.id);
    expect(readVoices(held).standings.get(passageId)).toMatchObject({ state: "settled" });
    expect(stands((await settle(null, { by: room.owner })).attributions)).toEqual({
      [members]: true,
      [editors]: true,
    });
    expect(await db().settlement.count({ where: { passageId } })).toBe(2);
  });

  it("is an editor's or owner's, and of what they have seen", async () => {
    await expect(settle(members, { by: room.member })).rejects.toMatchObject({ code: "forbidden" });
    await editAttribution(room.member, members, { version: 1, content: says(courier) });
    await expect(settle(members)).rejects.toMatchObject({
      code: "conflict",
      details: { id: members, version: 2 },
    });
    await expect(settle(randomUUID())).rejects.toMatchObject({ code: "not-found" });
  });

  it("has one winner of two that saw the same, and the other is shown what was settled", async () => {
    const given = { attribution: { id: members, version: 1 }, replaces: null, why: "Heard." };
    const first = await createSettlement(room.owner, passageId, { id: randomUUID(), ...given });
    const { settlement } = first;
    const other = { id: randomUUID(), attribution: { id: editors, version: 1 }, replaces: null };
    await expect(createSettlement(room.editor, passageId, other)).rejects.toMatchObject({
      code: "conflict",
      details: settlement,
    });
    const knowing = { ...other, replaces: settlement.id };
    expect((await createSettlement(room.editor, passageId, knowing)).settlement.attributionId).toBe(editors);
    const reopening = { id: randomUUID(), attribution: null, replaces: settlement.id };
    await expect(createSettlement(room.owner, passageId, reopening)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("stores one of five tries at once", async () => {
    const id = randomUUID();
    const given = { id, attribution: { id: editors, version: 1 }, replaces: null };
    const all = Array.from({ length: 5 }, () => createSettlement(room.editor, passageId, given));
    expect(new Set((await Promise.all(all)).map((one) => one.settlement.number)).size).toBe(1);
    expect(await db().settlement.count({ where: { passageId } })).toBe(1);
  });

  it("stores what the screen works out, through any change", async () => {
    const agree = async () => {
      const { standings } = readVoices(await getDiscussion(room.viewer, article.id));
      const shown = standings.get(passageId)?.standing.map((one) => one.id) ?? [];
      const stored = await db().attribution.findMany({ where: { passageId, stands: true, deletedAt: null } });
      expect(stored.map((row) => row.id).sort()).toEqual([...shown].sort());
    };
    await settle(editors);
    await agree();
    await create(room.owner, reportersOwn);
    await agree();
    await editAttribution(room.editor, editors, { version: 1, content: reportersOwn });
    await agree();
    await settle(members);
    await agree();
    await deleteAttribution(room.member, members);
    await agree();
  });
});
