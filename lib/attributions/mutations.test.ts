import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { getDiscussion } from "@/lib/discussion/queries";
import { deletePassage, reselectPassage, restorePassage } from "@/lib/passages/mutations";
import { makeAttribution, makePassage, makeSource } from "@/prisma/factories";
import { createAttribution, deleteAttribution, editAttribution, restoreAttribution } from "./mutations";
import { reportersOwn } from "./reporters-own";
import { createSettlement } from "./settlements";
import {
  article,
  courier,
  create,
  ida,
  mine,
  passageId,
  room,
  says,
  select,
  useOnePassage,
} from "./test-one-passage";

useTestDatabase();
useOnePassage();

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
    await expect(create(room.member, reportersOwn)).rejects.toMatchObject({
      code: "conflict",
      details: { sourceId: ida },
    });
    await create(room.editor, reportersOwn);
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
    await create(room.member, reportersOwn);
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

describe("with its passage", () => {
  it("goes out of sight and comes back, also for those who catch up", async () => {
    const id = randomUUID();
    await create(room.member, says(ida), id);
    await createSettlement(room.editor, passageId, {
      id: randomUUID(),
      attribution: { id, version: 1 },
      replaces: null,
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
