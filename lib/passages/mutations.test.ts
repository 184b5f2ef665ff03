import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { acceptSuggestions } from "@/lib/suggestions/accept";
import {
  makeArticle,
  makeAssessment,
  makeComment,
  makeNewsroom,
  makePassage,
  makeSuggestion,
  makeThread,
} from "@/prisma/factories";
import {
  assignPassage,
  createPassage,
  deletePassage,
  describePassage,
  reselectPassage,
  restorePassage,
} from "./mutations";
import { listDeletedPassages } from "./queries";

useTestDatabase();

const text = "Harbour to reopen\n\nTaxes will fall in June, the mayor said. Nobody clapped.";
let room: Awaited<ReturnType<typeof makeNewsroom>>;
let article: Awaited<ReturnType<typeof makeArticle>>;

beforeAll(async () => {
  room = await makeNewsroom(db());
  article = await makeArticle(db(), {
    workspaceId: room.workspace.id,
    createdById: room.owner.userId,
    text,
  });
});

function select(words: string) {
  const start = text.indexOf(words);
  return { start, end: start + words.length, exact: words };
}

function events() {
  return db().event.findMany({ where: { articleId: article.id }, orderBy: { number: "asc" } });
}

describe("createPassage", () => {
  it("stores the words with their context and an event", async () => {
    const id = randomUUID();
    const passage = await createPassage(room.member, article.id, { id, ...select("Taxes will fall") });
    expect(passage).toMatchObject({ id, exact: "Taxes will fall", prefix: "Harbour to reopen\n\n" });
    expect(passage.suffix).toBe(" in June, the mayor said.");
    expect((await events()).at(-1)).toMatchObject({
      number: passage.number,
      kind: "passage.created",
      ids: { passage: id },
      actorId: room.member.userId,
    });
  });

  it("makes one row of five tries at once, and of one more later", async () => {
    const given = { id: randomUUID(), ...select("the mayor") };
    const before = (await events()).length;
    const tries = Array.from({ length: 5 }, () => createPassage(room.member, article.id, given));
    const answers = await Promise.all(tries);
    answers.push(await createPassage(room.member, article.id, given));
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await db().passage.count({ where: { id: given.id } })).toBe(1);
    expect((await events()).length).toBe(before + 1);
  });

  it("refuses an id that belongs to somebody else, and tells nothing of theirs", async () => {
    const passage = await makePassage(db(), {
      articleId: article.id,
      createdById: room.editor.userId,
      words: "Nobody",
    });
    const refused = createPassage(room.member, article.id, { id: passage.id, ...select("clapped") });
    await expect(refused).rejects.toMatchObject({ code: "conflict", details: undefined });
    await expect(refused).rejects.not.toThrow(/Nobody/);
  });

  it("refuses words that are not there and says what is", async () => {
    const given = { id: randomUUID(), start: 0, end: 7, exact: "Airport" };
    await expect(createPassage(room.member, article.id, given)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("“Harbour”"),
    });
  });

  it("is for members with the right only; to others the article does not exist", async () => {
    const given = () => ({ id: randomUUID(), ...select("clapped") });
    await expect(createPassage(room.viewer, article.id, given())).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(createPassage(room.outsider, article.id, given())).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(createPassage(room.owner, randomUUID(), given())).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

async function discussed(author: string, colleague: string) {
  const passage = await makePassage(db(), { articleId: article.id, createdById: author });
  const thread = await makeThread(db(), {
    articleId: article.id,
    passageId: passage.id,
    createdById: author,
  });
  const comment = await makeComment(db(), { threadId: thread.id, authorId: colleague });
  return { passage, thread, comment };
}

describe("assignPassage", () => {
  it("tells who was faster with this very passage", async () => {
    const by = { articleId: article.id, createdById: room.member.userId };
    const [passage, other] = [await makePassage(db(), by), await makePassage(db(), by)];
    await assignPassage(room.editor, passage.id, { version: 1, assignee: room.member.userId });
    await assignPassage(room.owner, other.id, { version: 1, assignee: room.member.userId });
    const late = { version: 1, assignee: null };
    const told = (name: string) => ({
      code: "conflict",
      message: `${name} changed this passage meanwhile. Look at it and choose again.`,
    });
    await expect(assignPassage(room.member, passage.id, late)).rejects.toMatchObject(told(room.editor.name));
    await expect(assignPassage(room.editor, passage.id, late)).rejects.toMatchObject(told("You"));
    // Of several changes it names nobody, and of one that is no assignment whoever made it.
    await deletePassage(room.owner, passage.id);
    await expect(assignPassage(room.member, passage.id, late)).rejects.toMatchObject({ code: "not-found" });
    await restorePassage(room.owner, passage.id);
    await expect(assignPassage(room.editor, passage.id, late)).rejects.toMatchObject(told("Somebody"));
    await expect(assignPassage(room.editor, passage.id, { ...late, version: 3 })).rejects.toMatchObject(
      told(room.owner.name),
    );
    // Accepting a suggestion is such a change too, where it gives the passage another kind of claim.
    const words = "Nobody clapped";
    const claimed = await makePassage(db(), { ...by, words });
    await assignPassage(room.owner, claimed.id, { version: 1, assignee: room.member.userId });
    const suggestion = await makeSuggestion(db(), { articleId: article.id, words, claimKinds: ["event"] });
    const ids = { passageId: randomUUID(), attributionId: randomUUID(), sourceId: randomUUID() };
    const accept = [{ suggestionId: suggestion.id, ...ids }];
    await acceptSuggestions(room.editor, article.id, { accept });
    await expect(assignPassage(room.member, claimed.id, { ...late, version: 2 })).rejects.toMatchObject(
      told(room.editor.name),
    );
  });
});

describe("reselectPassage", () => {
  it("lets one of twenty at once win and shows the others what won", async () => {
    const passage = await makePassage(db(), { articleId: article.id, createdById: room.member.userId });
    const words = Array.from({ length: 20 }, (_, index) => text.slice(19, 26 + index).trimEnd());
    const tries = words.map((exact) =>
      reselectPassage(room.member, passage.id, { ...select(exact), version: 1 }),
    );
    const settled = await Promise.allSettled(tries);
    const won = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    const [winner] = won;
    // Two of the twenty may have asked for the same words: the second is then a retry.
    expect(new Set(won.map((one) => one.exact)).size).toBe(1);
    for (const one of settled) {
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict", details: winner });
    }
    expect(await db().passage.findUnique({ where: { id: passage.id } })).toMatchObject({
      version: 2,
      exact: winner?.exact,
    });
  });

  it("is for its author, editors and owners", async () => {
    const passage = await makePassage(db(), { articleId: article.id, createdById: room.editor.userId });
    const given = { ...select("clapped"), version: 1 };
    await expect(reselectPassage(room.member, passage.id, given)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await reselectPassage(room.owner, passage.id, given)).exact).toBe("clapped");
  });

  it("never puts colleagues' words under other words of the article", async () => {
    const author = room.member.userId;
    const given = { ...select("Nobody clapped"), version: 1 };
    const alone = await discussed(author, author);
    expect((await reselectPassage(room.member, alone.passage.id, given)).exact).toBe("Nobody clapped");
    const { passage } = await discussed(author, room.editor.userId);
    for (const viewer of [room.member, room.owner]) {
      await expect(reselectPassage(viewer, passage.id, given)).rejects.toMatchObject({ code: "forbidden" });
    }
    const wider = { start: passage.start, end: text.length, exact: text.slice(passage.start), version: 1 };
    expect(await reselectPassage(room.member, passage.id, wider)).toMatchObject({ version: 2 });
  });

  it("does not let them be walked away in small steps", async () => {
    const { passage } = await discussed(room.member.userId, room.editor.userId);
    const step = async (start: number, end: number, version: number) =>
      reselectPassage(room.member, passage.id, { start, end, exact: text.slice(start, end), version });
    const { start, end } = passage;
    // Wider on one side is allowed; then off the first words is not, though the places still overlap.
    const longer = text.indexOf("Nobody") + "Nobody clapped.".length;
    await step(start, longer, 1);
    await expect(step(text.indexOf("Nobody"), longer, 2)).rejects.toMatchObject({ code: "forbidden" });
    expect((await step(start, end, 2)).exact).toBe(passage.exact);
  });
});

describe("listDeletedPassages", () => {
  it("names to each what they may bring back, the latest first", async () => {
    const own = await makePassage(db(), {
      articleId: article.id,
      createdById: room.member.userId,
      words: "the mayor",
    });
    const by = { createdById: room.member.userId };
    const thread = await makeThread(db(), { articleId: article.id, passageId: own.id, ...by });
    const taken = await makePassage(db(), {
      articleId: article.id,
      createdById: room.member.userId,
      words: "in June",
    });
    const other = await makePassage(db(), {
      articleId: article.id,
      createdById: room.editor.userId,
      words: "Taxes",
    });
    await deletePassage(room.member, own.id);
    await deletePassage(room.editor, taken.id);
    await deletePassage(room.editor, other.id);
    // As if they had been there: what discusses a verdict is hidden from whoever has not judged.
    const verdict = await makeAssessment(db(), { passageId: own.id, byId: room.owner.userId });
    const hidden = { articleId: article.id, passageId: own.id, assessmentId: verdict.id };
    await makeThread(db(), { ...hidden, createdById: room.owner.userId });
    const listed = async (viewer: Viewer) =>
      (await listDeletedPassages(viewer, article.id)).passages.map((one) => one.id);
    expect((await listed(room.owner)).slice(0, 3)).toEqual([other.id, taken.id, own.id]);
    expect((await listed(room.member)).filter((id) => [own.id, taken.id, other.id].includes(id))).toEqual([
      own.id,
    ]);
    expect(await listed(room.viewer)).toEqual([]);
    const [latest] = (await listDeletedPassages(room.owner, article.id)).passages;
    expect(text.slice(latest?.start, latest?.end)).toBe(latest?.exact);
    expect(latest).toMatchObject({ exact: "Taxes", deletedBy: room.editor.userId, threads: [] });
    const mine = (await listDeletedPassages(room.member, article.id)).passages.find(
      ({ id }) => id === own.id,
    );
    expect(mine?.threads).toEqual([thread.id]);
    await restorePassage(room.owner, taken.id);
    expect(await listed(room.owner)).not.toContain(taken.id);
    await expect(listDeletedPassages(room.outsider, article.id)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("deletePassage and restorePassage", () => {
  it("does not let a member hide what colleagues wrote, but an editor may", async () => {
    const { passage } = await discussed(room.member.userId, room.editor.userId);
    await expect(deletePassage(room.member, passage.id)).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("hide their words"),
    });
    // Nor does an editor who only means their mark.
    await expect(deletePassage(room.owner, passage.id, { bare: "yes" })).rejects.toThrow("hide their words");
    expect((await deletePassage(room.editor, passage.id)).id).toBe(passage.id);
  });

  it("lets a member delete their own that only they wrote about, twice is once", async () => {
    const { passage } = await discussed(room.member.userId, room.member.userId);
    const answers = await Promise.all([1, 2, 3].map(() => deletePassage(room.member, passage.id)));
    expect(new Set(answers.map((one) => one.number)).size).toBe(1);
    expect(await deletePassage(room.member, passage.id)).toEqual(answers[0]);
  });

  it("lets nobody undo an editor's deletion but those who may delete any, and tells the owners", async () => {
    const { passage } = await discussed(room.member.userId, room.member.userId);
    await deletePassage(room.editor, passage.id);
    await expect(restorePassage(room.member, passage.id)).rejects.toMatchObject({ code: "forbidden" });
    await restorePassage(room.owner, passage.id);
    await deletePassage(room.member, passage.id);
    await restorePassage(room.member, passage.id);
    const entries = await db().auditEntry.findMany({
      where: { detail: { path: ["passageId"], equals: passage.id } },
      orderBy: { createdAt: "asc" },
    });
    expect(entries.map(({ action, actorName }) => [action, actorName])).toEqual([
      ["passage.deleted", room.editor.name],
      ["passage.restored", room.owner.name],
      ["passage.deleted", room.member.name],
      ["passage.restored", room.member.name],
    ]);
  });

  it("brings the threads and comments back as changed, so that whoever catches up gets them", async () => {
    const { passage, thread, comment } = await discussed(room.owner.userId, room.member.userId);
    await deletePassage(room.owner, passage.id);
    const restored = await restorePassage(room.owner, passage.id);
    const after = await db().comment.findUniqueOrThrow({ where: { id: comment.id } });
    expect(after).toMatchObject({ number: restored.number, createdNumber: comment.createdNumber });
    expect(await db().thread.findUnique({ where: { id: thread.id } })).toMatchObject({
      number: restored.number,
    });
    expect(await restorePassage(room.owner, passage.id)).toEqual(restored);
  });

  it("makes no double of a passage that stands on the same words by now", async () => {
    const place = await makeArticle(db(), {
      workspaceId: room.workspace.id,
      createdById: room.owner.userId,
      text,
    });
    const mark = (words: string) =>
      makePassage(db(), { articleId: place.id, createdById: room.member.userId, words });
    await mark("Harbour");
    const gone = await mark("Nobody");
    await deletePassage(room.member, gone.id);
    await mark("Nobody clapped");
    const now = await mark("Nobody");
    await expect(restorePassage(room.member, gone.id)).rejects.toMatchObject({
      code: "conflict",
      message:
        "These words are passage 3 already. Go on there, or delete that one and restore this one then.",
      details: { id: now.id },
    });
    const living = { articleId: place.id, deletedAt: null };
    expect(await db().passage.count({ where: living })).toBe(3);
    await deletePassage(room.member, now.id);
    expect((await restorePassage(room.member, gone.id)).id).toBe(gone.id);
    // What was brought back meanwhile stands there as well.
    await expect(restorePassage(room.member, now.id)).rejects.toMatchObject({ code: "conflict" });
  });

  it("brings one of two back that stood on the same words together", async () => {
    const by = { articleId: article.id, createdById: room.member.userId, words: "will fall" };
    const [one, other] = [await makePassage(db(), by), await makePassage(db(), by)];
    await deletePassage(room.member, one.id);
    // What is said of the other meanwhile does not make it come.
    await describePassage(room.member, other.id, { version: 1, claimKinds: ["event"] });
    await assignPassage(room.editor, other.id, { version: 2, assignee: room.member.userId });
    expect((await restorePassage(room.member, one.id)).id).toBe(one.id);
  });

  it("brings none back beside one that was moved to its words meanwhile", async () => {
    const by = { articleId: article.id, createdById: room.member.userId };
    const gone = await makePassage(db(), { ...by, words: "Nobody clapped" });
    const moved = await makePassage(db(), { ...by, words: "Nobody" });
    await deletePassage(room.member, gone.id);
    await reselectPassage(room.member, moved.id, { ...select("Nobody clapped"), version: 1 });
    await expect(restorePassage(room.member, gone.id)).rejects.toMatchObject({
      code: "conflict",
      details: { id: moved.id },
    });
  });
});

it("numbers events without holes, in order, under eight writers", async () => {
  const before = (await events()).at(-1)?.number ?? 0;
  const writers = [room.owner, room.editor, room.member];
  await Promise.all(
    Array.from({ length: 8 }, async (_, writer) => {
      for (let count = 0; count < 10; count++) {
        const viewer = writers[writer % writers.length] ?? room.owner;
        await createPassage(viewer, article.id, { id: randomUUID(), ...select("clapped") });
      }
    }),
  );
  const all = await events();
  expect(all.map((one) => one.number)).toEqual(all.map((_, index) => index + 1));
  expect(all.length).toBe(before + 80);
  const { eventNumber } = await db().article.findUniqueOrThrow({ where: { id: article.id } });
  expect(eventNumber).toBe(all.length);
});
