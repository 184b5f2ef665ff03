import { randomBytes, randomUUID } from "node:crypto";
import { pathToFileURL } from "node:url";
import { hashPassword } from "@/lib/accounts/hash";
import { makeDraft } from "@/lib/articles/import/make-draft";
import { toDocument } from "@/lib/articles/plain-text";
import type { Viewer } from "@/lib/auth/viewer";
import { closeDatabase, db } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { toolEnv } from "@/lib/env";
import { ensureSuggestions } from "@/lib/suggestions/suggest";
import { removeWorkspaces } from "@/lib/workspaces/mutations";
import { makeArticle, makeMembership, makePassage, makeUser, makeWorkspace } from "./factories";
import type { DemoArticle } from "./seed/demo-article";
import { ferryInquiry } from "./seed/ferry-inquiry";
import { type Happening, type Scene, storeInOrder } from "./seed/happening";
import { type DemoPerson, newsroom, unfinished } from "./seed/people";
import { threadHappenings } from "./seed/store-threads";
import { verdictHappenings } from "./seed/store-verdicts";
import { storeSources, voiceHappenings } from "./seed/store-voices";
import { waterLevy } from "./seed/water-levy";

const people = Object.entries(newsroom.people) as [DemoPerson, (typeof newsroom.people)[DemoPerson]][];

/**
 * Stores the demo newsroom: three colleagues who share `password`, two articles, who said what in them, a discussion.
 * Answers false, and changes nothing, when the demo's people are there already.
 *
 * Much of it goes through the product's own writes, each a transaction of its own. So the people get their addresses
 * at the very end: what a killed seed leaves behind is nobody's, and the next one clears it away.
 */
export async function seed(password: string, now = new Date()): Promise<boolean> {
  const emails = people.map(([, { email }]) => email);
  if (await db().user.findFirst({ where: { email: { in: emails } }, select: { id: true } })) return false;
  await clearUnfinished();
  const passwordHash = await hashPassword(password);
  const { workspaceId, viewers } = await transaction((tx) => storePeople(tx, passwordHash, now));
  for (const demo of [ferryInquiry, waterLevy]) await storeArticle(workspaceId, demo, viewers, now);
  await transaction(async (tx) => {
    for (const [key, { email }] of people)
      await tx.user.update({ where: { id: viewers[key].userId }, data: { email }, select: { id: true } });
  });
  return true;
}

type Tx = Parameters<Parameters<typeof transaction>[0]>[0];

async function storePeople(tx: Tx, passwordHash: string, now: Date) {
  const workspace = await makeWorkspace(tx, { name: newsroom.name });
  const viewers = {} as Record<DemoPerson, Viewer>;
  for (const [index, [key, { name, email, role }]] of people.entries()) {
    // A moment apart, so that lists by time name the owner first.
    const createdAt = new Date(now.getTime() - 60_000 + index);
    const user = await makeUser(tx, { name, email: unfinished(email), passwordHash, createdAt });
    await makeMembership(tx, { workspaceId: workspace.id, userId: user.id, role });
    const memberships = [{ workspaceId: workspace.id, workspaceName: workspace.name, role }];
    viewers[key] = { userId: user.id, name, email, memberships };
  }
  return { workspaceId: workspace.id, viewers };
}

async function clearUnfinished(): Promise<void> {
  await transaction(async (tx) => {
    const email = { in: people.map((person) => unfinished(person[1].email)) };
    const members = { every: { user: { email } }, some: { user: { email } } };
    await removeWorkspaces(tx, { memberships: members });
    await tx.user.deleteMany({ where: { email } });
  });
}

function documentOf(text: string) {
  const made = makeDraft(text, "text");
  if (!made.ok) throw new Error(`A demo article cannot be read: ${made.reason}.`);
  return toDocument(made.draft.blocks);
}

async function storeArticle(workspaceId: string, demo: DemoArticle, viewers: Scene["viewers"], now: Date) {
  const ago = (hours: number) => new Date(now.getTime() - hours * 60 * 60 * 1000);
  const importer = viewers[demo.importedBy];
  const article = await makeArticle(db(), {
    workspaceId,
    createdById: importer.userId,
    createdAt: ago(demo.hoursAgo),
    title: demo.title,
    author: demo.author ?? null,
    publisher: demo.publisher,
    url: demo.url,
    publishedAt: new Date(demo.publishedAt),
    text: demo.text,
    document: documentOf(demo.text),
  });
  const scene: Scene = { articleId: article.id, workspaceId, text: article.revision.text, viewers, ago };
  await storeInOrder(scene, [
    // The machine reads it when it is opened for the first time, as everywhere.
    { hoursAgo: demo.hoursAgo, store: () => ensureSuggestions(article.id) },
    { hoursAgo: demo.hoursAgo, store: () => storeSources(scene, importer, demo.voices.sources) },
    ...demo.threads.flatMap((thread) => threadHappenings(scene, null, thread)),
    ...demo.passages.flatMap((passage) => passageHappenings(scene, passage)),
    ...voiceHappenings(scene, demo.voices),
    ...verdictHappenings(scene, demo.verdicts),
  ]);
}

function passageHappenings(
  scene: Scene,
  { quote, by, hoursAgo, threads }: DemoArticle["passages"][number],
): Happening[] {
  const { articleId, viewers, ago } = scene;
  const id = randomUUID();
  const mark = () =>
    makePassage(db(), {
      id,
      articleId,
      createdById: viewers[by].userId,
      words: quote,
      createdAt: ago(hoursAgo),
    });
  return [{ hoursAgo, store: mark }, ...threads.flatMap((thread) => threadHappenings(scene, id, thread))];
}

/** As a program: `npm run db:seed`, or the start with the password that it keeps. */
async function run() {
  const given = toolEnv().SAYSO_DEMO_PASSWORD;
  const password = given ?? randomBytes(12).toString("base64url");
  const stored = await seed(password);
  await closeDatabase();
  if (!stored) console.log("The demo newsroom is there already; nothing was changed.");
  else if (!given) console.log(`Sign in as ${people[0]?.[1].email} with the password ${password}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await run();
