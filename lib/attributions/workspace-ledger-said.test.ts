import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { exportArticleLedger } from "@/lib/discussion/export-ledger";
import { deletePassage } from "@/lib/passages/mutations";
import { addAlias, mergeSource, unmergeSource } from "@/lib/sources/mutations";
import { deleteAttribution } from "./mutations";
import { article, list, room, say, source, useNewsroom, words, write } from "./test-workspace-ledger";
import { exportLedger, listSaid } from "./workspace-ledger";

useTestDatabase();
useNewsroom();

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
    expect(passages).toMatchObject([{ passageId, directness: "indirect", isDiffering: false }]);
    expect(passages).toHaveLength(1);
  });

  it("tells what it denies, by all who recorded it for this source, and leaves the reporter’s words out", async () => {
    const [ida, market] = [await source("Ida Holm"), await source("The fish market")];
    const denial = { polarity: "negative", cueClass: "denying" } as const;
    const stances = async (id: string) =>
      (await listSaid(room.viewer, id, undefined)).passages.map(({ exact, stance }) => [exact, stance]);
    const denied = await say(ida.id, denial);
    const both = await say(ida.id, { words: words.winters, ...denial });
    await say(ida.id, { passageId: both.passageId, byId: room.editor.userId });
    expect(await stances(ida.id)).toEqual([
      [words.port, "denies"],
      [words.winters, "differing"],
    ]);
    // That somebody else claims it is no word of hers.
    await say(market.id, { passageId: denied.passageId, byId: room.editor.userId });
    expect(await stances(ida.id)).toContainEqual([words.port, "denies"]);
    expect(await stances(market.id)).toEqual([[words.port, "claims"]]);
    const counts = async () => (await list({ order: "name" })).map((row) => [row.unclaimed, row.differing]);
    expect(await counts()).toEqual([
      [1, 1],
      [0, 1],
    ]);

    const own = "Harbour\n\n“We lost two winters,” she said. “It is over,” and more.";
    const cut = await write({ text: own });
    const cue = { cueStart: own.indexOf("she"), cueEnd: own.indexOf("said.") + "said".length };
    const quoted = "“We lost two winters,” she said. “It is over,”";
    await say(market.id, { articleId: cut.id, words: quoted, directness: "direct", ...cue });
    const { passages } = await listSaid(room.viewer, market.id, undefined);
    expect(passages.find((one) => one.exact === quoted)?.quote).toBe(
      "“We lost two winters, […] It is over,”",
    );
  });

  it("tells where colleagues name somebody else", async () => {
    const [ida, market] = [await source("Ida Holm"), await source("The fish market")];
    const { passageId } = await say(ida.id);
    await say(market.id, { passageId, byId: room.editor.userId });
    const own = await say(ida.id, { words: words.winters });
    await say(null, { passageId: own.passageId, byId: room.editor.userId });
    const told = async (id: string) =>
      (await listSaid(room.viewer, id, undefined)).passages.map((one) => one.isDiffering);
    expect([await told(ida.id), await told(market.id)]).toEqual([[true, true], [true]]);
    await mergeSource(room.editor, market.id, ida.id);
    expect((await told(ida.id)).sort()).toEqual([false, true]);
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
      "Source,Kind,Role,Party to the matter,Also called,Articles,Passages,Words,Direct,Partly quoted,Indirect,Speakers differ,Not claimed,Latest,Note",
      "'=HYPERLINK(1),Document,,no,,0,0,0,0,0,0,0,0,,",
      'Ida Holm,Person,"fish, market",yes,"the fishmonger; Mrs Holm",1,1,6,1,0,0,0,0,2026-03-10,"One.\nTwo."',
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
