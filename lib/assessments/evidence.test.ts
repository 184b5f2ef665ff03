import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { deleteEvidence, editEvidence, restoreEvidence } from "./evidence";
import { listAssessments, searchEvidence } from "./queries";
import { addEvidence, evidence, judge, passageId, read, room, useOnePassage } from "./test-one-passage";

useTestDatabase();
useOnePassage();

describe("evidence", () => {
  it("is changed by whoever added it, and not past what another window has changed", async () => {
    const first = await addEvidence();
    expect(first).toMatchObject({ site: "example.net", version: 1 });
    const second = await editEvidence(room.member, first.id, { ...evidence, title: "Register", version: 1 });
    expect(second).toMatchObject({ title: "Register", version: 2 });
    await expect(
      editEvidence(room.member, first.id, { ...evidence, title: "Other", version: 1 }),
    ).rejects.toMatchObject({ code: "conflict", details: second });
    // A retry of what came through.
    expect(await editEvidence(room.member, first.id, { ...evidence, title: "Register", version: 1 })).toEqual(
      second,
    );
  });

  it("stays as it is once a colleague has judged, on whatever their verdict rests", async () => {
    const { id } = await addEvidence();
    await judge(room.member, "4", { evidence: [{ id, version: 1 }] });
    const second = await editEvidence(room.member, id, { ...evidence, title: "Mine alone", version: 1 });
    // What was changed after somebody read it is not what they judge on.
    await expect(judge(room.editor, "4", { evidence: [{ id, version: 1 }] })).rejects.toMatchObject({
      code: "conflict",
      // Which way its person takes it, the editor may not know yet.
      details: { ...second, bearing: null },
    });
    await judge(room.editor, "4", { evidence: [read(second)] });
    await expect(
      editEvidence(room.member, id, { ...evidence, title: "Quite another", version: 2 }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(deleteEvidence(room.member, id)).rejects.toMatchObject({ code: "forbidden" });
    await deleteEvidence(room.editor, id);
    await expect(restoreEvidence(room.member, id)).rejects.toMatchObject({ code: "forbidden" });
    const { evidence: gone, takenAway } = await listAssessments(room.editor, passageId);
    expect(gone).toMatchObject([{ id, title: "Mine alone" }]);
    expect(takenAway).toEqual(gone);
    // Nobody is offered what they would be refused.
    for (const viewer of [room.member, room.viewer])
      expect((await listAssessments(viewer, passageId)).takenAway).toEqual([]);
    expect(await restoreEvidence(room.editor, id)).toMatchObject({ id });
    expect((await listAssessments(room.editor, passageId)).takenAway).toEqual([]);
  });

  it("tells by a refusal no more than everybody knows: that somebody has judged", async () => {
    const { id } = await addEvidence();
    const told = async () =>
      editEvidence(room.member, id, { ...evidence, title: "Other", version: 1 }).catch(
        (error) => error.message,
      );
    await judge(room.editor, "U");
    const withoutIt = await told();
    const latest = await db().assessment.findFirstOrThrow({ where: { passageId } });
    const strong = { replaces: latest.id, changeNote: "x", evidence: [{ id, version: 1 }] };
    await judge(room.editor, "1", strong);
    expect(await told()).toBe(withoutIt);
  });

  it("is found all over the workspace by its words as they are, and nowhere else", async () => {
    await addEvidence(room.member, { title: "100%_sure" });
    await addEvidence(room.member, { title: "1000 other things" });
    const found = await searchEvidence(room.viewer, room.workspace.id, "0%_s");
    expect(found.evidence.map((one) => one.title)).toEqual(["100%_sure"]);
    await expect(searchEvidence(room.outsider, room.workspace.id, "")).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
