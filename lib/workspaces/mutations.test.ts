import { describe, expect, it } from "vitest";
import type { Role, Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import {
  makeArticle,
  makeAssessment,
  makeAttribution,
  makeEvidence,
  makeMembership,
  makePassage,
  makeSource,
  makeUser,
  makeWorkspace,
} from "@/prisma/factories";
import { changeMember, createWorkspace, removeMember, renameWorkspace } from "./mutations";
import { readAudit, readMembers } from "./queries";

useTestDatabase();

/** A workspace and its people, each as the viewer they are at first. */
async function office(...given: Role[]): Promise<{ workspaceId: string; people: Viewer[] }> {
  const workspace = await makeWorkspace(db());
  const people: Viewer[] = [];
  for (const role of given) {
    const user = await makeUser(db());
    await makeMembership(db(), { workspaceId: workspace.id, userId: user.id, role });
    const membership = { workspaceId: workspace.id, workspaceName: workspace.name, role };
    people.push({ userId: user.id, name: user.name, email: user.email, memberships: [membership] });
  }
  return { workspaceId: workspace.id, people };
}

async function ownersOf(workspaceId: string): Promise<number> {
  return db().membership.count({ where: { workspaceId, role: "owner" } });
}

function first<T>(list: T[], at = 0): T {
  const found = list[at];
  if (!found) throw new Error("too few");
  return found;
}

describe("createWorkspace", () => {
  it("makes one workspace however often the same id is sent", async () => {
    const { people } = await office("owner", "owner");
    const [ida, sam] = [first(people), first(people, 1)];
    const id = crypto.randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => createWorkspace(ida, { id, name: "Night desk" })));
    expect(answers).toEqual(Array(3).fill({ id, name: "Night desk", role: "owner" }));
    expect(await db().auditEntry.count({ where: { workspaceId: id } })).toBe(1);
    await expect(createWorkspace(sam, { id, name: "Mine" })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("renameWorkspace", () => {
  it("is for owners, and tells who was faster", async () => {
    const { workspaceId, people } = await office("owner", "editor");
    const [ida, sam] = [first(people), first(people, 1)];
    const was = first(ida.memberships).workspaceName;
    await expect(renameWorkspace(sam, workspaceId, { name: "X", was })).rejects.toMatchObject({
      code: "forbidden",
    });
    await renameWorkspace(ida, workspaceId, { name: "Night desk", was });
    await expect(renameWorkspace(ida, workspaceId, { name: "Day desk", was })).rejects.toMatchObject({
      code: "conflict",
      message: "You renamed the workspace to “Night desk” meanwhile.",
      details: { name: "Night desk" },
    });
    const { entries } = await readAudit(ida, workspaceId, undefined);
    expect(entries).toMatchObject([{ action: "workspace.renamed", detail: { from: was, to: "Night desk" } }]);
  });
});

describe("changeMember and removeMember", () => {
  it.each(["editor", "member", "viewer"] as const)(
    "let no %s raise themselves or remove others",
    async (role) => {
      const { workspaceId, people } = await office("owner", role);
      const [ida, sam] = [first(people), first(people, 1)];
      const raise = changeMember(sam, workspaceId, sam.userId, { role: "owner", was: role });
      await expect(raise).rejects.toMatchObject({ code: "forbidden" });
      await expect(removeMember(sam, workspaceId, ida.userId)).rejects.toMatchObject({ code: "forbidden" });
    },
  );

  it("do not exist for outsiders", async () => {
    const { workspaceId, people } = await office("owner");
    const stranger = first((await office("owner")).people);
    const ida = first(people);
    await expect(removeMember(stranger, workspaceId, ida.userId)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(removeMember(ida, workspaceId, stranger.userId)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("keep the last owner", async () => {
    const { workspaceId, people } = await office("owner", "editor");
    const ida = first(people);
    await expect(removeMember(ida, workspaceId, ida.userId)).rejects.toMatchObject({ code: "conflict" });
    const lower = changeMember(ida, workspaceId, ida.userId, { role: "viewer", was: "owner" });
    await expect(lower).rejects.toMatchObject({ code: "conflict" });
    expect(await ownersOf(workspaceId)).toBe(1);
  });

  it.each([1, 2, 3, 4])("leave one owner when all leave or lower each other at once (round %i)", async () => {
    const { workspaceId, people } = await office("owner", "owner", "owner", "owner");
    const outcomes = await Promise.allSettled(
      people.flatMap((one, index) => {
        const next = first(people, (index + 1) % people.length);
        return [
          removeMember(one, workspaceId, one.userId),
          changeMember(one, workspaceId, next.userId, { role: "member", was: "owner" }),
          removeMember(one, workspaceId, next.userId),
        ];
      }),
    );
    expect(await ownersOf(workspaceId)).toBe(1);
    expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(3);
  });

  it("ask for the rights of this moment, not of the page that was loaded", async () => {
    const { workspaceId, people } = await office("owner", "owner", "member");
    const [ida, sam, eva] = [first(people), first(people, 1), first(people, 2)];
    await removeMember(ida, workspaceId, sam.userId);
    await expect(removeMember(sam, workspaceId, eva.userId)).rejects.toMatchObject({ code: "not-found" });
    const change = changeMember(ida, workspaceId, eva.userId, { role: "editor", was: "viewer" });
    await expect(change).rejects.toMatchObject({ code: "conflict", details: { role: "member" } });
  });

  it("tells who made somebody something else meanwhile", async () => {
    const { workspaceId, people } = await office("owner", "owner", "member", "member");
    const [ida, sam, eva, jo] = [first(people), first(people, 1), first(people, 2), first(people, 3)];
    await changeMember(sam, workspaceId, eva.userId, { role: "viewer", was: "member" });
    await changeMember(ida, workspaceId, jo.userId, { role: "viewer", was: "member" });
    const late = changeMember(ida, workspaceId, eva.userId, { role: "editor", was: "member" });
    await expect(late).rejects.toMatchObject({
      message: `${sam.name} made ${eva.name} viewer meanwhile.`,
      details: { role: "viewer" },
    });
  });

  it("leave an entry each", async () => {
    const { workspaceId, people } = await office("owner", "member", "member");
    const [ida, sam, eva] = [first(people), first(people, 1), first(people, 2)];
    await changeMember(ida, workspaceId, sam.userId, { role: "editor", was: "member" });
    await removeMember(ida, workspaceId, sam.userId);
    await removeMember(eva, workspaceId, eva.userId);
    const { entries } = await readAudit(ida, workspaceId, undefined);
    expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
      ["member.left", eva.name],
      ["member.removed", ida.name],
      ["member.changed", ida.name],
    ]);
    await expect(readAudit(eva, workspaceId, undefined)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("readMembers", () => {
  it("tells addresses to owners only", async () => {
    const { workspaceId, people } = await office("owner", "viewer");
    const [ida, sam] = [first(people), first(people, 1)];
    const seen = async (viewer: Viewer) => (await readMembers(viewer, workspaceId)).map((one) => one.email);
    expect(await seen(ida)).toEqual([ida.email, sam.email]);
    expect(await seen(sam)).toEqual([null, sam.email]);
  });

  it("counts what stays of each", async () => {
    const { workspaceId, people } = await office("owner", "member");
    const [ida, sam] = [first(people), first(people, 1)];
    const article = await makeArticle(db(), { workspaceId, createdById: ida.userId });
    const by = { articleId: article.id, createdById: sam.userId };
    const passage = await makePassage(db(), by);
    const source = await makeSource(db(), { workspaceId, createdById: sam.userId });
    await makeAttribution(db(), { passageId: passage.id, byId: sam.userId, sourceId: source.id });
    const earlier = await makeAssessment(db(), { passageId: passage.id, byId: sam.userId, verdict: "4" });
    const later = { byId: sam.userId, verdict: "2", replacesId: earlier.id } as const;
    await makeAssessment(db(), { passageId: passage.id, ...later });
    await makeEvidence(db(), { passageId: passage.id, addedById: sam.userId });
    const stays = (await readMembers(ida, workspaceId)).map((one) => one.stays);
    const nothing = { passages: 0, attributions: 0, verdicts: 0, evidence: 0, comments: 0 };
    expect(stays).toEqual([nothing, { ...nothing, passages: 1, attributions: 1, verdicts: 1, evidence: 1 }]);
    expect((await readMembers(sam, workspaceId)).map((one) => one.stays)).toEqual([null, null]);
  });
});
