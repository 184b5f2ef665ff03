import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { transaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { makeArticle, makeNewsroom, makeViewer } from "@/prisma/factories";
import { tellAccessChanged } from "./access";
import { storeEvent } from "./events";
import { caps, Hub } from "./hub";
import { tellNotified } from "./notified";
import { findWatched, getPresence } from "./queries";
import { longestBacklog, openStream } from "./stream";
import { readEvents } from "./test-events";

useTestDatabase();

let room: Awaited<ReturnType<typeof makeNewsroom>>;
let article: Awaited<ReturnType<typeof makeArticle>>;
let here: Hub;
/** Another app process on the same database. */
let there: Hub;
const open: AbortController[] = [];
/** How much is unread for whoever has a session. */
const unread = new Map<string, number>();

beforeAll(async () => {
  room = await makeNewsroom(db());
  article = await makeArticle(db(), { workspaceId: room.workspace.id, createdById: room.owner.userId });
  const url = (await db().$queryRaw<{ name: string }[]>`SELECT current_database() AS name`)[0]?.name;
  const address = new URL(process.env.DATABASE_URL ?? env().DATABASE_URL ?? "");
  address.pathname = `/${url}`;
  const countUnread = async (sessionIds: readonly string[]) => {
    const counted = sessionIds.flatMap((id) => {
      const count = unread.get(id);
      return count === undefined ? [] : [[id, count] as const];
    });
    return new Map(counted);
  };
  here = new Hub(address.href, { countUnread });
  there = new Hub(address.href, { countUnread });
});

afterEach(() => {
  for (const one of open.splice(0)) one.abort();
});

afterAll(async () => {
  await Promise.all([here.close(), there.close()]);
});

/** Waits for what is promised soon; ten seconds, because the machine may be busy with other tests. */
function eventually(check: () => void | Promise<void>) {
  return vi.waitFor(check, { timeout: 10_000, interval: 20 });
}

type Heard = {
  event: string;
  data: { articleId?: string; number?: number; unread?: number; people?: { id: string }[] };
};

/** Opens a stream as this person and reads it as a browser does. */
async function listen(
  hub: Hub,
  viewer = room.member,
  {
    readAgain = async () => viewer as typeof viewer | null,
    address = "10.0.0.1",
    articles = [article.id],
    sessionId = randomUUID() as string,
  } = {},
) {
  const controller = new AbortController();
  open.push(controller);
  const watched = await findWatched(viewer, articles);
  const stream = openStream(hub, {
    viewer,
    sessionId,
    watched,
    readAgain,
    address,
    signal: controller.signal,
  });
  const heard: Heard[] = [];
  const state = { over: false };
  const reading = readEvents<Heard["data"]>(stream, (event, data) => heard.push({ event, data }))
    .catch(() => undefined)
    .finally(() => {
      state.over = true;
    });
  await hub.ready();
  const numbers = (id = article.id) =>
    heard
      .filter((one) => one.event === "article" && one.data.articleId === id)
      .map((one) => one.data.number ?? 0);
  if (articles.length > 0) await eventually(() => expect(numbers().length).toBeGreaterThan(0));
  return { heard, numbers, state, reading, leave: () => controller.abort() };
}

function write(articleId = article.id) {
  return transaction((tx) =>
    storeEvent(tx, {
      articleId,
      kind: "passage.created",
      ids: {},
      actorId: room.owner.userId,
    }),
  );
}

const peopleIn = (heard: Heard[]) =>
  heard
    .filter((one) => one.event === "presence")
    .at(-1)
    ?.data.people?.map((one) => one.id);

describe("a stream", () => {
  it("tells where the article stands, and then each change, in every process", async () => {
    const one = await listen(here);
    const two = await listen(there, room.editor);
    const before = one.numbers().at(-1) ?? 0;
    const number = await write();
    await eventually(() => expect([one.numbers().at(-1), two.numbers().at(-1)]).toEqual([number, number]));
    expect(number).toBe(before + 1);
  });

  it("rings for watched articles only, in order, never twice", async () => {
    const other = await makeArticle(db(), { workspaceId: room.workspace.id, createdById: room.owner.userId });
    const one = await listen(here);
    const start = one.numbers().at(-1) ?? 0;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let count = 0; count < 5; count++) {
          await write();
          await write(other.id);
        }
      }),
    );
    await eventually(() => expect(one.numbers().at(-1)).toBe(start + 40));
    const numbers = one.numbers();
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(one.heard.some((message) => message.data.articleId === other.id)).toBe(false);
  });

  it("tells nothing of a write that was undone", async () => {
    const one = await listen(here);
    const before = one.numbers().at(-1);
    const undone = transaction(async (tx) => {
      await storeEvent(tx, {
        articleId: article.id,
        kind: "passage.created",
        ids: {},
        actorId: room.owner.userId,
      });
      throw new Error("no");
    });
    await expect(undone).rejects.toThrow("no");
    const number = await write();
    await eventually(() => expect(one.numbers().at(-1)).toBe(number));
    expect(number).toBe((before ?? 0) + 1);
  });

  it("catches up by itself after its listening connection was killed, five times", async () => {
    const one = await listen(here);
    for (let round = 0; round < 5; round++) {
      await db().$executeRaw`
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'sayso-listen' AND datname = current_database()`;
      // Nobody listens at this moment: only looking at the table again can tell of this one.
      const number = await write();
      await eventually(() => expect(one.numbers().at(-1)).toBe(number));
    }
    expect(one.state.over).toBe(false);
  });

  it("ends within moments when the rights end, and says so before", async () => {
    const person = await makeViewer(db(), room.workspace, "member");
    let current: typeof person | null = person;
    const one = await listen(here, person, { readAgain: async () => current });
    const bystander = await listen(here);
    current = { ...person, memberships: [] };
    await transaction((tx) => tellAccessChanged(tx, person.userId));
    await one.reading;
    expect(one.heard.at(-1)?.event).toBe("access");
    expect(bystander.state.over).toBe(false);
    expect(bystander.heard.some((message) => message.event === "access")).toBe(false);
  });

  it("ends when the session ends, and stays when only the role changes", async () => {
    const person = await makeViewer(db(), room.workspace, "member");
    const [membership] = person.memberships;
    let current: typeof person | null = person;
    const one = await listen(here, person, { readAgain: async () => current });
    if (membership) current = { ...person, memberships: [{ ...membership, role: "viewer" }] };
    await transaction((tx) => tellAccessChanged(tx, person.userId));
    await eventually(() => expect(one.heard.some((message) => message.event === "access")).toBe(true));
    expect(one.state.over).toBe(false);
    current = null;
    await transaction((tx) => tellAccessChanged(tx, person.userId));
    await one.reading;
  });

  it("does not open on an article of another workspace", async () => {
    await expect(findWatched(room.outsider, [article.id])).rejects.toMatchObject({ code: "not-found" });
    const mine = await makeArticle(db(), {
      workspaceId: room.elsewhere.id,
      createdById: room.outsider.userId,
    });
    await expect(findWatched(room.outsider, [mine.id, article.id])).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("drops a reader who leaves more than 64 KB unread", async () => {
    const controller = new AbortController();
    const watched = new Map([[article.id, room.workspace.id]]);
    const sessionId = randomUUID();
    const readAgain = async () => room.member;
    const options = { viewer: room.member, sessionId, watched, readAgain, address: "slow" };
    const before = here.size;
    const stream = openStream(here, { ...options, signal: controller.signal });
    expect(here.size).toBe(before + 1);
    const bell = JSON.stringify({ articleId: article.id, number: 0 });
    const needed = Math.ceil(longestBacklog / bell.length);
    await db().$executeRaw`
      SELECT pg_notify('sayso_article', json_build_object('articleId', ${article.id}::text, 'number', 1000000 + i)::text)
      FROM generate_series(1, ${needed}::int) i`;
    await eventually(() => expect(here.size).toBe(before));
    await expect(stream.getReader().read()).rejects.toThrow("too slow");
  });

  it("leaves nothing behind when its reader goes", async () => {
    const before = here.size;
    const one = await listen(here);
    one.leave();
    await one.reading;
    expect(here.size).toBe(before);
    await eventually(async () => expect(await db().presence.count()).toBe(0));
  });
});

describe("notifications", () => {
  it("are counted for a reader of no article, again when they change, and for nobody else", async () => {
    const sessions = [randomUUID(), randomUUID(), randomUUID()] as const;
    const [mine, second, editors] = sessions;
    for (const [at, id] of sessions.entries()) unread.set(id, at);
    const one = await listen(here, room.member, { articles: [], sessionId: mine });
    const two = await listen(here, room.member, { articles: [], sessionId: second });
    const other = await listen(there, room.editor, { articles: [], sessionId: editors });
    const counted = () =>
      [one, two, other].map(({ heard }) => heard.findLast(({ event }) => event === "notified")?.data.unread);
    await eventually(() => expect(counted()).toEqual([0, 1, 2]));
    // The second session has ended: nothing is told to it.
    unread.delete(second);
    for (const id of [mine, editors]) unread.set(id, 9);
    await transaction((tx) => tellNotified(tx, room.member.userId));
    await eventually(() => expect(counted()).toEqual([9, 1, 2]));
    expect(one.state.over).toBe(false);
  });
});

describe("caps", () => {
  async function fill(count: number, over: (index: number) => object) {
    const watched = new Map([[article.id, room.workspace.id]]);
    for (let index = 0; index < count; index++) {
      const controller = new AbortController();
      open.push(controller);
      const options = {
        viewer: room.member,
        sessionId: randomUUID(),
        watched,
        readAgain: async () => room.member,
        address: `a${index}`,
      };
      openStream(here, { ...options, signal: controller.signal, ...over(index) });
    }
  }

  it("of one person, and of one address, answer 503 with a time to wait", async () => {
    const guests = Array.from({ length: 100 }, () => crypto.randomUUID());
    await fill(caps.user, () => ({}));
    await expect(fill(1, () => ({}))).rejects.toMatchObject({ code: "unavailable", retryAfter: 30 });
    const guest = (index: number) => ({
      address: "one",
      viewer: { ...room.editor, userId: guests[index] ?? "" },
    });
    await fill(caps.address, guest);
    await expect(fill(1, () => guest(99))).rejects.toMatchObject({ code: "unavailable" });
  });
});

describe("presence", () => {
  it("shows who reads, in both processes, each person once, and who has gone", async () => {
    const one = await listen(here);
    await listen(here);
    const two = await listen(there, room.editor);
    const both = [room.member.userId, room.editor.userId].sort();
    await eventually(() => expect([...(peopleIn(one.heard) ?? [])].sort()).toEqual(both));
    await eventually(() => expect([...(peopleIn(two.heard) ?? [])].sort()).toEqual(both));
    const asked = await getPresence(room.viewer, article.id);
    expect(asked.people.map((person) => person.id).sort()).toEqual(both);
    await expect(getPresence(room.outsider, article.id)).rejects.toMatchObject({ code: "not-found" });
    two.leave();
    await eventually(() => expect(peopleIn(one.heard)).toEqual([room.member.userId]));
  });

  it("forgets readers whose process died", async () => {
    await db().presence.deleteMany();
    const row = { articleId: article.id, userId: room.editor.userId, streamId: crypto.randomUUID() };
    await db().presence.create({ data: { ...row, seenAt: new Date(Date.now() - 61_000) } });
    expect((await getPresence(room.viewer, article.id)).people).toEqual([]);
    await db().presence.updateMany({ where: row, data: { seenAt: new Date(Date.now() - 50_000) } });
    expect((await getPresence(room.viewer, article.id)).people.length).toBe(1);
  });
});
