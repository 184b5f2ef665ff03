import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readSession } from "@/lib/auth/session";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import {
  makeArticle,
  makeAssessment,
  makeAttribution,
  makeComment,
  makeEvidence,
  makeMembership,
  makePassage,
  makeResolution,
  makeSession,
  makeSource,
  makeThread,
  makeUser,
  makeWorkspace,
} from "@/prisma/factories";
import { deleteAccount } from "./delete-account";
import { hashPassword } from "./hash";
import { changePassword, endOneSession, endOtherSessions, renameAccount } from "./own";
import { getAccount } from "./own-queries";
import { findByPassword } from "./queries";

useTestDatabase();

const old = "three quiet boats at dawn";
const fresh = "seven grey otters asleep";
let visitor = 0;
const somewhere = () => `198.51.100.${++visitor}`;
const now = () => new Date();

/** Somebody with a password, two browsers, and these workspaces. */
async function makePerson(roles: ("owner" | "editor")[] = []) {
  const passwordHash = await hashPassword(old);
  const user = await makeUser(db(), { name: "Ida Holm", passwordHash });
  const memberships: Viewer["memberships"] = [];
  for (const role of roles) {
    const workspace = await makeWorkspace(db(), {});
    await makeMembership(db(), { workspaceId: workspace.id, userId: user.id, role });
    memberships.push({ workspaceId: workspace.id, workspaceName: workspace.name, role });
  }
  const secret = "a secret of the test that is long enough";
  const [here, there] = [
    await makeSession(db(), { userId: user.id }, { secret }),
    await makeSession(db(), { userId: user.id }, { secret }),
  ].map(({ session }) => session.id);
  const viewer: Viewer = { userId: user.id, name: user.name, email: user.email, memberships };
  return { viewer, here: here ?? "", there: there ?? "" };
}

async function addColleague(workspaceId: string, role: "owner" | "member") {
  const colleague = await makeUser(db(), {});
  await makeMembership(db(), { workspaceId, userId: colleague.id, role });
  return colleague;
}

const isLive = async (sid: string, { userId }: Viewer) => (await readSession(sid, userId, now())) !== null;

describe("the own account", () => {
  it("is renamed everywhere, and the history says so", async () => {
    const { viewer, here } = await makePerson(["editor"]);
    await renameAccount(viewer, { name: "Ida Falk" });
    expect((await readSession(here, viewer.userId, now()))?.name).toBe("Ida Falk");
    const entry = await db().auditEntry.findFirst({ where: { action: "account.renamed" } });
    expect(entry).toMatchObject({ actorName: "Ida Holm", detail: { to: "Ida Falk" } });
  });

  it("gets a new password for the old one, which ends all other sessions", async () => {
    const { viewer, here, there } = await makePerson();
    const change = { old, password: fresh };
    expect(await changePassword(viewer, change, { sid: here, address: somewhere() })).toEqual({ ended: 1 });
    expect([await isLive(here, viewer), await isLive(there, viewer)]).toEqual([true, false]);
    expect(await findByPassword(viewer.email, fresh)).not.toBeNull();
    expect(await findByPassword(viewer.email, old)).toBeNull();
  });

  it("keeps the password when the old one is wrong or the new one is weak", async () => {
    const { viewer, here, there } = await makePerson();
    const where = { sid: here, address: somewhere() };
    await expect(changePassword(viewer, { old: "x", password: fresh }, where)).rejects.toMatchObject({
      fields: { old: expect.any(String) },
    });
    await expect(changePassword(viewer, { old, password: "short" }, where)).rejects.toMatchObject({
      fields: { password: expect.stringContaining("at least 15") },
    });
    expect(await findByPassword(viewer.email, old)).not.toBeNull();
    expect(await isLive(there, viewer)).toBe(true);
  });

  it("counts wrong passwords with those of the sign-in", async () => {
    const { viewer, here } = await makePerson();
    const guess = () =>
      changePassword(viewer, { old: "a guess", password: fresh }, { sid: here, address: somewhere() });
    for (let n = 0; n < 10; n++) await expect(guess()).rejects.toMatchObject({ code: "invalid" });
    await expect(guess()).rejects.toMatchObject({ code: "too-many" });
  });

  it("is signed out everywhere else", async () => {
    const { viewer, here, there } = await makePerson();
    expect((await getAccount(viewer, here, now())).sessions.map((one) => one.isHere)).toEqual([true, false]);
    expect(await endOtherSessions(viewer, here)).toEqual({ ended: 1 });
    expect([await isLive(here, viewer), await isLive(there, viewer)]).toEqual([true, false]);
    expect((await getAccount(viewer, here, now())).sessions).toHaveLength(1);
  });
});

describe("one session", () => {
  it("is ended by itself, and nobody else's is", async () => {
    const { viewer, here, there } = await makePerson(["editor"]);
    const other = await makePerson();
    await db().session.update({ where: { id: there }, data: { device: "Firefox on Linux" } });
    const listed = (await getAccount(viewer, here, now())).sessions;
    expect(listed.map(({ id, device }) => [id, device])).toEqual([
      [here, null],
      [there, "Firefox on Linux"],
    ]);
    await expect(endOneSession(viewer, other.there)).rejects.toMatchObject({ code: "not-found" });
    expect(await endOneSession(viewer, there)).toEqual({ ended: true });
    const live = [
      await isLive(here, viewer),
      await isLive(there, viewer),
      await isLive(other.there, other.viewer),
    ];
    expect(live).toEqual([true, false, true]);
    expect((await getAccount(viewer, here, now())).sessions.map((one) => one.id)).toEqual([here]);
    await expect(endOneSession(viewer, there)).rejects.toMatchObject({ code: "not-found" });
    expect(await db().auditEntry.count({ where: { action: "account.session-ended" } })).toBe(1);
  });
});

describe("deleteAccount", () => {
  it("takes along what nobody else has, and leaves the rest under the name", async () => {
    const { viewer, here } = await makePerson(["owner", "editor"]);
    const [alone = "", shared = ""] = viewer.memberships.map((one) => one.workspaceId);
    await addColleague(shared, "owner");
    const made = await Promise.all([alone, shared].map((id) => fill(id, viewer.userId)));
    expect((await getAccount(viewer, here, now())).leaving).toMatchObject([
      { id: alone, outcome: "gone", articles: 1 },
      { id: shared, outcome: "left", stays: { passages: 1, comments: 1 } },
    ]);

    await deleteAccount(viewer, { proof: old }, somewhere());
    expect(await db().workspace.findUnique({ where: { id: alone } })).toBeNull();
    const [gone, stays] = await Promise.all(
      made.map(({ id }) => db().comment.findUnique({ where: { id }, include: { author: true } })),
    );
    expect([gone, stays?.author.name]).toEqual([null, "Ida Holm"]);
    expect(await db().membership.count({ where: { userId: viewer.userId } })).toBe(0);
    expect(await isLive(here, viewer)).toBe(false);
    expect(await findByPassword(viewer.email, old)).toBeNull();
    await makeUser(db(), { email: viewer.email });
  });

  it("does so where Postgres would take the sources first, which what is said points to", async () => {
    const { viewer } = await makePerson(["owner"]);
    const [workspaceId = ""] = viewer.memberships.map((one) => one.workspaceId);
    await fill(workspaceId, viewer.userId);
    // Keys are followed in the order in which they were made.
    await db().$executeRaw`ALTER TABLE "Article" DROP CONSTRAINT "Article_workspaceId_fkey"`;
    await db().$executeRaw`
      ALTER TABLE "Article" ADD CONSTRAINT "Article_workspaceId_fkey"
      FOREIGN KEY ("workspaceId") REFERENCES "Workspace"(id) ON DELETE CASCADE ON UPDATE CASCADE`;
    await expect(db().workspace.delete({ where: { id: workspaceId } })).rejects.toThrow(/sourceId_fkey/);
    await deleteAccount(viewer, { proof: old }, somewhere());
    expect(await db().source.count({ where: { workspaceId } })).toBe(0);
  });

  it("is refused for the last owner of others, and changes nothing", async () => {
    const { viewer, here } = await makePerson(["owner", "owner"]);
    await addColleague(viewer.memberships[1]?.workspaceId ?? "", "member");
    const outcomes = (await getAccount(viewer, here, now())).leaving.map((one) => one.outcome);
    expect(outcomes).toEqual(["gone", "stuck"]);
    await expect(deleteAccount(viewer, { proof: old }, somewhere())).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("last owner"),
    });
    expect(await isLive(here, viewer)).toBe(true);
    expect(await db().membership.count({ where: { userId: viewer.userId } })).toBe(2);
  });

  it("wants the password, or the name of somebody who has none", async () => {
    const { viewer } = await makePerson();
    await expect(deleteAccount(viewer, { proof: "Ida Holm" }, somewhere())).rejects.toMatchObject({
      fields: { proof: expect.any(String) },
    });
    await db().user.update({ where: { id: viewer.userId }, data: { passwordHash: null } });
    await expect(deleteAccount(viewer, { proof: "ida" }, somewhere())).rejects.toMatchObject({
      fields: { proof: expect.stringContaining("Ida Holm") },
    });
    expect(await deleteAccount(viewer, { proof: "Ida Holm" }, somewhere())).toEqual({ deleted: true });
  });
});

/** One of everything that hangs together; gives the comment. */
async function fill(workspaceId: string, createdById: string) {
  const article = await makeArticle(db(), { workspaceId, createdById });
  const passage = await makePassage(db(), { articleId: article.id, createdById });
  const source = await makeSource(db(), { workspaceId, createdById, name: `Ida ${randomUUID()}` });
  await makeSource(db(), { workspaceId, createdById, mergedIntoId: source.id });
  const said = { passageId: passage.id, byId: createdById, sourceId: source.id };
  await makeAttribution(db(), said);
  await makeAssessment(db(), { ...said, axis: "said" });
  await makeResolution(db(), { ...said, axis: "said" });
  await makeThread(db(), { articleId: article.id, sourceId: source.id, createdById });
  await makeEvidence(db(), { passageId: passage.id, addedById: createdById });
  const thread = await makeThread(db(), { articleId: article.id, passageId: passage.id, createdById });
  return makeComment(db(), { threadId: thread.id, authorId: createdById, text: "Is it?" });
}
