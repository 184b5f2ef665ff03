import { randomBytes, randomUUID } from "node:crypto";
import { pathToFileURL } from "node:url";
import { hashPassword } from "@/lib/accounts/hash";
import { makeDraft } from "@/lib/articles/make-draft";
import { toDocument } from "@/lib/articles/plain-text";
import { closeDatabase } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { toolEnv } from "@/lib/env";
import type { CommentBody } from "@/lib/threads/comment-schema";
import {
  type Db,
  makeArticle,
  makeComment,
  makeMembership,
  makePassage,
  makeReaction,
  makeStateChange,
  makeThread,
  makeUser,
  makeWorkspace,
} from "./factories";
import type { DemoArticle, DemoComment, DemoThread } from "./seed/demo-article";
import { ferryInquiry } from "./seed/ferry-inquiry";
import { type DemoPerson, newsroom } from "./seed/people";
import { waterLevy } from "./seed/water-levy";

type Ids = Record<DemoPerson, string>;

/** Something that happened in the demo, so that all of it can be stored in the order of time. */
type Happening = { hoursAgo: number; store: () => Promise<unknown> };

const people = Object.entries(newsroom.people) as [DemoPerson, (typeof newsroom.people)[DemoPerson]][];

/**
 * Stores the demo newsroom: three colleagues who share `password`, two articles, a discussion. Everything or nothing.
 * Answers false, and changes nothing, when the demo's people are there already.
 */
export async function seed(password: string, now = new Date()): Promise<boolean> {
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    if (
      await tx.user.findFirst({
        where: { email: { in: people.map(([, { email }]) => email) } },
        select: { id: true },
      })
    )
      return false;
    const workspace = await makeWorkspace(tx, { name: newsroom.name });
    const ids = {} as Ids;
    for (const [index, [key, { name, email, role }]] of people.entries()) {
      // A moment apart, so that lists by time name the owner first.
      const createdAt = new Date(now.getTime() - 60_000 + index);
      const user = await makeUser(tx, { name, email, passwordHash, createdAt });
      await makeMembership(tx, { workspaceId: workspace.id, userId: user.id, role });
      ids[key] = user.id;
    }
    for (const demo of [ferryInquiry, waterLevy]) await storeArticle(tx, workspace.id, demo, ids, now);
    return true;
  });
}

function documentOf(text: string) {
  const made = makeDraft(text, "text");
  if (!made.ok) throw new Error(`A demo article cannot be read: ${made.reason}.`);
  return toDocument(made.draft.blocks);
}

async function storeArticle(tx: Db, workspaceId: string, demo: DemoArticle, ids: Ids, now: Date) {
  const ago = (hours: number) => new Date(now.getTime() - hours * 60 * 60 * 1000);
  const article = await makeArticle(tx, {
    workspaceId,
    createdById: ids[demo.importedBy],
    createdAt: ago(demo.hoursAgo),
    title: demo.title,
    author: demo.author ?? null,
    publisher: demo.publisher,
    url: demo.url,
    publishedAt: new Date(demo.publishedAt),
    text: demo.text,
    document: documentOf(demo.text),
  });
  const happenings: Happening[] = [
    ...demo.threads.flatMap((thread) => threadHappenings(tx, article.id, null, thread, ids, ago)),
    ...demo.passages.flatMap(({ quote, by, hoursAgo, threads }) => {
      const id = randomUUID();
      const createdAt = ago(hoursAgo);
      const store = () =>
        makePassage(tx, { id, articleId: article.id, createdById: ids[by], words: quote, createdAt });
      return [
        { hoursAgo, store },
        ...threads.flatMap((thread) => threadHappenings(tx, article.id, id, thread, ids, ago)),
      ];
    }),
  ];
  // The sort is stable: what happened at one moment keeps the order in which it is written down.
  for (const { store } of happenings.sort((a, b) => b.hoursAgo - a.hoursAgo)) await store();
  const latest = Math.min(demo.hoursAgo, ...happenings.map(({ hoursAgo }) => hoursAgo));
  await tx.article.update({ where: { id: article.id }, data: { lastActivityAt: ago(latest) } });
}

function threadHappenings(
  tx: Db,
  articleId: string,
  passageId: string | null,
  thread: DemoThread,
  ids: Ids,
  ago: (hours: number) => Date,
): Happening[] {
  const threadId = randomUUID();
  const { about, by, hoursAgo, assignee, resolved, comments } = thread;
  const start: Happening = {
    hoursAgo,
    store: () =>
      makeThread(tx, {
        id: threadId,
        articleId,
        passageId,
        about,
        createdById: ids[by],
        createdAt: ago(hoursAgo),
        assigneeId: assignee ? ids[assignee] : null,
      }),
  };
  const replies = comments.map((comment): Happening => {
    return { hoursAgo: comment.hoursAgo, store: () => storeComment(tx, threadId, comment, ids, ago) };
  });
  if (!resolved) return [start, ...replies];
  const end: Happening = {
    hoursAgo: resolved.hoursAgo,
    store: () =>
      makeStateChange(tx, {
        threadId,
        byId: ids[resolved.by],
        why: resolved.why,
        at: ago(resolved.hoursAgo),
      }),
  };
  return [start, ...replies, end];
}

async function storeComment(
  tx: Db,
  threadId: string,
  { by, hoursAgo, text, mentions = [], reactions = {} }: DemoComment,
  ids: Ids,
  ago: (hours: number) => Date,
) {
  const comment = await makeComment(tx, {
    threadId,
    authorId: ids[by],
    createdAt: ago(hoursAgo),
    body: bodyWithMentions(text, mentions, ids),
  });
  for (const [person, emoji] of Object.entries(reactions)) {
    await makeReaction(tx, { commentId: comment.id, userId: ids[person as DemoPerson], emoji });
  }
}

function bodyWithMentions(text: string, mentions: DemoPerson[], ids: Ids): CommentBody {
  const named = mentions.flatMap((person) => [
    { type: "mention" as const, attrs: { id: ids[person], label: newsroom.people[person].name } },
    { type: "text" as const, text: " " },
  ]);
  return { type: "doc", content: [{ type: "paragraph", content: [...named, { type: "text", text }] }] };
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
