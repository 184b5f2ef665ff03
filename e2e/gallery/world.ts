import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { z } from "zod";
import {
  makeArticle,
  makeMembership,
  makePassage,
  makeSession,
  makeUser,
  makeWorkspace,
} from "@/prisma/factories";
import { PrismaClient } from "@/prisma/generated/client";
import { project } from "@/prisma/local-files";
import { newsroom } from "@/prisma/seed/people";
import { runNode } from "@/prisma/steps";
import { testSecret } from "../app-server";
import { newsText, spreadPassages } from "../bench/made-text";
import { harbour } from "../reading";
import { makeReported } from "../reports";
import { galleryFolder } from "./screen";

const shape = z.object({
  people: z.object({
    ines: z.string(),
    tomasz: z.string(),
    amara: z.string(),
    /** Viewer in the demo's workspace. */
    vera: z.string(),
    /** Alone in a workspace without an article. */
    lone: z.string(),
    /** In no workspace. */
    newcomer: z.string(),
    /** Has come in by an invitation. */
    guest: z.string(),
    /** Owner where an article has passages at every level. */
    ana: z.string(),
  }),
  workspace: z.string(),
  emptyWorkspace: z.string(),
  /** The demo's article, with everything. */
  ferry: z.string(),
  /** Nobody has marked anything in it. */
  bare: z.string(),
  /** 300 passages. */
  crowded: z.string(),
  archived: z.string(),
  /** Its text cannot be read, which never happens: the page fails. */
  broken: z.string(),
  /** A passage resolved at every level, one split, one open. */
  levels: z.string(),
  invitation: z.string(),
  usedInvitation: z.string(),
  publicReport: z.string(),
});
/** What there is to take pictures of: ids, and addresses of what has no id. */
export type World = z.output<typeof shape>;

const file = join(galleryFolder, "world.json");

/** What was furnished for this run. */
export function readWorld(): World {
  return shape.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** Fills an empty, migrated database: the demo newsroom, and what that has not. */
export async function furnish(database: string, url: string): Promise<void> {
  const { code } = await runNode({
    args: ["--conditions=react-server", "--import", "tsx", join(project, "prisma", "seed.ts")],
    env: { DATABASE_URL: database, NEXTAUTH_SECRET: testSecret, SAYSO_DEMO_PASSWORD: "only for pictures" },
    show: "on-failure",
  });
  if (code !== 0) throw new Error("The demo newsroom could not be made.");
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: database }) });
  try {
    await mkdir(galleryFolder, { recursive: true });
    await writeFile(file, JSON.stringify(await makeWorld(db, url)));
  } finally {
    await db.$disconnect();
  }
}

async function makeWorld(db: PrismaClient, url: string): Promise<World> {
  const idOf = async (email: string) => (await db.user.findUniqueOrThrow({ where: { email } })).id;
  const ferry = await db.article.findFirstOrThrow({ where: { title: { startsWith: "Ferry" } } });
  const workspaceId = ferry.workspaceId;
  const ines = await idOf(newsroom.people.ines.email);
  const at = { workspaceId, createdById: ines };
  const vera = await makeUser(db, { name: "Vera Lindqvist", email: "vera@sayso.example" });
  await makeMembership(db, { workspaceId, userId: vera.id, role: "viewer" });
  const lone = await makeUser(db, { name: "Noor Haddad", email: "noor@sayso.example" });
  const empty = await makeWorkspace(db, { name: "The Evening Table" });
  await makeMembership(db, { workspaceId: empty.id, userId: lone.id, role: "owner" });
  const newcomer = await makeUser(db, { name: "Kai Brandt", email: "kai@sayso.example" });
  const bare = await makeArticle(db, { ...at, text: harbour, publisher: "Lund Gazette" });
  const archived = await makeArticle(db, { ...at, text: harbour, archivedAt: new Date() });
  const broken = await makeArticle(db, { ...at, title: "Broken", archivedAt: new Date() });
  await db.revision.updateMany({ where: { articleId: broken.id }, data: { blocks: "broken" } });
  const levels = await makeReported(db);
  await db.workspace.update({ where: { id: levels.workspace.id }, data: { name: "The Coast Desk" } });
  const asInes = await caller(db, url, ines);
  const asAna = await caller(db, url, levels.ana.id);
  const invite = async () => {
    const made = await asInes(`/api/workspaces/${workspaceId}/invitations`, { role: "editor" });
    return z.object({ token: z.string() }).parse(made).token;
  };
  const [invitation, usedInvitation] = [await invite(), await invite()];
  // Somebody who is not in the workspace yet: for whoever is, it is not used up.
  const guest = await makeUser(db, { name: "Tove Lund", email: "tove@sayso.example" });
  await (await caller(db, url, guest.id))("/api/invitations/accept", { token: usedInvitation });
  const published = await asAna(`/api/articles/${levels.article.id}/publication`, {
    choices: { names: false, discussion: true, unresolved: true, evidence: true },
    version: null,
  });
  return {
    people: {
      ines,
      tomasz: await idOf(newsroom.people.tomasz.email),
      amara: await idOf(newsroom.people.amara.email),
      vera: vera.id,
      lone: lone.id,
      newcomer: newcomer.id,
      guest: guest.id,
      ana: levels.ana.id,
    },
    workspace: workspaceId,
    emptyWorkspace: empty.id,
    ferry: ferry.id,
    bare: bare.id,
    crowded: await makeCrowded(db, at),
    archived: archived.id,
    broken: broken.id,
    levels: levels.article.id,
    invitation,
    usedInvitation,
    publicReport: z.object({ publication: z.object({ address: z.string() }) }).parse(published).publication
      .address,
  };
}

/** An article of 8,000 words with 300 passages. */
async function makeCrowded(db: PrismaClient, at: { workspaceId: string; createdById: string }) {
  const { id, revision } = await makeArticle(db, { ...at, text: newsText(8_000) });
  for (const place of spreadPassages(revision.text, 300)) {
    await makePassage(db, { articleId: id, createdById: at.createdById, ...place });
  }
  return id;
}

/** Sends something to the server as this person. */
async function caller(db: PrismaClient, url: string, userId: string) {
  const { sessionVersion: version } = await db.user.findUniqueOrThrow({ where: { id: userId } });
  const { cookie } = await makeSession(db, { userId, version }, { secret: testSecret });
  return async (path: string, body: object): Promise<unknown> => {
    const answer = await fetch(`${url}${path}`, {
      method: "POST",
      headers: { cookie, origin: url, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
}
