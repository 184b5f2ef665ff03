import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { hashWords } from "@/lib/articles/hash-words";
import { toDocument, toPlainText } from "@/lib/articles/plain-text";
import { engineVersion } from "@/lib/attributions/detect/detect";
import { sessionCookieName } from "@/lib/auth/cookie";
import type { Role, Viewer } from "@/lib/auth/viewer";
import { describeQuote } from "@/lib/passages/describe-quote";
import { bodyOfText, mentionsIn, plainTextOf } from "@/lib/threads/comment-schema";
import type { Prisma } from "./generated/client";

// Rows for tests, end-to-end tests and the seed. Every field can be overridden; what is not given is made up, and
// what a row needs to exist must be given. They store events as the product does, but ring no bell.

/** A PrismaClient or a transaction of one. */
type Db = Prisma.TransactionClient;

type Over<T> = Partial<T>;

let made = 0;

export function makeUser(db: Db, over: Over<Prisma.UserUncheckedCreateInput> = {}) {
  made++;
  return db.user.create({
    data: { id: randomUUID(), email: `reader-${randomUUID()}@example.org`, name: `Reader ${made}`, ...over },
  });
}

export function makeWorkspace(db: Db, over: Over<Prisma.WorkspaceUncheckedCreateInput> = {}) {
  return db.workspace.create({ data: { id: randomUUID(), name: "The Harbour Desk", ...over } });
}

export function makeMembership(
  db: Db,
  over: Over<Prisma.MembershipUncheckedCreateInput> & { workspaceId: string; userId: string },
) {
  return db.membership.create({ data: { role: "member", ...over } });
}

/** A signed-in browser; `cookie` is the header value that the server takes for it. */
export async function makeSession(
  db: Db,
  over: Over<Prisma.SessionUncheckedCreateInput> & { userId: string },
  { secret, secure = false }: { secret: string; secure?: boolean },
) {
  const session = await db.session.create({ data: { id: randomUUID(), version: 0, ...over } });
  const value = await encode({ token: { userId: session.userId, sid: session.id }, secret });
  const name = sessionCookieName(secure);
  return { session, name, value, cookie: `${name}=${value}` };
}

const defaultText = [
  "Harbour to reopen in spring",
  "The harbour of Lund will reopen in March, the port authority said on Monday.",
  "“We lost two winters,” said Ida Holm, who runs the fish market. According to her, half of the boats have left.",
].join("\n\n");

/** An article with its first revision. `text` is cut at blank lines: a title first, then body paragraphs. */
export async function makeArticle(
  db: Db,
  {
    text = defaultText,
    document = documentOf(text),
    ...over
  }: Over<Prisma.ArticleUncheckedCreateInput> & {
    workspaceId: string;
    createdById: string;
    text?: string;
    document?: ReturnType<typeof toDocument>;
  },
) {
  const plain = toPlainText(document);
  const article = await db.article.create({
    data: { id: randomUUID(), title: plain.text.split("\n", 1)[0] ?? "Untitled", language: "en", ...over },
  });
  const revision = await db.revision.create({
    data: {
      articleId: article.id,
      number: 1,
      document,
      text: plain.text,
      sha256: await hashWords(plain.text),
      blocks: plain.blocks,
      original: text,
      createdById: article.createdById,
    },
  });
  return { ...article, revision };
}

function documentOf(text: string) {
  const pieces = text.split(/\n{2,}/).map((piece) => piece.replace(/\s+/g, " ").trim());
  return toDocument(
    pieces
      .filter(Boolean)
      .map((piece, index) => ({ text: piece, role: index === 0 ? "title" : "body", duplicateOf: null })),
  );
}

/** Takes the article's next number and stores what happened, as lib/live/events does. */
async function nextNumber(db: Db, articleId: string, kind: string, ids: Record<string, string>) {
  const { eventNumber } = await db.article.update({
    where: { id: articleId },
    data: { eventNumber: { increment: 1 }, lastActivityAt: new Date() },
    select: { eventNumber: true },
  });
  await db.event.create({ data: { articleId, number: eventNumber, kind, ids } });
  return eventNumber;
}

/** A passage of the article's latest revision: on `words` (their first occurrence), or from `start` to `end`. */
export async function makePassage(
  db: Db,
  {
    words,
    ...over
  }: Over<Prisma.PassageUncheckedCreateInput> & { articleId: string; createdById: string; words?: string },
) {
  const article = await db.article.findUniqueOrThrow({
    where: { id: over.articleId },
    include: { revisions: { orderBy: { number: "desc" }, take: 1 } },
  });
  const [revision] = article.revisions;
  if (!revision) throw new Error("The article has no text.");
  const start = over.start ?? (words === undefined ? 0 : revision.text.indexOf(words));
  if (start < 0) throw new Error(`The text does not say “${words}”.`);
  const end = over.end ?? start + (words ?? revision.text.split("\n", 1)[0] ?? "").length;
  const id = over.id ?? randomUUID();
  const number = await nextNumber(db, article.id, "passage.created", { passage: id });
  return db.passage.create({
    data: {
      id,
      revisionId: revision.id,
      start,
      end,
      ...describeQuote(revision.text, { start, end }, article.language),
      createdNumber: number,
      number,
      ...over,
    },
  });
}

/** Deletes a passage, with the event that every deletion has. */
export async function makeDeletion(db: Db, { passageId, byId }: { passageId: string; byId: string }) {
  const { articleId } = await db.passage.findUniqueOrThrow({ where: { id: passageId } });
  const number = await nextNumber(db, articleId, "passage.deleted", { passage: passageId });
  await db.event.update({ where: { articleId_number: { articleId, number } }, data: { actorId: byId } });
  return db.passage.update({ where: { id: passageId }, data: { deletedAt: new Date(), number } });
}

/** A thread without comments; add them with makeComment. Without `passageId` it is about the whole article. */
export async function makeThread(
  db: Db,
  over: Over<Prisma.ThreadUncheckedCreateInput> & { articleId: string; createdById: string },
) {
  const id = over.id ?? randomUUID();
  const number = await nextNumber(db, over.articleId, "thread.created", { thread: id });
  return db.thread.create({ data: { id, about: "other", createdNumber: number, number, ...over } });
}

/** A comment. `text` is its wording without any marks; give `body` for more. */
export async function makeComment(
  db: Db,
  over: Omit<Over<Prisma.CommentUncheckedCreateInput>, "body"> & {
    threadId: string;
    authorId: string;
    body?: ReturnType<typeof bodyOfText>;
  },
) {
  const thread = await db.thread.findUniqueOrThrow({
    where: { id: over.threadId },
    select: { articleId: true },
  });
  const id = over.id ?? randomUUID();
  const body = over.body ?? bodyOfText(over.text ?? "She said so at the press conference.");
  const number = await nextNumber(db, thread.articleId, "comment.created", {
    thread: over.threadId,
    comment: id,
  });
  return db.comment.create({
    data: {
      id,
      articleId: thread.articleId,
      text: plainTextOf(body),
      mentions: mentionsIn(body),
      createdNumber: number,
      number,
      ...over,
      body,
    },
  });
}

export function makeReaction(
  db: Db,
  over: Over<Prisma.ReactionUncheckedCreateInput> & { commentId: string; userId: string },
) {
  return db.reaction.create({ data: { emoji: "👍", ...over } });
}

/** Who resolved or reopened a thread; the thread's own state is set as well. */
export async function makeStateChange(
  db: Db,
  over: Over<Prisma.ThreadStateChangeUncheckedCreateInput> & { threadId: string; byId: string },
) {
  const change = await db.threadStateChange.create({
    data: { id: randomUUID(), state: "resolved", why: null, ...over },
  });
  const { articleId } = await db.thread.findUniqueOrThrow({
    where: { id: over.threadId },
    select: { articleId: true },
  });
  const number = await nextNumber(db, articleId, "thread.changed", { thread: over.threadId });
  await db.thread.update({ where: { id: over.threadId }, data: { state: change.state, number } });
  return change;
}

/** A workspace with one person of each role, as the viewers they are, and an owner of another workspace. */
export async function makeNewsroom(db: Db) {
  const workspace = await makeWorkspace(db);
  const elsewhere = await makeWorkspace(db, { name: "The Other Paper" });
  return {
    workspace,
    elsewhere,
    owner: await makeViewer(db, workspace, "owner"),
    editor: await makeViewer(db, workspace, "editor"),
    member: await makeViewer(db, workspace, "member"),
    viewer: await makeViewer(db, workspace, "viewer"),
    outsider: await makeViewer(db, elsewhere, "owner"),
  };
}

/** A new person with this role in the workspace, as the viewer they are. */
export async function makeViewer(
  db: Db,
  workspace: { id: string; name: string },
  role: Role,
): Promise<Viewer> {
  const user = await makeUser(db);
  await makeMembership(db, { workspaceId: workspace.id, userId: user.id, role });
  const memberships = [{ workspaceId: workspace.id, workspaceName: workspace.name, role }];
  return { userId: user.id, name: user.name, email: user.email, memberships };
}

export function makeSource(
  db: Db,
  over: Over<Prisma.SourceUncheckedCreateInput> & { workspaceId: string; createdById: string },
) {
  made++;
  return db.source.create({
    data: { id: randomUUID(), kind: "person", name: `Source ${made}`, ...over },
  });
}

/** What somebody holds of a passage: with `sourceId` that source's word, without one the reporter's own. */
export async function makeAttribution(
  db: Db,
  over: Over<Prisma.AttributionUncheckedCreateInput> & { passageId: string; byId: string },
) {
  const { articleId } = await db.passage.findUniqueOrThrow({
    where: { id: over.passageId },
    select: { articleId: true },
  });
  const id = over.id ?? randomUUID();
  const ids = { attribution: id, passage: over.passageId };
  const number = await nextNumber(db, articleId, "attribution.created", ids);
  const voice = over.sourceId ? ("source" as const) : ("reporter" as const);
  return db.attribution.create({
    data: {
      id,
      articleId,
      voice,
      directness: voice === "source" ? "indirect" : null,
      createdNumber: number,
      contentNumber: number,
      number,
      ...over,
    },
  });
}

/** What the machine proposes for the article's latest text, on `words` (their first occurrence). */
export async function makeSuggestion(
  db: Db,
  { words, ...over }: Over<Prisma.SuggestionUncheckedCreateInput> & { articleId: string; words: string },
) {
  const revision = await db.revision.findFirstOrThrow({
    where: { articleId: over.articleId },
    orderBy: { number: "desc" },
  });
  const start = revision.text.indexOf(words);
  if (start < 0) throw new Error(`The text does not say “${words}”.`);
  return db.suggestion.create({
    data: {
      id: randomUUID(),
      revisionId: revision.id,
      engine: engineVersion,
      kind: "claim",
      start,
      end: start + words.length,
      rule: "A rule of the tests.",
      confidence: 0.9,
      number: 0,
      ...over,
    },
  });
}

/** What somebody judges of a passage: as a first verdict, given blind, on its words as they are. */
export async function makeAssessment(
  db: Db,
  over: Over<Omit<Prisma.AssessmentUncheckedCreateInput, "rationale" | "text">> & {
    passageId: string;
    byId: string;
    /** The rationale. */
    text?: string;
    /** Ids of evidence of the passage. */
    restsOn?: string[];
  },
) {
  const { restsOn = [], ...given } = over;
  const { articleId, exact } = await db.passage.findUniqueOrThrow({
    where: { id: over.passageId },
    select: { articleId: true, exact: true },
  });
  const id = over.id ?? randomUUID();
  const axis = over.axis ?? "so";
  const ids = { assessment: id, passage: over.passageId };
  const number = await nextNumber(db, articleId, "assessment.created", ids);
  const { text = "", byId: userId, passageId } = given;
  const row = await db.assessment.create({
    data: {
      id,
      articleId,
      axis,
      verdict: "3",
      blind: true,
      exact,
      ...(text ? { rationale: bodyOfText(text) } : {}),
      number,
      ...given,
      evidence: { create: restsOn.map((evidenceId) => ({ evidenceId })) },
    },
  });
  await db.reveal.createMany({
    data: [{ articleId, passageId, axis, userId, number }],
    skipDuplicates: true,
  });
  return row;
}

export async function makeEvidence(
  db: Db,
  over: Over<Prisma.EvidenceUncheckedCreateInput> & { passageId: string; addedById: string },
) {
  const { articleId } = await db.passage.findUniqueOrThrow({
    where: { id: over.passageId },
    select: { articleId: true },
  });
  const id = over.id ?? randomUUID();
  const ids = { evidence: id, passage: over.passageId };
  const number = await nextNumber(db, articleId, "evidence.created", ids);
  return db.evidence.create({
    data: {
      id,
      articleId,
      url: "https://records.example.net/berths",
      title: "Register of berths",
      excerpt: "Berths let on 1 March: 41 of 80.",
      bearing: "supports",
      number,
      ...over,
    },
  });
}

/** An editor's final word on a passage, on its words as they are. */
export async function makeResolution(
  db: Db,
  over: Over<Omit<Prisma.ResolutionUncheckedCreateInput, "rationale" | "text">> & {
    passageId: string;
    byId: string;
    /** The rationale. */
    text?: string;
  },
) {
  const { articleId, exact } = await db.passage.findUniqueOrThrow({
    where: { id: over.passageId },
    select: { articleId: true, exact: true },
  });
  const id = over.id ?? randomUUID();
  const number = await nextNumber(db, articleId, "resolution.created", {
    resolution: id,
    passage: over.passageId,
  });
  const rationale = over.text ? { rationale: bodyOfText(over.text) } : {};
  return db.resolution.create({
    data: { id, articleId, axis: "so", verdict: "3", exact, ...rationale, number, ...over },
  });
}

export async function makeNotification(
  db: Db,
  over: Over<Prisma.NotificationUncheckedCreateInput> & { userId: string; articleId: string; byId: string },
) {
  return db.notification.create({ data: { id: randomUUID(), kind: "assigned", number: 1, ...over } });
}
