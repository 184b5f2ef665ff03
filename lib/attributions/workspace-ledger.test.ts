import { beforeEach, describe, expect, it } from "vitest";
import { editArticle } from "@/lib/articles/mutations";
import { closeDatabase, db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { exportArticleLedger } from "@/lib/discussion/export-ledger";
import { deletePassage, restorePassage } from "@/lib/passages/mutations";
import { addAlias, mergeSource, unmergeSource } from "@/lib/sources/mutations";
import { cursor } from "@/lib/text/cursor";
import { makeArticle, makeAttribution, makeNewsroom, makePassage, makeSource } from "@/prisma/factories";
import type { LedgerQuery } from "./ledger-schema";
import { deleteAttribution } from "./mutations";
import { createSettlement } from "./settlements";
import { exportLedger, listLedger, listSaid } from "./workspace-ledger";

useTestDatabase();

let room: Awaited<ReturnType<typeof makeNewsroom>>;
let article: Awaited<ReturnType<typeof makeArticle>>;

const text = [
  "The harbour",
  "The port will reopen in March, Ida Holm said. “We lost two winters,” she said.",
  "The court had closed it, the paper wrote. Half of the boats have left.",
].join("\n\n");
const words = {
  port: "The port will reopen in March",
  winters: "“We lost two winters,”",
  court: "The court had closed it",
};

// A newsroom for each test, so that its ledger has only what the test put there.
beforeEach(async () => {
  room = await makeNewsroom(db());
  article = await write({ publishedAt: new Date("2026-03-10") });
});

const write = (over: Partial<Parameters<typeof makeArticle>[1]> = {}) =>
  makeArticle(db(), { workspaceId: room.workspace.id, createdById: room.owner.userId, text, ...over });

const source = (name: string, over: Partial<Parameters<typeof makeSource>[1]> = {}) =>
  makeSource(db(), { workspaceId: room.workspace.id, createdById: room.owner.userId, name, ...over });

/** Has the source say these words in the article. */
async function say(
  sourceId: string | null,
  {
    articleId = article.id,
    words: exact = words.port,
    ...over
  }: Record<string, unknown> & {
    articleId?: string;
    words?: string;
    passageId?: string;
  } = {},
) {
  const { passageId } = over;
  const id =
    passageId ?? (await makePassage(db(), { articleId, createdById: room.member.userId, words: exact })).id;
  const held = await makeAttribution(db(), { byId: room.member.userId, ...over, sourceId, passageId: id });
  return { passageId: id, attributionId: held.id };
}

async function list(query: Omit<LedgerQuery, "cursor"> = {}, viewer = room.viewer) {
  return (await listLedger(viewer, room.workspace.id, query)).rows;
}

const names = (rows: { source: { name: string } }[]) => rows.map((row) => row.source.name);

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
    await createSettlement(room.editor, passageId, {
      id: crypto.randomUUID(),
      attribution: { id: attributionId, version: 1 },
    });
    expect(await counts()).toEqual({ "Ida Holm": 1, "The paper": 0 });
    await createSettlement(room.editor, passageId, { id: crypto.randomUUID(), attribution: null });
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
    await createSettlement(room.editor, passageId, {
      id: crypto.randomUUID(),
      attribution: { id: attributionId, version: 1 },
    });
    expect(await counts()).toEqual({ "Ida Holm": [3, 1, 10], "The paper": [0, 0, 0] });
    await createSettlement(room.editor, passageId, { id: crypto.randomUUID(), attribution: null });
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
    for (const q of ["port authority", "authority"])
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

describe("listSaid", () => {
  it("lists what a source said under all its names, in the words and by the day of each", async () => {
    const ministry = await source("Ministry");
    const uk = await source("UK", { mergedIntoId: ministry.id });
    const later = await write({
      title: "Later",
      publisher: "The Courier",
      publishedAt: new Date("2026-05-01"),
    });
    await say(ministry.id, { directness: "direct", channel: "court" });
    await say(uk.id, { articleId: later.id, words: words.court });
    await say(uk.id, { words: words.winters, saidAt: new Date("2026-04-01") });
    const { passages } = await listSaid(room.viewer, ministry.id, undefined);
    expect(passages).toMatchObject([
      { articleTitle: "Later", publisher: "The Courier", exact: words.court, name: "UK", day: "2026-05-01" },
      { exact: words.winters, name: "UK", day: "2026-04-01" },
      { exact: words.port, name: "Ministry", day: "2026-03-10", directness: "direct", channel: "court" },
    ]);
    // Of the merged one alone, what was recorded under it.
    expect((await listSaid(room.viewer, uk.id, undefined)).passages).toHaveLength(2);
  });

  it("lists what has no day last, and an article's passages as its text runs", async () => {
    const ida = await source("Ida Holm");
    const undated = await write({ publishedAt: null });
    const whole = "The port will reopen in March, Ida Holm said.";
    for (const exact of [words.court, words.port, whole, words.winters])
      for (const articleId of [undated.id, article.id]) await say(ida.id, { articleId, words: exact });
    const { passages } = await listSaid(room.viewer, ida.id, undefined);
    const inOrder = [whole, words.port, words.winters, words.court];
    expect(passages.map((one) => [one.day, one.exact])).toEqual([
      ...inOrder.map((exact) => ["2026-03-10", exact]),
      ...inOrder.map((exact) => [null, exact]),
    ]);
    expect((await list())[0]).toMatchObject({ latest: "2026-03-10" });
  });

  it("leaves out what does not stand, and lists a passage once", async () => {
    const ida = await source("Ida Holm");
    const { passageId } = await say(ida.id);
    await say(ida.id, { passageId, byId: room.editor.userId, directness: "direct" });
    await say(ida.id, { words: words.winters, stands: false });
    const gone = await say(ida.id, { words: words.court });
    await deletePassage(room.owner, gone.passageId);
    const taken = await say(ida.id, { words: "Half of the boats have left." });
    await deleteAttribution(room.member, taken.attributionId);
    const { passages } = await listSaid(room.viewer, ida.id, undefined);
    expect(passages).toMatchObject([{ passageId, directness: "indirect" }]);
    expect(passages).toHaveLength(1);
  });
});

describe("exportLedger", () => {
  it("writes all sources by name, and no cell that a spreadsheet would run", async () => {
    const ida = await source("Ida Holm", { isParty: true, role: "fish, market", note: "One.\nTwo." });
    await addAlias(room.owner, ida.id, { id: crypto.randomUUID(), text: "the fishmonger", articleId: null });
    await addAlias(room.owner, ida.id, { id: crypto.randomUUID(), text: "Mrs Holm", articleId: article.id });
    await source("=HYPERLINK(1)", { kind: "document" });
    await source("UK", { mergedIntoId: ida.id });
    await say(ida.id, { directness: "direct" });
    const file = await exportLedger(room.viewer, room.workspace.id);
    expect(file.name).toBe("The-Harbour-Desk-sources.csv");
    expect(file.text.slice(1).split("\r\n")).toEqual([
      "Source,Kind,Role,Party to the matter,Also called,Articles,Passages,Words,Direct,Partly quoted,Indirect,Speakers differ,Latest,Note",
      "'=HYPERLINK(1),Document,,no,,0,0,0,0,0,0,0,,",
      'Ida Holm,Person,"fish, market",yes,"the fishmonger; Mrs Holm",1,1,6,1,0,0,0,2026-03-10,"One.\nTwo."',
      "",
    ]);
  });
});

it("both files leave a trace in the workspace's history", async () => {
  await exportLedger(room.viewer, room.workspace.id);
  await exportArticleLedger(room.member, article.id);
  await expect(exportLedger(room.outsider, room.workspace.id)).rejects.toThrow();
  await expect(exportArticleLedger(room.outsider, article.id)).rejects.toThrow();
  const audited = await db().auditEntry.findMany({
    where: { workspaceId: room.workspace.id, action: "sources.exported" },
    orderBy: { createdAt: "asc" },
  });
  expect(audited.map((one) => [one.actorId, one.detail])).toEqual([
    [room.viewer.userId, {}],
    [room.member.userId, { articleId: article.id, title: article.title }],
  ]);
});

describe("merging", () => {
  it("and taking apart again, in any order, leaves both ledgers as they were", async () => {
    const sources = await Promise.all(["A", "B", "C", "D"].map((name) => source(name)));
    for (const [index, { id }] of sources.entries()) {
      const { passageId } = await say(id, { words: Object.values(words)[index % 3] ?? words.port });
      const next = sources[(index + 1) % 4];
      await say(next?.id ?? null, { passageId, byId: room.editor.userId });
    }
    const read = async () => ({
      rows: (await list({ order: "name" })).map(({ source: { version: _, ...one }, ...row }) => ({
        ...row,
        one,
      })),
      file: (await exportArticleLedger(room.viewer, article.id)).text,
    });
    const before = await read();
    const [a = "", b = "", c = "", d = ""] = sources.map((one) => one.id);
    const rounds: { merges: [string, string][]; undo: string[] }[] = [
      { merges: [[a, b]], undo: [a] },
      {
        merges: [
          [a, b],
          [b, c],
        ],
        undo: [a, b],
      },
      {
        merges: [
          [a, b],
          [b, c],
        ],
        undo: [b, a],
      },
      {
        merges: [
          [d, a],
          [c, a],
          [a, b],
        ],
        undo: [c, a, d],
      },
    ];
    for (const { merges, undo } of rounds) {
      for (const [from, into] of merges) await mergeSource(room.member, from, into);
      const merged = await read();
      expect(merged.rows).toHaveLength(4 - merges.length);
      expect(merged.file).not.toBe(before.file);
      for (const id of undo) await unmergeSource(room.editor, id);
      expect(await read()).toEqual(before);
    }
  });
});
