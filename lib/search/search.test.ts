import { describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { makeArticle, makeNewsroom, makeSource } from "@/prisma/factories";
import { searchAll } from "./queries";
import { holdsAll, rankHits } from "./rank-hits";

useTestDatabase();

async function makeShelf() {
  const room = await makeNewsroom(db());
  const make = (title: string, workspaceId = room.workspace.id, createdById = room.owner.userId) =>
    makeArticle(db(), { workspaceId, createdById, title });
  const harbour = await make("Harbour to reopen in spring");
  const old = await make("The old harbour");
  const ferry = await make("Ferry stays away");
  const foreign = await make("Harbour of others", room.elsewhere.id);
  return { room, harbour, old, ferry, foreign };
}

const titles = async (viewer: Viewer, q?: string) =>
  (await searchAll(viewer, q)).articles.map((one) => one.title);

describe("searchAll", () => {
  it("finds articles by words in any order, those that start so first, those of others never", async () => {
    const { room } = await makeShelf();
    expect(await titles(room.owner, "harbour")).toEqual(["Harbour to reopen in spring", "The old harbour"]);
    expect(await titles(room.owner, "spring harbour")).toEqual(["Harbour to reopen in spring"]);
    expect(await titles(room.owner, "%")).toEqual([]);
  });

  it("finds with and without accents articles, sources and people", async () => {
    const { room } = await makeShelf();
    const { workspace, owner, member } = room;
    const made = { workspaceId: workspace.id, createdById: owner.userId };
    await makeArticle(db(), { ...made, title: "Lefèvre besucht Müller in Malmö" });
    await makeSource(db(), { ...made, name: "Anne Lefèvre" });
    await db().user.update({ where: { id: member.userId }, data: { name: "Zoë Müller" } });
    for (const q of ["lefevre", "LEFÈVRE", "muller", "müller malmo", "zoe"]) {
      const hits = await searchAll(owner, q);
      expect([q, hits.articles.length, hits.sources.length, hits.people.length]).toEqual([
        q,
        q === "zoe" ? 0 : 1,
        /lef/i.test(q) ? 1 : 0,
        q === "muller" || q === "zoe" ? 1 : 0,
      ]);
    }
  });

  it("finds what is mistyped, where nothing is spelt so", async () => {
    const { room } = await makeShelf();
    expect(await titles(room.owner, "harbuor reopen")).toEqual(["Harbour to reopen in spring"]);
    expect(await titles(room.owner, "xylophone")).toEqual([]);
  });

  it("shows what was opened last first, and nothing else without a query", async () => {
    const { room, harbour, ferry, foreign } = await makeShelf();
    const open = (articleId: string, at: string) =>
      db().visit.create({ data: { userId: room.owner.userId, articleId, number: 1, at: new Date(at) } });
    await open(harbour.id, "2026-11-20T10:00:00Z");
    await open(ferry.id, "2026-11-21T10:00:00Z");
    await open(foreign.id, "2026-11-22T10:00:00Z");
    expect(await titles(room.owner)).toEqual(["Ferry stays away", "Harbour to reopen in spring"]);
    expect(await titles(room.member)).toEqual([]);
  });

  it("finds sources and colleagues of the own workspaces alone", async () => {
    const { room } = await makeShelf();
    const createdById = room.owner.userId;
    await makeSource(db(), { workspaceId: room.workspace.id, createdById, name: "Ida Holm" });
    await makeSource(db(), { workspaceId: room.elsewhere.id, createdById, name: "Ida Elsewhere" });
    await db().user.update({ where: { id: room.member.userId }, data: { name: "Idabel Moss" } });
    const hits = await searchAll(room.owner, "ida");
    expect(hits.sources.map((one) => one.name)).toEqual(["Ida Holm"]);
    expect(hits.people.map((one) => one.name)).toEqual(["Idabel Moss"]);
    const nobody = { ...room.owner, memberships: [] };
    expect(await searchAll(nobody, "ida")).toEqual({ articles: [], sources: [], people: [] });
  });
});

it("ranks names that start so before words that do, and keeps the order of the rest", () => {
  const names = ["Old Ida", "Candida", "Ída", "Freda"];
  expect(rankHits(names, "ida", (name) => name)).toEqual(["Ída", "Old Ida", "Candida", "Freda"]);
  expect(holdsAll("Next passage with something new", "new pass")).toBe(true);
  expect(holdsAll("Next passage", "old")).toBe(false);
});
