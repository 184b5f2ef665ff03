import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import {
  makeArticle,
  makeAssessment,
  makeAttribution,
  makeNewsroom,
  makePassage,
  makeResolution,
  makeSource,
  makeThread,
} from "@/prisma/factories";
import {
  addAlias,
  createSource,
  distinguishSources,
  editSource,
  mergeSource,
  removeAlias,
  undistinguishSources,
  unmergeSource,
} from "./mutations";
import { getSource, searchSources } from "./queries";

useTestDatabase();

let room: Awaited<ReturnType<typeof makeNewsroom>>;
let article: Awaited<ReturnType<typeof makeArticle>>;

beforeAll(async () => {
  room = await makeNewsroom(db());
});

beforeEach(async () => {
  article = await makeArticle(db(), { workspaceId: room.workspace.id, createdById: room.owner.userId });
});

const make = (name: string, over: { mergedIntoId?: string; createdAt?: Date } = {}) =>
  makeSource(db(), { workspaceId: room.workspace.id, createdById: room.owner.userId, name, ...over });

/** Has the source named in the article. */
async function name(sourceId: string) {
  const passage = await makePassage(db(), { articleId: article.id, createdById: room.member.userId });
  return makeAttribution(db(), { passageId: passage.id, byId: room.member.userId, sourceId });
}

const lastEvent = () =>
  db().event.findFirst({ where: { articleId: article.id }, orderBy: { number: "desc" } });

describe("createSource", () => {
  it("makes one row of five tries at once", async () => {
    const given = { id: randomUUID(), kind: "person" as const, name: "Ida Holm" };
    const tries = Array.from({ length: 5 }, () => createSource(room.member, room.workspace.id, given));
    const answers = await Promise.all(tries);
    expect(new Set(answers.map((one) => one.id)).size).toBe(1);
    expect(await db().source.count({ where: { id: given.id } })).toBe(1);
  });

  it("refuses an id that belongs to somebody else, in another workspace too", async () => {
    const { id } = await make("Taken");
    const given = { id, kind: "person" as const, name: "Mine" };
    await expect(createSource(room.outsider, room.elsewhere.id, given)).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("editSource", () => {
  it("tells the articles that name it, without counting as activity in them", async () => {
    const source = await make("Ida Holm");
    await name(source.id);
    const before = await db().article.findUniqueOrThrow({ where: { id: article.id } });
    const changed = await editSource(room.member, source.id, { version: 1, role: "fishmonger" });
    expect(changed).toMatchObject({ role: "fishmonger", version: 2 });
    expect(await lastEvent()).toMatchObject({ kind: "source.changed", ids: { source: source.id } });
    const after = await db().article.findUniqueOrThrow({ where: { id: article.id } });
    expect(after.eventNumber).toBe(before.eventNumber + 1);
    expect(after.lastActivityAt).toEqual(before.lastActivityAt);
  });

  it("lets the first of two win, and shows the second what won", async () => {
    const source = await make("Ida Holm");
    const both = await Promise.allSettled([
      editSource(room.member, source.id, { version: 1, role: "fishmonger" }),
      editSource(room.editor, source.id, { version: 1, role: "mayor" }),
    ]);
    const lost = both.find((one) => one.status === "rejected");
    const won = both.find((one) => one.status === "fulfilled");
    expect(lost?.reason).toMatchObject({ code: "conflict", details: won?.value });
    const [winner] = both[0].status === "fulfilled" ? [room.member] : [room.editor];
    expect(lost?.reason).toMatchObject({ details: { changed: { by: winner.name } } });
    // Whoever was faster in a window of their own is told so.
    const again = editSource(winner, source.id, { version: 1, role: "clerk" });
    await expect(again).rejects.toMatchObject({ details: { changed: { by: null } } });
  });

  it("takes the name of another source only when it is said that both are called so", async () => {
    await make("Marcus Vance");
    const petra = await make("Petra Vance");
    const called = (name: string, isNamesake?: boolean) =>
      editSource(room.member, petra.id, { version: 1, name, ...(isNamesake ? { isNamesake } : {}) });
    await expect(called("Marcus  Vance")).rejects.toMatchObject({ code: "conflict" });
    await expect(called("marcus vance")).rejects.toMatchObject({
      code: "conflict",
      fields: { name: expect.stringContaining("“Marcus Vance”") },
    });
    expect(await called("Marcus Vance", true)).toMatchObject({ name: "Marcus Vance", version: 2 });
    await make("Per cent");
    const odd = await make("Odd");
    expect(await editSource(room.member, odd.id, { version: 1, name: "Per%" })).toMatchObject({
      name: "Per%",
    });
    // What it is called already it may be called on.
    expect(await editSource(room.member, petra.id, { version: 2, role: "engineer" })).toMatchObject({
      version: 3,
    });
  });

  it("answers a retry with what came through", async () => {
    const source = await make("Ida Holm");
    const change = { version: 1, role: "mayor", note: null };
    await editSource(room.member, source.id, change);
    expect(await editSource(room.member, source.id, change)).toMatchObject({ version: 2 });
  });
});

describe("mergeSource", () => {
  it("rewrites nothing and can be undone", async () => {
    const [uk, ministry] = [await make("UK"), await make("British Defense Ministry")];
    const attribution = await name(uk.id);
    const merged = await mergeSource(room.member, uk.id, ministry.id);
    expect(merged).toMatchObject({ mergedInto: ministry.id });
    expect(await lastEvent()).toMatchObject({ ids: { source: uk.id, into: ministry.id } });
    const row = await db().attribution.findUniqueOrThrow({ where: { id: attribution.id } });
    expect(row.sourceId).toBe(uk.id);
    const read = await getSource(room.viewer, ministry.id);
    expect(read.merged.map((one) => one.name)).toEqual(["UK"]);
    expect(await unmergeSource(room.editor, uk.id)).toMatchObject({ mergedInto: null });
    expect((await getSource(room.viewer, ministry.id)).merged).toEqual([]);
    expect(await lastEvent()).toMatchObject({ kind: "source.changed" });
  });

  it("tells an article in which only something further down is named", async () => {
    const [uk, government, ministry] = [await make("UK"), await make("Government"), await make("Ministry")];
    await name(uk.id);
    await mergeSource(room.member, uk.id, government.id);
    const before = (await lastEvent())?.number ?? 0;
    await mergeSource(room.member, government.id, ministry.id);
    expect((await lastEvent())?.number).toBe(before + 1);
  });

  it("never closes a circle, also when two people merge in opposite directions at once", async () => {
    const [a, b] = [await make("A"), await make("B")];
    const both = await Promise.allSettled([
      mergeSource(room.member, a.id, b.id),
      mergeSource(room.editor, b.id, a.id),
    ]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const rows = await db().source.findMany({ where: { id: { in: [a.id, b.id] } } });
    expect(rows.filter((row) => row.mergedIntoId !== null)).toHaveLength(1);
  });

  it("refuses itself, what is merged already, and sources of other workspaces", async () => {
    const [a, b] = [await make("A"), await make("B")];
    await expect(mergeSource(room.member, a.id, a.id)).rejects.toMatchObject({ code: "invalid" });
    await mergeSource(room.member, a.id, b.id);
    const c = await make("C");
    await expect(mergeSource(room.member, a.id, c.id)).rejects.toMatchObject({ code: "conflict" });
    await expect(mergeSource(room.member, c.id, a.id)).rejects.toMatchObject({ code: "conflict" });
    const theirs = await makeSource(db(), {
      workspaceId: room.elsewhere.id,
      createdById: room.outsider.userId,
    });
    await expect(mergeSource(room.member, c.id, theirs.id)).rejects.toMatchObject({ code: "not-found" });
  });

  it("is deaf to a repeated call", async () => {
    const [a, b] = [await make("A"), await make("B")];
    const merged = await mergeSource(room.member, a.id, b.id);
    expect(await mergeSource(room.editor, a.id, b.id)).toEqual(merged);
    const free = await unmergeSource(room.member, a.id);
    expect(await unmergeSource(room.editor, a.id)).toEqual(free);
    expect(free.version).toBe(merged.version + 1);
    const audited = await db().auditEntry.findMany({
      where: { workspaceId: room.workspace.id, action: { in: ["source.merged", "source.unmerged"] } },
      orderBy: { createdAt: "desc" },
      take: 2,
    });
    expect(audited.map((one) => [one.action, one.detail])).toEqual([
      ["source.unmerged", { sourceId: a.id, name: "A", from: "B" }],
      ["source.merged", { sourceId: a.id, name: "A", into: "B" }],
    ]);
  });

  it("keeps what was merged before together when it is taken apart", async () => {
    const [uk, government, ministry] = [await make("UK"), await make("Government"), await make("Ministry")];
    await mergeSource(room.member, uk.id, government.id);
    await mergeSource(room.member, government.id, ministry.id);
    const below = async (id: string) => (await getSource(room.viewer, id)).merged.map((one) => one.name);
    expect(await below(ministry.id)).toEqual(["Government", "UK"]);
    await unmergeSource(room.member, government.id);
    expect([await below(ministry.id), await below(government.id)]).toEqual([[], ["UK"]]);
  });

  it("tells the articles of both sides, and no others", async () => {
    const [a, b, c] = [await make("A"), await make("B"), await make("C")];
    await name(a.id);
    const other = await makeArticle(db(), { workspaceId: room.workspace.id, createdById: room.owner.userId });
    const passage = await makePassage(db(), { articleId: other.id, createdById: room.member.userId });
    await makeAttribution(db(), { passageId: passage.id, byId: room.member.userId, sourceId: b.id });
    const changes = (articleId: string) => db().event.count({ where: { articleId, kind: "source.changed" } });
    await mergeSource(room.member, a.id, b.id);
    expect([await changes(article.id), await changes(other.id)]).toEqual([1, 1]);
    await mergeSource(room.member, b.id, c.id);
    expect([await changes(article.id), await changes(other.id)]).toEqual([2, 2]);
    await editSource(room.member, c.id, { version: 1, role: "mayor" });
    expect([await changes(article.id), await changes(other.id)]).toEqual([3, 3]);
    await unmergeSource(room.member, a.id);
    expect([await changes(article.id), await changes(other.id)]).toEqual([4, 4]);
    await editSource(room.member, b.id, { version: 2, role: "clerk" });
    expect([await changes(article.id), await changes(other.id)]).toEqual([4, 5]);
  });

  it("goes on in archived articles", async () => {
    const [a, b] = [await make("A"), await make("B")];
    await name(a.id);
    await db().article.update({ where: { id: article.id }, data: { archivedAt: new Date() } });
    expect(await mergeSource(room.member, a.id, b.id)).toMatchObject({ mergedInto: b.id });
  });

  it.each(["viewer", "outsider"] as const)("is not for the %s", async (who) => {
    const [a, b] = [await make("A"), await make("B")];
    const code = who === "viewer" ? "forbidden" : "not-found";
    for (const call of [mergeSource, distinguishSources])
      await expect(call(room[who], a.id, b.id)).rejects.toMatchObject({ code });
    await expect(unmergeSource(room[who], a.id)).rejects.toMatchObject({ code });
    await expect(editSource(room[who], a.id, { version: 1, role: "x" })).rejects.toMatchObject({ code });
  });

  it("says of no source that it is not itself, and of none with one of another workspace", async () => {
    const a = await make("A");
    const theirs = { workspaceId: room.elsewhere.id, createdById: room.outsider.userId };
    const their = await makeSource(db(), theirs);
    await expect(distinguishSources(room.member, a.id, a.id)).rejects.toMatchObject({ code: "invalid" });
    await expect(distinguishSources(room.member, a.id, their.id)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("remembers who said that two are not the same, once, tells both, and takes it back", async () => {
    const [a, b] = [await make("A"), await make("B")];
    await name(a.id);
    await distinguishSources(room.member, a.id, b.id);
    const { sources } = await distinguishSources(room.editor, b.id, a.id);
    expect(sources.map((one) => [one.id, one.distinctFrom])).toEqual([
      [b.id, [a.id]],
      [a.id, [b.id]],
    ]);
    expect(await lastEvent()).toMatchObject({ kind: "source.changed", ids: { source: b.id, other: a.id } });
    expect(await db().distinctSources.count({ where: { OR: [{ lowId: a.id }, { highId: a.id }] } })).toBe(1);
    const back = await undistinguishSources(room.member, a.id, b.id);
    expect(back.sources.flatMap((one) => one.distinctFrom)).toEqual([]);
  });
});

describe("aliases", () => {
  it("are added once, in an article or everywhere, and taken away", async () => {
    const source = await make("Ida Holm");
    const here = { id: randomUUID(), text: "the fishmonger", articleId: article.id };
    expect((await addAlias(room.member, source.id, here)).aliases).toHaveLength(1);
    expect((await addAlias(room.member, source.id, { ...here, id: randomUUID() })).aliases).toHaveLength(1);
    const everywhere = { id: randomUUID(), text: "Mrs Holm", articleId: null };
    const both = await addAlias(room.member, source.id, everywhere);
    expect(both.aliases.map((one) => [one.text, one.articleId])).toEqual([
      ["the fishmonger", article.id],
      ["Mrs Holm", null],
    ]);
    expect((await removeAlias(room.member, source.id, here.id)).aliases).toHaveLength(1);
    expect((await removeAlias(room.member, source.id, here.id)).aliases).toHaveLength(1);
  });

  it("belong to articles of the same workspace", async () => {
    const source = await make("Ida Holm");
    const theirs = await makeArticle(db(), {
      workspaceId: room.elsewhere.id,
      createdById: room.outsider.userId,
    });
    const given = { id: randomUUID(), text: "x", articleId: theirs.id };
    await expect(addAlias(room.member, source.id, given)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("searchSources", () => {
  it("finds by name, alias, and what was merged in, and never shows what speaks as another", async () => {
    const ministry = await make("Zebra Ministry");
    const uk = await make("Quokka", { mergedIntoId: ministry.id });
    await addAlias(room.owner, uk.id, { id: randomUUID(), text: "Wombat office", articleId: null });
    for (const q of ["zebra", "quok", "WOMBAT off"]) {
      const { sources } = await searchSources(room.viewer, [room.workspace.id], q);
      expect(sources.map((one) => one.id)).toEqual([ministry.id]);
    }
    expect((await searchSources(room.viewer, [room.workspace.id], "100%_")).sources).toEqual([]);
  });

  it.each([
    ["O'Brien", "Conan O’Brien"],
    ["Ocasio‑Cor", "Alexandria Ocasio-Cortez"],
    ["“Giscard", "Valéry Giscard d’Estaing"],
  ])("finds whatever apostrophe, hyphen or quotation mark is typed: %s", async (q, name) => {
    await make(name);
    const { sources } = await searchSources(room.viewer, [room.workspace.id], q);
    expect(sources.map((one) => one.name)).toEqual([name]);
  });

  it("shows the latest 20, the latest first, and no others", async () => {
    const at = (minute: number) => new Date(Date.UTC(2036, 0, 1, 0, minute));
    for (let minute = 0; minute < 45; minute++) await make(`Yak ${minute}`, { createdAt: at(minute) });
    const root = await make("Old root", { createdAt: new Date("2020-01-01") });
    await make("Yak that was merged", { createdAt: at(60), mergedIntoId: root.id });
    for (const q of ["yak", undefined]) {
      const { sources } = await searchSources(room.viewer, [room.workspace.id], q);
      const latest = Array.from({ length: 19 }, (_, index) => `Yak ${44 - index}`);
      expect(sources.map((one) => one.name)).toEqual(["Old root", ...latest]);
    }
  });

  it("shows nothing of other workspaces", async () => {
    const theirs = { workspaceId: room.elsewhere.id, createdById: room.outsider.userId };
    await makeSource(db(), { ...theirs, name: "Wallaby" });
    expect((await searchSources(room.viewer, [room.workspace.id], "wallaby")).sources).toEqual([]);
    await expect(searchSources(room.viewer, [room.elsewhere.id], "wallaby")).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

it.each(["words", "a thread", "a verdict", "a resolution", "a merge"])(
  "no source is taken away from %s that point to it",
  async (what) => {
    const { id: sourceId } = await make("Ida Holm");
    const createdById = room.member.userId;
    const passage = await makePassage(db(), { articleId: article.id, createdById });
    const said = { passageId: passage.id, byId: createdById, sourceId, axis: "said" as const };
    if (what === "words") await name(sourceId);
    if (what === "a thread") await makeThread(db(), { articleId: article.id, createdById, sourceId });
    if (what === "a verdict") await makeAssessment(db(), said);
    if (what === "a resolution") await makeResolution(db(), said);
    if (what === "a merge") await make("Mrs Holm", { mergedIntoId: sourceId });
    await expect(db().source.delete({ where: { id: sourceId } })).rejects.toMatchObject({ code: "P2003" });
  },
);
