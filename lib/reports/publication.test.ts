import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { captureQueries, useTestDatabase } from "@/lib/db/test-database";
import {
  makeArticle,
  makeAssessment,
  makeAttribution,
  makeComment,
  makeEvidence,
  makeNewsroom,
  makePassage,
  makeResolution,
  makeSource,
  makeThread,
} from "@/prisma/factories";
import { usualChoices } from "./choices";
import {
  exportClaimReview,
  exportPublishedClaimReview,
  exportPublishedCsv,
  exportPublishedMarkdown,
} from "./export-report";
import { publishReport, withdrawReport } from "./mutations";
import { getPublication, getPublishedReport, getReport, openReport } from "./queries";
import { reportView } from "./schema";

useTestDatabase();

const all = { names: true, discussion: true, unresolved: true, evidence: true };
const none = { names: false, discussion: false, unresolved: false, evidence: false };
const unknown = "x".repeat(43);

let room: Awaited<ReturnType<typeof makeNewsroom>>;
let article: Awaited<ReturnType<typeof makeArticle>>;
let resolved: Awaited<ReturnType<typeof makePassage>>;

/** An article with a marker in everything that a report may have to leave out. */
beforeEach(async () => {
  room = await makeNewsroom(db());
  const { member, editor, owner, workspace } = room;
  const made = { workspaceId: workspace.id, createdById: owner.userId };
  for (const [viewer, name] of [
    [member, "Marker-Member"],
    [editor, "Marker-Editor"],
    [owner, "Marker-Owner"],
  ] as const)
    await db().user.update({ where: { id: viewer.userId }, data: { name } });
  article = await makeArticle(db(), {
    ...made,
    text: "Harbour to reopen in spring\n\nThe harbour will reopen in March. Half of the boats have left.",
  });
  const at = { articleId: article.id, createdById: member.userId };
  resolved = await makePassage(db(), { ...at, words: "reopen in March" });
  const open = await makePassage(db(), { ...at, words: "Half of the boats have left" });
  const source = await makeSource(db(), { ...made, name: "Port authority", note: "Marker-Note" });
  await makeAttribution(db(), { passageId: resolved.id, byId: member.userId, sourceId: source.id });
  const by = { passageId: resolved.id, byId: member.userId };
  await makeAssessment(db(), { ...by, verdict: "1", text: "Marker-Rationale" });
  await makeAssessment(db(), {
    passageId: open.id,
    byId: member.userId,
    verdict: "2",
    text: "Marker-Hidden",
  });
  await makeEvidence(db(), { passageId: resolved.id, addedById: member.userId, title: "Marker-Evidence" });
  await makeEvidence(db(), {
    passageId: resolved.id,
    addedById: member.userId,
    title: "Marker-Deleted",
    deletedAt: new Date(),
  });
  const { id } = await makeResolution(db(), { passageId: resolved.id, byId: editor.userId, verdict: "3" });
  const mention = { type: "mention", attrs: { id: member.userId, label: "Marker-Member" } };
  const rationale = { type: "doc", content: [{ type: "paragraph", content: [mention] }] };
  await db().resolution.update({ where: { id }, data: { rationale } });
  const thread = await makeThread(db(), { ...at, passageId: resolved.id, about: "accuracy" });
  await makeComment(db(), { threadId: thread.id, authorId: member.userId, text: "Marker-Comment" });
});

/** All that a stranger can get of a report, and the row it comes from. */
async function everything(address: string): Promise<string> {
  const row = await db().publication.findUniqueOrThrow({ where: { address } });
  const files = [await exportPublishedClaimReview(address), await exportPublishedCsv(address)];
  return [JSON.stringify(row.report), ...files.map((one) => `${one.name} ${one.text}`)].join("\n");
}

const publish = async (choices = all, version: number | null = null) =>
  (await publishReport(room.owner, article.id, { choices, version })).publication;

describe("a published report", () => {
  it("holds what was chosen", async () => {
    const { address, publishedBy } = await publish();
    expect(publishedBy).toBe("Marker-Owner");
    expect(address).toMatch(/^[\w-]{43}$/);
    const said = await everything(address);
    for (const words of ["Marker-Editor", "Marker-Evidence", "Half of the boats have left", "Port authority"])
      expect(said).toContain(words);
    // The owner has not revealed anything; what is resolved is resolved for all.
    expect((await getReport(room.owner, article.id, all, new Date())).notes[0]?.so?.dissent).toEqual([]);
    expect((await getPublishedReport(address)).notes[0]?.so?.dissent).toEqual([
      { verdict: "1", hollow: true, count: 1, names: ["Marker-Member"] },
    ]);
  });

  it.each([
    [
      "whatever is chosen",
      all,
      [
        "Marker-Note",
        "Marker-Rationale",
        "Marker-Hidden",
        "Marker-Deleted",
        "Marker-Comment",
        "Misleading in part",
        "@example.org",
      ],
    ],
    ["without names", { ...all, names: false }, ["Marker-Member", "Marker-Editor", "Marker-Owner"]],
    ["without evidence", { ...all, evidence: false }, ["Marker-Evidence", "records.example.net"]],
    ["without discussion", { ...all, discussion: false }, ["Inaccurate"]],
    ["without anything", none, ["Marker", "records.example.net", "Inaccurate", '"number":2', "@example.org"]],
  ])("holds nothing else, %s", async (_, choices, secrets) => {
    const { address } = await publish(choices);
    const said = await everything(address);
    for (const secret of secrets) expect(said).not.toContain(secret);
    const ids = [room.owner, room.editor, room.member].map((one) => one.userId);
    for (const id of [...ids, article.id, resolved.id, room.workspace.id]) expect(said).not.toContain(id);
  });

  it("makes nobody the author of what they deny, also where it was published before reports told that", async () => {
    await db().attribution.updateMany({
      where: { passageId: resolved.id },
      data: { polarity: "negative", cueClass: "denying" },
    });
    const { address } = await publish();
    const review = async () => (await exportPublishedClaimReview(address)).text;
    expect((await exportPublishedCsv(address)).text).toContain("Denied by Port authority, indirectly");
    expect((await exportPublishedMarkdown(address)).text).toContain("Denied by Port authority, indirectly");
    const told = await review();
    expect(told).toContain('"description": "Denied by Port authority."');
    expect(told).not.toContain('"name": "Port authority"');
    // As it was stored then.
    const { report } = await db().publication.findUniqueOrThrow({ where: { address } });
    const { notes, ...rest } = reportView.parse(report);
    const before = notes.map(({ speaker, ...note }) => {
      if (!speaker) return { ...note, speaker };
      const { stance: _, ...known } = speaker;
      const line = ["Port authority", ", indirectly", ", denying it"].map((text) => ({ text, isCue: false }));
      return { ...note, speaker: known, attribution: { ...note.attribution, lines: [line] } };
    });
    await db().publication.update({ where: { address }, data: { report: { ...rest, notes: before } } });
    expect(await review()).toBe(told);
  });

  it("is what a member's ClaimReview names as its address, where it says the same", async () => {
    const addresses = async () => {
      const { text } = await exportClaimReview(room.viewer, article.id, undefined);
      return JSON.parse(text).map((one: { url?: string }) => one.url && new URL(one.url).pathname);
    };
    expect(await addresses()).toEqual([undefined]);
    const { address } = await publish();
    expect(await addresses()).toEqual([`/reports/${address}`]);
    await makeResolution(db(), {
      passageId: resolved.id,
      byId: room.editor.userId,
      axis: "so",
      verdict: "4",
    });
    expect(await addresses()).toEqual([undefined]);
    await publish(all, 1);
    expect(await addresses()).toEqual([`/reports/${address}`]);
    await withdrawReport(room.owner, article.id);
    expect(await addresses()).toEqual([undefined]);
  });

  it("is what the schema names, in store", async () => {
    const { address } = await publish();
    const { report } = await db().publication.findUniqueOrThrow({ where: { address } });
    expect(reportView.parse(report)).toEqual(report);
  });

  it("stays as it is until it is published again, under the same address", async () => {
    const first = await publish();
    const before = await everything(first.address);
    expect((await getPublication(room.owner, article.id, new Date())).publication).toMatchObject({
      isOutdated: false,
      version: 1,
    });
    await makeResolution(db(), {
      passageId: resolved.id,
      byId: room.editor.userId,
      axis: "so",
      verdict: "4",
    });
    await db().user.update({ where: { id: room.editor.userId }, data: { name: "Somebody Else" } });
    expect(await everything(first.address)).toBe(before);
    expect((await getPublication(room.owner, article.id, new Date())).publication?.isOutdated).toBe(true);
    const again = await publish(all, 1);
    expect(again).toMatchObject({ address: first.address, version: 2, isOutdated: false });
    expect(await everything(first.address)).toContain("Somebody Else");
  });

  it("is refused when somebody else was quicker, with what is there now", async () => {
    await publish();
    await expect(publish(none, null)).rejects.toMatchObject({ code: "conflict", details: { version: 1 } });
    await publish(none, 1);
    await expect(publish(none, 1)).rejects.toMatchObject({ code: "conflict", details: { version: 2 } });
    await withdrawReport(room.owner, article.id);
    await expect(publish(none, 2)).rejects.toMatchObject({ code: "conflict", details: null });
  });

  it("has one address, however many publish at once", async () => {
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => publish()));
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await db().publication.count({ where: { articleId: article.id } })).toBe(1);
  });

  it("is gone at once when it is withdrawn, for ever, and like one that never was", async () => {
    const { address } = await publish();
    expect(await withdrawReport(room.owner, article.id)).toEqual({ publication: null });
    await withdrawReport(room.owner, article.id);
    const gone = await getPublishedReport(address).catch((error: unknown) => error);
    for (const other of [unknown, "", "../../x", `${address} `, `${address}%`])
      await expect(getPublishedReport(other)).rejects.toEqual(gone);
    expect(gone).toMatchObject({ code: "not-found" });
    expect((await getPublication(room.viewer, article.id, new Date())).publication).toBeNull();
    const again = await publish();
    expect(again.address).not.toBe(address);
    await expect(getPublishedReport(address)).rejects.toEqual(gone);
    const audit = await db().auditEntry.findMany({ orderBy: { createdAt: "asc" } });
    expect(audit.filter((one) => one.workspaceId === room.workspace.id).map((one) => one.action)).toEqual([
      "report.published",
      "report.withdrawn",
      "report.published",
    ]);
    expect(JSON.stringify(audit)).not.toContain(address);
  });

  it("is published and withdrawn by owners alone; members see where it is", async () => {
    const { address } = await publish();
    for (const viewer of [room.editor, room.member, room.viewer]) {
      await expect(publishReport(viewer, article.id, { choices: all, version: 1 })).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(withdrawReport(viewer, article.id)).rejects.toMatchObject({ code: "forbidden" });
      expect((await getPublication(viewer, article.id, new Date())).publication).toMatchObject({
        address,
        isOutdated: null,
      });
    }
    await expect(getPublication(room.outsider, article.id, new Date())).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("the report of a member", () => {
  it("holds no verdict that is hidden from them", async () => {
    const made = await getReport(room.viewer, article.id, all, new Date());
    expect(JSON.stringify(made)).not.toMatch(/Marker-(Hidden|Rationale)/);
    expect(made.notes[1]?.so).toMatchObject({ state: "hidden", judged: 1, verdict: null });
    expect(made.notes[0]?.so).toMatchObject({ state: "resolved", verdict: "3", dissent: [] });
    expect((await getReport(room.member, article.id, all, new Date())).notes[1]?.so?.state).toBe("one");
  });
});

describe("the page of a report", () => {
  it("shows the report and where it is published as each may see them", async () => {
    await publish(none);
    const now = new Date();
    for (const [viewer, mayPublish] of [
      [room.owner, true],
      [room.viewer, false],
    ] as const) {
      const opened = await openReport(viewer, article.id, undefined, now);
      const choices = mayPublish ? none : usualChoices;
      expect(opened.mayPublish).toBe(mayPublish);
      expect(opened.report).toEqual(await getReport(viewer, article.id, choices, now));
      expect(opened.publication).toEqual((await getPublication(viewer, article.id, now)).publication);
    }
    await expect(openReport(room.outsider, article.id, undefined, now)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("reads the discussion once", async () => {
    await publish();
    const asked = await captureQueries(() => openReport(room.owner, article.id, undefined, new Date()));
    expect(asked.filter(({ text }) => text.includes('FROM "Comment" c '))).toHaveLength(1);
  });
});
