import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { getDiscussion } from "@/lib/discussion/queries";
import { deletePassage } from "@/lib/passages/mutations";
import { mergeSource, unmergeSource } from "@/lib/sources/mutations";
import { makeArticle, makeNewsroom, makePassage, makeSource } from "@/prisma/factories";
import { createAttribution, deleteAttribution, editAttribution, restoreAttribution } from "./mutations";
import { findAttribution, listAttributionRevisions, listTakenBack } from "./queries";
import type { AttributionContent } from "./schema";
import { createSettlement } from "./settlements";
import { saysOf } from "./test-content";
import { readVoices } from "./voices";

useTestDatabase();

let room: Awaited<ReturnType<typeof makeNewsroom>>;
let article: Awaited<ReturnType<typeof makeArticle>>;
let passageId: string;
let ida: string;
let courier: string;
/** The attributions of member and editor. */
let members: string;
let editors: string;

beforeAll(async () => {
  room = await makeNewsroom(db());
});

beforeEach(async () => {
  const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
  article = await makeArticle(db(), made);
  ida = (await makeSource(db(), { ...made, name: "Ida Holm" })).id;
  courier = (await makeSource(db(), { ...made, name: "Courier" })).id;
  passageId = (await makePassage(db(), { articleId: article.id, createdById: room.member.userId })).id;
  members = await say(room.member, saysOf(ida));
  editors = await say(room.editor, saysOf(courier));
});

async function say(viewer: Viewer, content: AttributionContent, id = randomUUID()): Promise<string> {
  await createAttribution(viewer, article.id, { id, passageId, content });
  return id;
}

const settle = (attributionId: string | null, version = 1, over: { id?: string; why?: string } = {}) =>
  createSettlement(room.editor, passageId, {
    id: randomUUID(),
    attribution: attributionId ? { id: attributionId, version } : null,
    ...over,
  });

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
    const first = await settle(members, 1, { id, why: "The stream of the hearing has it." });
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
    expect(await settle(members, 1, { id })).toEqual(first);
    const other = createSettlement(room.owner, passageId, { id, attribution: null });
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
    await editAttribution(room.member, members, { version: 1, content: saysOf(ida, { channel: "speech" }) });
    expect(await standing()).toMatchObject({ state: "differing", isLapsed: true });
    await settle(members, 2);
    expect(await standing()).toMatchObject({ state: "settled", standing: [members], isLapsed: false });
    // The editor could not know what was changed afterwards.
    await editAttribution(room.editor, editors, {
      version: 1,
      content: saysOf(courier, { channel: "speech" }),
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
    const head = await say(room.owner, saysOf(ida, { links }));
    await expect(settle(link)).rejects.toMatchObject({ code: "not-found" });
    await settle(head);
    expect(await standing()).toMatchObject({ state: "settled", standing: [head] });
  });

  it("is refused for passages that are gone, elsewhere or archived", async () => {
    const other = await makePassage(db(), { articleId: article.id, createdById: room.member.userId });
    const given = { id: randomUUID(), attribution: { id: members, version: 1 } };
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
});

describe("reading attributions", () => {
  it("shows their history to members alone, and of none that is out of sight", async () => {
    await editAttribution(room.member, members, { version: 1, content: saysOf(courier) });
    const read = (viewer: Viewer) => listAttributionRevisions(viewer, members);
    expect((await read(room.viewer)).revisions).toMatchObject([{ version: 1, was: { sourceId: ida } }]);
    expect((await read(room.viewer)).sources.map((one) => one.id)).toEqual([ida]);
    await expect(read(room.outsider)).rejects.toMatchObject({ code: "not-found" });
    await deleteAttribution(room.member, members);
    await expect(read(room.viewer)).rejects.toMatchObject({ code: "not-found" });
    expect(await findAttribution(room.viewer, members)).toMatchObject({
      passageId,
      rights: { madeBy: room.member.userId },
    });
    await deletePassage(room.owner, passageId);
    await expect(findAttribution(room.viewer, editors)).rejects.toMatchObject({ code: "not-found" });
  });

  it("shows what was taken back with its chain, and neither what was put back nor links that were dropped", async () => {
    const read = (viewer: Viewer) => listTakenBack(viewer, passageId);
    expect(await read(room.viewer)).toEqual({ takenBack: [], sources: [] });
    const link = randomUUID();
    const links = [{ id: link, source: { sourceId: courier } }];
    await editAttribution(room.member, members, { version: 1, content: saysOf(ida, { links }) });
    await editAttribution(room.member, members, { version: 2, content: saysOf(ida) });
    expect((await read(room.viewer)).takenBack).toEqual([]);
    const again = [{ id: randomUUID(), source: { sourceId: courier } }];
    await editAttribution(room.member, members, { version: 3, content: saysOf(ida, { links: again }) });
    await deleteAttribution(room.member, members);
    const { takenBack, sources } = await read(room.viewer);
    expect(takenBack).toMatchObject([
      { was: { id: members, by: room.member.userId, sourceId: ida }, links: [{ sourceId: courier }] },
    ]);
    expect(sources.map((one) => one.name).sort()).toEqual(["Courier", "Ida Holm"]);
    await deleteAttribution(room.editor, editors);
    expect((await read(room.viewer)).takenBack.map((one) => one.was.id)).toEqual([editors, members]);
    await restoreAttribution(room.member, members);
    expect((await read(room.viewer)).takenBack.map((one) => one.was.id)).toEqual([editors]);
    await expect(read(room.outsider)).rejects.toMatchObject({ code: "not-found" });
    await deletePassage(room.owner, passageId);
    await expect(read(room.viewer)).rejects.toMatchObject({ code: "not-found" });
  });

  it("names sources that were merged by then as well as what they speak as", async () => {
    await editAttribution(room.member, members, { version: 1, content: saysOf(courier) });
    await mergeSource(room.member, ida, courier);
    const { sources } = await listAttributionRevisions(room.viewer, members);
    expect(new Set(sources.map((one) => one.name))).toEqual(new Set(["Ida Holm", "Courier"]));
  });
});
