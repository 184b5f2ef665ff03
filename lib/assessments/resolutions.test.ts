import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { editAttribution } from "@/lib/attributions/mutations";
import { saysOf } from "@/lib/attributions/test-content";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { listNotifications } from "@/lib/notifications/queries";
import { bodyOfText } from "@/lib/threads/comment-schema";
import { makeSource } from "@/prisma/factories";
import { listAssessments } from "./queries";
import { createResolution } from "./resolutions";
import { exact, judge, passageId, resolve, room, sayWho, useOnePassage } from "./test-one-passage";

useTestDatabase();
useOnePassage();

describe("createResolution", () => {
  it("is superseded, never overwritten", async () => {
    await judge(room.member, "4");
    const first = await resolve("2", { rationale: bodyOfText("The register.") });
    expect(first).toMatchObject({ verdict: "2", text: "The register.", replaces: null });
    await expect(resolve("3")).rejects.toMatchObject({ code: "conflict", details: first });
    const second = await resolve("3", { replaces: first.id });
    const open = await resolve(null, { replaces: second.id });
    await expect(resolve(null, { replaces: open.id })).rejects.toMatchObject({ code: "conflict" });
    const { resolutions, assessments } = await listAssessments(room.member, passageId);
    expect(resolutions.map((one) => one.verdict)).toEqual(["2", "3", null]);
    const { notifications } = await listNotifications(room.member);
    expect(notifications.map((one) => one.kind)).toEqual(["reopened", "resolved", "resolved"]);
    expect(assessments.map((one) => one.verdict)).toEqual(["4"]);
  });

  it("tells those who judged, and whoever marked the passage", async () => {
    await judge(room.owner, "4");
    await resolve("2");
    const kinds = async (viewer: Viewer) =>
      (await listNotifications(viewer)).notifications.map((one) => one.kind);
    expect(await kinds(room.owner)).toEqual(["resolved"]);
    expect(await kinds(room.member)).toEqual(["resolved", "judged"]);
    expect(await kinds(room.editor)).toEqual([]);
  });

  it("is refused to members, and on words that stand there no more", async () => {
    const given = {
      id: randomUUID(),
      axis: "so",
      verdict: "2",
      replaces: null,
      exact,
      sourceId: null,
    } as const;
    await expect(createResolution(room.member, passageId, given)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(resolve("2", { exact: "other" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("holds to the source that it was said of", async () => {
    const ida = await sayWho("Ida Holm");
    const first = await resolve("4", { axis: "said", sourceId: ida });
    expect(first.sourceId).toBe(ida);
    const attribution = await db().attribution.findFirstOrThrow({ where: { passageId } });
    const courier = await makeSource(db(), {
      workspaceId: room.workspace.id,
      createdById: room.owner.userId,
      name: "Courier",
    });
    await editAttribution(room.member, attribution.id, { version: 1, content: saysOf(courier.id) });
    await expect(resolve("3", { axis: "said", sourceId: ida, replaces: first.id })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});
