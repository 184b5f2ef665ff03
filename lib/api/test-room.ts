import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach } from "vitest";
import { hashPassword } from "@/lib/accounts/hash";
import type { Role } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { hashToken } from "@/lib/workspaces/invitation-token";
import { makeArticle, makeMembership, makeNewsroom, makeUser } from "@/prisma/factories";
import { signInAs, signOut } from "./test-route";

/** Stands in everything that outsiders must never see. */
export const marker = "Zanzibar-Marker";

export const roles: Role[] = ["owner", "editor", "member", "viewer"];
export const strangers = ["outsider", "removed", "invited"] as const;
export const actors = [...roles, ...strangers, "anonymous"] as const;
export type Actor = (typeof actors)[number];
export let room: Awaited<ReturnType<typeof makeNewsroom>>;
export const password = "three quiet boats at dawn";
export let passwordHash = "";
export let article: Awaited<ReturnType<typeof makeArticle>>;

/** A newsroom with an article for the whole file, and before each test no limits that an earlier one has used up. */
export function useRoom(): void {
  beforeAll(async () => {
    room = await makeNewsroom(db());
    passwordHash = await hashPassword(password);
    await db().workspace.update({ where: { id: room.workspace.id }, data: { name: marker } });
    article = await makeArticle(db(), {
      workspaceId: room.workspace.id,
      createdById: room.owner.userId,
      title: marker,
      text: `${marker}\n\nThe ${marker} port will reopen, Ida Holm said.`,
    });
  });
  beforeEach(async () => {
    signOut();
    await db().rateLimit.deleteMany();
  });
}

/** A new person for each cell, so that what one cell does is no other cell's surprise. */
export async function become(actor: Actor): Promise<string> {
  if (actor === "anonymous") return randomUUID();
  const user = await makeUser(db(), { name: marker });
  const workspaceId = room.workspace.id;
  const role = roles.find((one) => one === actor);
  if (role) await makeMembership(db(), { workspaceId, userId: user.id, role });
  if (actor === "outsider") {
    await makeMembership(db(), { workspaceId: room.elsewhere.id, userId: user.id, role: "owner" });
  }
  if (actor === "invited") await makeInvitation(user.email);
  await signInAs(user.id);
  return user.id;
}

/** An invitation to the room, for this address or for anybody who has the token. */
export async function makeInvitation(email: string | null = null) {
  const token = randomUUID();
  const invitation = await db().invitation.create({
    data: {
      workspaceId: room.workspace.id,
      email,
      role: "member",
      tokenHash: hashToken(token),
      createdById: room.owner.userId,
      expiresAt: new Date(Date.now() + 60_000),
    },
  });
  return { token, id: invitation.id };
}
