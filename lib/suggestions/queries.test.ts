import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { getDiscussion } from "@/lib/discussion/queries";
import { makeArticle, makeNewsroom, makeSuggestion } from "@/prisma/factories";
import { acceptSuggestions } from "./accept";
import { dismissSuggestion, reopenSuggestions } from "./mutations";
import { countSuggestions, findSuggestion } from "./queries";

useTestDatabase();

let room: Awaited<ReturnType<typeof makeNewsroom>>;
let article: Awaited<ReturnType<typeof makeArticle>>;

beforeAll(async () => {
  room = await makeNewsroom(db());
  const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
  article = await makeArticle(db(), made);
  const elsewhere = await makeArticle(db(), {
    workspaceId: room.elsewhere.id,
    createdById: room.outsider.userId,
  });
  const states = {
    colon: { open: 1, accepted: 2, changed: 0, dismissed: 1 },
    verb: { open: 5, accepted: 0, changed: 1, dismissed: 0 },
    claim: { open: 2, accepted: 0, changed: 0, dismissed: 0 },
  };
  for (const [rule, counts] of Object.entries(states)) {
    for (const [state, count] of Object.entries(counts) as ["open" | "accepted", number][]) {
      for (let index = 0; index < count; index++)
        await makeSuggestion(db(), { articleId: article.id, words: "Ida Holm", rule, state });
    }
  }
  await makeSuggestion(db(), {
    articleId: elsewhere.id,
    words: "Ida Holm",
    rule: "colon",
    state: "accepted",
  });
});

it("counts by rule how suggestions were taken, in this workspace alone, the most decided first", async () => {
  expect((await countSuggestions(room.owner, room.workspace.id)).rules).toEqual([
    { rule: "colon", open: 1, accepted: 2, changed: 0, dismissed: 1 },
    { rule: "verb", open: 5, accepted: 0, changed: 1, dismissed: 0 },
    { rule: "claim", open: 2, accepted: 0, changed: 0, dismissed: 0 },
  ]);
  expect((await countSuggestions(room.outsider, room.elsewhere.id)).rules).toEqual([
    { rule: "colon", open: 0, accepted: 1, changed: 0, dismissed: 0 },
  ]);
});

it("is for owners: others may not, strangers find nothing", async () => {
  for (const who of ["editor", "member", "viewer"] as const)
    await expect(countSuggestions(room[who], room.workspace.id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(countSuggestions(room.outsider, room.workspace.id)).rejects.toMatchObject({
    code: "not-found",
  });
});

it("follows decisions and their undoing", async () => {
  const real = await makeArticle(db(), {
    workspaceId: room.workspace.id,
    createdById: room.owner.userId,
    text: "Again\n\nIda Holm said the boats were back.\n\nNineteen people were treated in 2026.",
  });
  const proposed = (await getDiscussion(room.member, real.id)).suggestions;
  const [holm, claim] = [proposed.find((one) => one.speaker), proposed.find((one) => one.kind === "claim")];
  if (!holm || !claim) throw new Error("Nothing is suggested.");
  const counts = async ({ rule }: { rule: string }) =>
    (await countSuggestions(room.owner, room.workspace.id)).rules.find((one) => one.rule === rule);
  const before = { holm: await counts(holm), claim: await counts(claim) };
  expect([before.holm?.open, before.claim?.open]).toEqual([1, 1]);
  const ids = {
    passageId: crypto.randomUUID(),
    attributionId: crypto.randomUUID(),
    sourceId: crypto.randomUUID(),
  };
  await acceptSuggestions(room.member, real.id, { accept: [{ suggestionId: holm.id, ...ids }] });
  await dismissSuggestion(room.member, claim.id);
  expect(await counts(holm)).toMatchObject({ open: 0, accepted: 1 });
  expect(await counts(claim)).toMatchObject({ open: 0, dismissed: 1 });
  await reopenSuggestions(room.member, real.id, { suggestionIds: [holm.id, claim.id] });
  expect({ holm: await counts(holm), claim: await counts(claim) }).toEqual(before);
});

it("finds a suggestion in the viewer's workspaces alone", async () => {
  const { id } = await makeSuggestion(db(), { articleId: article.id, words: "Ida Holm" });
  expect(await findSuggestion(room.viewer, id)).toEqual({
    articleId: article.id,
    workspaceId: room.workspace.id,
  });
  await expect(findSuggestion(room.outsider, id)).rejects.toMatchObject({ code: "not-found" });
});
