import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Viewer } from "@/lib/auth/viewer";
import { makeArticle, makeAttribution, makeNewsroom, makePassage, makeSource } from "@/prisma/factories";
import { expect, test } from "./fixtures";

// Every page against every kind of person. lib/api/matrix.test.ts does the same for the routes.

type Room = Awaited<ReturnType<typeof makeNewsroom>>;
type Actor = "nobody" | "outsider" | "viewer" | "member" | "editor" | "owner";
const actors: Actor[] = ["nobody", "outsider", "viewer", "member", "editor", "owner"];

/** What a page does: shows itself (with these words), leads to the way in or to the articles, or is not there. */
type Shows = { words: string } | "sign-in" | "articles" | "not-found";
type Page = { address: string; shows: (actor: Actor) => Shows };
type Things = { article: string; source: string; workspace: string };

const secret = "The Harbour Ledger";

/** To members of the workspace, and to nobody else. */
const membersSee =
  (words: string) =>
  (actor: Actor): Shows =>
    actor === "nobody" ? "sign-in" : actor === "outsider" ? "not-found" : { words };

/** To whoever is signed in. */
const signedInSee =
  (words: string) =>
  (actor: Actor): Shows =>
    actor === "nobody" ? "sign-in" : { words };

const pages: Record<string, (things: Things) => Page> = {
  "/": () => ({ address: "/", shows: signedInSee("<h1") }),
  "/articles": () => ({ address: "/articles", shows: () => "articles" }),
  "/articles/new": () => ({
    address: "/articles/new",
    shows: (actor) => {
      if (actor === "nobody") return "sign-in";
      const may = actor === "owner" || actor === "editor" || actor === "outsider";
      return { words: may ? "Paste" : "Send one of these colleagues the article" };
    },
  }),
  "/articles/[articleId]": ({ article }) => ({ address: `/articles/${article}`, shows: membersSee(secret) }),
  "/articles/[articleId]/plain": ({ article }) => ({
    address: `/articles/${article}/plain`,
    shows: membersSee(secret),
  }),
  "/articles/[articleId]/sources": ({ article }) => ({
    address: `/articles/${article}/sources`,
    shows: membersSee(secret),
  }),
  "/articles/[articleId]/report": ({ article }) => ({
    address: `/articles/${article}/report`,
    shows: membersSee(secret),
  }),
  // What is published is for everybody (reports-published.spec.ts); nothing else is at such an address for anybody.
  "/reports/[address]": () => ({ address: `/reports/${"x".repeat(43)}`, shows: () => "not-found" }),
  "/articles/[articleId]/claims": ({ article }) => ({
    address: `/articles/${article}/claims`,
    shows: membersSee(secret),
  }),
  "/sources": ({ workspace }) => ({ address: `/sources?workspace=${workspace}`, shows: membersSee(secret) }),
  "/sources/[sourceId]": ({ source }) => ({ address: `/sources/${source}`, shows: membersSee(secret) }),
  "/workspaces/[workspaceId]": ({ workspace }) => ({
    address: `/workspaces/${workspace}`,
    shows: membersSee("What each role can do"),
  }),
  "/notifications": () => ({ address: "/notifications", shows: signedInSee("You are up to date") }),
  "/settings": () => ({ address: "/settings", shows: signedInSee("Where you are signed in") }),
  // None of these actors has a sample article, so all begin at the list.
  "/articles/sample": () => ({
    address: "/articles/sample",
    shows: (actor) => (actor === "nobody" ? "sign-in" : "articles"),
  }),
  "/workspaces/new": () => ({ address: "/workspaces/new", shows: signedInSee("<h1") }),
  "/invitations/[token]": () => ({
    address: `/invitations/${"x".repeat(43)}`,
    shows: () => ({ words: "<h1" }),
  }),
  "/sign-in": () => ({ address: "/sign-in", shows: () => ({ words: "<h1" }) }),
  "/sign-up": () => ({
    address: "/sign-up",
    shows: (actor) => (actor === "nobody" ? { words: "<h1" } : "articles"),
  }),
};

/** The pages that there are, as their addresses are written. */
function pagesOfApp(): string[] {
  return readdirSync(join(import.meta.dirname, "../app"), { recursive: true, encoding: "utf8" })
    .filter((file) => /(?:^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file.replace(/\/?page\.tsx$/, "")}`);
}

test("every page is in this matrix", () => {
  expect(pagesOfApp().sort()).toEqual(Object.keys(pages).sort());
});

test("every page shows everybody what they may see, and nobody more", async ({
  browser,
  db,
  signIn,
  baseURL,
}) => {
  const room = await makeNewsroom(db);
  const things = await furnish(room, db);
  for (const actor of actors) {
    const context = await browser.newContext(baseURL ? { baseURL } : {});
    if (actor !== "nobody") await signIn({ id: (room[actor] as Viewer).userId }, context);
    for (const [name, make] of Object.entries(pages)) {
      const { address, shows } = make(things);
      const answer = await context.request.get(address, { maxRedirects: 0 });
      const body = await answer.text();
      const expected = shows(actor);
      const place = `${name} for ${actor}`;
      if (expected === "sign-in" || expected === "articles") {
        expect.soft(answer.status(), place).toBe(307);
        expect
          .soft(answer.headers().location, place)
          .toMatch(expected === "sign-in" ? /^\/sign-in\?next=/ : /^\/$/);
      } else {
        expect.soft(answer.status(), place).toBe(expected === "not-found" ? 404 : 200);
        if (typeof expected === "object") expect.soft(body.includes(expected.words), place).toBe(true);
      }
      if (actor === "nobody" || actor === "outsider") expect.soft(body.includes(secret), place).toBe(false);
    }
    await context.close();
  }
});

/** An article, a passage of it and its source, whose names are all the same secret. */
async function furnish(room: Room, db: Parameters<typeof makeNewsroom>[0]): Promise<Things> {
  const { userId } = room.owner;
  const workspaceId = room.workspace.id;
  const text = `${secret}\n\nThe harbour board said nothing.`;
  const article = await makeArticle(db, { workspaceId, createdById: userId, text });
  const source = await makeSource(db, { workspaceId, createdById: userId, name: secret });
  const passage = await makePassage(db, {
    articleId: article.id,
    createdById: userId,
    words: "said nothing",
  });
  await makeAttribution(db, { passageId: passage.id, byId: userId, sourceId: source.id });
  return { article: article.id, source: source.id, workspace: workspaceId };
}
