import { describe, expect, it } from "vitest";
import * as accounts from "@/lib/accounts/mutations";
import type { SignUp } from "@/lib/accounts/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { storeSample } from "@/lib/onboarding/mutations";
import { makeMembership, makeUser, makeWorkspace } from "@/prisma/factories";
import { invitationValidMs } from "./invitation-state";
import { acceptInvitation, createInvitation, withdrawInvitation } from "./invitations";
import { changeMember, removeMember } from "./mutations";
import { readInvitation, readInvitations } from "./queries";

useTestDatabase();

const now = new Date("2026-11-23T12:00:00Z");
const later = new Date(now.getTime() + invitationValidMs);

const signUp = (given: SignUp, from: string, at: Date) => accounts.signUp(given, from, at, storeSample);

async function person(email?: string): Promise<Viewer> {
  const user = await makeUser(db(), email ? { email } : {});
  return { userId: user.id, name: user.name, email: user.email, memberships: [] };
}

async function owner(): Promise<{ ida: Viewer; workspaceId: string }> {
  const ida = await person();
  const workspace = await makeWorkspace(db());
  await makeMembership(db(), { workspaceId: workspace.id, userId: ida.userId, role: "owner" });
  ida.memberships.push({ workspaceId: workspace.id, workspaceName: workspace.name, role: "owner" });
  return { ida, workspaceId: workspace.id };
}

function members(workspaceId: string): Promise<number> {
  return db().membership.count({ where: { workspaceId } });
}

describe("an invitation", () => {
  it("brings somebody in with its role, and stores no token", async () => {
    const { ida, workspaceId } = await owner();
    const { token, invitation } = await createInvitation(ida, workspaceId, { role: "editor" }, now);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(await db().invitation.findMany())).not.toContain(token);
    expect(JSON.stringify(await db().auditEntry.findMany())).not.toContain(token);
    expect(invitation).toMatchObject({ state: "open", role: "editor", expiresAt: later.toISOString() });
    const sam = await person();
    expect(await acceptInvitation(sam, token, now)).toEqual({ workspaceId, role: "editor" });
    expect(await readInvitations(ida, workspaceId, now)).toMatchObject([
      { state: "accepted", acceptedBy: sam.name },
    ]);
  });

  it("is refused to whoever was an owner when the request began", async () => {
    const { ida, workspaceId } = await owner();
    const sam = await person();
    await makeMembership(db(), { workspaceId, userId: sam.userId, role: "owner" });
    sam.memberships.push({ workspaceId, workspaceName: "", role: "owner" });
    await changeMember(sam, workspaceId, ida.userId, { role: "member", was: "owner" });
    await expect(createInvitation(ida, workspaceId, { role: "owner" }, now)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await readInvitations(sam, workspaceId, now)).toEqual([]);
  });

  it("works once when five people accept at once", async () => {
    const { ida, workspaceId } = await owner();
    const { token } = await createInvitation(ida, workspaceId, { role: "member" }, now);
    const five = await Promise.all(Array.from({ length: 5 }, () => person()));
    const outcomes = await Promise.allSettled(five.map((one) => acceptInvitation(one, token, now)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(outcomes.filter((one) => one.status === "rejected").map((one) => one.reason.code)).toEqual(
      Array(4).fill("gone"),
    );
    expect(await members(workspaceId)).toBe(2);
  });

  it("may be accepted again and again by the same person", async () => {
    const { ida, workspaceId } = await owner();
    const { token } = await createInvitation(ida, workspaceId, { role: "member" }, now);
    const sam = await person();
    const answers = await Promise.all(Array.from({ length: 5 }, () => acceptInvitation(sam, token, now)));
    expect(answers).toEqual(Array(5).fill({ workspaceId, role: "member" }));
    expect(await db().auditEntry.count({ where: { workspaceId, action: "member.joined" } })).toBe(1);
    await removeMember(ida, workspaceId, sam.userId);
    await expect(acceptInvitation(sam, token, now)).rejects.toMatchObject({ code: "gone" });
  });

  it("is not used up by a member, and changes no role", async () => {
    const { ida, workspaceId } = await owner();
    const { token } = await createInvitation(ida, workspaceId, { role: "viewer" }, now);
    expect(await acceptInvitation(ida, token, now)).toEqual({ workspaceId, role: "owner" });
    expect(await acceptInvitation(await person(), token, now)).toMatchObject({ role: "viewer" });
  });

  it("is valid for seven days", async () => {
    const { ida, workspaceId } = await owner();
    const { token } = await createInvitation(ida, workspaceId, { role: "member" }, now);
    await expect(acceptInvitation(await person(), token, later)).rejects.toMatchObject({ code: "gone" });
    const justBefore = new Date(later.getTime() - 1);
    await acceptInvitation(await person(), token, justBefore);
  });

  it("is void after it was withdrawn, and cannot be withdrawn after it was used", async () => {
    const { ida, workspaceId } = await owner();
    const one = await createInvitation(ida, workspaceId, { role: "member" }, now);
    expect(await withdrawInvitation(ida, workspaceId, one.invitation.id, now)).toMatchObject({
      state: "withdrawn",
    });
    await withdrawInvitation(ida, workspaceId, one.invitation.id, now);
    await expect(acceptInvitation(await person(), one.token, now)).rejects.toMatchObject({ code: "gone" });
    expect(await readInvitation(null, one.token, now)).toMatchObject({
      state: "withdrawn",
      workspaceName: null,
    });
    const two = await createInvitation(ida, workspaceId, { role: "member" }, now);
    await acceptInvitation(await person(), two.token, now);
    const withdraw = withdrawInvitation(ida, workspaceId, two.invitation.id, now);
    await expect(withdraw).rejects.toMatchObject({ code: "conflict" });
  });

  it("is either accepted or withdrawn when both happen at once", async () => {
    const { ida, workspaceId } = await owner();
    for (let round = 0; round < 5; round++) {
      const { token, invitation } = await createInvitation(ida, workspaceId, { role: "member" }, now);
      const before = await members(workspaceId);
      const outcomes = await Promise.allSettled([
        acceptInvitation(await person(), token, now),
        withdrawInvitation(ida, workspaceId, invitation.id, now),
      ]);
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await members(workspaceId)).toBe(before + (outcomes[0]?.status === "fulfilled" ? 1 : 0));
    }
  });

  it("bound to an address is for that address", async () => {
    const { ida, workspaceId } = await owner();
    const bound = { role: "member", email: "sam@example.org" } as const;
    const { token } = await createInvitation(ida, workspaceId, bound, now);
    const [eva, sam] = [await person("eva@example.org"), await person("sam@example.org")];
    await expect(acceptInvitation(eva, token, now)).rejects.toMatchObject({ code: "forbidden" });
    expect(await readInvitation(eva, token, now)).toMatchObject({ fits: false, emailHint: "s…@example.org" });
    expect(await readInvitation(sam, token, now)).toMatchObject({ fits: true });
    await acceptInvitation(sam, token, now);
  });

  it("ends with the right to invite of whoever made it", async () => {
    const { ida, workspaceId } = await owner();
    const join = async () => {
      const sam = await person();
      const { token } = await createInvitation(ida, workspaceId, { role: "owner" }, now);
      await acceptInvitation(sam, token, now);
      sam.memberships.push({ workspaceId, workspaceName: "", role: "owner" });
      return { sam, open: await createInvitation(sam, workspaceId, { role: "owner" }, now) };
    };
    const removed = await join();
    await removeMember(ida, workspaceId, removed.sam.userId);
    await expect(acceptInvitation(removed.sam, removed.open.token, now)).rejects.toMatchObject({
      code: "gone",
    });
    const lowered = await join();
    await changeMember(ida, workspaceId, lowered.sam.userId, { role: "member", was: "owner" });
    await expect(acceptInvitation(await person(), lowered.open.token, now)).rejects.toMatchObject({
      code: "gone",
    });
  });

  it("is made and seen by owners only", async () => {
    const { ida, workspaceId } = await owner();
    for (const role of ["editor", "member", "viewer"] as const) {
      const { token } = await createInvitation(ida, workspaceId, { role }, now);
      const sam = await person();
      await acceptInvitation(sam, token, now);
      sam.memberships.push({ workspaceId, workspaceName: "", role });
      const create = createInvitation(sam, workspaceId, { role: "owner" }, now);
      await expect(create).rejects.toMatchObject({ code: "forbidden" });
      await expect(readInvitations(sam, workspaceId, now)).rejects.toMatchObject({ code: "forbidden" });
    }
    const stranger = await person();
    await expect(readInvitations(stranger, workspaceId, now)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("signing up with an invitation", () => {
  const password = "three quiet boats at dawn";

  it("joins the workspace instead of making one", async () => {
    const { ida, workspaceId } = await owner();
    const { token } = await createInvitation(ida, workspaceId, { role: "viewer" }, now);
    const given = { name: "New", email: "new@example.org", password, invitation: token };
    await signUp(given, "203.0.113.1", now);
    const user = await db().user.findUnique({
      where: { email: given.email },
      include: { memberships: true },
    });
    expect(user?.memberships).toMatchObject([{ workspaceId, role: "viewer" }]);
  });

  it("makes nothing when the invitation is void, and says so alike for known addresses", async () => {
    const { ida, workspaceId } = await owner();
    const { token } = await createInvitation(
      ida,
      workspaceId,
      { role: "viewer", email: "x@example.org" },
      now,
    );
    await person("known@example.org");
    for (const [n, email] of ["known@example.org", "unknown@example.org"].entries()) {
      const attempt = signUp({ name: "N", email, password, invitation: token }, `203.0.113.${10 + n}`, now);
      await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await db().user.count({ where: { email: "unknown@example.org" } })).toBe(0);
  });

  it("lets one of two in who sign up at once, and makes no account for the other", async () => {
    const { ida, workspaceId } = await owner();
    const { token } = await createInvitation(ida, workspaceId, { role: "member" }, now);
    const outcomes = await Promise.allSettled(
      ["a", "b"].map((who) =>
        signUp(
          { name: who, email: `${who}@twice.example`, password, invitation: token },
          `192.0.2.${who}`,
          now,
        ),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().user.count({ where: { email: { endsWith: "@twice.example" } } })).toBe(1);
    expect(await members(workspaceId)).toBe(2);
  });
});
