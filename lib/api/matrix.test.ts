import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { type Action, matrix } from "@/lib/auth/permissions";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { statusOf } from "@/lib/errors";
import { type Endpoint, takesBody } from "@/lib/http/endpoint";
import { endpoints } from "./endpoints";
import { calls } from "./test-calls";
import { type Actor, actors, become, marker, roles, room, strangers, useRoom } from "./test-room";
import { type Given, send } from "./test-route";

// Every route for every actor, against a real database, with the answer that lib/auth/permissions.ts implies.

vi.mock("next/headers", () => import("./test-route"));

useTestDatabase();
useRoom();

/** next-auth's own routes are walked by their own tests: none of them is behind a right. */
const walked = Object.entries(endpoints).filter(([, of]) => !of.path.startsWith("/api/auth/"));

type Case = { actor: Actor; own: boolean; status: number };

/** What the table of permissions implies for this endpoint, one line for each actor and, where it matters, authorship. */
function expectations(of: Endpoint): Case[] {
  return actors.flatMap((actor): Case[] => {
    if (of.action === "public") return [{ actor, own: false, status: of.status }];
    if (actor === "anonymous") return [{ actor, own: false, status: 401 }];
    if (of.action === "signed-in") return [{ actor, own: false, status: of.status }];
    const role = roles.find((one) => one === actor);
    // Not even what they wrote themselves exists for those who are no members.
    if (!role) return [true, false].map((own) => ({ actor, own, status: 404 }));
    const right = matrix[of.action][role];
    // The harder half where authorship makes no difference: others' things for "any", one's own for "none".
    if (right === "any") return [{ actor, own: false, status: of.status }];
    if (right === "none") return [{ actor, own: true, status: 403 }];
    return [
      { actor, own: true, status: of.status },
      { actor, own: false, status: 403 },
    ];
  });
}

const codes = Object.fromEntries(Object.entries(statusOf).map(([code, status]) => [status, code]));

it("has a call for every route, and no call without one", () => {
  expect(Object.keys(calls).sort()).toEqual(walked.map(([name]) => name).sort());
});

it("uses every action of the table", () => {
  const used = new Set(walked.map(([, of]) => of.action));
  const unused = (Object.keys(matrix) as Action[]).filter((action) => !used.has(action));
  expect(unused).toEqual([]);
});

describe.each(walked)("%s", (name, of) => {
  it.each(expectations(of))("$actor, own: $own -> $status", async ({ actor, own, status }) => {
    const me = await become(actor);
    const given = await calls[name]?.(own ? me : room.owner.userId);
    const answer = await send(of, given ?? {});
    expect([answer.status, answer.text.slice(0, 300)]).toEqual([status, expect.anything()]);
    if (status === of.status) {
      if (of.media === "application/json") of.answer.parse(JSON.parse(answer.text));
      return;
    }
    const { error } = JSON.parse(answer.text);
    expect(error).toMatchObject({ code: codes[status], message: expect.any(String), id: expect.any(String) });
    if (status === 404 || status === 401) expect(answer.text).not.toContain(marker);
  });

  const isHidden = of.action !== "public" && of.action !== "signed-in";
  if (!isHidden) return;
  it("answers strangers the same whether it exists or not", async () => {
    await become("outsider");
    const given = (await calls[name]?.(room.owner.userId)) ?? {};
    const real = await send(of, given);
    const unreal = await send(of, withOtherIds(given));
    const plain = ({ status, text }: typeof real) => ({
      status,
      ...JSON.parse(text).error,
      id: undefined,
    });
    expect(plain(unreal)).toEqual(plain(real));
  });
});

/** Wrong types, odd texts, and numbers that only JavaScript can hold. */
const nonsense: unknown[] = [
  null,
  true,
  -1,
  1.5,
  2 ** 31,
  Number.MAX_SAFE_INTEGER,
  "",
  "\u200b",
  "\u0000",
  "\ud800",
  "x'\"\\%_",
  "y".repeat(3_000),
  "0000-01-01",
  "aa-aa-aa-aa",
  [],
  [[]],
  {},
  { not: "" },
  JSON.parse('{"__proto__":{"a":1}}'),
  // Told one by one, what is wrong with these would be a long speech.
  Array(3_000).fill({}),
];

/** The value with each of its parts, however deep, replaced by each piece of nonsense. */
function* spoilt(value: unknown): Generator<unknown> {
  yield* nonsense;
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value))
    for (const other of spoilt(part))
      yield Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other };
}

/** With a new id where there is one: a known id would be answered before the rest is looked at. */
function asNew(body: unknown): unknown {
  const isOld = typeof body === "object" && body !== null && "id" in body && typeof body.id === "string";
  return isOld && z.uuid().safeParse(body.id).success ? { ...body, id: randomUUID() } : body;
}

it.each(walked.filter(([, of]) => takesBody(of)))(
  "%s answers nonsense with a refusal and no long speech",
  async (name, of) => {
    const me = await become("owner");
    const given = (await calls[name]?.(me)) ?? {};
    let sent = 0;
    for (const spoiltBody of spoilt(given.body)) {
      const body = asNew(spoiltBody);
      if (++sent % 200 === 0) await db().rateLimit.deleteMany();
      const { status, text } = await send(of, { ...given, body });
      expect([JSON.stringify(body).slice(0, 300), status < 500, text.length < 30_000]).toEqual([
        expect.anything(),
        true,
        true,
      ]);
    }
  },
  60_000,
);

/** The same call about ids that nobody ever used. */
function withOtherIds(given: Given): Given {
  const uuid = /"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"/g;
  return JSON.parse(JSON.stringify(given).replace(uuid, () => JSON.stringify(randomUUID())));
}

it.each(strangers)(
  "shows %s nothing of the workspace in what everybody signed in may list",
  async (actor) => {
    await become(actor);
    for (const name of ["listWorkspaces", "listArticles", "searchAll"]) {
      const of = endpoints[name];
      if (!of) throw new Error(`There is no ${name}.`);
      expect((await send(of, {})).text).not.toContain(marker);
    }
  },
);
