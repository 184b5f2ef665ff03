import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { AttributionContent } from "@/lib/attributions/schema";
import { saysOf } from "@/lib/attributions/test-content";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { getDiscussion } from "@/lib/discussion/queries";
import {
  makeArticle,
  makeAssessment,
  makeAttribution,
  makeEvidence,
  makeResolution,
  makeSource,
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
    expect(offered.map((one) => one.engine)).toEqual(offered.map(() => "rules@1"));
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
    expect(done.attributions).toHaveLength(1);
    // A retry is answered with what exists.
    const again = await changeSuggestion(room.member, id, given);
    expect(again.attributions).toEqual(done.attributions);
    await expect(changeSuggestion(room.editor, id, { ...given, ...newIdsOnly() })).rejects.toMatchObject({
      code: "conflict",
    });
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
    expect(held.attributions).toMatchObject([{ stands: true, origin: "rules@1" }]);
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
