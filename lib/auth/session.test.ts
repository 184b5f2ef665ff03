import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { countQueries, useTestDatabase } from "@/lib/db/test-database";
import { readAudit } from "@/lib/workspaces/queries";
import { makeNewsroom } from "@/prisma/factories";
import { endSession, startSession } from "./mutations";
import { readSession } from "./session";

useTestDatabase();

const hour = 60 * 60 * 1000;
type Named = { sid: string; userId: string };

let room: Awaited<ReturnType<typeof makeNewsroom>>;

beforeAll(async () => {
  room = await makeNewsroom(db());
});

/** A session that was used for the last time so many hours ago. */
async function makeSeen(hoursAgo: number) {
  const { userId } = room.member;
  const { sid } = await startSession({ userId, way: "credentials", replaced: null });
  const lastSeenAt = new Date(Date.now() - hoursAgo * hour);
  await db().session.update({ where: { id: sid }, data: { lastSeenAt } });
  return { sid, userId, lastSeenAt };
}

describe("readSession", () => {
  it.each([
    ["used a moment ago", 0, true],
    ["used 11 hours ago", 11, true],
    ["used 13 hours ago", 13, false],
  ])("%s: %s h", async (_, hoursAgo, isThere) => {
    const { sid, userId } = await makeSeen(hoursAgo);
    expect((await readSession(sid, userId, new Date())) !== null).toBe(isThere);
  });

  it("is kept awake by a person, not by an open tab", async () => {
    const { sid, userId, lastSeenAt } = await makeSeen(11);
    const seenAt = async () => (await db().session.findUniqueOrThrow({ where: { id: sid } })).lastSeenAt;
    await readSession(sid, userId, new Date(), { touch: false });
    expect(await seenAt()).toEqual(lastSeenAt);
    await readSession(sid, userId, new Date());
    expect((await seenAt()).getTime()).toBeGreaterThan(lastSeenAt.getTime() + 10 * hour);
  });

  it("ends 30 days after the sign-in, used or not", async () => {
    const { sid, userId } = await makeSeen(0);
    const createdAt = new Date(Date.now() - 31 * 24 * hour);
    await db().session.update({ where: { id: sid }, data: { createdAt } });
    expect(await readSession(sid, userId, new Date())).toBeNull();
  });
});

describe("sessions that are read in one turn", () => {
  it("are asked for once, and each is answered with its own person", async () => {
    const people = [room.owner, room.editor, room.member, room.viewer];
    const sids = await Promise.all(
      people.map(({ userId }) => startSession({ userId, way: "credentials", replaced: null })),
    );
    const all = people.map(({ userId }, index) => ({ userId, sid: sids[index]?.sid ?? "" }));
    const [owner, editor, member, viewer] = all as [Named, Named, Named, Named];
    await endSession(member);
    const asked = [
      viewer,
      owner,
      // Ended, of somebody else, of nobody, and the same person once more.
      member,
      { sid: editor.sid, userId: owner.userId },
      { sid: randomUUID(), userId: owner.userId },
      owner,
      editor,
    ];
    const read: (string | undefined)[] = [];
    const count = await countQueries(async () => {
      const viewers = await Promise.all(
        asked.map(({ sid, userId }) => readSession(sid, userId, new Date(), { touch: false })),
      );
      read.push(...viewers.map((one) => one?.email));
    });
    const { email: v } = room.viewer;
    const { email: o } = room.owner;
    expect(read).toEqual([v, o, undefined, undefined, undefined, o, room.editor.email]);
    expect(count).toBe(1);
  });
});

describe("signing in and out", () => {
  it("with a password that is changed meanwhile is over from the start", async () => {
    const { userId } = room.member;
    const { sessionVersion } = await db().user.findUniqueOrThrow({ where: { id: userId } });
    await db().user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } });
    const { sid } = await startSession({ userId, sessionVersion, way: "credentials", replaced: null });
    expect(await readSession(sid, userId, new Date())).toBeNull();
    const fresh = await startSession({ userId, way: "credentials", replaced: null });
    expect(await readSession(fresh.sid, userId, new Date())).not.toBeNull();
  });

  it("stands in the history of the person's workspaces, for owners", async () => {
    const { sid, userId } = await makeSeen(0);
    await endSession({ sid, userId });
    await endSession({ sid, userId });
    const { entries } = await readAudit(room.owner, room.workspace.id, undefined);
    const mine = entries.filter((one) => one.actor === room.member.name).map((one) => one.action);
    expect(mine.slice(0, 2)).toEqual(["account.signed-out", "account.signed-in"]);
    expect((await readAudit(room.outsider, room.elsewhere.id, undefined)).entries).toEqual([]);
  });
});
