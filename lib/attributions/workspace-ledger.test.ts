import { describe, expect, it } from "vitest";
import { editArticle } from "@/lib/articles/mutations";
import { closeDatabase, db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { deletePassage, restorePassage } from "@/lib/passages/mutations";
import { addAlias, mergeSource } from "@/lib/sources/mutations";
import { cursor } from "@/lib/text/cursor";
import { makeArticle, makeAttribution, makePassage, makeSource } from "@/prisma/factories";
import type { LedgerQuery } from "./ledger-schema";
import { deleteAttribution } from "./mutations";
import { createSettlement } from "./settlements";
import {
  article,
  list,
  names,
  room,
  say,
  source,
  text,
  useNewsroom,
  words,
  write,
} from "./test-workspace-ledger";
import { exportLedger, listLedger, listSaid } from "./workspace-ledger";

useTestDatabase();
useNewsroom();

describe("listLedger", () => {
  it("adds up what each source said over all articles", async () => {
    const ida = await source("Ida Holm");
    const other = await write({ publishedAt: new Date("2026-04-01") });
    await say(ida.id, { directness: "direct" });
    await say(ida.id, { directness: "mixed", words: words.winters });
    await say(ida.id, { articleId: other.id, saidAt: new Date("2026-03-30") });
    await source("Nobody Yet");
    expect(await list()).toMatchObject([
      { source: { name: "Ida Holm" }, articles: 2, passages: 3, words: 16, direct: 1, mixed: 1, indirect: 1 },
      { source: { name: "Nobody Yet" }, articles: 0, passages: 0, words: 0, merged: 0, latest: null },
    ]);
    expect((await list()).map((row) => row.latest)).toEqual(["2026-03-30", null]);
  });

  it("lets what was merged speak as one, however far down, and counts a passage once", async () => {
    const ministry = await source("Ministry");
    const uk = await source("UK", { mergedIntoId: ministry.id });
    const government = await source("Government", { mergedIntoId: uk.id });
    const { passageId } = await say(ministry.id);
    await say(government.id, { passageId, byId: room.editor.userId });
    await say(government.id, { words: words.winters });
    expect(await list()).toMatchObject([
      { source: { name: "Ministry" }, merged: 2, passages: 2, indirect: 2 },
    ]);
  });

  it("counts what stands: nothing deleted, overruled or only reporting", async () => {
    const [ida, paper] = [await source("Ida Holm"), await source("The paper")];
    const { passageId, attributionId } = await say(ida.id);
    const rival = await say(paper.id, { passageId, byId: room.editor.userId });
    const counts = async () =>
      Object.fromEntries((await list({ order: "name" })).map((row) => [row.source.name, row.passages]));
    expect(await counts()).toEqual({ "Ida Holm": 1, "The paper": 1 });
    const settled = crypto.randomUUID();
    await createSettlement(room.editor, passageId, {
      id: settled,
      attribution: { id: attributionId, version: 1 },
      replaces: null,
    });
    expect(await counts()).toEqual({ "Ida Holm": 1, "The paper": 0 });
    await createSettlement(room.editor, passageId, {
      id: crypto.randomUUID(),
      attribution: null,
      replaces: settled,
    });
    expect(await counts()).toEqual({ "Ida Holm": 1, "The paper": 1 });
    await deleteAttribution(room.editor, rival.attributionId);
    expect(await counts()).toEqual({ "Ida Holm": 1, "The paper": 0 });
    await deletePassage(room.owner, passageId);
    expect(await counts()).toEqual({ "Ida Holm": 0, "The paper": 0 });
    await restorePassage(room.owner, passageId);
    expect(await counts()).toEqual({ "Ida Holm": 1, "The paper": 0 });
    await say(paper.id, { stands: false, words: words.court });
    expect(await counts()).toEqual({ "Ida Holm": 1, "The paper": 0 });
  });

  it("leaves words in dispute out, and says how many passages are", async () => {
    const [ida, paper] = [await source("Ida Holm"), await source("The paper")];
    const editors = { byId: room.editor.userId };
    const { passageId, attributionId } = await say(ida.id);
    await say(ida.id, { words: words.winters });
    await say(paper.id, { passageId, ...editors });
    const disputed = await say(ida.id, { words: words.court });
    await say(null, { passageId: disputed.passageId, ...editors });
    const counts = async () =>
      Object.fromEntries(
        (await list()).map(({ source, ...row }) => [source.name, [row.passages, row.differing, row.words]]),
      );
    expect(await counts()).toEqual({ "Ida Holm": [3, 2, 4], "The paper": [1, 1, 0] });
    const settled = crypto.randomUUID();
    await createSettlement(room.editor, passageId, {
      id: settled,
      attribution: { id: attributionId, version: 1 },
      replaces: null,
    });
    expect(await counts()).toEqual({ "Ida Holm": [3, 1, 10], "The paper": [0, 0, 0] });
    await createSettlement(room.editor, passageId, {
      id: crypto.randomUUID(),
      attribution: null,
      replaces: settled,
    });
    await mergeSource(room.member, paper.id, ida.id);
    expect(await counts()).toEqual({ "Ida Holm": [3, 1, 10] });
  });

  it("goes on counting what was said in archived articles", async () => {
    await say((await source("Ida Holm")).id);
    await editArticle(room.owner, article.id, { version: 1, archived: true });
    expect(await list()).toMatchObject([{ passages: 1, latest: "2026-03-10" }]);
  });

  it("takes no day for an undated article, least of all the one on which it came in", async () => {
    const undated = await write({ createdAt: new Date("2026-03-01T23:30:00Z"), publishedAt: null });
    const ida = await source("Ida Holm");
    await say(ida.id, { articleId: undated.id });
    expect(await list()).toMatchObject([{ latest: null }]);
    expect(await listSaid(room.viewer, ida.id, undefined)).toMatchObject({ passages: [{ day: null }] });
  });

  it("takes the same day wherever the database stands", async () => {
    const ida = await source("Ida Holm");
    await say(ida.id);
    const [row] = await db().$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
    await db().$executeRawUnsafe(`ALTER DATABASE "${row?.name}" SET timezone TO 'Europe/Helsinki'`);
    await closeDatabase();
    expect(await list()).toMatchObject([{ latest: "2026-03-10" }]);
    expect(await listSaid(room.viewer, ida.id, undefined)).toMatchObject({
      passages: [{ day: "2026-03-10" }],
    });
  });

  const orders: [LedgerQuery["order"], string[]][] = [
    [undefined, ["Beta", "alpha", "Gamma", "delta"]],
    ["passages", ["Beta", "alpha", "Gamma", "delta"]],
    ["name", ["alpha", "Beta", "delta", "Gamma"]],
    ["latest", ["Gamma", "alpha", "Beta", "delta"]],
  ];
  it.each(orders)("orders by %s", async (order, expected) => {
    const [beta, alpha, gamma] = [await source("Beta"), await source("alpha"), await source("Gamma")];
    await source("delta");
    // Ten, so that figures are not ordered as words.
    for (let index = 0; index < 10; index++) await say(beta.id, { saidAt: new Date("2026-01-01") });
    for (let index = 0; index < 9; index++) await say(alpha.id, { saidAt: new Date("2026-02-01") });
    await say(gamma.id, { saidAt: new Date("2026-03-01") });
    expect(names(await list({ order }))).toEqual(expected);
  });

  it.each(["passages", "latest"] as const)("orders equals by name, by %s", async (order) => {
    const made = [await source("Delta"), await source("Alpha"), await source("beta"), await source("Gamma")];
    for (const one of made) await say(one.id, { saidAt: new Date("2026-01-01") });
    await source("Epsilon");
    expect(names(await list({ order }))).toEqual(["Alpha", "beta", "Delta", "Gamma", "Epsilon"]);
  });

  it("shows one kind", async () => {
    await source("Ida Holm");
    await source("The ferry log", { kind: "document" });
    await source("two officials", { kind: "anonymousGroup" });
    expect(names(await list({ kind: "document" }))).toEqual(["The ferry log"]);
    expect(names(await list({ kind: "anonymousGroup", q: "log" }))).toEqual([]);
  });

  it("finds by all words in any name, also of what was merged, and takes % and _ for letters", async () => {
    const ministry = await source("Transport Ministry");
    const uk = await source("Whitehall", { mergedIntoId: ministry.id });
    await addAlias(room.owner, uk.id, { id: crypto.randomUUID(), text: "The 100%_office", articleId: null });
    await source("Port Authority");
    for (const q of ["minis", "TRANSPORT ministry", "whitehall", "whiteh transp", "100%_", "%_off"])
      expect([q, names(await list({ q }))]).toEqual([q, ["Transport Ministry"]]);
    for (const q of ["%", "_"]) expect(names(await list({ q }))).toEqual(["Transport Ministry"]);
    for (const q of ["port authority", "authority", "“authority"])
      expect(names(await list({ q }))).toEqual(["Port Authority"]);
    for (const q of ["0_%", "\\", "port whitehall authority", "'; DROP"])
      expect(await list({ q })).toEqual([]);
    expect(await list({ q: "  " })).toHaveLength(2);
  });

  it("shows nothing of other workspaces, and nothing to strangers", async () => {
    const theirs = { workspaceId: room.elsewhere.id, createdById: room.outsider.userId };
    const their = await makeSource(db(), { ...theirs, name: "Ida Holm" });
    const foreign = await makeArticle(db(), { ...theirs, text });
    const passage = await makePassage(db(), { articleId: foreign.id, createdById: room.outsider.userId });
    await makeAttribution(db(), { passageId: passage.id, byId: room.outsider.userId, sourceId: their.id });
    const ida = await source("Ida Holm");
    for (const query of [{}, { q: "ida" }, { kind: "person" }, { order: "latest" }] as const)
      expect(await list(query)).toMatchObject([{ source: { id: ida.id }, passages: 0, articles: 0 }]);
    await expect(list({}, room.outsider)).rejects.toMatchObject({ code: "not-found" });
    await expect(listSaid(room.outsider, ida.id, undefined)).rejects.toMatchObject({ code: "not-found" });
    await expect(exportLedger(room.outsider, room.workspace.id)).rejects.toMatchObject({ code: "not-found" });
    expect((await listLedger(room.outsider, room.elsewhere.id, {})).rows).toMatchObject([
      { source: { id: their.id }, passages: 1 },
    ]);
  });
});

/** Reads page after page as a browser does, with the cursor as it stands in an address. */
async function readAll<Page extends { nextCursor: string | null }>(
  read: (at: LedgerQuery["cursor"]) => Promise<Page>,
): Promise<Page[]> {
  const pages: Page[] = [];
  for (let word: string | null = ""; word !== null; word = pages.at(-1)?.nextCursor ?? null) {
    pages.push(await read(word ? cursor.parse(word) : undefined));
    if (pages.length > 20) throw new Error("The list has no end.");
  }
  return pages;
}

describe("pages", () => {
  it.each(["passages", "name", "latest"] as const)("of sources by %s hold each once", async (order) => {
    const made = await db().source.createManyAndReturn({
      data: Array.from({ length: 101 }, (_, index) => ({
        id: crypto.randomUUID(),
        workspaceId: room.workspace.id,
        createdById: room.owner.userId,
        kind: "person" as const,
        // Many of the same name, in letters that databases order in ways of their own.
        name: ["Ida Holm", "ida holm", "Éva Nagy", "eva_nagy", "“Åse”", "Z"][index % 6] ?? "",
      })),
    });
    for (const one of made.slice(0, 3)) await say(one.id);
    const pages = await readAll((at) => listLedger(room.viewer, room.workspace.id, { order, cursor: at }));
    expect(pages.map((page) => page.rows.length)).toEqual([50, 50, 1]);
    const ids = pages.flatMap((page) => page.rows.map((row) => row.source.id));
    expect(new Set(ids)).toEqual(new Set(made.map((one) => one.id)));
    if (order !== "name")
      expect(new Set(ids.slice(0, 3))).toEqual(new Set(made.slice(0, 3).map((one) => one.id)));
  });

  it("end where the list does", async () => {
    for (let index = 0; index < 50; index++) await source(`Source ${index}`);
    expect(await listLedger(room.viewer, room.workspace.id, {})).toMatchObject({ nextCursor: null });
  });

  it("of what a source said hold each once, the latest first", async () => {
    const ida = await source("Ida Holm");
    for (let index = 0; index < 103; index++)
      await say(ida.id, { saidAt: new Date(Date.UTC(2026, 0, 1 + (index % 7))) });
    const pages = await readAll((at) => listSaid(room.viewer, ida.id, at));
    expect(pages.map((page) => page.passages.length)).toEqual([50, 50, 3]);
    const all = pages.flatMap((page) => page.passages);
    expect(new Set(all.map((one) => one.passageId)).size).toBe(103);
    const days = all.map((one) => one.day ?? "");
    expect(days).toEqual([...days].sort().reverse());
  });

  it("of what a source said without a day go on where the last one ended", async () => {
    const ida = await source("Ida Holm");
    const undated = await write({ publishedAt: null });
    for (let index = 0; index < 60; index++) await say(ida.id, { articleId: undated.id });
    for (let index = 0; index < 45; index++) await say(ida.id, { words: words.winters });
    const all = (await readAll((at) => listSaid(room.viewer, ida.id, at))).flatMap((page) => page.passages);
    expect(new Set(all.map((one) => one.passageId)).size).toBe(105);
    expect(all.map((one) => one.day)).toEqual([
      ...Array.from({ length: 45 }, () => "2026-03-10"),
      ...Array.from({ length: 60 }, () => null),
    ]);
  });
});
