import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { useTestDatabase } from "@/lib/db/test-database";
import { deletePassage } from "@/lib/passages/mutations";
import { mergeSource } from "@/lib/sources/mutations";
import { deleteAttribution, editAttribution, restoreAttribution } from "./mutations";
import { findAttribution, listAttributionRevisions, listTakenBack } from "./queries";
import {
  courier,
  editors,
  ida,
  members,
  passageId,
  room,
  says,
  useOnePassage,
  useTwoAttributions,
} from "./test-one-passage";

useTestDatabase();
useOnePassage();
useTwoAttributions();

describe("reading attributions", () => {
  it("shows their history to members alone, and of none that is out of sight", async () => {
    await editAttribution(room.member, members, { version: 1, content: says(courier) });
    const read = (viewer: Viewer) => listAttributionRevisions(viewer, members);
    expect((await read(room.viewer)).revisions).toMatchObject([{ version: 1, was: { sourceId: ida } }]);
    expect((await read(room.viewer)).sources.map((one) => one.id)).toEqual([ida]);
    await expect(read(room.outsider)).rejects.toMatchObject({ code: "not-found" });
    await deleteAttribution(room.member, members);
    await expect(read(room.viewer)).rejects.toMatchObject({ code: "not-found" });
    expect(await findAttribution(room.viewer, members)).toMatchObject({
      passageId,
      rights: { madeBy: room.member.userId },
    });
    await deletePassage(room.owner, passageId);
    await expect(findAttribution(room.viewer, editors)).rejects.toMatchObject({ code: "not-found" });
  });

  it("shows what was taken back with its chain, and neither what was put back nor links that were dropped", async () => {
    const read = (viewer: Viewer) => listTakenBack(viewer, passageId);
    expect(await read(room.viewer)).toEqual({ takenBack: [], sources: [] });
    const link = randomUUID();
    const links = [{ id: link, source: { sourceId: courier } }];
    await editAttribution(room.member, members, { version: 1, content: says(ida, { links }) });
    await editAttribution(room.member, members, { version: 2, content: says(ida) });
    expect((await read(room.viewer)).takenBack).toEqual([]);
    const again = [{ id: randomUUID(), source: { sourceId: courier } }];
    await editAttribution(room.member, members, { version: 3, content: says(ida, { links: again }) });
    await deleteAttribution(room.member, members);
    const { takenBack, sources } = await read(room.viewer);
    expect(takenBack).toMatchObject([
      { was: { id: members, by: room.member.userId, sourceId: ida }, links: [{ sourceId: courier }] },
    ]);
    expect(sources.map((one) => one.name).sort()).toEqual(["Courier", "Ida Holm"]);
    await deleteAttribution(room.editor, editors);
    expect((await read(room.viewer)).takenBack.map((one) => one.was.id)).toEqual([editors, members]);
    await restoreAttribution(room.member, members);
    expect((await read(room.viewer)).takenBack.map((one) => one.was.id)).toEqual([editors]);
    await expect(read(room.outsider)).rejects.toMatchObject({ code: "not-found" });
    await deletePassage(room.owner, passageId);
    await expect(read(room.viewer)).rejects.toMatchObject({ code: "not-found" });
  });

  it("names sources that were merged by then as well as what they speak as", async () => {
    await editAttribution(room.member, members, { version: 1, content: says(courier) });
    await mergeSource(room.member, ida, courier);
    const { sources } = await listAttributionRevisions(room.viewer, members);
    expect(new Set(sources.map((one) => one.name))).toEqual(new Set(["Ida Holm", "Courier"]));
  });
});
