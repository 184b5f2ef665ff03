import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { saysOf } from "@/lib/attributions/test-content";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { viewerHeader } from "@/lib/http/viewer-header";
import {
  makeArticle,
  makeAttribution,
  makeNewsroom,
  makePassage,
  makeSource,
  makeSuggestion,
} from "@/prisma/factories";
import { endpoints } from "./endpoints";
import { type Given, send, signInAs } from "./test-route";

// Attributions, sources and suggestions as another program meets them: statuses, fields, headers. Who may do what is
// walked in matrix.test.ts.

vi.mock("next/headers", () => import("./test-route"));

useTestDatabase();

let room: Awaited<ReturnType<typeof makeNewsroom>>;
let article: Awaited<ReturnType<typeof makeArticle>>;
let passageId: string;
let sourceId: string;

beforeAll(async () => {
  room = await makeNewsroom(db());
});

beforeEach(async () => {
  await db().rateLimit.deleteMany();
  await signInAs(room.editor.userId);
  const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
  article = await makeArticle(db(), made);
  passageId = (await makePassage(db(), { articleId: article.id, createdById: room.owner.userId })).id;
  sourceId = (await makeSource(db(), { ...made, name: "Ida Holm" })).id;
});

async function call(name: string, given: Given) {
  const of = endpoints[name];
  if (!of) throw new Error(`There is no ${name}.`);
  const { status, text, headers } = await send(of, given);
  const isJson = headers.get("content-type")?.startsWith("application/json");
  return { status, headers, text, body: isJson ? JSON.parse(text) : null };
}

const says = (over: Record<string, unknown> = {}) => saysOf(sourceId, over);

const link = { id: randomUUID(), source: null };
const newLinks = (count: number) => Array.from({ length: count }, () => ({ id: randomUUID(), source: null }));

const attribute = (content: unknown, over: Record<string, unknown> = {}) =>
  call("createAttribution", {
    params: { articleId: article.id },
    body: { id: randomUUID(), passageId, content, ...over },
  });

describe("an attribution", () => {
  it.each<[string, () => Record<string, unknown>, Record<string, unknown>, string, RegExp]>([
    ["without a source", () => says({ source: null }), {}, "content.source", /who the source is/],
    [
      "of the reporter with a source",
      () => says({ voice: "reporter" }),
      {},
      "content.voice",
      /no source, no cue and no chain/,
    ],
    ["with a chain of thirteen", () => says({ links: newLinks(13) }), {}, "content.links", /too long/],
    ["in a manner that there is not", () => says({ directness: "loud" }), {}, "content.directness", /direct/],
    ["on a day that there is not", () => says({ saidAt: "2026-02-30" }), {}, "content.saidAt", /./],
    ["with a field of its own", () => says({ mood: "glad" }), {}, "content", /./],
    [
      "with a name that nobody can see",
      () => says({ source: { newSource: { id: randomUUID(), kind: "person", name: "\u200b" } } }),
      {},
      "content.source.newSource.name",
      /must have a letter/,
    ],
    [
      "reported by its own source",
      () => says({ links: [{ id: randomUUID(), source: { sourceId } }] }),
      {},
      "content.links",
      /their own words/,
    ],
    ["with a link twice", () => says({ links: [link, link] }), {}, "content.links", /twice/],
    [
      "with words that stand elsewhere",
      () => says({ cue: { start: 0, end: 4, exact: "said" } }),
      {},
      "content.cue",
      /Harb/,
    ],
    [
      "of a passage and a new one at once",
      says,
      { passage: { id: randomUUID(), start: 0, end: 7, exact: "Harbour" } },
      "passage",
      /either a passage/,
    ],
    ["of no passage", says, { passageId: undefined }, "passage", /either a passage/],
  ])("%s is refused, and the field is named", async (_, content, over, field, message) => {
    const { status, body } = await attribute(content(), over);
    expect([status, body.error.code]).toEqual([400, "invalid"]);
    expect(body.error.fields).toMatchObject({ [field]: expect.stringMatching(message) });
    expect(await db().attribution.count({ where: { articleId: article.id } })).toBe(0);
  });

  it("is made once, with ids in any case, and a second one of mine shows the first", async () => {
    const id = randomUUID();
    const first = await attribute(says(), { id: id.toUpperCase() });
    expect([first.status, first.body.attributions[0].id]).toEqual([201, id]);
    expect(await attribute(says(), { id })).toMatchObject({ status: 201, body: first.body });
    expect(await attribute(says())).toMatchObject({
      status: 409,
      body: { error: { code: "conflict", details: { id, version: 1 } } },
    });
  });

  it("whose link has an id that is taken is refused, and nothing of it is stored", async () => {
    const other = await makeAttribution(db(), { passageId, byId: room.owner.userId });
    const taken = await attribute(says({ links: [{ id: other.id, source: null }] }));
    expect([taken.status, taken.body.error.code]).toEqual([409, "conflict"]);
    const id = randomUUID();
    expect((await attribute(says({ links: [{ id, source: null }] }), { id })).status).toBe(409);
    expect(await db().attribution.count({ where: { passageId } })).toBe(1);
  });

  it("that has moved on is shown to whoever changes an older one", async () => {
    const { attributionId } = await held();
    const change = (version: number, over: Record<string, unknown>) =>
      call("editAttribution", { params: { attributionId }, body: { version, content: says(over) } });
    expect((await change(1, { channel: "speech" })).status).toBe(200);
    expect(await change(1, { channel: "court" })).toMatchObject({
      status: 409,
      body: { error: { details: { id: attributionId, version: 2, channel: "speech" } } },
    });
    expect((await change(0, {})).status).toBe(400);
  });
});

async function held() {
  const attribution = await makeAttribution(db(), { passageId, byId: room.editor.userId, sourceId });
  return { attributionId: attribution.id };
}

it("is not taken from a page that was made for somebody else", async () => {
  const { attributionId } = await held();
  const settle = (viewer: string) =>
    call("createSettlement", {
      params: { passageId },
      body: { id: randomUUID(), attribution: { id: attributionId, version: 1 }, replaces: null },
      headers: { [viewerHeader]: viewer },
    });
  expect(await settle(room.owner.userId)).toMatchObject({
    status: 401,
    body: { error: { code: "unauthenticated", message: expect.stringContaining("Somebody else") } },
  });
  expect((await settle(room.editor.userId)).status).toBe(201);
});

describe("a settlement", () => {
  it("needs the version that was seen, and says why when it gives a reason", async () => {
    const { attributionId } = await held();
    const settle = (attribution: unknown, why?: unknown, replaces: string | null = null) =>
      call("createSettlement", {
        params: { passageId },
        body: { id: randomUUID(), attribution, replaces, ...(why === undefined ? {} : { why }) },
      });
    expect((await settle({ id: attributionId })).status).toBe(400);
    expect(await settle({ id: attributionId, version: 9 })).toMatchObject({
      status: 409,
      body: { error: { details: { id: attributionId, version: 1 } } },
    });
    expect((await settle({ id: attributionId, version: 1 }, "x".repeat(501))).body.error.fields).toEqual({
      why: "The reason is too long: at most 500 characters.",
    });
    const { settlement } = (await settle({ id: attributionId, version: 1 }, "  ")).body;
    expect(settlement).toMatchObject({ why: null, attributionVersion: 1 });
    expect((await settle(null, "Heard again.", settlement.id)).body.settlement).toMatchObject({
      attributionId: null,
      why: "Heard again.",
    });
  });
});

describe("a source", () => {
  it("that has moved on is shown to whoever changes an older one", async () => {
    const change = (role: string) => call("editSource", { params: { sourceId }, body: { version: 1, role } });
    expect((await change("mayor")).body).toMatchObject({ role: "mayor", version: 2 });
    expect(await change("fishmonger")).toMatchObject({
      status: 409,
      body: { error: { code: "conflict", details: { role: "mayor", version: 2 } } },
    });
  });

  it("is merged, shown with what was merged, and taken apart", async () => {
    const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
    const other = await makeSource(db(), { ...made, name: "Mrs Holm" });
    const merge = { params: { sourceId: other.id }, body: { into: sourceId } };
    expect(await call("mergeSource", merge)).toMatchObject({ status: 200, body: { mergedInto: sourceId } });
    expect((await call("getSource", { params: { sourceId } })).body.merged).toMatchObject([{ id: other.id }]);
    const round = { params: { sourceId }, body: { into: other.id } };
    expect((await call("mergeSource", round)).status).toBe(409);
    expect((await call("mergeSource", { params: { sourceId }, body: { into: sourceId } })).status).toBe(400);
    expect(await call("unmergeSource", { params: { sourceId: other.id } })).toMatchObject({
      status: 200,
      body: { mergedInto: null },
    });
  });

  it("that is named so badly that nobody could find it is refused", async () => {
    const params = { workspaceId: room.workspace.id };
    const create = (body: unknown) => call("createSource", { params, body });
    expect((await create({ id: randomUUID(), kind: "person", name: " " })).body.error.fields).toEqual({
      name: "The name is missing.",
    });
    expect((await create({ id: randomUUID(), kind: "bot", name: "X" })).body.error.fields).toEqual({
      kind: "This is not a kind of source.",
    });
  });
});

describe("a ledger", () => {
  const inWorkspace = () => ({ workspaceId: room.workspace.id });

  it.each<[string, Record<string, string>, string]>([
    ["an order that there is not", { order: "loudness" }, "order"],
    ["a kind that there is not", { kind: "bot" }, "kind"],
    ["a page that there is not", { cursor: "bad" }, "cursor"],
    ["too many words", { q: "x".repeat(201) }, "q"],
    ["what it does not know", { page: "2" }, ""],
  ])("is refused for %s", async (_, query, field) => {
    const { status, body } = await call("listLedger", { params: inWorkspace(), query });
    expect([status, Object.keys(body.error.fields)]).toEqual([400, [field]]);
  });

  it("is paged by what it answers", async () => {
    const made = { workspaceId: room.elsewhere.id, createdById: room.outsider.userId };
    for (let index = 0; index < 51; index++) await makeSource(db(), { ...made, name: `Source ${index}` });
    await signInAs(room.outsider.userId);
    const params = { workspaceId: room.elsewhere.id };
    const first = await call("listLedger", { params, query: { order: "name" } });
    expect(first.body.rows).toHaveLength(50);
    const query = { order: "name", cursor: first.body.nextCursor };
    expect((await call("listLedger", { params, query })).body).toMatchObject({
      rows: [{ source: { name: "Source 9" } }],
      nextCursor: null,
    });
    // Of another order's page it makes no fault.
    expect((await call("listLedger", { params, query: { ...query, order: "passages" } })).status).toBe(200);
  });

  it.each([
    ["exportLedger", inWorkspace, "The-Harbour-Desk-sources.csv"],
    ["exportArticleLedger", () => ({ articleId: article.id }), "Éva-s-harbour-1-sources.csv"],
  ])("comes as a file from %s", async (name, params, file) => {
    await db().article.update({ where: { id: article.id }, data: { title: 'Éva\'s harbour "1"' } });
    const { status, text, headers } = await call(name, { params: params() });
    expect(status).toBe(200);
    expect(text).toMatch(/^\ufeff?Source,Kind,Role,/);
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("no-store");
    const disposition = headers.get("content-disposition") ?? "";
    expect(disposition).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%-]+$/);
    expect(decodeURIComponent(disposition.split("''")[1] ?? "")).toBe(file);
  });

  it("of a source lists what it said, a page at a time", async () => {
    await held();
    expect((await call("listSaid", { params: { sourceId } })).body).toMatchObject({
      passages: [{ passageId, name: "Ida Holm" }],
      nextCursor: null,
    });
    expect((await call("listSaid", { params: { sourceId }, query: { cursor: "?" } })).status).toBe(400);
    expect((await call("listSaid", { params: { sourceId: "ida" } })).status).toBe(400);
  });
});

describe("suggestions", () => {
  const ids = () => ({ passageId: randomUUID(), attributionId: randomUUID(), sourceId: randomUUID() });
  const accept = (all: unknown) =>
    call("acceptSuggestions", { params: { articleId: article.id }, body: { accept: all } });

  it("are decided about one to two hundred at a time", async () => {
    const many = Array.from({ length: 201 }, () => ({ suggestionId: randomUUID(), ...ids() }));
    expect([(await accept([])).status, (await accept(many)).status]).toEqual([400, 400]);
    const reopen = (suggestionIds: string[]) =>
      call("reopenSuggestions", { params: { articleId: article.id }, body: { suggestionIds } });
    expect([(await reopen([])).status, (await reopen(many.map((one) => one.suggestionId))).status]).toEqual([
      400, 400,
    ]);
  });

  it("make nothing under ids that are taken", async () => {
    const speaker = { start: 0, end: 7, name: "The harbour", kind: "organisation" as const, names: [] };
    const { id: suggestionId } = await makeSuggestion(db(), {
      articleId: article.id,
      words: "will reopen",
      kind: "attribution",
      speaker,
    });
    const other = await makeAttribution(db(), { passageId, byId: room.owner.userId });
    for (const taken of [{ passageId }, { attributionId: other.id }, { sourceId }])
      expect((await accept([{ suggestionId, ...ids(), ...taken }])).status).toBe(409);
    expect(await db().passage.count({ where: { articleId: article.id } })).toBe(1);
    expect(await db().source.count({ where: { name: "The harbour" } })).toBe(0);
    expect((await accept([{ suggestionId, ...ids() }])).status).toBe(200);
  });

  it("that a colleague has decided are shown as they are", async () => {
    const { id: suggestionId } = await makeSuggestion(db(), {
      articleId: article.id,
      words: "will reopen",
      state: "accepted",
    });
    expect(await call("dismissSuggestion", { params: { suggestionId } })).toMatchObject({
      status: 409,
      body: { error: { details: { id: suggestionId, state: "accepted" } } },
    });
  });
});
