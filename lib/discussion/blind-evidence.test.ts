import { expect, it } from "vitest";
import { deleteEvidence, editEvidence, restoreEvidence } from "@/lib/assessments/evidence";
import { listAssessments, searchEvidence } from "@/lib/assessments/queries";
import { createReveal } from "@/lib/assessments/reveals";
import {
  addEvidence,
  article,
  evidence,
  judge,
  passageId,
  read,
  resolve,
  room,
  sayWho,
  useOnePassage,
} from "@/lib/assessments/test-one-passage";
import type { Viewer } from "@/lib/auth/viewer";
import { getClaimsBoard } from "@/lib/claims/queries";
import { useTestDatabase } from "@/lib/db/test-database";
import { mergeDiscussion } from "./merge-discussion";
import { getDiscussion, lookAtDiscussion } from "./queries";
import type { Discussion } from "./schema";

// Which way a colleague takes evidence tells how they judge. It leaves the server only for those who may know that.

useTestDatabase();
useOnePassage();

const against = () => addEvidence(room.editor, { bearing: "refutes" });
const taken = (held: Pick<Discussion, "evidence">) => held.evidence.map((one) => one.bearing);
const takenFor = async (viewer: Viewer) => taken(await getDiscussion(viewer, article.id));

it("is hidden in every answer from whoever has not judged, and shown to whoever has", async () => {
  const { id } = await against();
  const gone = await against();
  await judge(room.editor, "1", { evidence: [{ id, version: 1 }] });
  await deleteEvidence(room.editor, gone.id);
  // The board lists it for its other question, which all of them have asked to see.
  await judge(room.editor, "3", { axis: "said", sourceId: await sayWho("Ida Holm") });
  const readers = [room.member, room.owner, room.viewer];
  for (const viewer of readers) await createReveal(viewer, article.id, { passageId, axis: "said" });
  const answersTo = (viewer: Viewer) =>
    Promise.all([
      getDiscussion(viewer, article.id),
      getDiscussion(viewer, article.id, 1),
      lookAtDiscussion(viewer, article.id),
      getClaimsBoard(viewer, article.id),
      searchEvidence(viewer, room.workspace.id, undefined),
    ]);
  for (const viewer of readers)
    for (const answer of await answersTo(viewer)) {
      expect(JSON.stringify(answer)).toContain(id);
      expect(JSON.stringify(answer)).not.toContain("refutes");
    }
  expect((await listAssessments(room.owner, passageId)).takenAway).toMatchObject([{ bearing: null }]);
  await judge(room.owner, "3");
  for (const viewer of [room.owner, room.editor])
    for (const answer of await answersTo(viewer)) expect(JSON.stringify(answer)).toContain("refutes");
  expect((await listAssessments(room.owner, passageId)).takenAway).toMatchObject([{ bearing: "refutes" }]);
});

it("is hidden in the answers to writes, too", async () => {
  const { id } = await against();
  await judge(room.editor, "1");
  await deleteEvidence(room.owner, id);
  expect(await restoreEvidence(room.owner, id)).toMatchObject({ id, version: 3, bearing: null });
  expect(await restoreEvidence(room.owner, id)).toMatchObject({ id, bearing: null });
  await expect(judge(room.member, "1", { evidence: [{ id, version: 1 }] })).rejects.toMatchObject({
    code: "conflict",
    details: { id, bearing: null },
  });
});

it("comes with one's own verdict, also to another window, and with Reveal", async () => {
  await against();
  await judge(room.editor, "1");
  const before = await getDiscussion(room.member, article.id);
  const looking = await getDiscussion(room.viewer, article.id);
  expect([...taken(before), ...taken(looking)]).toEqual([null, null]);
  await judge(room.member, "3");
  const answer = await getDiscussion(room.member, article.id, before.number);
  expect(taken(answer)).toEqual(["refutes"]);
  expect(mergeDiscussion(before, answer).evidence).toEqual(
    (await getDiscussion(room.member, article.id)).evidence,
  );
  expect(taken(await getDiscussion(room.viewer, article.id, looking.number))).toEqual([null]);
  await createReveal(room.viewer, article.id, { passageId, axis: "so" });
  const revealed = mergeDiscussion(looking, await getDiscussion(room.viewer, article.id, looking.number));
  expect(taken(revealed)).toEqual(["refutes"]);
});

it("is hidden before anybody has judged, for it comes with a verdict that is still to be stored", async () => {
  await against();
  const before = await getDiscussion(room.member, article.id);
  expect(taken(before)).toEqual([null]);
  const { id } = await judge(room.editor, "1");
  await judge(room.editor, null, { replaces: id });
  const after = mergeDiscussion(before, await getDiscussion(room.member, article.id, before.number));
  expect(taken(after)).toEqual([null]);
});

it("is seen while an editor's word holds, and hidden again when that is taken back", async () => {
  await against();
  await judge(room.editor, "1");
  const before = await getDiscussion(room.member, article.id);
  const { id } = await resolve("1");
  const held = mergeDiscussion(before, await getDiscussion(room.member, article.id, before.number));
  expect(taken(held)).toEqual(["refutes"]);
  await resolve(null, { replaces: id });
  const after = mergeDiscussion(held, await getDiscussion(room.member, article.id, held.number));
  expect(taken(after)).toEqual([null]);
});

it("is never hidden from oneself", async () => {
  const mine = await addEvidence(room.member);
  await against();
  const changed = await editEvidence(room.member, mine.id, { ...evidence, bearing: "context", version: 1 });
  expect(changed.bearing).toBe("context");
  await judge(room.editor, "1", { evidence: [read(changed)] });
  expect(await takenFor(room.member)).toEqual(["context", null]);
  expect(await takenFor(room.editor)).toEqual(["context", "refutes"]);
});
