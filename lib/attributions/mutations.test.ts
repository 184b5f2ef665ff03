import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { getDiscussion } from "@/lib/discussion/queries";
import { deletePassage, reselectPassage, restorePassage } from "@/lib/passages/mutations";
import { makeArticle, makeAttribution, makeNewsroom, makePassage, makeSource } from "@/prisma/factories";
import { createAttribution, deleteAttribution, editAttribution, restoreAttribution } from "./mutations";
import { listAttributionRevisions } from "./queries";
import type { AttributionContent } from "./schema";
import { createSettlement } from "./settlements";
import { readVoices } from "./voices";

useTestDatabase();

const text =
  "Port to reopen\n\nThe port will reopen in March, Ida Holm told the Courier. The court had closed it, the paper said.";
let room: Awaited<ReturnType<typeof makeNewsroom>>;
let article: Awaited<ReturnType<typeof makeArticle>>;
let passageId: string;
let ida: string;
let courier: string;

beforeAll(async () => {
  room = await makeNewsroom(db());
});

beforeEach(async () => {
  const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
  article = await makeArticle(db(), { ...made, text });
  ida = (await makeSource(db(), { ...made, name: "Ida Holm" })).id;
  courier = (await makeSource(db(), { ...made, name: "Courier", kind: "organisation" })).id;
  passageId = (
    await makePassage(db(), {
      articleId: article.id,
      createdById: room.member.userId,
      words: "The port will reopen in March",
    })
  ).id;
});

function select(words: string) {
  const start = text.indexOf(words);
  return { start, end: start + words.length, exact: words };
}

function says(sourceId: string, over: Partial<AttributionContent> = {}): AttributionContent {
  return {
    voice: "source",
    source: { sourceId },
    directness: "indirect",
    mention: select("Ida Holm"),
    cue: select("told"),
    cueClass: "neutral",
    channel: "unknown",
    polarity: "positive",
    saidAt: null,
    links: [],
    parentId: null,
    ...over,
  };
}

const reporters = (): AttributionContent => ({
  ...says(ida),
  voice: "reporter",
  source: null,
  directness: null,
  mention: null,
  cue: null,
  cueClass: null,
});

const create = (viewer: Viewer, content: AttributionContent, id = randomUUID()) =>
  createAttribution(viewer, article.id, { id, passageId, content });

const mine = (viewer: Viewer) =>
  db().attribution.findMany({ where: { passageId, byId: viewer.userId, deletedAt: null } });

describe("createAttribution", () => {
  it("stores who said it with an event, and answers a retry with the same", async () => {
    const id = randomUUID();
    const content = says(ida, { saidAt: "2026-03-01", channel: "interview" });
    const made = await create(room.member, content, id);
    expect(made.attributions).toMatchObject([
      { id, sourceId: ida, saidAt: "2026-03-01", stands: true, by: room.member.userId },
    ]);
    expect(made.sources.map((one) => one.name)).toEqual(["Ida Holm"]);
    expect(await create(room.member, content, id)).toMatchObject({ attributions: [{ id }] });
    expect(await mine(room.member)).toHaveLength(1);
  });

  it("makes one of five tries at once", async () => {
    const id = randomUUID();
    await Promise.all(Array.from({ length: 5 }, () => create(room.member, says(ida), id)));
    expect(await mine(room.member)).toHaveLength(1);
    const events = await db().event.count({
      where: { articleId: article.id, kind: "attribution.created" },
    });
    expect(events).toBe(1);
  });

  it("makes passage, source and chain along with it, or nothing", async () => {
    const newSource = { id: randomUUID(), kind: "organisation" as const, name: "The court" };
    const given = {
      id: randomUUID(),
      passage: { id: randomUUID(), ...select("The court had closed it") },
      content: says(ida, {
        source: { newSource },
        mention: select("The court"),
        cue: null,
        links: [{ id: randomUUID(), source: { sourceId: courier } }],
      }),
    };
    const bad = { ...given, content: { ...given.content, cue: { start: 0, end: 4, exact: "told" } } };
    await expect(createAttribution(room.member, article.id, bad)).rejects.toMatchObject({
      code: "invalid",
      fields: { "content.cue": expect.stringContaining("Port") },
    });
    expect(await db().source.findUnique({ where: { id: newSource.id } })).toBeNull();
    expect(await db().passage.findUnique({ where: { id: given.passage.id } })).toBeNull();
    const made = await createAttribution(room.member, article.id, given);
    expect(made.passage).toMatchObject({ exact: "The court had closed it" });
    const [link, head] = made.attributions;
    expect(link).toMatchObject({ sourceId: courier, stands: false });
    expect(head).toMatchObject({ sourceId: newSource.id, parentId: link?.id, stands: true });
  });

  it("lets each person hold one of a passage", async () => {
    await create(room.member, says(ida));
    await expect(create(room.member, reporters())).rejects.toMatchObject({
      code: "conflict",
      details: { sourceId: ida },
    });
    await create(room.editor, reporters());
    expect(await db().attribution.count({ where: { passageId, stands: true } })).toBe(2);
  });

  it("refuses the passage as its own mention", async () => {
    const mention = select("The port will reopen in March");
    await expect(create(room.member, says(ida, { mention }))).rejects.toMatchObject({ code: "invalid" });
  });

  it("refuses sources and parents from elsewhere", async () => {
    const theirs = await makeSource(db(), {
      workspaceId: room.elsewhere.id,
      createdById: room.outsider.userId,
    });
    await expect(create(room.member, says(theirs.id))).rejects.toMatchObject({ code: "not-found" });
    const parentId = randomUUID();
    await expect(create(room.member, says(ida, { parentId }))).rejects.toMatchObject({ code: "not-found" });
    await expect(create(room.viewer, says(ida))).rejects.toMatchObject({ code: "forbidden" });
    await expect(create(room.outsider, says(ida))).rejects.toMatchObject({ code: "not-found" });
  });

  it("refuses a chain that would report itself", async () => {
    const first = randomUUID();
    await create(room.member, says(ida), first);
    const other = await makePassage(db(), {
      articleId: article.id,
      createdById: room.member.userId,
      words: "The court had closed it",
    });
    const second = randomUUID();
    await createAttribution(room.member, article.id, {
      id: second,
      passageId: other.id,
      content: says(courier, { mention: null, cue: null, parentId: first }),
    });
    const turned = editAttribution(room.member, first, {
      version: 1,
      content: says(ida, { parentId: second }),
    });
    await expect(turned).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("editAttribution", () => {
  it("keeps what was said before", async () => {
    const id = randomUUID();
    await create(room.member, says(ida), id);
    const changed = await editAttribution(room.member, id, { version: 1, content: reporters() });
    expect(changed.attributions).toMatchObject([{ id, voice: "reporter", sourceId: null, version: 2 }]);
    const { revisions, sources } = await listAttributionRevisions(room.viewer, id);
    expect(revisions).toMatchObject([{ version: 1, was: { voice: "source", sourceId: ida } }]);
    expect(sources.map((one) => one.name)).toEqual(["Ida Holm"]);
  });

  it("lets the first of two windows win, and is deaf to a repeated call", async () => {
    const id = randomUUID();
    await create(room.member, says(ida), id);
    const change = { version: 1, content: says(courier) };
    await editAttribution(room.member, id, change);
    expect(await editAttribution(room.member, id, change)).toMatchObject({
      attributions: [{ version: 2 }],
    });
    const late = editAttribution(room.member, id, { version: 1, content: reporters() });
    await expect(late).rejects.toMatchObject({
      code: "conflict",
      details: { sourceId: courier, version: 2 },
    });
  });

  it("changes links of a chain in place, and takes away those that are left out", async () => {
    const id = randomUUID();
    const [a, b] = [randomUUID(), randomUUID()];
    const links = [
      { id: a, source: null },
      { id: b, source: { sourceId: courier } },
    ];
    await create(room.member, says(ida, { links }), id);
    expect(await mine(room.member)).toHaveLength(3);
    const shorter = says(ida, { links: [{ id: a, source: { sourceId: courier } }] });
    await editAttribution(room.member, id, { version: 1, content: shorter });
    const rows = await mine(room.member);
    expect(rows.map((row) => row.id).sort()).toEqual([a, id].sort());
    expect(rows.find((row) => row.id === a)).toMatchObject({ sourceId: courier, parentId: null });
  });

  it.each<[string, (link: string, parentId: string) => Partial<AttributionContent>]>([
    ["the source of a link", (id, parentId) => ({ links: [{ id, source: null }], parentId })],
    [
      "what reports the outermost link",
      (id) => ({ links: [{ id, source: { sourceId: courier } }], parentId: null }),
    ],
  ])("takes no late change of %s for a retry of what came through", async (_, change) => {
    const other = await makePassage(db(), {
      articleId: article.id,
      createdById: room.editor.userId,
      words: "The court had closed it",
    });
    const above = await makeAttribution(db(), { passageId: other.id, byId: room.editor.userId });
    const [id, link] = [randomUUID(), randomUUID()];
    const links = [{ id: link, source: { sourceId: courier } }];
    const first = says(ida, { links, parentId: above.id });
    await create(room.member, first, id);
    const won = { ...first, directness: "mixed" as const };
    await editAttribution(room.member, id, { version: 1, content: won });
    // A window that has not seen it asks for the same head over another chain.
    const late = editAttribution(room.member, id, {
      version: 1,
      content: { ...won, ...change(link, above.id) },
    });
    await expect(late).rejects.toMatchObject({ code: "conflict", details: { version: 2 } });
    expect(await editAttribution(room.member, id, { version: 1, content: won })).toMatchObject({
      attributions: [{ id: link }, { id, version: 2 }],
    });
  });

  it("can be made although what reports it was taken back, and keeps the missing link", async () => {
    const other = await makePassage(db(), {
      articleId: article.id,
      createdById: room.editor.userId,
      words: "The court had closed it",
    });
    const above = await makeAttribution(db(), { passageId: other.id, byId: room.editor.userId });
    const [id, link] = [randomUUID(), randomUUID()];
    const content = says(ida, { links: [{ id: link, source: null }], parentId: above.id });
    await create(room.member, content, id);
    await deleteAttribution(room.editor, above.id);
    const change = { ...content, directness: "mixed" as const };
    const changed = await editAttribution(room.member, id, { version: 1, content: change });
    expect(changed.attributions).toMatchObject([
      { id: link, parentId: above.id },
      { id, parentId: link, directness: "mixed" },
    ]);
    // What was never there is refused as before.
    const invented = { ...change, parentId: randomUUID() };
    const edit = editAttribution(room.member, id, { version: 2, content: invented });
    await expect(edit).rejects.toMatchObject({ code: "not-found" });
  });

  it("keeps what the links of the chain said before, and leaves alone those that stay as they are", async () => {
    const [id, near, far] = [randomUUID(), randomUUID(), randomUUID()];
    const links = [
      { id: near, source: null },
      { id: far, source: { sourceId: courier } },
    ];
    await create(room.member, says(ida, { links }), id);
    const change = says(ida, {
      links: [
        { id: near, source: { sourceId: ida } },
        { id: far, source: { sourceId: courier } },
      ],
    });
    await editAttribution(room.member, id, { version: 1, content: change });
    const { revisions } = await listAttributionRevisions(room.viewer, near);
    expect(revisions).toMatchObject([{ version: 1, was: { id: near, sourceId: null, parentId: far } }]);
    expect((await listAttributionRevisions(room.viewer, far)).revisions).toEqual([]);
    const versions = await db().attribution.findMany({
      where: { id: { in: [near, far] } },
      orderBy: { version: "desc" },
      select: { id: true, version: true },
    });
    expect(versions).toEqual([
      { id: near, version: 2 },
      { id: far, version: 1 },
    ]);
  });

  it("closes no circle through a link of its own chain", async () => {
    const [id, link] = [randomUUID(), randomUUID()];
    const links = [{ id: link, source: { sourceId: courier } }];
    await create(room.member, says(ida, { links }), id);
    const itself = says(ida, { links, parentId: link });
    const edit = editAttribution(room.member, id, { version: 1, content: itself });
    await expect(edit).rejects.toMatchObject({ code: "invalid" });
    const other = await makePassage(db(), {
      articleId: article.id,
      createdById: room.member.userId,
      words: "The court had closed it",
    });
    const above = await makeAttribution(db(), {
      passageId: other.id,
      byId: room.member.userId,
      sourceId: courier,
      parentId: link,
    });
    const round = editAttribution(room.member, id, {
      version: 1,
      content: says(ida, { links, parentId: above.id }),
    });
    await expect(round).rejects.toMatchObject({ code: "invalid" });
  });

  it("is nobody's but the author's", async () => {
    const id = randomUUID();
    await create(room.member, says(ida), id);
    for (const viewer of [room.owner, room.editor]) {
      const change = editAttribution(viewer, id, { version: 1, content: reporters() });
      await expect(change).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("deleteAttribution", () => {
  it("goes with its links and comes back with them", async () => {
    const id = randomUUID();
    const link = randomUUID();
    await create(room.member, says(ida, { links: [{ id: link, source: { sourceId: courier } }] }), id);
    const { removed } = await deleteAttribution(room.member, id);
    expect(removed.sort()).toEqual([id, link].sort());
    expect((await getDiscussion(room.viewer, article.id)).attributions).toEqual([]);
    await restoreAttribution(room.member, id);
    const { attributions } = await getDiscussion(room.viewer, article.id);
    expect(attributions.map((one) => [one.id, one.stands]).sort()).toEqual(
      [
        [id, true],
        [link, false],
      ].sort(),
    );
  });

  it("does not come back beside a new one", async () => {
    const id = randomUUID();
    await create(room.member, says(ida), id);
    await deleteAttribution(room.member, id);
    await create(room.member, reporters());
    await expect(restoreAttribution(room.member, id)).rejects.toMatchObject({ code: "conflict" });
  });

  it.each(["attribution", "passage"])("closes no circle with a restored %s", async (what) => {
    const passages = await Promise.all(
      ["The port", "reopen", "in March"].map((words) =>
        makePassage(db(), { articleId: article.id, createdById: room.owner.userId, words }),
      ),
    );
    const [first = "", second = "", third = ""] = passages.map((one) => one.id);
    const record = (over: { passageId: string; sourceId: string; parentId?: string }) =>
      makeAttribution(db(), { byId: room.owner.userId, ...over });
    const above = await record({ passageId: first, sourceId: ida });
    const between = await record({ passageId: second, sourceId: courier, parentId: above.id });
    const below = await record({ passageId: third, sourceId: ida, parentId: between.id });
    if (what === "passage") await deletePassage(room.owner, second);
    else await deleteAttribution(room.owner, between.id);
    const content = { ...says(ida), mention: null, cue: null, cueClass: null };
    const change = (version: number, parentId: string | null) =>
      editAttribution(room.owner, above.id, { version, content: { ...content, parentId } });
    await change(1, below.id);
    const restore = () =>
      what === "passage" ? restorePassage(room.owner, second) : restoreAttribution(room.owner, between.id);
    await expect(restore()).rejects.toMatchObject({ code: "conflict" });
    const held = await getDiscussion(room.owner, article.id);
    expect(held.attributions.map((one) => one.id)).not.toContain(between.id);
    await change(2, null);
    await restore();
    const after = await getDiscussion(room.owner, article.id);
    expect(after.attributions.find((one) => one.id === between.id)?.parentId).toBe(above.id);
  });
});

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

describe("with its passage", () => {
  it("goes out of sight and comes back, also for those who catch up", async () => {
    const id = randomUUID();
    await create(room.member, says(ida), id);
    await createSettlement(room.editor, passageId, {
      id: randomUUID(),
      attribution: { id, version: 1 },
    });
    await deletePassage(room.owner, passageId);
    const { number } = await getDiscussion(room.viewer, article.id);
    await restorePassage(room.owner, passageId);
    const since = await getDiscussion(room.viewer, article.id, number);
    expect(since.attributions.map((one) => one.id)).toEqual([id]);
    expect(since.settlements).toHaveLength(1);
    expect(since.sources.map((one) => one.id)).toEqual([ida]);
  });

  it("is not moved under other words, nor deleted, by somebody else's hand", async () => {
    await create(room.editor, says(ida));
    const elsewhere = { ...select("The court had closed it"), version: 1 };
    await expect(reselectPassage(room.member, passageId, elsewhere)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(deletePassage(room.member, passageId)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("catching up", () => {
  it("hears of a source's change and of what was taken back", async () => {
    const id = randomUUID();
    const { attributions } = await create(room.member, says(ida), id);
    const number = attributions[0]?.number ?? 0;
    const { editSource } = await import("@/lib/sources/mutations");
    await editSource(room.member, ida, { version: 1, name: "Ida M. Holm" });
    const since = await getDiscussion(room.viewer, article.id, number);
    expect(since.sources.map((one) => one.name)).toEqual(["Ida M. Holm"]);
    expect(since.attributions).toEqual([]);
    await deleteAttribution(room.member, id);
    expect((await getDiscussion(room.viewer, article.id, number)).removed?.attributions).toEqual([id]);
  });
});
