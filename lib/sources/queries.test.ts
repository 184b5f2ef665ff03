import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import {
  makeArticle,
  makeAttribution,
  makeComment,
  makeNewsroom,
  makePassage,
  makeSource,
  makeThread,
} from "@/prisma/factories";
import { distinguishSources, mergeSource } from "./mutations";
import { articlesNaming, getSource, idsSpeakingAs, listMergeProposals, listSourceThreads } from "./queries";

useTestDatabase();

let room: Awaited<ReturnType<typeof makeNewsroom>>;

beforeEach(async () => {
  room = await makeNewsroom(db());
});

const make = (
  name: string,
  kind: "person" | "organisation" = "organisation",
  workspaceId = room.workspace.id,
) => makeSource(db(), { workspaceId, createdById: room.owner.userId, name, kind });

const article = () => makeArticle(db(), { workspaceId: room.workspace.id, createdById: room.owner.userId });

async function proposed(): Promise<string[]> {
  const { proposals } = await listMergeProposals(room.viewer, room.workspace.id);
  return proposals.map(({ source, into, reason }) => `${source.name} → ${into.name}: ${reason}`);
}

describe("listMergeProposals", () => {
  it("compares the sources of the workspace only", async () => {
    await make("Harbour Board");
    await make("The Harbour Board", "organisation", room.elsewhere.id);
    expect(await proposed()).toEqual([]);
    await make("The harbour board");
    expect(await proposed()).toHaveLength(1);
  });

  it("lets the one that says more keep its name", async () => {
    const [first, second] = [await make("Harbour Board"), await make("Board of the Harbour")];
    await db().sourceAlias.create({
      data: {
        id: crypto.randomUUID(),
        text: "Harbour Board",
        sourceId: second.id,
        createdById: room.owner.userId,
      },
    });
    const { id: articleId } = await article();
    const passage = await makePassage(db(), { articleId, createdById: room.member.userId });
    await makeAttribution(db(), { passageId: passage.id, byId: room.member.userId, sourceId: first.id });
    expect(await proposed()).toEqual(["Board of the Harbour → Harbour Board: sameName"]);
  });

  it("proposes no more what was merged, or called distinct", async () => {
    const [short, long] = [await make("Holm", "person"), await make("Ida Holm", "person")];
    expect(await proposed()).toEqual(["Holm → Ida Holm: surname"]);
    await distinguishSources(room.member, short.id, long.id);
    expect(await proposed()).toEqual([]);
    const [uk, ministry] = [await make("UK"), await make("British Defense Ministry")];
    expect(await proposed()).toEqual(["UK → British Defense Ministry: sameState"]);
    await mergeSource(room.member, uk.id, ministry.id);
    expect(await proposed()).toEqual([]);
  });

  it("counts for that only what stands", async () => {
    const [first, second] = [await make("Harbour Board"), await make("the harbour board")];
    const { id: articleId } = await article();
    const say = async (sourceId: string, over = {}) => {
      const passage = await makePassage(db(), { articleId, createdById: room.member.userId });
      await makeAttribution(db(), { passageId: passage.id, byId: room.member.userId, sourceId, ...over });
    };
    await say(second.id);
    for (const over of [{ stands: false }, { deletedAt: new Date() }]) {
      await say(first.id, over);
      await say(first.id, over);
    }
    expect(await proposed()).toEqual(["Harbour Board → the harbour board: sameName"]);
  });

  it("proposes twenty at most", async () => {
    for (let index = 0; index < 22; index++) {
      await make(`Board of port ${index}`);
      await make(`the board of port ${index}`);
    }
    expect(await proposed()).toHaveLength(20);
  });

  it("is not there for others", async () => {
    await expect(listMergeProposals(room.outsider, room.workspace.id)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("listSourceThreads", () => {
  it("lists those about it and about what was merged into it, the latest first, with how they begin", async () => {
    const [source, merged] = [await make("Harbour Board"), await make("The board")];
    const { id: articleId } = await article();
    const start = async (sourceId: string, text: string, createdAt: string) => {
      const thread = await makeThread(db(), {
        articleId,
        sourceId,
        createdById: room.member.userId,
        createdAt: new Date(createdAt),
      });
      const comment = { threadId: thread.id, authorId: room.member.userId };
      const deleted = await makeComment(db(), { ...comment, text: "Taken back." });
      await db().comment.update({ where: { id: deleted.id }, data: { deletedAt: new Date() } });
      await makeComment(db(), { ...comment, text });
      await makeComment(db(), { ...comment, text: "And more." });
    };
    await start(source.id, "Who sits on it?", "2026-01-01");
    await start(merged.id, "Long. ".repeat(60), "2026-02-01");
    await mergeSource(room.member, merged.id, source.id);
    const { threads } = await listSourceThreads(room.viewer, source.id);
    expect(threads.map(({ opening, comments, state }) => [opening.slice(0, 20), comments, state])).toEqual([
      ["Long. Long. Long. Lo", 2, "open"],
      ["Who sits on it?", 2, "open"],
    ]);
    expect(threads[0]?.opening).toHaveLength(201);
    await expect(listSourceThreads(room.outsider, source.id)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("what speaks as a source", () => {
  it("is found however far down, with the articles that name any of it", async () => {
    const [ministry, uk, government] = [await make("Ministry"), await make("UK"), await make("Government")];
    await mergeSource(room.member, government.id, uk.id);
    await mergeSource(room.member, uk.id, ministry.id);
    const [first, second] = [await article(), await article()];
    const passage = await makePassage(db(), { articleId: first.id, createdById: room.member.userId });
    await makeAttribution(db(), {
      passageId: passage.id,
      byId: room.member.userId,
      sourceId: government.id,
    });
    await makeThread(db(), { articleId: second.id, createdById: room.owner.userId, sourceId: uk.id });
    expect(new Set(await idsSpeakingAs(db(), [ministry.id]))).toEqual(
      new Set([ministry.id, uk.id, government.id]),
    );
    expect(await idsSpeakingAs(db(), [government.id])).toEqual([government.id]);
    const naming = (id: string) => db().$transaction((tx) => articlesNaming(tx, [id]));
    expect(new Set(await naming(ministry.id))).toEqual(new Set([first.id, second.id]));
    expect(await naming(government.id)).toEqual([first.id]);
    const read = await getSource(room.viewer, ministry.id);
    expect(read.merged.map((one) => one.name)).toEqual(["Government", "UK"]);
    await expect(getSource(room.outsider, ministry.id)).rejects.toMatchObject({ code: "not-found" });
  });
});
