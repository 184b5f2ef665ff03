import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { engineVersion } from "@/lib/attributions/detect/detect";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { mergeDiscussion } from "@/lib/discussion/merge-discussion";
import { makeArticle, makeNewsroom } from "@/prisma/factories";
import type * as Making from "./make-suggestions";

useTestDatabase();

const text = [
  "Ferry skipped checks",
  "The Courier reported that the operator, Norline, said the test was done on 3 March.",
  "“We lost two winters,” Ida Holm said.",
  "Nineteen people were treated in 2026.",
].join("\n\n");
let room: Awaited<ReturnType<typeof makeNewsroom>>;
let article: Awaited<ReturnType<typeof makeArticle>>;

beforeAll(async () => {
  room = await makeNewsroom(db());
});

const make = (over: Partial<Parameters<typeof makeArticle>[1]> = {}) =>
  makeArticle(db(), { workspaceId: room.workspace.id, createdById: room.owner.userId, text, ...over });

beforeEach(async () => {
  article = await make();
});

/** The server as it is after a start: it remembers nothing. `rules` replaces what the machine is made of. */
async function startServer(rules: Partial<Record<keyof typeof Making, unknown>> = {}) {
  vi.resetModules();
  vi.doMock("./make-suggestions", async (original) => ({ ...(await original<typeof Making>()), ...rules }));
  const { ensureSuggestions } = await import("./suggest");
  const { getDiscussion } = await import("@/lib/discussion/queries");
  return { ensureSuggestions, getDiscussion };
}

const stored = (articleId = article.id) =>
  db().suggestion.findMany({ where: { articleId }, orderBy: [{ start: "asc" }, { end: "desc" }] });

const nameOf = (row: { speaker: unknown } | undefined) => (row?.speaker as { name?: string } | null)?.name;

/** "Norline < Courier" for each proposed speaker: whom they are reported by. */
async function chains(articleId = article.id): Promise<string[]> {
  const rows = await stored(articleId);
  return rows.flatMap((row) => {
    const parent = rows.find((one) => one.id === row.parentId);
    return nameOf(row) ? [[nameOf(row), nameOf(parent)].filter(Boolean).join(" < ")] : [];
  });
}

describe("ensureSuggestions", () => {
  it("makes them once, although two servers are asked at once, and tells once", async () => {
    const [one, other] = [await startServer(), await startServer()];
    const asked = [one, other, one, other].map((server) => server.ensureSuggestions(article.id));
    await Promise.all(asked);
    const rows = await stored();
    expect(await chains()).toEqual(["Courier", "Norline < Courier", "Ida Holm"]);
    expect(new Set(rows.map((row) => `${row.kind} ${row.start} ${row.end}`)).size).toBe(rows.length);
    const events = await db().event.findMany({ where: { articleId: article.id } });
    expect(events).toMatchObject([{ kind: "suggestion.made", actorId: null, number: 1 }]);
    expect(rows.every((row) => row.number === 1)).toBe(true);
    await (await startServer()).ensureSuggestions(article.id);
    expect(await db().event.count({ where: { articleId: article.id } })).toBe(1);
  });

  it("is no activity in the article", async () => {
    const before = await db().article.findUniqueOrThrow({ where: { id: article.id } });
    await (await startServer()).ensureSuggestions(article.id);
    const after = await db().article.findUniqueOrThrow({ where: { id: article.id } });
    expect(after.lastActivityAt).toEqual(before.lastActivityAt);
  });

  it.each([
    ["en", true],
    ["en-GB", true],
    ["EN", true],
    ["de", false],
    ["enm", false],
  ])("reads %s: %s", async (language, isRead) => {
    const foreign = await make({ language });
    await (await startServer()).ensureSuggestions(foreign.id);
    expect((await stored(foreign.id)).length > 0).toBe(isRead);
    expect(await db().suggestionRun.count({ where: { revisionId: foreign.revision.id } })).toBe(1);
  });

  it("reads a very long text in a thread of its own, to the same end", async () => {
    const filler = Array.from({ length: 1_500 }, () => "The water was cold. Nobody swam that year.");
    const paragraphs = text.split("\n\n").slice(1);
    const others = paragraphs.map((one) => one.replace("Courier", "Gazette"));
    const long = await make({ text: ["Title", ...paragraphs, ...filler, ...filler, ...others].join("\n\n") });
    await (await startServer()).ensureSuggestions(long.id);
    expect(await chains(long.id)).toEqual([
      ...["Courier", "Norline < Courier", "Ida Holm"],
      ...["Gazette", "Norline < Gazette", "Ida Holm"],
    ]);
  });

  it("lets an article open without them when the machine fails, and tries again at the next opening", async () => {
    const broken = await startServer({
      makeSuggestions: () => {
        throw new Error("The rules have a fault.");
      },
    });
    const opened = await broken.getDiscussion(room.member, article.id);
    expect(opened.suggestions).toEqual([]);
    expect(await db().suggestionRun.count({ where: { revisionId: article.revision.id } })).toBe(0);
    const mended = await startServer();
    expect((await mended.getDiscussion(room.member, article.id)).suggestions.length).toBeGreaterThan(2);
  });
});

describe("the thread of its own", () => {
  const filler = "The water was cold. Nobody swam that year.";
  const runInWorker = vi.fn<(...given: unknown[]) => Promise<unknown>>();

  beforeEach(() => {
    runInWorker.mockReset();
    vi.doMock("@/lib/http/worker", () => ({ runInWorker }));
  });
  afterEach(() => void vi.doUnmock("@/lib/http/worker"));

  it.each([
    ["short", 20, 0],
    ["no longer short", 200, 1],
  ])("reads a text that is %s: %s sentences more", async (_, sentences, calls) => {
    runInWorker.mockResolvedValue([]);
    const other = await make({ text: [text, ...Array(sentences).fill(filler)].join("\n\n") });
    await (await startServer()).ensureSuggestions(other.id);
    expect(runInWorker).toHaveBeenCalledTimes(calls);
  });

  it("reads a text that took too long no second time, and keeps what was proposed before", async () => {
    const long = await make({ text: [text, ...Array(2_000).fill(filler)].join("\n\n") });
    const { makeSuggestions } = await vi.importActual<typeof Making>("./make-suggestions");
    runInWorker.mockImplementation((_, ...given) =>
      Promise.resolve(makeSuggestions(...(given as Parameters<typeof makeSuggestions>))),
    );
    await (await startServer()).ensureSuggestions(long.id);
    const before = await stored(long.id);
    expect(before.length).toBeGreaterThan(2);
    for (const _ of [1, 2]) {
      const later = await startServer({ engineVersion: "rules@later" });
      const { AppError } = await import("@/lib/errors");
      runInWorker.mockRejectedValue(new AppError("too-large", "This text is too long for the rules."));
      expect((await later.getDiscussion(room.member, long.id)).suggestions).toHaveLength(before.length);
    }
    expect(runInWorker).toHaveBeenCalledTimes(2);
    expect(await stored(long.id)).toEqual(before);
  });

  it("is asked once by all who open the article meanwhile, and again after a fault", async () => {
    const long = await make({ text: [text, ...Array(2_000).fill(filler)].join("\n\n") });
    const { ensureSuggestions } = await startServer();
    const openAll = () => Promise.all([1, 2, 3].map(() => ensureSuggestions(long.id)));
    runInWorker.mockRejectedValueOnce(new Error("A worker thread ended."));
    await openAll();
    runInWorker.mockResolvedValue([]);
    await openAll();
    expect(runInWorker).toHaveBeenCalledTimes(2);
  });
});

describe("a later version of the rules", () => {
  it("replaces what is open, and what somebody decided stays decided", async () => {
    await (await startServer()).ensureSuggestions(article.id);
    const before = await stored();
    const claim = before.find((row) => row.kind === "claim");
    const courier = before.find((row) => nameOf(row) === "Courier");
    const decided = { decidedById: room.member.userId, decidedAt: new Date() };
    await db().suggestion.update({
      where: { id: claim?.id ?? "" },
      data: { state: "dismissed", ...decided },
    });
    await db().suggestion.update({
      where: { id: courier?.id ?? "" },
      data: { state: "accepted", ...decided },
    });
    await (await startServer({ engineVersion: "rules@later" })).ensureSuggestions(article.id);
    const after = await stored();
    expect(after.map((row) => [row.kind, nameOf(row), row.state, row.engine])).toEqual([
      ["attribution", "Courier", "accepted", engineVersion],
      ["attribution", "Norline", "open", "rules@later"],
      ["attribution", "Ida Holm", "open", "rules@later"],
      ["claim", undefined, "dismissed", engineVersion],
    ]);
    // What was accepted goes on reporting what is proposed anew.
    expect(await chains()).toEqual(["Courier", "Norline < Courier", "Ida Holm"]);
  });

  it.each([
    ["dismissed", "Somebody unnamed", "unknown", []],
    ["changed", "Gazette", "organisation", []],
    ["accepted", "Gazette", "organisation", [["open", "Gazette"]]],
  ] as const)("asks nobody again about what is %s, now of %s", async (state, name, kind, open) => {
    await (await startServer()).ensureSuggestions(article.id);
    const holm = (await stored()).find((row) => nameOf(row) === "Ida Holm");
    const decided = { state, decidedById: room.member.userId, decidedAt: new Date() };
    await db().suggestion.update({ where: { id: holm?.id ?? "" }, data: decided });
    const { makeSuggestions } = await vi.importActual<typeof Making>("./make-suggestions");
    const rules = (...given: Parameters<typeof makeSuggestions>) =>
      makeSuggestions(...given).map((one) =>
        one.speaker?.name === "Ida Holm"
          ? { ...one, speaker: { ...one.speaker, name, kind, names: [] } }
          : one,
      );
    const later = await startServer({ engineVersion: "rules@later", makeSuggestions: rules });
    await later.ensureSuggestions(article.id);
    const there = (await stored()).filter((row) => row.start === holm?.start && row.id !== holm.id);
    expect(there.map((row) => [row.state, nameOf(row)])).toEqual(open);
    expect(await db().suggestion.findUnique({ where: { id: holm?.id ?? "" } })).toMatchObject({ state });
  });

  it("tells two speakers of the same words apart", async () => {
    const other = await make({
      text: "Again\n\nThe boats had left, the Courier reported, citing two port officials.",
    });
    await (await startServer()).ensureSuggestions(other.id);
    const before = await stored(other.id);
    const courier = before.find((row) => nameOf(row) === "Courier");
    expect(new Set(before.map((row) => `${row.start} ${row.end}`)).size).toBe(1);
    const dismissed = { state: "dismissed", decidedById: room.member.userId, decidedAt: new Date() } as const;
    await db().suggestion.update({ where: { id: courier?.id ?? "" }, data: dismissed });
    await (await startServer({ engineVersion: "rules@later" })).ensureSuggestions(other.id);
    const after = await stored(other.id);
    const states = after.map((row) => [nameOf(row), row.state, row.engine]);
    expect(states.sort()).toEqual([
      ["Courier", "dismissed", engineVersion],
      [before.map(nameOf).find((name) => name !== "Courier"), "open", "rules@later"],
    ]);
    expect(after.find((row) => row.parentId)?.parentId).toBe(courier?.id);
  });

  it.each([
    ["other", {}],
    ["none", { makeSuggestions: () => [] }],
  ])("reaches a reader who has the earlier ones open: %s", async (_, rules) => {
    const { getDiscussion } = await startServer();
    const held = await getDiscussion(room.member, article.id);
    expect(held.suggestions.length).toBeGreaterThan(0);
    await (await startServer({ engineVersion: "rules@later", ...rules })).ensureSuggestions(article.id);
    const answer = await getDiscussion(room.member, article.id, held.number);
    const whole = await getDiscussion(room.member, article.id);
    expect(mergeDiscussion(held, answer).suggestions).toEqual(whole.suggestions);
    const last = { articleId: article.id, number: whole.number, kind: "suggestion.made" };
    expect(await db().event.count({ where: last })).toBe(1);
    // From then on there is nothing to tell.
    const next = await getDiscussion(room.member, article.id, whole.number);
    expect([next.suggestions, next.removed]).toEqual([
      [],
      { passages: [], attributions: [], evidence: [], sources: [] },
    ]);
  });
});
