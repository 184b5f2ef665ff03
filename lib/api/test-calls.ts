import { randomUUID } from "node:crypto";
import { reportersOwn } from "@/lib/attributions/reporters-own";
import { db } from "@/lib/db/client";
import { bodyOfText } from "@/lib/threads/comment-schema";
import { makeMembership, makePassage, makeUser } from "@/prisma/factories";
import {
  articleId,
  authorFor,
  choices,
  inWorkspace,
  onArticle,
  onAttribution,
  onComment,
  onEvidence,
  onPassage,
  onPublication,
  onSource,
  onSuggestion,
  onThread,
} from "./test-places";
import { article, makeInvitation, marker, password, passwordHash, room } from "./test-room";
import type { Given } from "./test-route";

/** Makes what the call is about, made by this person, and says the call. */
type Call = (madeBy: string) => Promise<Given>;

const evidence = { url: null, title: "A count", excerpt: "", bearing: "supports", primary: true };

/** The words of a passage that is made without any. */
const title = () => article.revision.text.split("\n", 1)[0] ?? "";

/** Mrs Holm's word, reported by somebody unnamed. */
const holms = () => ({
  ...reportersOwn,
  voice: "source",
  source: { newSource: { id: randomUUID(), kind: "person", name: "Ida Holm" } },
  directness: "indirect",
  mention: select("Ida Holm"),
  cue: select("said"),
  cueClass: "neutral",
  links: [{ id: randomUUID(), source: null }],
});

function select(words: string) {
  const start = article.revision.text.indexOf(words);
  return { start, end: start + words.length, exact: words };
}

let taken = 0;

/** A stretch that no other cell has used: each person holds one attribution of a passage. */
function freshWords() {
  const words = article.revision.text.slice(0, 1 + (taken++ % 14));
  return { start: 0, end: words.length, exact: words };
}

const metadata = {
  title: "T",
  author: null,
  publisher: null,
  publishedAt: null,
  url: null,
  language: "en",
};

export const calls: Record<string, Call> = {
  signUp: async () => ({
    body: { name: "New", email: `${randomUUID()}@example.org`, password: "seven grey otters asleep" },
  }),
  getAccount: async () => ({}),
  renameAccount: async () => ({ body: { name: marker } }),
  changePassword: async () => {
    await db().user.updateMany({ where: { name: marker }, data: { passwordHash } });
    return { body: { old: password, password: "seven grey otters awake" } };
  },
  endOtherSessions: async () => ({}),
  endOneSession: async () => {
    // Whoever asks was made last.
    const [asker] = await db().user.findMany({
      where: { name: marker },
      orderBy: { createdAt: "desc" },
      take: 1,
    });
    const userId = asker?.id ?? room.owner.userId;
    const session = await db().session.create({ data: { userId, version: 0 } });
    return { params: { sessionId: session.id } };
  },
  // Whoever signs in through a provider gives their name.
  deleteAccount: async () => ({ body: { proof: marker } }),
  listWorkspaces: async () => ({}),
  createWorkspace: async () => ({ body: { id: randomUUID(), name: "Mine" } }),
  getWorkspace: inWorkspace,
  renameWorkspace: async () => ({ ...(await inWorkspace()), body: { name: marker, was: marker } }),
  listMembers: inWorkspace,
  changeMember: async () => {
    const other = await makeUser(db());
    await makeMembership(db(), { workspaceId: room.workspace.id, userId: other.id, role: "member" });
    return {
      params: { workspaceId: room.workspace.id, userId: other.id },
      body: { role: "viewer", was: "member" },
    };
  },
  removeMember: async (madeBy) => {
    const workspaceId = room.workspace.id;
    const where = { workspaceId_userId: { workspaceId, userId: madeBy } };
    const isMember = await db().membership.findUnique({ where });
    const colleague = await makeUser(db());
    await makeMembership(db(), { workspaceId, userId: colleague.id, role: "member" });
    return { params: { workspaceId, userId: isMember ? madeBy : colleague.id } };
  },
  listInvitations: inWorkspace,
  createInvitation: async () => ({ ...(await inWorkspace()), body: { role: "member" } }),
  withdrawInvitation: async () => ({
    params: { workspaceId: room.workspace.id, invitationId: (await makeInvitation()).id },
  }),
  lookAtInvitation: async () => ({ body: { token: (await makeInvitation()).token } }),
  acceptInvitation: async () => ({ body: { token: (await makeInvitation()).token } }),
  listAudit: inWorkspace,
  getArticle: onArticle,
  previewArticle: async () => ({
    body: { workspaceId: room.workspace.id, text: "A title\n\nSome words said here.", format: "text" },
  }),
  createArticle: async () => ({
    body: {
      id: randomUUID(),
      workspaceId: room.workspace.id,
      text: `A title ${randomUUID()}\n\nSome words said here.`,
      format: "text",
      metadata,
      evenSo: true,
    },
  }),
  listArticles: async () => ({}),
  editArticle: async () => {
    const { version } = await db().article.findUniqueOrThrow({ where: { id: articleId() } });
    return { ...(await onArticle()), body: { version, metadata: { author: `Ida ${version}` } } };
  },
  createPassage: async () => ({ ...(await onArticle()), body: { id: randomUUID(), ...select("Ida Holm") } }),
  reselectPassage: async (madeBy) => {
    // Without a thread: what colleagues wrote about would stay where it is.
    const createdById = await authorFor(madeBy);
    const passage = await makePassage(db(), { articleId: articleId(), createdById });
    return { params: { passageId: passage.id }, body: { ...select("Ida Holm"), version: 1 } };
  },
  deletePassage: onPassage,
  describePassage: async (madeBy) => ({
    ...(await onPassage(madeBy)),
    body: { version: 1, claimKinds: ["event"] },
  }),
  searchSources: inWorkspace,
  createSource: async () => ({
    ...(await inWorkspace()),
    body: { id: randomUUID(), kind: "person", name: "Ida" },
  }),
  getSource: onSource,
  editSource: async (madeBy) => ({ ...(await onSource(madeBy)), body: { version: 1, role: "mayor" } }),
  mergeSource: async (madeBy) => {
    const into = (await onSource(madeBy)).params.sourceId;
    return { ...(await onSource(madeBy)), body: { into } };
  },
  unmergeSource: async (madeBy) => {
    const into = (await onSource(madeBy)).params.sourceId;
    const given = await onSource(madeBy);
    await db().source.update({ where: { id: given.params.sourceId }, data: { mergedIntoId: into } });
    return given;
  },
  addAlias: async (madeBy) => ({
    ...(await onSource(madeBy)),
    body: { id: randomUUID(), text: "the mayor", articleId: articleId() },
  }),
  removeAlias: async (madeBy) => {
    const { params } = await onSource(madeBy);
    const alias = await db().sourceAlias.create({
      data: { id: randomUUID(), text: "x", sourceId: params.sourceId, createdById: room.owner.userId },
    });
    return { params: { ...params, aliasId: alias.id } };
  },
  distinguishSources: async (madeBy) => {
    const otherId = (await onSource(madeBy)).params.sourceId;
    return { params: { ...(await onSource(madeBy)).params, otherId } };
  },
  undistinguishSources: async (madeBy) => {
    const otherId = (await onSource(madeBy)).params.sourceId;
    return { params: { ...(await onSource(madeBy)).params, otherId } };
  },
  listMergeProposals: inWorkspace,
  listSourceThreads: onSource,
  listSaid: onSource,
  listLedger: inWorkspace,
  exportLedger: inWorkspace,
  exportArticleLedger: onArticle,
  listClaims: onArticle,
  exportClaims: onArticle,
  getClaimsBoard: onArticle,
  getClaimsMatrix: onArticle,
  getClaimsNumbers: onArticle,
  createAttribution: async () => {
    const passage = await makePassage(db(), { articleId: articleId(), createdById: room.owner.userId });
    return { ...(await onArticle()), body: { id: randomUUID(), passageId: passage.id, content: holms() } };
  },
  editAttribution: async (madeBy) => ({
    ...(await onAttribution(madeBy)),
    body: { version: 1, content: holms() },
  }),
  deleteAttribution: onAttribution,
  restoreAttribution: async (madeBy) => {
    const given = await onAttribution(madeBy);
    const where = { id: given.params.attributionId };
    await db().attribution.update({ where, data: { deletedAt: new Date() } });
    return given;
  },
  listAttributionRevisions: onAttribution,
  listTakenBack: onPassage,
  createSettlement: async (madeBy) => {
    const { attributionId } = (await onAttribution(madeBy)).params;
    const { passageId } = await db().attribution.findUniqueOrThrow({ where: { id: attributionId } });
    return {
      params: { passageId },
      body: { id: randomUUID(), attribution: { id: attributionId, version: 1 }, replaces: null },
    };
  },
  acceptSuggestions: async () => {
    const { suggestionId } = (await onSuggestion()).params;
    const ids = { passageId: randomUUID(), attributionId: randomUUID(), sourceId: randomUUID() };
    return { ...(await onArticle()), body: { accept: [{ suggestionId, ...ids }] } };
  },
  changeSuggestion: async () => ({
    ...(await onSuggestion()),
    body: {
      passageId: randomUUID(),
      attributionId: randomUUID(),
      passage: freshWords(),
      content: reportersOwn,
    },
  }),
  dismissSuggestion: onSuggestion,
  reopenSuggestions: async () => {
    const { suggestionId } = (await onSuggestion()).params;
    return { ...(await onArticle()), body: { suggestionIds: [suggestionId] } };
  },
  countSuggestions: inWorkspace,
  restorePassage: async (madeBy) => {
    const given = await onPassage(madeBy);
    await db().passage.update({ where: { id: given.params.passageId }, data: { deletedAt: new Date() } });
    return given;
  },
  createThread: async () => ({
    ...(await onArticle()),
    body: {
      id: randomUUID(),
      about: "accuracy",
      passage: { id: randomUUID(), ...select("Ida Holm") },
      comment: { id: randomUUID(), body: bodyOfText("Is it so?") },
    },
  }),
  patchThread: async (madeBy) => ({
    ...(await onThread(madeBy)),
    body: { version: 1, assignee: room.editor.userId },
  }),
  changeThreadState: async (madeBy) => ({
    ...(await onThread(madeBy)),
    body: { id: randomUUID(), state: "resolved" },
  }),
  listDeletedPassages: onArticle,
  listDismissedSuggestions: onArticle,
  readPassage: async (madeBy) => ({ ...(await onPassage(madeBy)), body: { number: 1 } }),
  readThread: async (madeBy) => ({ ...(await onThread(madeBy)), body: { number: 1 } }),
  createComment: async (madeBy) => ({
    ...(await onThread(madeBy)),
    body: { id: randomUUID(), body: bodyOfText("Yes") },
  }),
  editComment: async (madeBy) => ({
    ...(await onComment(madeBy)),
    body: { body: bodyOfText("No"), version: 1 },
  }),
  deleteComment: onComment,
  restoreComment: async (madeBy) => {
    const given = await onComment(madeBy);
    await db().comment.update({ where: { id: given.params.commentId }, data: { deletedAt: new Date() } });
    return given;
  },
  listCommentRevisions: onComment,
  addReaction: async (madeBy) => ({ params: { ...(await onComment(madeBy)).params, emoji: "👍" } }),
  removeReaction: async (madeBy) => ({ params: { ...(await onComment(madeBy)).params, emoji: "👍" } }),
  createAssessment: async (madeBy) => ({
    ...(await onPassage(madeBy)),
    body: { id: randomUUID(), axis: "so", verdict: "4", replaces: null, exact: title(), sourceId: null },
  }),
  listAssessments: onPassage,
  createReveal: async () => ({ ...(await onArticle()), body: {} }),
  createEvidence: async (madeBy) => ({
    ...(await onPassage(madeBy)),
    body: { id: randomUUID(), ...evidence },
  }),
  editEvidence: async (madeBy) => ({
    ...(await onEvidence(madeBy)),
    body: { version: 1, ...evidence, title: marker },
  }),
  deleteEvidence: onEvidence,
  restoreEvidence: async (madeBy) => {
    const given = await onEvidence(madeBy);
    await db().evidence.update({ where: { id: given.params.evidenceId }, data: { deletedAt: new Date() } });
    return given;
  },
  searchEvidence: inWorkspace,
  createResolution: async (madeBy) => ({
    ...(await onPassage(madeBy)),
    body: { id: randomUUID(), axis: "so", verdict: "4", replaces: null, exact: title(), sourceId: null },
  }),
  assignPassage: async (madeBy) => ({
    ...(await onPassage(madeBy)),
    body: { version: 1, assignee: room.editor.userId },
  }),
  exportClaimReview: async () => ({ ...(await onArticle()), query: { show: "evidence" } }),
  exportReportCsv: onArticle,
  exportReportMarkdown: onArticle,
  exportAnnotations: async () => ({ ...(await onArticle()), query: { show: "names" } }),
  getPublication: async () => {
    await onPublication();
    return onArticle();
  },
  publishReport: async () => {
    await onPublication();
    return { ...(await onArticle()), body: { choices, version: 1 } };
  },
  withdrawReport: async () => {
    await onPublication();
    return onArticle();
  },
  exportPublishedClaimReview: onPublication,
  exportPublishedCsv: onPublication,
  exportPublishedMarkdown: onPublication,
  listNotifications: async () => ({}),
  searchAll: async () => ({ query: { q: marker } }),
  getSettings: async () => ({}),
  changeSettings: async () => ({ body: { theme: "dark", keys: { "passage.reply": "y" } } }),
  changeNotifications: async () => ({ body: { ids: [randomUUID()], done: true } }),
  getWatch: onArticle,
  putWatch: async () => ({ ...(await onArticle()), body: { level: "muted" } }),
  openSample: inWorkspace,
  closeOnboarding: async () => ({}),
  putWatchLevel: async () => ({ body: { level: "everything" } }),
  getDiscussion: onArticle,
  putVisit: async () => ({ ...(await onArticle()), body: { number: 1 } }),
  getPresence: onArticle,
  watchArticles: async () => ({ query: { article: articleId() } }),
  readLive: async () => ({}),
  readReady: async () => ({}),
  getDescription: async () => ({}),
};
