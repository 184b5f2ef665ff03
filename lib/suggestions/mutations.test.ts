import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { originWords } from "@/lib/attributions/describe-attribution";
import { engineVersion } from "@/lib/attributions/detect/detect";
import type { AttributionContent } from "@/lib/attributions/schema";
import { saysOf } from "@/lib/attributions/test-content";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { countWaiting, useTestDatabase } from "@/lib/db/test-database";
import { transaction } from "@/lib/db/transaction";
import { mergeDiscussion } from "@/lib/discussion/merge-discussion";
import { getDiscussion } from "@/lib/discussion/queries";
import type { AppError } from "@/lib/errors";
import { listDeletedPassages } from "@/lib/passages/queries";
import { addAlias } from "@/lib/sources/mutations";
import {
  makeArticle,
  makeAssessment,
  makeAttribution,
  makeEvidence,
  makeNewsroom,
  makeResolution,
  makeSource,
} from "@/prisma/factories";
import { acceptSuggestions } from "./accept";
import { changeSuggestion, dismissSuggestion, reopenSuggestions } from "./mutations";
import { countSuggestions, listDismissedSuggestions } from "./queries";
import {
  accept,
  article,
  newIds,
  newIdsOnly,
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

describe("dismissing and undoing", () => {
  it("is listed to whoever has dismissed it, the latest first, as long as it is", async () => {
    const [first, second] = [suggestion("Ida Holm"), suggestion("Ida Holm", 1)];
    await dismissSuggestion(room.member, first.id);
    await dismissSuggestion(room.member, second.id);
    const listed = async (viewer: Viewer) =>
      (await listDismissedSuggestions(viewer, article.id)).suggestions.map((one) => one.id);
    expect(await listed(room.member)).toEqual([second.id, first.id]);
    expect(await listed(room.editor)).toEqual([]);
    await reopenSuggestions(room.member, article.id, { suggestionIds: [second.id] });
    expect(await listed(room.member)).toEqual([first.id]);
  });

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
