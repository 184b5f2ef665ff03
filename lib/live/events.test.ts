import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { transaction } from "@/lib/db/transaction";
import { makeArticle, makeNewsroom } from "@/prisma/factories";
import { type EventKind, storeEvent, storeEventInAll } from "./events";

useTestDatabase();

let room: Awaited<ReturnType<typeof makeNewsroom>>;
const make = (archivedAt: Date | null = null) =>
  makeArticle(db(), { workspaceId: room.workspace.id, createdById: room.owner.userId, archivedAt });

beforeAll(async () => {
  room = await makeNewsroom(db());
});

function store(articleId: string, kind: EventKind, actorId: string | null = room.member.userId) {
  return transaction((tx) => storeEvent(tx, { articleId, kind, ids: {}, actorId }));
}

describe("storeEvent", () => {
  it("numbers without holes, however many write at once", async () => {
    const { id } = await make();
    const numbers = await Promise.all(Array.from({ length: 12 }, () => store(id, "comment.created")));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
  });

  it("takes nothing into an archived article but what describes it", async () => {
    const { id } = await make(new Date());
    for (const kind of ["comment.created", "passage.created", "attribution.created"] as const) {
      await expect(store(id, kind)).rejects.toMatchObject({ code: "conflict" });
    }
    expect(await store(id, "article.edited")).toBe(1);
    expect(await db().event.count({ where: { articleId: id } })).toBe(1);
  });

  it("is no activity when nobody did it", async () => {
    const { id, lastActivityAt } = await make();
    await store(id, "suggestion.made", null);
    expect((await db().article.findUniqueOrThrow({ where: { id } })).lastActivityAt).toEqual(lastActivityAt);
  });
});

describe("storeEventInAll", () => {
  it("gives each article its own next number, also when two such writes cross", async () => {
    const articles = [await make(), await make(), await make()];
    await store(articles[0]?.id ?? "", "comment.created");
    const event = (articleIds: string[]) =>
      transaction((tx) =>
        storeEventInAll(tx, {
          articleIds,
          kind: "source.changed",
          ids: { source: "x" },
          actorId: room.member.userId,
        }),
      );
    const ids = articles.map((one) => one.id);
    await Promise.all([event(ids), event(ids.toReversed()), event([])]);
    const numbers = await Promise.all(
      ids.map(async (id) => (await db().article.findUniqueOrThrow({ where: { id } })).eventNumber),
    );
    expect(numbers).toEqual([3, 2, 2]);
    expect(await db().event.count({ where: { kind: "source.changed" } })).toBe(6);
  });
});
