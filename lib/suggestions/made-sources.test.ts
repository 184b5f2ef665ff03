import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import {
  createAttribution,
  deleteAttribution,
  editAttribution,
  restoreAttribution,
} from "@/lib/attributions/mutations";
import { listAttributionRevisions, listTakenBack } from "@/lib/attributions/queries";
import { saysOf } from "@/lib/attributions/test-content";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { mergeDiscussion } from "@/lib/discussion/merge-discussion";
import { getDiscussion } from "@/lib/discussion/queries";
import { restorePassage } from "@/lib/passages/mutations";
import { distinguishSources, editSource, mergeSource } from "@/lib/sources/mutations";
import {
  makeArticle,
  makeAssessment,
  makeAttribution,
  makePassage,
  makeSource,
  makeThread,
} from "@/prisma/factories";
import { acceptSuggestions } from "./accept";
import { changeSuggestion, reopenSuggestions } from "./mutations";

import { newIds, newIdsOnly, room, useSuggestions } from "./test-suggestions";

useTestDatabase();
useSuggestions();

describe("a source that the acceptance has made", () => {
  const sources = (name: string) => db().source.findMany({ where: { name, workspaceId: room.workspace.id } });
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
