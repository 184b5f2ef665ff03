import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { signUp } from "@/lib/accounts/mutations";
import { findByPassword } from "@/lib/accounts/queries";
import { samplePeople } from "@/lib/accounts/sample-people";
import { editArticle } from "@/lib/articles/mutations";
import { createAssessment } from "@/lib/assessments/mutations";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { getDiscussion } from "@/lib/discussion/queries";
import { createPassage } from "@/lib/passages/mutations";
import { listMergeProposals, offerSources, searchSources } from "@/lib/sources/queries";
import { acceptSuggestions } from "@/lib/suggestions/accept";
import { ensureSuggestions } from "@/lib/suggestions/suggest";
import { bodyOfText } from "@/lib/threads/comment-schema";
import { createComment } from "@/lib/threads/create-comment";
import { readAudit, readMembers } from "@/lib/workspaces/queries";
import { makeArticle, makeAttribution, makeNewsroom } from "@/prisma/factories";
import { closeOnboarding, openSample, storeSample } from "./mutations";
import { findSample, isNewcomer, readWelcome } from "./queries";
import { sampleArticle } from "./sample-article";
import { exampleFor, stepsTaken } from "./steps";

useTestDatabase();

const now = new Date("2026-11-26T12:00:00.000Z");
let room: Awaited<ReturnType<typeof makeNewsroom>>;
let articleId: string;

beforeAll(async () => {
  room = await makeNewsroom(db());
  ({ articleId } = await openSample(room.owner, room.workspace.id, now));
});

it("is one article of a workspace, however often it is opened, and comes back from the archive", async () => {
  const ask = (viewer: Viewer) => openSample(viewer, room.workspace.id, now);
  expect(await Promise.all([ask(room.owner), ask(room.editor), ask(room.owner)])).toEqual(
    Array(3).fill({ articleId }),
  );
  expect(await findSample(room.viewer)).toBe(articleId);
  expect(await findSample(room.outsider)).toBeNull();
  await editArticle(room.owner, articleId, { version: 1, archived: true });
  expect(await findSample(room.viewer)).toBeNull();
  expect(await ask(room.editor)).toEqual({ articleId });
  expect(await findSample(room.viewer)).toBe(articleId);
  await expect(ask(room.member)).rejects.toMatchObject({ code: "forbidden" });
  await expect(ask(room.outsider)).rejects.toMatchObject({ code: "not-found" });
});

it("holds six passages with what colleagues left, verdicts hidden, and events without a hole", async () => {
  const discussion = await getDiscussion(room.member, articleId);
  const { passages, attributions, threads, comments, assessments, judged, people } = discussion;
  expect(passages.map((one) => one.exact).sort()).toEqual(
    sampleArticle.passages.map((one) => one.words).sort(),
  );
  expect([attributions.length, threads.length, comments.length, assessments.length]).toEqual([3, 2, 3, 0]);
  expect(judged).toMatchObject([{ count: 2, axis: "so" }]);
  expect(people.map((one) => one.name)).toContain(samplePeople.nora.name);
  const numbers = await db().event.findMany({ where: { articleId }, orderBy: { number: "asc" } });
  expect(numbers.slice(0, 13).map((one) => one.number)).toEqual(
    Array.from({ length: 13 }, (_, at) => at + 1),
  );
  await ensureSuggestions(articleId);
  expect(
    await db().suggestion.count({ where: { number: { gt: 0 }, revision: { articleId } } }),
  ).toBeGreaterThan(2);
});

it("speaks in the name of nobody who could sign in, or is a member", async () => {
  const names = (await readMembers(room.owner, room.workspace.id)).map((one) => one.name);
  for (const { id, name, email } of Object.values(samplePeople)) {
    expect(names).not.toContain(name);
    expect(await findByPassword(email, "")).toBeNull();
    const user = await db().user.findUniqueOrThrow({
      where: { id },
      include: { memberships: true, accounts: true },
    });
    expect([user.passwordHash, user.memberships, user.accounts]).toEqual([null, [], []]);
  }
  const { entries } = await readAudit(room.owner, room.workspace.id, undefined);
  expect(entries.filter((one) => one.action === "article.sampled")).toMatchObject([
    { actor: room.owner.name },
  ]);
});

it("is offered to whoever came by invitation, until they close it", async () => {
  expect(await readWelcome(room.member)).toBeNull();
  const { workspace, owner, member } = room;
  await db().invitation.create({
    data: {
      workspaceId: workspace.id,
      role: "member",
      tokenHash: randomUUID(),
      createdById: owner.userId,
      expiresAt: now,
      acceptedAt: now,
      acceptedById: member.userId,
    },
  });
  const welcome = {
    workspaceId: workspace.id,
    workspaceName: workspace.name,
    invitedBy: owner.name,
    sampleId: articleId,
  };
  expect(await readWelcome(member)).toEqual(welcome);
  expect(await readWelcome({ ...member, memberships: [] })).toBeNull();
  await db().article.update({ where: { id: articleId }, data: { archivedAt: now } });
  expect(await readWelcome(member)).toEqual({ ...welcome, sampleId: null });
  await db().article.update({ where: { id: articleId }, data: { archivedAt: null } });
  await closeOnboarding(member, now);
  expect(await readWelcome(member)).toBeNull();
});

it("keeps its invented people for itself, until another article names them", async () => {
  const { workspace, owner, member } = room;
  const offered = async () =>
    (await offerSources(member, workspace.id, "moss")).sources.map((one) => one.createdBy === owner.userId);
  const found = async () => (await searchSources(member, [workspace.id], "moss")).sources.length;
  expect([await offered(), await found()]).toEqual([[], 1]);
  const other = await makeArticle(db(), {
    workspaceId: workspace.id,
    createdById: owner.userId,
    text: "Bridge\n\nVera Moss said on Monday that the loan was small.",
  });
  await ensureSuggestions(other.id);
  const { suggestions } = await getDiscussion(owner, other.id);
  const [id = ""] = suggestions.filter((one) => one.kind === "attribution").map((one) => one.id);
  const [passageId, attributionId, sourceId] = [randomUUID(), randomUUID(), randomUUID()];
  const { sources } = await acceptSuggestions(owner, other.id, {
    accept: [{ suggestionId: id, passageId, attributionId, sourceId }],
  });
  expect(sources).toMatchObject([{ id: sourceId, name: "Vera Moss", createdBy: owner.userId }]);
  expect((await listMergeProposals(member, workspace.id)).proposals).toEqual([]);
  expect([await offered(), await found()]).toEqual([[true], 2]);

  const ofSample = await db().source.findFirstOrThrow({
    where: { workspaceId: workspace.id, name: "Vera Moss", NOT: { id: sourceId } },
  });
  await makeAttribution(db(), { passageId, byId: member.userId, sourceId: ofSample.id });
  expect((await offered()).sort()).toEqual([false, true]);
});

it("ticks each step when it has been taken, and shows where", async () => {
  const read = () => getDiscussion(room.member, articleId);
  const before = await read();
  const { userId } = room.member;
  expect([...stepsTaken(before, userId)]).toEqual([]);
  const wordsOf = (id: string | null) => before.passages.find((one) => one.id === id)?.exact;
  expect(
    (["mark", "said", "judge", "reply"] as const).map((step) => wordsOf(exampleFor(step, before))),
  ).toEqual([
    undefined,
    "without a single new loan",
    "We kept our promise and nobody was hurt",
    "twice what was planned",
  ]);
  const text = (await db().revision.findFirstOrThrow({ where: { articleId } })).text;
  const start = text.indexOf("Otto Brandt");
  const span = { start, end: start + 11, exact: "Otto Brandt" };
  await createPassage(room.member, articleId, { id: randomUUID(), ...span });
  const judgedId = exampleFor("judge", before) ?? "";
  const verdict = { axis: "so", verdict: "1", replaces: null, sourceId: null } as const;
  const exact = wordsOf(judgedId) ?? "";
  await createAssessment(room.member, judgedId, { id: randomUUID(), ...verdict, exact });
  const thread = before.threads.find((one) => one.passageId === exampleFor("reply", before));
  await createComment(room.member, thread?.id ?? "", {
    id: randomUUID(),
    body: bodyOfText("Twice the first plan."),
  });
  const after = await read();
  expect([...stepsTaken(after, userId)]).toEqual(["mark", "judge", "reply"]);
  expect([...stepsTaken(after, room.editor.userId)]).toEqual([]);
  expect(after.assessments).toHaveLength(3);
});

it("stands in the workspace of whoever signs up, until they have closed it", async () => {
  const email = "newcomer@example.org";
  const given = { name: "Newcomer", email, password: "three quiet boats at dawn" };
  await signUp(given, "198.51.100.200", now, storeSample);
  const user = await db().user.findUniqueOrThrow({ where: { email }, include: { memberships: true } });
  const memberships = user.memberships.map(({ workspaceId, role }) => ({
    workspaceId,
    workspaceName: "",
    role,
  }));
  const viewer: Viewer = { userId: user.id, name: user.name, email, memberships };
  const mine = await findSample(viewer);
  expect(mine).not.toBe(articleId);
  expect((await getDiscussion(viewer, mine ?? "")).passages).toHaveLength(6);
  expect(await isNewcomer(viewer)).toBe(true);
  await closeOnboarding(viewer, now);
  expect([await isNewcomer(viewer), await isNewcomer(room.owner)]).toEqual([false, true]);
});
