import { beforeAll, describe, expect, it } from "vitest";
import { getArticle } from "@/lib/articles/queries";
import { coverageOf, sharesOf } from "@/lib/attributions/coverage";
import { ledgerOf } from "@/lib/attributions/ledger";
import { readVoices } from "@/lib/attributions/voices";
import { listLedger } from "@/lib/attributions/workspace-ledger";
import type { Viewer } from "@/lib/auth/viewer";
import { listArticles } from "@/lib/claims/list-articles";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { claimsOf } from "@/lib/discussion/claims-of";
import { getDiscussion } from "@/lib/discussion/queries";
import { countSuggestions } from "@/lib/suggestions/queries";
import { makeMembership, makeUser, makeWorkspace } from "./factories";
import { seed } from "./seed";
import { newsroom, unfinished } from "./seed/people";

useTestDatabase();

/** Some hundred writes, one after the other, on a machine that may have much else to do. */
const patience = 120_000;

const now = new Date("2026-11-25T12:00:00Z");
let ines: Viewer;

beforeAll(async () => {
  // What a seed that was killed leaves behind.
  const left = await makeWorkspace(db(), { name: newsroom.name });
  const someone = await makeUser(db(), { email: unfinished(newsroom.people.ines.email) });
  await makeMembership(db(), { workspaceId: left.id, userId: someone.id, role: "owner" });

  expect(await seed("seven grey otters asleep", now)).toBe(true);

  const { id, name, email, memberships } = await db().user.findUniqueOrThrow({
    where: { email: newsroom.people.ines.email },
    include: { memberships: { include: { workspace: true } } },
  });
  ines = {
    userId: id,
    name,
    email,
    memberships: memberships.map(({ role, workspace }) => ({
      role,
      workspaceId: workspace.id,
      workspaceName: workspace.name,
    })),
  };
}, patience);

async function readAll() {
  const { articles } = await listArticles(ines, {});
  return Promise.all(
    articles.map(async ({ id }) => {
      const { text, blocks } = (await getArticle(ines, id)).revision;
      const held = await getDiscussion(ines, id);
      const voices = readVoices(held);
      const { passages } = held;
      const coverage = coverageOf({ text, blocks, passages, claims: claimsOf(held), voices });
      return { id, text, held, voices, coverage, ledger: ledgerOf({ text, passages, coverage, voices }) };
    }),
  );
}

describe("the demo newsroom", () => {
  it("is made once, and of what was left half-made nothing stays", async () => {
    expect(await seed("another password", now)).toBe(false);
    expect(await db().user.count()).toBe(3);
    expect(await db().workspace.count()).toBe(1);
    expect(await db().article.count()).toBe(2);
  });

  it("has events without holes, in the order of time, none of them later than now", async () => {
    for (const { id, eventNumber, createdAt, lastActivityAt } of await db().article.findMany()) {
      const events = await db().event.findMany({ where: { articleId: id }, orderBy: { number: "asc" } });
      expect(events.map((one) => one.number)).toEqual(Array.from({ length: eventNumber }, (_, at) => at + 1));
      const times = events.map((one) => one.createdAt.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times[0]).toBe(createdAt.getTime());
      expect(times.at(-1)).toBe(lastActivityAt.getTime());
      expect(lastActivityAt.getTime()).toBeLessThan(now.getTime());
    }
    for (const { createdAt, changedAt } of await db().attribution.findMany()) {
      expect(createdAt.getTime()).toBeLessThanOrEqual(changedAt.getTime());
      expect(changedAt.getTime()).toBeLessThan(now.getTime());
    }
    expect(await db().auditEntry.count({ where: { createdAt: { gte: now } } })).toBe(0);
    expect(await db().source.count({ where: { createdAt: { gte: now } } })).toBe(0);
  });

  it("shows every kind of standing, and stores what it shows", async () => {
    const all = await readAll();
    const states = all.flatMap(({ voices }) => [...voices.standings.values()].map((one) => one.state));
    for (const state of ["one", "differing", "settled"]) expect(states).toContain(state);
    for (const { held, voices } of all) {
      const shown = [...voices.standings.values()].flatMap((one) => one.standing.map(({ id }) => id));
      expect(
        held.attributions
          .filter((one) => one.stands)
          .map((one) => one.id)
          .sort(),
      ).toEqual(shown.sort());
      expect(new Set(held.attributions.map((one) => one.by)).size).toBeGreaterThan(1);
    }
  });

  it("has a thread beside a disagreement, and one on a source", async () => {
    const ferry = (await readAll()).find(({ text }) => text.startsWith("Ferry"));
    if (!ferry) throw new Error("There is no ferry.");
    const { voices, held } = ferry;
    const differing = [...voices.standings].filter(([, one]) => one.state === "differing").map(([id]) => id);
    expect(differing).toHaveLength(1);
    const beside = held.threads.filter(
      (one) => one.passageId === differing[0] && one.about === "attribution",
    );
    expect(beside).toMatchObject([{ state: "open" }]);
    expect(held.threads.filter((one) => one.sourceId !== null)).toHaveLength(1);
  });

  it("has sources of many kinds, parties, aliases, a merge, and a chain of three", async () => {
    const { rows } = await listLedger(ines, ines.memberships[0]?.workspaceId ?? "", {});
    const kinds = new Set(rows.map((row) => row.source.kind));
    for (const kind of ["person", "organisation", "document", "anonymousPerson", "anonymousGroup"])
      expect(kinds).toContain(kind);
    expect(rows.some((row) => row.merged > 0)).toBe(true);
    expect(rows.some((row) => row.source.isParty)).toBe(true);
    expect(rows.some((row) => row.source.aliases.some((one) => one.articleId === null))).toBe(true);
    expect(rows.some((row) => row.source.aliases.some((one) => one.articleId !== null))).toBe(true);
    const ledger = (await readAll()).flatMap((one) => one.ledger);
    expect(Math.max(...ledger.map((row) => row.hops.most))).toBe(3);
    const flags = new Set(ledger.flatMap((row) => row.flags));
    expect(flags).toEqual(new Set(["anonymous", "party", "onlySourceOfFigure", "secondHand"]));
  });

  it("leaves something of everything to be done: examined, unexamined, claims without a source", async () => {
    for (const { coverage } of await readAll()) {
      const shares = sharesOf(coverage);
      expect(shares.reporter).toBeGreaterThan(0);
      expect(shares.unexamined).toBeGreaterThan(0);
      expect([...shares.sources.values()].length).toBeGreaterThan(2);
      expect(coverage.some((block) => block.bareClaims.length > 0)).toBe(true);
    }
  });

  it("has suggestions in every state, made by the machine itself", async () => {
    const { rules } = await countSuggestions(ines, ines.memberships[0]?.workspaceId ?? "");
    const sum = (state: "open" | "accepted" | "changed" | "dismissed") =>
      rules.reduce((all, one) => all + one[state], 0);
    for (const state of ["open", "accepted", "changed", "dismissed"] as const)
      expect([state, sum(state) > 0]).toEqual([state, true]);
    for (const { held } of await readAll()) {
      expect(held.suggestions.some((one) => one.kind === "attribution")).toBe(true);
      expect(held.suggestions.some((one) => one.kind === "claim")).toBe(true);
    }
    const runs = await db().suggestionRun.findMany();
    expect(runs).toHaveLength(2);
  });
});
