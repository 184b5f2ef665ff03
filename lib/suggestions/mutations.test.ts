import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { originWords } from "@/lib/attributions/describe-attribution";
import { engineVersion } from "@/lib/attributions/detect/detect";
import {
  createAttribution,
  deleteAttribution,
  editAttribution,
  restoreAttribution,
} from "@/lib/attributions/mutations";
import { listAttributionRevisions, listTakenBack } from "@/lib/attributions/queries";
import type { AttributionContent } from "@/lib/attributions/schema";
import { saysOf } from "@/lib/attributions/test-content";
import { db } from "@/lib/db/client";
import { countWaiting, useTestDatabase } from "@/lib/db/test-database";
import { transaction } from "@/lib/db/transaction";
import { mergeDiscussion } from "@/lib/discussion/merge-discussion";
import { getDiscussion } from "@/lib/discussion/queries";
import type { AppError } from "@/lib/errors";
import { restorePassage } from "@/lib/passages/mutations";
import { listDeletedPassages } from "@/lib/passages/queries";
import { addAlias, distinguishSources, editSource, mergeSource } from "@/lib/sources/mutations";
import {
  makeArticle,
  makeAssessment,
  makeAttribution,
  makeEvidence,
  makeNewsroom,
  makePassage,
  makeResolution,
  makeSource,
  makeThread,
} from "@/prisma/factories";
import { acceptSuggestions } from "./accept";
import { changeSuggestion, dismissSuggestion, reopenSuggestions } from "./mutations";
import { countSuggestions } from "./queries";
import {
  accept,
  article,
  newIds,
  offered,
  room,
  stateOf,
  suggestion,
  text,
  useSuggestions,
} from "./test-suggestions";

useTestDatabase();
useSuggestions();

describe("suggestions", () => {
  it("are made at the first opening, once, however many open at once", async () => {
    const fresh = await makeArticle(db(), {
      workspaceId: room.workspace.id,
      createdById: room.owner.userId,
      text,
    });
    const all = await Promise.all(Array.from({ length: 6 }, () => getDiscussion(room.member, fresh.id)));
    expect(new Set(all.map((one) => one.suggestions.length))).toEqual(new Set([offered.length]));
    expect(await db().suggestion.count({ where: { articleId: fresh.id } })).toBe(offered.length);
    expect(offered.map((one) => one.engine)).toEqual(offered.map(() => engineVersion));
  });

  it("are not made for a language that the rules do not know", async () => {
    const foreign = await makeArticle(db(), {
      workspaceId: room.workspace.id,
      createdById: room.owner.userId,
      text,
      language: "de",
    });
    expect((await getDiscussion(room.member, foreign.id)).suggestions).toEqual([]);
  });
});

describe("changeSuggestion", () => {
  async function change(over: Partial<AttributionContent>, shift = 0) {
    const one = suggestion("Ida Holm");
    const source = await makeSource(db(), {
      workspaceId: room.workspace.id,
      createdById: room.owner.userId,
      name: "Ida Holm",
    });
    const [start, end] = [one.start + shift, one.end];
    const content = saysOf(source.id, { directness: one.directness, ...over });
    const ids = { passageId: randomUUID(), attributionId: randomUUID() };
    const passage = { start, end, exact: text.slice(start, end) };
    const given = { ...ids, passage, content };
    return { id: one.id, given, done: await changeSuggestion(room.member, one.id, given) };
  }

  it.each([
    ["as proposed", {}, 0, "accepted"],
    ["another manner", { directness: "indirect" as const }, 0, "changed"],
    ["other words", {}, 1, "changed"],
    ["the reporter", { voice: "reporter" as const, source: null, directness: null }, 0, "changed"],
  ])("%s counts as %s", async (_, over, shift, state) => {
    const { id, given, done } = await change(over, shift);
    expect(done.suggestions).toMatchObject([{ id, state }]);
    const words = state === "changed" ? ", with changes" : "";
    expect(done.attributions.map(originWords)).toEqual([`accepted from a suggestion${words}`]);
    // A retry is answered with what exists.
    const again = await changeSuggestion(room.member, id, given);
    expect(again.attributions).toEqual(done.attributions);
    await expect(changeSuggestion(room.editor, id, { ...given, ...newIdsOnly() })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("a corrected source", () => {
  const at = async (articleId: string, text: string, words: string, from = 0) => {
    const all = (await getDiscussion(room.member, articleId)).suggestions;
    const found = all.find(
      (one) => one.speaker && text.slice(one.speaker.start, one.speaker.end) === words && one.start >= from,
    );
    if (!found?.speaker) throw new Error(`Nothing is suggested for ${words}.`);
    return { ...found, speaker: found.speaker };
  };
  let articleId = "";
  const aliasesOf = async (sourceId: string) =>
    (await db().sourceAlias.findMany({ where: { sourceId, articleId } })).map((one) => one.text);

  /** An article in which the rules take a shortening for the wrong body, and its first words are accepted. */
  async function start(isNamedSoBefore: boolean) {
    const words =
      "Again\n\nThe Northern Fisheries Bank said fares rose. The NFB said they fell. Taxes rose, the NFB said.";
    const own = await makeArticle(db(), {
      workspaceId: room.workspace.id,
      createdById: room.owner.userId,
      text: words,
    });
    articleId = own.id;
    const bank = await at(own.id, words, "The Northern Fisheries Bank");
    const first = await at(own.id, words, "The NFB");
    const later = await at(own.id, words, "the NFB");
    const accepted = isNamedSoBefore ? [bank, first] : [bank];
    const done = await acceptSuggestions(room.member, own.id, {
      accept: accepted.map((one) => ({ suggestionId: one.id, ...newIds() })),
    });
    const bankId = done.sources[0]?.id ?? "";
    async function correct(one: typeof bank) {
      const { start, end, speaker } = one;
      const board = await makeSource(db(), {
        workspaceId: room.workspace.id,
        createdById: room.owner.userId,
        name: "National Ferry Board of Moss",
        kind: "organisation",
      });
      const exact = (span: { start: number; end: number }) => words.slice(span.start, span.end);
      const mention = { start: speaker.start, end: speaker.end, exact: exact(speaker) };
      await changeSuggestion(room.member, one.id, {
        ...newIdsOnly(),
        passage: { start, end, exact: exact(one) },
        content: saysOf(board.id, { directness: one.directness, mention }),
      });
      return board.id;
    }
    return { own, bankId, first, later, correct };
  }

  it("has the name by which the text calls it here, and the one proposed has it not", async () => {
    const { bankId, first, correct } = await start(false);
    const boardId = await correct(first);
    expect(await aliasesOf(boardId)).toEqual(["NFB"]);
    expect(await aliasesOf(bankId)).toEqual([]);
  });

  it("leaves a name on which other accepted words rest", async () => {
    const { own, bankId, first, later, correct } = await start(true);
    expect(await aliasesOf(bankId)).toEqual(["NFB"]);
    await correct(later);
    expect(await aliasesOf(bankId)).toEqual(["NFB"]);
    // Once those are taken back, nothing does.
    await reopenSuggestions(room.member, own.id, { suggestionIds: [first.id] });
    expect(await aliasesOf(bankId)).toEqual([]);
  });

  it("leaves a name that people have given", async () => {
    const { own, bankId, first, correct } = await start(false);
    await addAlias(room.editor, bankId, { id: randomUUID(), text: "NFB", articleId: own.id });
    await correct(first);
    expect(await aliasesOf(bankId)).toEqual(["NFB"]);
  });

  it("takes a name away that an acceptance has left with the wrong one, and tells", async () => {
    const { own, bankId, first, correct } = await start(false);
    // As the acceptances of earlier versions did it: all names at once.
    const { createdAt } = await db().attribution.findFirstOrThrow({ where: { articleId: own.id } });
    const alias = { id: randomUUID(), text: "NFB", sourceId: bankId, articleId: own.id };
    await db().sourceAlias.create({ data: { ...alias, createdById: room.member.userId, createdAt } });
    const before = await getDiscussion(room.editor, own.id);
    await correct(first);
    expect(await aliasesOf(bankId)).toEqual([]);
    const answer = await getDiscussion(room.editor, own.id, before.number);
    const bank = mergeDiscussion(before, answer).sources.find((one) => one.id === bankId);
    expect(bank?.aliases.filter((one) => one.articleId === own.id)).toEqual([]);
  });
});

const newIdsOnly = () => ({ passageId: randomUUID(), attributionId: randomUUID() });

describe("dismissing and undoing", () => {
  it("stays dismissed, also for a later version of the rules", async () => {
    const { id } = suggestion("claim");
    await dismissSuggestion(room.member, id);
    await dismissSuggestion(room.editor, id);
    const left = (await getDiscussion(room.member, article.id)).suggestions;
    expect(left.map((one) => one.id)).not.toContain(id);
    for (const viewer of [room.member, room.editor]) {
      await expect(accept(viewer, suggestion("claim"))).rejects.toMatchObject({
        code: "conflict",
        details: { id, state: "dismissed", decidedBy: room.member.userId },
      });
    }
  });

  it("takes back what was made, and what reports it stays", async () => {
    await accept(room.member, suggestion("Norline"));
    const done = await reopenSuggestions(room.member, article.id, {
      suggestionIds: [suggestion("Norline").id],
    });
    expect(done.removed.passages).toHaveLength(1);
    const held = await getDiscussion(room.member, article.id);
    expect(held.attributions).toHaveLength(1);
    expect(held.suggestions.map((one) => one.id)).toContain(suggestion("Norline").id);
    // Undoing is not deleting: nothing is listed that would come back as a bare double.
    expect(await listDeletedPassages(room.owner, article.id)).toEqual({ passages: [] });
    // And can be accepted anew.
    await accept(room.member, suggestion("Norline"));
  });

  it("leaves what reports it on the very same words", async () => {
    const other = await makeArticle(db(), {
      workspaceId: room.workspace.id,
      createdById: room.owner.userId,
      text: "Again\n\nThe boats had left, the Courier reported, citing two port officials.",
    });
    const proposed = (await getDiscussion(room.member, other.id)).suggestions;
    const officials = proposed.find((one) => one.parentId !== null);
    const courier = proposed.find((one) => one.id === officials?.parentId);
    expect([officials?.start, officials?.end]).toEqual([courier?.start, courier?.end]);
    const accepting = { accept: [{ suggestionId: officials?.id ?? "", ...newIds() }] };
    const done = await acceptSuggestions(room.member, other.id, accepting);
    expect(done.attributions).toHaveLength(2);
    const undone = await reopenSuggestions(room.member, other.id, { suggestionIds: [officials?.id ?? ""] });
    expect(undone.removed.passages).toEqual([]);
    const held = await getDiscussion(room.member, other.id);
    expect(held.attributions).toMatchObject([{ stands: true, origin: engineVersion }]);
    expect(await stateOf(courier?.id ?? "")).toBe("accepted");
    // Both together leave nothing.
    await acceptSuggestions(room.member, other.id, {
      accept: [{ suggestionId: officials?.id ?? "", ...newIds() }],
    });
    const both = [officials?.id ?? "", courier?.id ?? ""];
    const cleared = await reopenSuggestions(room.member, other.id, { suggestionIds: both });
    expect(cleared.removed.passages).toHaveLength(1);
    expect((await getDiscussion(room.member, other.id)).attributions).toEqual([]);
  });

  it("leaves a passage on which somebody has built", async () => {
    const { passages } = await accept(room.member, suggestion("Ida Holm"));
    const passageId = passages[0]?.id ?? "";
    await makeAttribution(db(), { passageId, byId: room.editor.userId });
    const done = await reopenSuggestions(room.member, article.id, {
      suggestionIds: [suggestion("Ida Holm").id],
    });
    expect(done.removed.passages).toEqual([]);
    expect(done.attributions.map((one) => one.by)).toEqual([room.editor.userId]);
  });

  it.each(["verdict", "evidence", "resolution", "assignment"])("leaves a passage with a %s", async (what) => {
    const { passages } = await accept(room.member, suggestion("Ida Holm"));
    const passageId = passages[0]?.id ?? "";
    const { userId } = room.editor;
    if (what === "verdict") await makeAssessment(db(), { passageId, byId: userId });
    if (what === "evidence") await makeEvidence(db(), { passageId, addedById: userId });
    if (what === "resolution") await makeResolution(db(), { passageId, byId: userId });
    if (what === "assignment")
      await db().passage.update({ where: { id: passageId }, data: { assigneeId: userId } });
    const suggestionIds = [suggestion("Ida Holm").id];
    const done = await reopenSuggestions(room.member, article.id, { suggestionIds });
    expect(done.removed.passages).toEqual([]);
    expect(await db().passage.findUnique({ where: { id: passageId } })).toMatchObject({ deletedAt: null });
  });

  describe("a source that the acceptance has made", () => {
    const sources = (name: string) =>
      db().source.findMany({ where: { name, workspaceId: room.workspace.id } });
    // A name of its own for each test, since sources belong to the workspace that all share.
    let name = "";
    let count = 0;
    let own: Awaited<ReturnType<typeof makeArticle>>;
    let ids: string[] = [];
    beforeEach(async () => {
      count += 1;
      name = `Tora Lunde${"e".repeat(count)}`;
      own = await makeArticle(db(), {
        workspaceId: room.workspace.id,
        createdById: room.owner.userId,
        text: `Again\n\nMayor ${name} said fares rose.\n\n“We are late,” ${name} said.\n\n${name.split(" ")[1]} said it rained.`,
      });
      const all = (await getDiscussion(room.member, own.id)).suggestions;
      ids = all.filter((one) => one.speaker?.name === name).map((one) => one.id);
      expect(ids).toHaveLength(3);
    });
    const take = (...some: string[]) =>
      acceptSuggestions(room.member, own.id, {
        accept: some.map((suggestionId) => ({ suggestionId, ...newIds() })),
      });
    const undo = (...some: string[]) => reopenSuggestions(room.member, own.id, { suggestionIds: some });
    const held = async () => (await getDiscussion(room.member, own.id)).sources.map((one) => one.name);

    it("goes with it, names and all, and is made anew", async () => {
      const done = await take(...ids);
      expect(done.sources).toMatchObject([{ name, aliases: [{ text: name.split(" ")[1] }] }]);
      const before = await getDiscussion(room.member, own.id);
      await undo(...ids);
      expect(await sources(name)).toEqual([]);
      expect(await db().sourceAlias.count({ where: { articleId: own.id } })).toBe(0);
      const events = await db().event.findMany({ where: { articleId: own.id, kind: "source.changed" } });
      expect(events).toMatchObject([{ ids: { source: done.sources[0]?.id }, actorId: room.member.userId }]);
      const answer = await getDiscussion(room.member, own.id, before.number);
      expect(mergeDiscussion(before, answer).sources).toEqual([]);
      await take(...ids);
      expect(await sources(name)).toHaveLength(1);
    });

    it("stays while other words are its own, and goes with the last of them", async () => {
      const [first = "", second = ""] = ids;
      await take(first);
      await take(second);
      await undo(first);
      expect(await held()).toEqual([name]);
      expect(await db().sourceAlias.count({ where: { articleId: own.id } })).toBe(0);
      await undo(second);
      expect(await sources(name)).toEqual([]);
    });

    it("goes when it was made with a change of one's own", async () => {
      const [id = ""] = ids;
      const all = (await getDiscussion(room.member, own.id)).suggestions;
      const { start, end } = all.find((one) => one.id === id) ?? { start: 0, end: 0 };
      const newSource = { id: randomUUID(), name: `${name} the younger`, kind: "person" as const };
      const given = {
        ...newIdsOnly(),
        passage: { start, end, exact: own.revision.text.slice(start, end) },
        content: saysOf("", { source: { newSource } }),
      };
      await changeSuggestion(room.member, id, given);
      expect(await sources(newSource.name)).toHaveLength(1);
      await undo(id);
      expect(await sources(newSource.name)).toEqual([]);
    });

    it.each([
      "a thread",
      "a note",
      "a merge",
      "a merge into it",
      "a word that they are not the same",
      "a verdict",
      "another’s attribution",
      "words that can come back",
    ])("stays with %s", async (what) => {
      const [first = "", second = ""] = ids;
      const done = await take(first, second);
      const sourceId = done.sources[0]?.id ?? "";
      const [passage, other] = done.passages;
      const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
      const { id: otherId } = await makeSource(db(), { ...made, name: `${name} & Sons` });
      if (what === "a thread") {
        const thread = await makeThread(db(), { articleId: own.id, createdById: room.editor.userId });
        await db().thread.update({ where: { id: thread.id }, data: { sourceId } });
      }
      if (what === "a note") await editSource(room.editor, sourceId, { version: 1, note: "Was the mayor." });
      if (what === "a merge") await mergeSource(room.editor, sourceId, otherId);
      if (what === "a merge into it") await mergeSource(room.editor, otherId, sourceId);
      if (what === "a word that they are not the same")
        await distinguishSources(room.editor, sourceId, otherId);
      if (what === "a verdict") {
        const verdict = await makeAssessment(db(), {
          passageId: passage?.id ?? "",
          byId: room.editor.userId,
        });
        await db().assessment.update({ where: { id: verdict.id }, data: { sourceId } });
      }
      if (what === "another’s attribution")
        await makeAttribution(db(), { passageId: other?.id ?? "", byId: room.editor.userId, sourceId });
      if (what === "words that can come back") {
        const mine = done.attributions.find((one) => one.passageId === other?.id);
        await deleteAttribution(room.member, mine?.id ?? "");
        await undo(first);
        expect(await sources(name)).toHaveLength(1);
        const back = await restoreAttribution(room.member, mine?.id ?? "");
        expect(back.attributions).toMatchObject([{ sourceId }]);
        return;
      }
      await undo(first, second);
      expect(await sources(name)).toHaveLength(1);
    });

    it("stays with what I took back before, which comes back as it was", async () => {
      const [first = "", second = ""] = ids;
      const all = (await getDiscussion(room.member, own.id)).suggestions;
      const { start, end } = all.find((one) => one.id === first) ?? { start: 0, end: 0 };
      // A colleague's passage, so that undoing leaves it.
      await makePassage(db(), { articleId: own.id, createdById: room.editor.userId, start, end });
      const [mine] = (await take(first)).attributions;
      const { sourceId } = mine ?? {};
      await deleteAttribution(room.member, mine?.id ?? "");
      await undo(first);
      // Nor does a later acceptance take it along.
      await take(second);
      await undo(second);
      const { takenBack } = await listTakenBack(room.member, mine?.passageId ?? "");
      expect(takenBack).toMatchObject([{ was: { id: mine?.id, sourceId } }]);
      const back = await restoreAttribution(room.member, mine?.id ?? "");
      expect(back.attributions).toMatchObject([{ sourceId }]);
      expect(back.sources).toMatchObject([{ id: sourceId, name }]);
    });

    it("goes where what I took back goes with its passage", async () => {
      const [first = ""] = ids;
      const [mine] = (await take(first)).attributions;
      await deleteAttribution(room.member, mine?.id ?? "");
      expect((await undo(first)).removed.passages).toEqual([mine?.passageId]);
      expect(await sources(name)).toEqual([]);
    });

    it("never leaves words of somebody unnamed: what went with an undoing does not come back", async () => {
      const [first = "", second = ""] = ids;
      const gone = { code: "gone" };
      const all = (await getDiscussion(room.member, own.id)).suggestions;
      const { start, end } = all.find((one) => one.id === first) ?? { start: 0, end: 0 };
      // A colleague's passage stays, only what I said of it goes; the other passage goes as a whole.
      await makePassage(db(), { articleId: own.id, createdById: room.editor.userId, start, end });
      const [mine] = (await take(first)).attributions;
      const [other] = (await take(second)).attributions;
      await deleteAttribution(room.member, other?.id ?? "");
      await undo(first, second);
      await expect(restoreAttribution(room.member, mine?.id ?? "")).rejects.toMatchObject(gone);
      await expect(restorePassage(room.member, other?.passageId ?? "")).rejects.toMatchObject(gone);
      expect((await getDiscussion(room.member, own.id)).attributions).toEqual([]);
    });

    it("stays where the history of another article tells of it", async () => {
      const done = await take(...ids);
      const other = await makeArticle(db(), {
        workspaceId: room.workspace.id,
        createdById: room.owner.userId,
        text: "Rents rise\n\nRents rose.",
      });
      const passage = await makePassage(db(), {
        articleId: other.id,
        createdById: room.editor.userId,
        words: "Rents rose.",
      });
      const sourceId = done.sources[0]?.id ?? "";
      const lund = await makeSource(db(), {
        workspaceId: room.workspace.id,
        createdById: room.editor.userId,
        name: "Peter Lund",
      });
      const id = randomUUID();
      const given = { id, passageId: passage.id, content: saysOf(sourceId) };
      const { attributions } = await createAttribution(room.editor, other.id, given);
      const { version } = attributions.find((one) => one.id === id) ?? { version: 0 };
      await editAttribution(room.editor, id, { version, content: saysOf(lund.id) });
      await undo(...ids);
      expect(await sources(name)).toHaveLength(1);
      expect(await listAttributionRevisions(room.member, id)).toMatchObject({
        revisions: [{ was: { sourceId } }],
      });
    });

    it("stays when it was there before", async () => {
      const made = { workspaceId: room.workspace.id, createdById: room.member.userId };
      await makeSource(db(), { ...made, name, kind: "person" });
      await take(...ids);
      await undo(...ids);
      expect(await sources(name)).toHaveLength(1);
    });
  });

  it.each([
    ["of another newsroom", true],
    ["that was there before", false],
  ])("makes nobody wait who uses a source %s", async (_, isForeign) => {
    const desk = isForeign ? await makeNewsroom(db()) : room;
    const made = { workspaceId: desk.workspace.id, createdById: desk.owner.userId };
    const old = await makeSource(db(), { ...made, name: "Eva Strand", kind: "person" });
    const other = await makeArticle(db(), { ...made, text: "Again\n\nEva Strand said it rained." });
    const [one] = (await getDiscussion(desk.member, other.id)).suggestions;
    const suggestionId = one?.id ?? "";
    await acceptSuggestions(desk.member, other.id, { accept: [{ suggestionId, ...newIds() }] });
    const undo = () =>
      reopenSuggestions(room.member, isForeign ? article.id : other.id, { suggestionIds: [suggestionId] });
    await transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Source" WHERE id = ${old.id}::uuid FOR KEY SHARE`;
      // It would wait until this transaction ends.
      const undone = await Promise.race([
        undo().then(
          () => "undone",
          (error: AppError) => error.code,
        ),
        expect
          .poll(countWaiting)
          .toBe(1)
          .then(
            () => "waits",
            () => new Promise(() => {}),
          ),
      ]);
      expect(undone).toBe(isForeign ? "not-found" : "undone");
    });
  });

  it("answers a retry with what was decided then, what reports it included, and can be undone with it", async () => {
    const child = offered.find((one) => one.parentId !== null);
    const parent = offered.find((one) => one.id === child?.parentId);
    const claim = suggestion("claim");
    await accept(room.editor, claim);
    const asked = [child, claim].map((one) => ({ suggestionId: one?.id ?? "", ...newIds() }));
    const first = await acceptSuggestions(room.member, article.id, { accept: asked });
    const again = await acceptSuggestions(room.member, article.id, { accept: asked });
    const mine = ({ suggestions }: typeof first) =>
      suggestions.flatMap((one) => (one.decidedBy === room.member.userId ? one.id : [])).sort();
    expect(mine(first)).toEqual([child?.id, parent?.id].sort());
    expect(mine(again)).toEqual(mine(first));
    await reopenSuggestions(room.member, article.id, { suggestionIds: mine(again) });
    expect((await getDiscussion(room.member, article.id)).attributions).toEqual([]);
  });

  it("undoes only decisions of one's own", async () => {
    await dismissSuggestion(room.member, suggestion("claim").id);
    const undo = reopenSuggestions(room.editor, article.id, { suggestionIds: [suggestion("claim").id] });
    await expect(undo).rejects.toMatchObject({ code: "conflict" });
  });

  it("is counted by rule, for owners", async () => {
    const { rule } = suggestion("claim");
    const before = (await countSuggestions(room.owner, room.workspace.id)).rules;
    await dismissSuggestion(room.member, suggestion("claim").id);
    const after = (await countSuggestions(room.owner, room.workspace.id)).rules;
    const of = (rules: typeof after) => rules.find((one) => one.rule === rule);
    expect(of(after)?.dismissed).toBe((of(before)?.dismissed ?? 0) + 1);
    await expect(countSuggestions(room.editor, room.workspace.id)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
