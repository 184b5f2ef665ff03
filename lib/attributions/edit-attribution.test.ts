import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { makeAttribution, makePassage } from "@/prisma/factories";
import { deleteAttribution, editAttribution } from "./mutations";
import { listAttributionRevisions } from "./queries";
import { reportersOwn } from "./reporters-own";
import type { AttributionContent } from "./schema";
import { article, courier, create, ida, mine, room, says, useOnePassage } from "./test-one-passage";

useTestDatabase();
useOnePassage();

describe("editAttribution", () => {
  it("keeps what was said before", async () => {
    const id = randomUUID();
    await create(room.member, says(ida), id);
    const changed = await editAttribution(room.member, id, { version: 1, content: reportersOwn });
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
    const late = editAttribution(room.member, id, { version: 1, content: reportersOwn });
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
      const change = editAttribution(viewer, id, { version: 1, content: reportersOwn });
      await expect(change).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
