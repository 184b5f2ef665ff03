import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { engineVersion } from "@/lib/attributions/detect/detect";
import { readVoices } from "@/lib/attributions/voices";
import { db } from "@/lib/db/client";
import { countQueries, countWaiting, useTestDatabase } from "@/lib/db/test-database";
import { transaction } from "@/lib/db/transaction";
import { acceptableBy } from "@/lib/discussion/proposed-in";
import { getDiscussion } from "@/lib/discussion/queries";
import { makeArticle, makeAttribution, makePassage, makeSource } from "@/prisma/factories";
import { acceptSuggestions } from "./accept";
import { reopenSuggestions } from "./mutations";
import { accept, article, newIds, room, stateOf, suggestion, useSuggestions } from "./test-suggestions";

useTestDatabase();
useSuggestions();

describe("acceptSuggestions", () => {
  it("makes passage, source and attribution in one step, and says who accepted", async () => {
    const holm = suggestion("Ida Holm");
    const done = await accept(room.member, holm);
    expect(done.suggestions).toMatchObject([
      { id: holm.id, state: "accepted", decidedBy: room.member.userId },
    ]);
    expect(done.passages).toMatchObject([{ start: holm.start, end: holm.end }]);
    expect(done.sources).toMatchObject([{ name: "Ida Holm", kind: "person" }]);
    expect(done.attributions).toMatchObject([
      {
        by: room.member.userId,
        origin: engineVersion,
        directness: "direct",
        mention: { start: holm.speaker?.start },
      },
    ]);
  });

  it("takes the source that was made before, in the next article too", async () => {
    const first = await accept(room.member, suggestion("Ida Holm"));
    const second = await accept(room.editor, suggestion("Ida Holm", 1));
    expect(second.sources.map((one) => one.id)).toEqual(first.sources.map((one) => one.id));
    const other = await makeArticle(db(), {
      workspaceId: room.workspace.id,
      createdById: room.owner.userId,
      text: "Again\n\nIda Holm said the boats were back.",
    });
    const [again] = (await getDiscussion(room.member, other.id)).suggestions;
    const third = await acceptSuggestions(room.member, other.id, {
      accept: [{ suggestionId: again?.id ?? "", ...newIds() }],
    });
    expect(third.sources.map((one) => one.id)).toEqual(first.sources.map((one) => one.id));
  });

  it("puts no words in the mouth of another article's court", async () => {
    const found: (string | undefined)[] = [];
    for (const day of ["Monday", "Tuesday"]) {
      const other = await makeArticle(db(), {
        workspaceId: room.workspace.id,
        createdById: room.owner.userId,
        text: `Again\n\nThe court said on ${day} that the ferry could sail.`,
      });
      const [proposed] = (await getDiscussion(room.member, other.id)).suggestions;
      expect(proposed?.speaker).toMatchObject({ kind: "organisation" });
      const done = await acceptSuggestions(room.member, other.id, {
        accept: [{ suggestionId: proposed?.id ?? "", ...newIds() }],
      });
      found.push(done.sources[0]?.id);
    }
    expect(new Set(found).size).toBe(2);
  });

  it("finds the source of exactly this name among very many that share a word with it", async () => {
    const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
    const last = "ffffffff-ffff-4fff-bfff-ffffffffffff";
    await makeSource(db(), { ...made, id: last, name: "Norline Steamships", kind: "organisation" });
    await db().source.createMany({
      data: Array.from({ length: 400 }, (_, index) => ({
        ...made,
        id: randomUUID(),
        kind: "organisation" as const,
        name: `Steamships of line ${index}`,
      })),
    });
    const other = await makeArticle(db(), {
      ...made,
      text: "Again\n\nNorline Steamships said the boats were back.",
    });
    const [proposed] = (await getDiscussion(room.member, other.id)).suggestions;
    expect(proposed?.speaker?.name).toBe("Norline Steamships");
    const done = await acceptSuggestions(room.member, other.id, {
      accept: [{ suggestionId: proposed?.id ?? "", ...newIds() }],
    });
    expect(done.sources.map((one) => one.id)).toEqual([last]);
  });

  it("accepts what reports it along with it, as its chain", async () => {
    const done = await accept(room.member, suggestion("Norline"));
    const name = (id: string | null) => done.sources.find((one) => one.id === id)?.name;
    const norline = done.attributions.find((one) => name(one.sourceId) === "Norline");
    const courier = done.attributions.find((one) => name(one.sourceId) === "Courier");
    expect(norline?.parentId).toBe(courier?.id);
    expect(await stateOf(suggestion("Courier").id)).toBe("accepted");
  });

  it("accepts all of one source, and is deaf to a repeated call", async () => {
    const given = [0, 1].map((index) => ({ suggestionId: suggestion("Ida Holm", index).id, ...newIds() }));
    const body = { accept: given };
    await Promise.all([
      acceptSuggestions(room.member, article.id, body),
      acceptSuggestions(room.member, article.id, body),
    ]);
    const again = await acceptSuggestions(room.member, article.id, body);
    expect(again.suggestions.map((one) => one.decidedBy)).toEqual([room.member.userId, room.member.userId]);
    expect([again.passages.length, again.attributions.length]).toEqual([2, 2]);
    expect(await db().passage.count({ where: { articleId: article.id } })).toBe(2);
    expect(await db().attribution.count({ where: { articleId: article.id } })).toBe(2);
  });

  it("lets the first of two colleagues accept it", async () => {
    const both = await Promise.allSettled([
      accept(room.member, suggestion("Ida Holm")),
      accept(room.editor, suggestion("Ida Holm")),
    ]);
    const { decidedById } = await db().suggestion.findUniqueOrThrow({
      where: { id: suggestion("Ida Holm").id },
    });
    expect(both.flatMap((one) => (one.status === "rejected" ? one.reason : []))).toMatchObject([
      { code: "conflict", details: { id: suggestion("Ida Holm").id, decidedBy: decidedById } },
    ]);
    expect(await db().attribution.count({ where: { articleId: article.id } })).toBe(1);
  });

  it("makes one source of a new speaker whom two requests at once are about", async () => {
    for (let round = 0; round < 3; round++) {
      const name = `Ida Holm${"e".repeat(round + 1)}`;
      const other = await makeArticle(db(), {
        workspaceId: room.workspace.id,
        createdById: room.owner.userId,
        text: `Again\n\n${name} said the boats were back.\n\n“We lost two winters,” said ${name}.`,
      });
      const proposed = (await getDiscussion(room.member, other.id)).suggestions;
      const holms = proposed.filter((one) => one.speaker?.name === name);
      expect(holms).toHaveLength(2);
      await Promise.all(
        holms.map((one, index) =>
          acceptSuggestions(index === 0 ? room.member : room.editor, other.id, {
            accept: [{ suggestionId: one.id, ...newIds() }],
          }),
        ),
      );
      expect(await db().source.count({ where: { name } })).toBe(1);
      expect(await db().attribution.count({ where: { articleId: other.id } })).toBe(2);
    }
  });

  it("finds the source of a name that the article prints without its accents", async () => {
    const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
    const { id } = await makeSource(db(), { ...made, name: "Zoë Lefèvre", kind: "person" });
    const other = await makeArticle(db(), {
      ...made,
      text: "Again\n\nZoe Lefevre said the boats were back.",
    });
    const [proposed] = (await getDiscussion(room.member, other.id)).suggestions;
    expect(proposed?.speaker?.name).toBe("Zoe Lefevre");
    const done = await acceptSuggestions(room.member, other.id, {
      accept: [{ suggestionId: proposed?.id ?? "", ...newIds() }],
    });
    expect(done.attributions.map((one) => one.sourceId)).toEqual([id]);
  });

  it("makes a source anew that is taken away meanwhile", async () => {
    const name = "Tora Lundeby";
    const made = { workspaceId: room.workspace.id, createdById: room.editor.userId };
    const old = await makeSource(db(), { ...made, name, kind: "person" });
    const other = await makeArticle(db(), { ...made, text: `Again\n\n${name} said the boats were back.` });
    const [proposed] = (await getDiscussion(room.member, other.id)).suggestions;
    const given = { accept: [{ suggestionId: proposed?.id ?? "", ...newIds() }] };
    let accepting: ReturnType<typeof acceptSuggestions> | undefined;
    await transaction(async (tx) => {
      await tx.source.delete({ where: { id: old.id } });
      accepting = acceptSuggestions(room.member, other.id, given);
      accepting.catch(() => undefined);
      await expect.poll(countWaiting).toBe(1);
    });
    expect((await accepting)?.sources).toMatchObject([{ id: given.accept[0]?.sourceId, name }]);
  });

  it("uses a passage that is there, and leaves what I have said myself", async () => {
    const { start, end } = suggestion("Ida Holm");
    const passage = await makePassage(db(), {
      articleId: article.id,
      createdById: room.owner.userId,
      start,
      end,
    });
    await makeAttribution(db(), { passageId: passage.id, byId: room.member.userId });
    await expect(accept(room.member, suggestion("Ida Holm"))).rejects.toMatchObject({ code: "conflict" });
    expect(await stateOf(suggestion("Ida Holm").id)).toBe("open");
    const done = await accept(room.editor, suggestion("Ida Holm"));
    expect(done.passages.map((one) => one.id)).toEqual([passage.id]);
  });

  it.each(["source", "reporter"] as const)(
    "hangs a chain on what I have recorded of the reporting words myself: %s",
    async (voice) => {
      const courier = suggestion("Courier");
      const { start, end } = courier;
      const made = { articleId: article.id, createdById: room.member.userId };
      const passage = await makePassage(db(), { ...made, start, end });
      const source = await makeSource(db(), {
        workspaceId: room.workspace.id,
        createdById: room.owner.userId,
        name: "Courier",
      });
      const mine = await makeAttribution(db(), {
        passageId: passage.id,
        byId: room.member.userId,
        sourceId: voice === "source" ? source.id : null,
      });
      const done = await accept(room.member, suggestion("Norline"));
      const norline = done.attributions.find((one) => one.id !== mine.id);
      expect(norline?.parentId).toBe(voice === "source" ? mine.id : null);
      expect(await stateOf(courier.id)).toBe("open");
    },
  );

  it("accepts who said the very words of which I have accepted who reports them, and offers that", async () => {
    const other = await makeArticle(db(), {
      workspaceId: room.workspace.id,
      createdById: room.owner.userId,
      text: "Again\n\nThe boats had left, Ida Holm said, citing two port officials.",
    });
    const proposed = (await getDiscussion(room.member, other.id)).suggestions;
    const reported = proposed.find((one) => one.parentId !== null);
    const reporting = proposed.find((one) => one.id === reported?.parentId);
    expect([reported?.start, reported?.end]).toEqual([reporting?.start, reporting?.end]);
    const take = (id = "") =>
      acceptSuggestions(room.member, other.id, { accept: [{ suggestionId: id, ...newIds() }] });
    const [mine] = (await take(reporting?.id)).attributions;
    const held = await getDiscussion(room.member, other.id);
    const isAcceptable = acceptableBy(room.member.userId, held, readVoices(held));
    expect(held.suggestions.filter(isAcceptable).map((one) => one.id)).toEqual([reported?.id]);
    const done = await take(reported?.id);
    expect(done.attributions.find((one) => one.id !== mine?.id)?.parentId).toBe(mine?.id);
  });

  it("needs no more than two queries for each, and taking back none", async () => {
    const lines = Array.from({ length: 60 }, (_, index) => `“We lost ${index + 2} winters,” Ida Holm said.`);
    const long = await makeArticle(db(), {
      workspaceId: room.workspace.id,
      createdById: room.owner.userId,
      text: ["Again", ...lines].join("\n\n"),
    });
    const all = (await getDiscussion(room.member, long.id)).suggestions;
    expect(all).toHaveLength(60);
    const given = all.map((one) => ({ suggestionId: one.id, ...newIds() }));
    // The first makes the speaker a source of this article, which costs what it costs once.
    await acceptSuggestions(room.member, long.id, { accept: given.splice(0, 1) });
    const [few, many] = [given.slice(0, 5), given.slice(5)];
    const ids = (some: typeof given) => ({ suggestionIds: some.map((one) => one.suggestionId) });
    const forFew = await countQueries(() => acceptSuggestions(room.member, long.id, { accept: few }));
    const forMany = await countQueries(() => acceptSuggestions(room.member, long.id, { accept: many }));
    expect((forMany - forFew) / (many.length - few.length)).toBeLessThanOrEqual(2);
    const undoFew = await countQueries(() => reopenSuggestions(room.member, long.id, ids(few)));
    const undoMany = await countQueries(() => reopenSuggestions(room.member, long.id, ids(many)));
    expect(undoMany).toBeLessThanOrEqual(undoFew + 2);
    const left = await getDiscussion(room.member, long.id);
    expect([left.passages.length, left.attributions.length, left.suggestions.length]).toEqual([1, 1, 59]);
  });

  it("takes the names of a source from the words that were accepted, and no others", async () => {
    const other = await makeArticle(db(), {
      workspaceId: room.workspace.id,
      createdById: room.owner.userId,
      text: "Again\n\nMayor Ida Holm said the boats had left.\n\nThe National Ferry Board said fares rose. The NFB said they fell.",
    });
    const proposed = (await getDiscussion(room.member, other.id)).suggestions;
    const board = proposed.filter((one) => one.speaker?.name === "National Ferry Board");
    const names = async (index: number) => {
      const ids = { suggestionId: board[index]?.id ?? "", ...newIds() };
      const done = await acceptSuggestions(room.member, other.id, { accept: [ids] });
      return done.sources.flatMap((one) => one.aliases.map((alias) => alias.text));
    };
    expect(await names(0)).toEqual([]);
    expect(await names(1)).toEqual(["NFB"]);
  });

  it("records somebody unnamed of whom the text leaves open who it is", async () => {
    const other = await makeArticle(db(), {
      workspaceId: room.workspace.id,
      createdById: room.owner.userId,
      text: "Again\n\nKim Lund met Sam Moe at the pier. “The boats have left,” she said.",
    });
    const proposed = (await getDiscussion(room.member, other.id)).suggestions;
    const open = proposed.find((one) => one.speaker);
    expect(open).toMatchObject({
      kind: "attribution",
      speaker: { name: "Somebody unnamed" },
      confidence: 0.5,
    });
    const before = await db().source.count();
    const accepting = { accept: [{ suggestionId: open?.id ?? "", ...newIds() }] };
    const done = await acceptSuggestions(room.member, other.id, accepting);
    expect(done.attributions).toMatchObject([
      { voice: "source", sourceId: null, mention: { start: open?.speaker?.start } },
    ]);
    expect(await db().source.count()).toBe(before);
  });

  it("makes a passage of a claim, with what makes it one", async () => {
    const done = await accept(room.member, suggestion("claim"));
    expect(done.attributions).toEqual([]);
    expect(done.passages).toMatchObject([{ claimKinds: ["quantity", "date"] }]);
  });

  it("knows only the suggestions of its own article", async () => {
    const other = await makeArticle(db(), {
      workspaceId: room.workspace.id,
      createdById: room.owner.userId,
    });
    const given = { accept: [{ suggestionId: suggestion("Ida Holm").id, ...newIds() }] };
    await expect(acceptSuggestions(room.member, other.id, given)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(acceptSuggestions(room.viewer, article.id, given)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
