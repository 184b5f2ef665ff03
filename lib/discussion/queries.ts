import "server-only";
import { z } from "zod";
import { findArticle } from "@/lib/articles/queries";
import { readVerdictsSince } from "@/lib/assessments/read-since";
import {
  attributionInSight,
  attributionSelect,
  settlementSelect,
  toAttributionView,
  toSettlementView,
} from "@/lib/attributions/queries";
import { assessmentInSight, threadInSight } from "@/lib/auth/in-sight";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { snapshot, type Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/errors";
import { passageSelect, toPassageView } from "@/lib/passages/queries";
import { readWithRoots } from "@/lib/sources/queries";
import { suggestionSelect, toSuggestionView } from "@/lib/suggestions/queries";
import type { SuggestionView } from "@/lib/suggestions/schema";
import { ensureSuggestions } from "@/lib/suggestions/suggest";
import { siteOf } from "@/lib/text/site-of";
import { commentSelect, threadSelect, toCommentView, toThreadView } from "@/lib/threads/queries";
import type { CommentView, ThreadView } from "@/lib/threads/schema";
import type { Prisma } from "@/prisma/generated/client";
import { openArticle } from "./mutations";
import type { Discussion, Person } from "./schema";

/**
 * Everything beside the text of an article that this viewer may see, as it was at one moment. With `since` only what
 * changed after that event, by the same query; a `since` from the future, or from before the machine last read the
 * article, gets the whole. Remembers the first opening.
 */
export async function getDiscussion(viewer: Viewer, articleId: string, since?: number): Promise<Discussion> {
  if (since === undefined) {
    await findArticle(viewer, articleId);
    await ensureSuggestions(articleId);
  }
  const read = await snapshot((tx) => readDiscussion(tx, viewer, articleId, since));
  const isWhole = read.removed === undefined;
  // Outside the snapshot: two first openings at once must not make either reader fail.
  const now = isWhole || !read.opened ? await openArticle(viewer, articleId, read.number) : read.opened.at;
  return toDiscussion(read, now);
}

/** The whole of it without opening the article: what is new to the viewer stays new. For the ledger and files. */
export async function lookAtDiscussion(viewer: Viewer, articleId: string): Promise<Discussion> {
  await findArticle(viewer, articleId);
  await ensureSuggestions(articleId);
  const read = await snapshot((tx) => readDiscussion(tx, viewer, articleId));
  return toDiscussion(read, new Date());
}

function toDiscussion(
  { opened, threadsRead, ...rest }: Awaited<ReturnType<typeof readDiscussion>>,
  now: Date,
): Discussion {
  const at = opened?.at ?? now;
  const number = opened?.number ?? rest.number;
  return { ...rest, firstTime: !opened, seen: { number, at: at.toISOString(), threads: threadsRead } };
}

async function readDiscussion(tx: Tx, viewer: Viewer, articleId: string, since?: number) {
  const article = await tx.article.findFirst({
    where: { id: articleId, workspaceId: { in: workspaceIds(viewer) } },
    select: { workspaceId: true, url: true, eventNumber: true, archivedAt: true },
  });
  if (!article) throw notFound("article");
  const number = article.eventNumber;
  const isWhole = since === undefined || since > number || (await isReadAnew(tx, articleId, since));
  const after = isWhole ? {} : { number: { gt: since } };
  const passageRows = await tx.passage.findMany({
    where: { articleId, ...after, ...(isWhole ? { deletedAt: null } : {}) },
    orderBy: [{ start: "asc" }, { end: "asc" }, { id: "asc" }],
    select: { ...passageSelect, deletedAt: true },
  });
  const threadRows = await tx.thread.findMany({
    where: { articleId, AND: [threadInSight(viewer), isWhole ? {} : changedThread(viewer, since)] },
    orderBy: [{ createdNumber: "asc" }, { id: "asc" }],
    select: threadSelect,
  });
  const commentRows = await tx.comment.findMany({
    where: {
      articleId,
      thread: threadInSight(viewer),
      ...(isWhole ? {} : { OR: [after, { thread: { assessment: assessmentInSight(viewer, since) } }] }),
    },
    orderBy: [{ createdNumber: "asc" }, { id: "asc" }],
    select: commentSelect,
  });
  const voices = await readVoicesSince(tx, articleId, isWhole ? null : since);
  const verdicts = await readVerdictsSince(tx, viewer, articleId, isWhole ? null : since);
  const opened = await tx.visit.findUnique({
    where: { userId_articleId: { userId: viewer.userId, articleId } },
    select: { number: true, at: true },
  });
  const standing = passageRows.flatMap(({ deletedAt, ...row }) => (deletedAt ? [] : [toPassageView(row)]));
  const threads = threadRows.map(toThreadView);
  const comments = commentRows.map(toCommentView);
  const ids = new Set<string>();
  for (const one of standing) ids.add(one.createdBy);
  for (const one of threads) for (const id of peopleOfThread(one)) ids.add(id);
  for (const one of comments) for (const id of peopleOfComment(one)) ids.add(id);
  for (const one of [...voices.attributions, ...voices.settlements]) ids.add(one.by);
  for (const one of [...verdicts.assessments, ...verdicts.resolutions]) ids.add(one.by);
  for (const one of verdicts.evidence) ids.add(one.addedBy);
  for (const one of standing) if (one.assignee) ids.add(one.assignee);
  const threadSources = threads.flatMap((one) => one.sourceId ?? []);
  return {
    articleId,
    number,
    site: siteOf(article.url),
    archived: article.archivedAt !== null,
    passages: standing,
    threads,
    comments,
    attributions: voices.attributions,
    settlements: voices.settlements,
    assessments: verdicts.assessments,
    judged: verdicts.judged,
    evidence: verdicts.evidence,
    resolutions: verdicts.resolutions,
    sources: await readWithRoots(tx, [...voices.sourceIds, ...threadSources]),
    suggestions: await readSuggestions(tx, articleId, isWhole ? null : since),
    people: await readPeople(tx, article.workspaceId, ids),
    ...(isWhole
      ? {}
      : {
          removed: {
            passages: passageRows.filter((row) => row.deletedAt).map((row) => row.id),
            attributions: voices.removed,
            evidence: verdicts.removed,
          },
        }),
    opened,
    threadsRead: await readThreadsRead(tx, viewer, articleId, isWhole ? -1 : since),
  };
}

/** Whether the machine has read the article since: it deletes what it proposed before, and no number tells of that. */
async function isReadAnew(tx: Tx, articleId: string, since: number): Promise<boolean> {
  const event = await tx.event.findFirst({
    where: { articleId, number: { gt: since }, kind: "suggestion.made" },
    select: { number: true },
  });
  return event !== null;
}

/**
 * Attributions and settlements in sight; with `since` those that changed after it, or whose passage did (it may have
 * come back with them). `sourceIds` are all sources they name, and those that changed by themselves.
 */
async function readVoicesSince(tx: Tx, articleId: string, since: number | null) {
  const after =
    since === null ? {} : { OR: [{ number: { gt: since } }, { passage: { number: { gt: since } } }] };
  const rows = await tx.attribution.findMany({
    where: { articleId, ...attributionInSight, ...after, ...(since === null ? { deletedAt: null } : {}) },
    orderBy: [{ createdNumber: "asc" }, { id: "asc" }],
    select: { ...attributionSelect, deletedAt: true },
  });
  const settled = await tx.settlement.findMany({
    where: { articleId, passage: { deletedAt: null }, ...after },
    orderBy: [{ number: "asc" }, { id: "asc" }],
    select: settlementSelect,
  });
  const attributions = rows.flatMap(({ deletedAt, ...row }) => (deletedAt ? [] : [toAttributionView(row)]));
  return {
    attributions,
    removed: rows.filter((row) => row.deletedAt).map((row) => row.id),
    settlements: settled.map(toSettlementView),
    sourceIds: [
      ...attributions.flatMap((one) => one.sourceId ?? []),
      ...(since === null ? [] : await changedSources(tx, articleId, since)),
    ],
  };
}

/** Threads that changed after an event, or came into the viewer's sight after it with the verdict they discuss. */
function changedThread(viewer: Viewer, since: number): Prisma.ThreadWhereInput {
  return { OR: [{ number: { gt: since } }, { assessment: assessmentInSight(viewer, since) }] };
}

const sourceIds = z.record(z.string(), z.uuid());

async function changedSources(tx: Tx, articleId: string, since: number): Promise<string[]> {
  const events = await tx.event.findMany({
    where: { articleId, number: { gt: since }, kind: "source.changed" },
    select: { ids: true },
  });
  return events.flatMap((event) => Object.values(sourceIds.parse(event.ids)));
}

async function readSuggestions(tx: Tx, articleId: string, since: number | null): Promise<SuggestionView[]> {
  const rows = await tx.suggestion.findMany({
    where: { articleId, ...(since === null ? { state: "open" } : { number: { gt: since } }) },
    orderBy: [{ start: "asc" }, { end: "desc" }, { id: "asc" }],
    select: suggestionSelect,
  });
  return rows.map(toSuggestionView);
}

function peopleOfThread(thread: ThreadView): string[] {
  return [
    thread.createdBy,
    ...(thread.assignee ? [thread.assignee] : []),
    ...thread.changes.map((one) => one.by),
  ];
}

function peopleOfComment(comment: CommentView): string[] {
  return [
    comment.author,
    ...comment.mentions,
    ...(comment.deletedBy ? [comment.deletedBy] : []),
    ...comment.reactions.flatMap((one) => one.by),
  ];
}

/** All members, and those who appear in the discussion and are members no more (without a role). */
async function readPeople(tx: Tx, workspaceId: string, ids: Set<string>): Promise<Person[]> {
  const members = await tx.membership.findMany({
    where: { workspaceId },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
    select: { role: true, user: { select: { id: true, name: true } } },
  });
  for (const { user } of members) ids.delete(user.id);
  const formers = await tx.user.findMany({
    where: { id: { in: [...ids] } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
  return [
    ...members.map(({ user, role }) => ({ ...user, role })),
    ...formers.map((user) => ({ ...user, role: null })),
  ];
}

/** How far the viewer has read each thread; after `since` only of threads that changed, since nothing else can be new. */
async function readThreadsRead(tx: Tx, viewer: Viewer, articleId: string, since: number) {
  const rows = await tx.threadRead.findMany({
    where: {
      userId: viewer.userId,
      thread: {
        articleId,
        ...(since < 0
          ? {}
          : { OR: [{ number: { gt: since } }, { comments: { some: { number: { gt: since } } } }] }),
      },
    },
    select: { threadId: true, number: true, at: true },
  });
  return Object.fromEntries(
    rows.map((row) => [row.threadId, { number: row.number, at: row.at.toISOString() }]),
  );
}
