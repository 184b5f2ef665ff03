import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSameAddress, findSameWords, getArticle } from "@/lib/articles/queries";
import { createAssessment } from "@/lib/assessments/mutations";
import { listAssessments, searchEvidence } from "@/lib/assessments/queries";
import { createReveal } from "@/lib/assessments/reveals";
import { engineVersion } from "@/lib/attributions/detect/detect";
import { listTakenBack } from "@/lib/attributions/queries";
import { listLedger, listSaid } from "@/lib/attributions/workspace-ledger";
import { endSession, startSession } from "@/lib/auth/mutations";
import { readSession } from "@/lib/auth/session";
import type { Viewer } from "@/lib/auth/viewer";
import { listArticles } from "@/lib/claims/list-articles";
import { listClaims } from "@/lib/claims/queries";
import { db } from "@/lib/db/client";
import { captureQueries, type Query, useTestDatabase } from "@/lib/db/test-database";
import { markVisit } from "@/lib/discussion/mutations";
import { getDiscussion, lookAtDiscussion, lookAtOutline } from "@/lib/discussion/queries";
import { readSharedChange } from "@/lib/discussion/read-replies";
import { readChange } from "@/lib/live/change";
import { enterPresence, leavePresence, readPresence, sweepPresence } from "@/lib/live/presence";
import { changeNotifications, putWatch } from "@/lib/notifications/mutations";
import { countUnread, countUnreadOf, listNotifications, readWatch } from "@/lib/notifications/queries";
import { readWelcome } from "@/lib/onboarding/queries";
import { deletePassage, restorePassage } from "@/lib/passages/mutations";
import { listDeletedPassages } from "@/lib/passages/queries";
import { readPassage } from "@/lib/passages/readings";
import { searchAll } from "@/lib/search/queries";
import {
  getSource,
  listMergeProposals,
  listSourceThreads,
  offerSources,
  searchSources,
} from "@/lib/sources/queries";
import { acceptSuggestions } from "@/lib/suggestions/accept";
import { reopenSuggestions } from "@/lib/suggestions/mutations";
import { countSuggestions, listDismissedSuggestions } from "@/lib/suggestions/queries";
import { readCursor } from "@/lib/text/cursor";
import { deleteComment, editComment, react } from "@/lib/threads/comment-mutations";
import { bodyOfText } from "@/lib/threads/comment-schema";
import { createComment } from "@/lib/threads/create-comment";
import { changeThreadState, createThread, readThread } from "@/lib/threads/mutations";
import { listCommentRevisions } from "@/lib/threads/queries";
import { readWaiting } from "@/lib/threads/waiting";
import { readAudit, readInvitations, readMembers } from "@/lib/workspaces/queries";
import { withClient } from "@/prisma/databases";
import { fillDatabase, filledId } from "@/prisma/fill";

// What the product asks when it is used, with much in the database: nothing may read a large table from end to end.
// Few thousand rows are quickly read whole, and Postgres would do so rather than look many up; so it is told to avoid
// that. Where it still does, or goes through an index from end to end, there is no index for what is asked.

useTestDatabase();

/** Few enough to be made in seconds. */
const passages = 3_000;
/** From this many rows on a table is large: those that grow with use, not those of people and workspaces. */
const large = 500;
const desk = 10;

let viewer: Viewer;
let workspaceId: string;
let articleId: string;
let client: Client;
let finish = () => {};
let tables: Set<string>;
/** Those whose rows belong to an article. */
const ofArticles = ["Passage", "Thread", "Comment", "Event", "Attribution", "Assessment", "Evidence"];

beforeAll(async () => {
  const lent = new Promise<void>((resolve) => {
    finish = resolve;
  });
  await new Promise<void>((ready, fail) => {
    withClient(process.env.DATABASE_URL ?? "", async (one) => {
      client = one;
      await fillDatabase(client, passages);
      await client.query("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off");
      ready();
      await lent;
    }).catch(fail);
  });
  workspaceId = await filledId(client, "workspace", desk);
  // The desk's second article, of middling size; its owner reads it.
  articleId = await filledId(client, "article", desk + 20);
  const userId = await filledId(client, "user", (desk - 1) * 10 + 1);
  const memberships = [{ workspaceId, workspaceName: "Desk", role: "owner" as const }];
  viewer = { userId, name: "Person", email: "person@example.org", memberships };
  const { rows } = await client.query(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples >= $1",
    [large],
  );
  tables = new Set(rows.map((row) => row.name));
});

afterAll(() => finish());

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Index Cond"?: string;
  "Recheck Cond"?: string;
  Filter?: string;
  Plans?: Plan[];
};

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

/** The large tables that a query reads from end to end, with the query. */
async function scansOf({ text, values, isKept }: Query): Promise<string[]> {
  if (!/^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/i.test(text)) return [];
  const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${text}`, values);
  const asked = nodesOf(rows[0]["QUERY PLAN"][0].Plan)
    .filter(isWhole)
    .map((node) => `${node["Relation Name"]}, ${node["Node Type"]}, ${node.Filter}: ${shorten(text)}`);
  return isKept ? [...asked, ...(await keptScansOf(text))] : asked;
}

/**
 * The same for the plan that is kept: the one that Postgres likes best for values that it does not know. So that it
 * shows here, a few articles hold all rows, and the rows are young (an index alone does not answer), as in a new
 * newsroom: then Postgres would rather look for "one row after this number" through all of a table.
 */
async function keptScansOf(text: string): Promise<string[]> {
  await client.query("BEGIN; SET LOCAL enable_seqscan = on; SET LOCAL enable_indexonlyscan = off");
  try {
    for (const table of ofArticles) {
      await client.query(`ALTER TABLE "${table}" ALTER "articleId" SET (n_distinct = 3); ANALYZE "${table}"`);
    }
    const { rows } = await client.query(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`);
    return nodesOf(rows[0]["QUERY PLAN"][0].Plan)
      .filter((node) => node["Node Type"] === "Seq Scan" && ofArticles.includes(node["Relation Name"] ?? ""))
      .map((node) => `${node["Relation Name"]}, kept, ${node.Filter}: ${shorten(text)}`);
  } finally {
    await client.query("ROLLBACK");
  }
}

/** Those of people: there are as many as there are newsrooms, and each request asks for one. */
const ofPeople = ["User", "Session", "Membership", "Article"];

/** As `keptScansOf`, where these are many: what is asked for several at once is asked for one after another. */
async function peopleScansOf(queries: readonly Query[]): Promise<string[]> {
  await client.query("BEGIN; SET LOCAL enable_seqscan = on; SET LOCAL enable_hashjoin = on");
  try {
    await client.query(`
      INSERT INTO "User" (id, email, name)
        SELECT gen_random_uuid(), 'many' || n || '@example.org', 'Many' FROM generate_series(1, 20000) n;
      INSERT INTO "Session" (id, "userId", version) SELECT gen_random_uuid(), id, 0 FROM "User" WHERE name = 'Many';
      INSERT INTO "Membership" ("workspaceId", "userId", role)
        SELECT w.ids[1 + n % cardinality(w.ids)], u.id, 'member'
        FROM (SELECT id, row_number() OVER () AS n FROM "User" WHERE name = 'Many') u,
          (SELECT array_agg(id) AS ids FROM "Workspace") w;
      INSERT INTO "Article" (id, "workspaceId", "createdById", title)
        SELECT gen_random_uuid(), "workspaceId", "createdById", title FROM "Article", generate_series(1, 1000);
      ANALYZE "User", "Session", "Membership", "Article"`);
    const scans: string[] = [];
    for (const { text } of queries.filter((one) => one.isKept)) {
      const { rows } = await client.query(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`);
      for (const node of nodesOf(rows[0]["QUERY PLAN"][0].Plan))
        if (node["Node Type"] === "Seq Scan" && ofPeople.includes(node["Relation Name"] ?? ""))
          scans.push(`${node["Relation Name"]}: ${shorten(text)}`);
    }
    return scans;
  } finally {
    await client.query("ROLLBACK");
  }
}

function isWhole(node: Plan): boolean {
  if (!tables.has(node["Relation Name"] ?? "")) return false;
  if (node["Node Type"] === "Seq Scan") return true;
  // That something is true (stands, is open) leaves most of an index.
  const limits = (node["Index Cond"] ?? "").replace(/\(?\w+ = true\)?/g, "");
  return /^Index (Only )?Scan/.test(node["Node Type"]) && limits === "";
}

function shorten(text: string): string {
  return text.replace(/\s+/g, " ").slice(0, 300);
}

async function scansIn(work: () => Promise<unknown>): Promise<string[]> {
  const queries = await captureQueries(work);
  expect(queries.length).toBeGreaterThan(0);
  return (await Promise.all(queries.map(scansOf))).flat();
}

async function idOf(
  table: "Thread" | "Passage" | "Comment" | "Source" | "Notification",
  where = "",
): Promise<string> {
  const place = table === "Source" ? `"workspaceId" = $1` : `"articleId" = $1`;
  const own = table === "Source" ? workspaceId : articleId;
  const { rows } = await client.query(
    `SELECT id FROM "${table}" WHERE ${place} ${where} ORDER BY id LIMIT 1`,
    [own],
  );
  return rows[0].id;
}

const standing = `AND "deletedAt" IS NULL`;
const body = bodyOfText("One more.");
const reads: Record<string, () => Promise<unknown>> = {
  "the session": async () => readSession(randomUUID(), viewer.userId, new Date()),
  "the articles": async () => {
    const cursor = readCursor((await listArticles(viewer, {})).nextCursor ?? "");
    if (cursor) await listArticles(viewer, { cursor });
  },
  "the newest articles": async () => {
    const cursor = readCursor((await listArticles(viewer, { sort: "newest" })).nextCursor ?? "");
    if (cursor) await listArticles(viewer, { sort: "newest", cursor });
  },
  "the articles in which something is mine": () => listArticles(viewer, { show: "assigned" }),
  "the articles with something new": () => listArticles(viewer, { show: "new" }),
  "the articles by words": () => listArticles(viewer, { q: "harbour 0a" }),
  "an article": () => getArticle(viewer, articleId).catch(() => undefined),
  "the same words": () => findSameWords(db(), workspaceId, "0".repeat(64)),
  "the same address": () => findSameAddress(db(), workspaceId, "https://example.org/harbour"),
  "the discussion": () => getDiscussion(viewer, articleId),
  "the discussion without opening it": () => lookAtDiscussion(viewer, articleId),
  "the outline of it": () => lookAtOutline(viewer, articleId),
  "what is new in it": () => getDiscussion(viewer, articleId, 3),
  "what came last in it": async () => getDiscussion(viewer, articleId, (await lastNumber()) - 1),
  "the claims": () => listClaims(viewer, articleId, {}).catch(() => undefined),
  "what waits for me": () => readWaiting(viewer),
  "the notifications": () => listNotifications(viewer),
  "the notifications that are done": () => listNotifications(viewer, { show: "done" }),
  "the number on the bell": () => countUnread(viewer),
  "the numbers on many bells": async () => {
    const { sid } = await startSession({ userId: viewer.userId, way: "credentials", replaced: null });
    await countUnreadOf([sid, randomUUID()]);
  },
  "of what to hear in an article": () => readWatch(viewer, articleId),
  "the wordings of a comment": async () => listCommentRevisions(viewer, await idOf("Comment", standing)),
  "what was deleted in an article": async () => listDeletedPassages(viewer, articleId),
  "what was dismissed in an article": async () => listDismissedSuggestions(viewer, articleId),
  "the verdicts on a passage": async () => listAssessments(viewer, await idOf("Passage", standing)),
  "the evidence by words": () => searchEvidence(viewer, workspaceId, "0a1b"),
  "what was taken back": async () => listTakenBack(viewer, await idOf("Passage", standing)),
  "the sources by words": () => searchSources(viewer, [workspaceId], "Dr 0a"),
  "the sources to offer": () => offerSources(viewer, workspaceId, "minister 0a"),
  "anything by words": () => searchAll(viewer, "harbour 0a"),
  "the welcome": () => readWelcome(viewer),
  "a source": async () => getSource(viewer, await idOf("Source")),
  "what is said of a source": async () => listSourceThreads(viewer, await idOf("Source")),
  "merges to propose": () => listMergeProposals(viewer, workspaceId),
  "the ledger": () => listLedger(viewer, workspaceId, {}),
  "the ledger by words": () => listLedger(viewer, workspaceId, { q: "minister 0a" }),
  "what a source said": async () => listSaid(viewer, await idOf("Source"), undefined),
  "how suggestions were taken": () => countSuggestions(viewer, workspaceId),
  "the members": () => readMembers(viewer, workspaceId),
  "the invitations": () => readInvitations(viewer, workspaceId, new Date()),
  "the history": async () => {
    const { entries } = await readAudit(viewer, workspaceId, undefined);
    await readAudit(viewer, workspaceId, entries.at(-1)?.id);
  },
  "who is here": () => readPresence([articleId]),
  "what goes along the stream": async () => {
    const number = await lastNumber();
    await readChange({ articleId, since: number - 1, number }, [randomUUID()], readSharedChange);
  },
};

const writes: Record<string, () => Promise<unknown>> = {
  "signing in and out": async () =>
    endSession(await startSession({ userId: viewer.userId, way: "credentials", replaced: null })),
  "a visit": () => markVisit(viewer, articleId, 3),
  "a reply": async () => createComment(viewer, await openThread(), { id: randomUUID(), body }),
  "a thread": async () =>
    createThread(viewer, articleId, {
      id: randomUUID(),
      passageId: await idOf("Passage", standing),
      about: "accuracy",
      comment: { id: randomUUID(), body },
    }),
  "an answered thread": async () =>
    changeThreadState(viewer, await openThread(), { id: randomUUID(), state: "resolved" }),
  "how far a card was read": async () => readPassage(viewer, await idOf("Passage", standing), 3),
  "how far a thread was read": async () => readThread(viewer, await openThread(), 3),
  "a changed, liked and deleted comment": async () => {
    const { id, version } = await createComment(viewer, await openThread(), { id: randomUUID(), body });
    await editComment(viewer, id, { body: bodyOfText("Two more."), version });
    await react(viewer, id, "👍", true);
    await deleteComment(viewer, id);
  },
  "a verdict": async () => {
    const { rows } = await client.query(
      `SELECT id, exact FROM "Passage" WHERE "articleId" = $1 ${standing} LIMIT 1`,
      [articleId],
    );
    await createAssessment(viewer, rows[0].id, {
      id: randomUUID(),
      axis: "so",
      verdict: "1",
      reasons: [],
      rationale: null,
      replaces: null,
      exact: rows[0].exact,
      sourceId: null,
    });
  },
  "suggestions that are accepted, and undone": async () => {
    const { rows } = await client.query(
      `UPDATE "Suggestion" SET speaker = $2, state = 'open', "decidedById" = NULL
       WHERE id = (SELECT id FROM "Suggestion" WHERE "articleId" = $1 ORDER BY id LIMIT 1) RETURNING id`,
      [articleId, { start: 0, end: 9, name: "Tora Lund", kind: "person", names: [] }],
    );
    const suggestionId: string = rows[0].id;
    const ids = { passageId: randomUUID(), attributionId: randomUUID(), sourceId: randomUUID() };
    await acceptSuggestions(viewer, articleId, { accept: [{ suggestionId, ...ids }] });
    await reopenSuggestions(viewer, articleId, { suggestionIds: [suggestionId] });
    expect(await db().source.count({ where: { id: ids.sourceId } })).toBe(0);
  },
  "seeing all verdicts": () => createReveal(viewer, articleId, {}),
  "a passage that goes and comes back": async () => {
    const id = await idOf("Passage", standing);
    await deletePassage(viewer, id);
    await restorePassage(viewer, id);
  },
  "notifications that were read, and put off": async () => {
    const ids = [await idOf("Notification")];
    await changeNotifications(viewer, { ids, read: true, done: true }, new Date());
    await changeNotifications(
      viewer,
      { ids, until: new Date(Date.now() + 60_000).toISOString() },
      new Date(),
    );
  },
  "a level": () => putWatch(viewer, articleId, "everything"),
  "coming and going": async () => {
    const reader = { streamId: randomUUID(), userId: viewer.userId, articleIds: [articleId] };
    await enterPresence(reader);
    await leavePresence(reader);
    await sweepPresence();
  },
};

async function openThread(): Promise<string> {
  const gone = `SELECT 1 FROM "Passage" p WHERE p.id = "passageId" AND p."deletedAt" IS NOT NULL`;
  return idOf("Thread", `AND state = 'open' AND NOT EXISTS (${gone})`);
}

async function lastNumber(): Promise<number> {
  const { eventNumber } = await db().article.findUniqueOrThrow({ where: { id: articleId } });
  return eventNumber;
}

describe("with much in the database", () => {
  it("large are the tables that grow with use", () => {
    const grown = [
      "Passage",
      "Thread",
      "Comment",
      "Event",
      "Attribution",
      "Assessment",
      "Evidence",
      "Notification",
    ];
    expect([...tables]).toEqual(expect.arrayContaining(grown));
  });

  it("the rules have read it, so that an opening makes nothing anew", async () => {
    const { rows } = await client.query(
      'SELECT engine FROM "SuggestionRun" UNION SELECT engine FROM "Suggestion"',
    );
    expect(rows).toEqual([{ engine: engineVersion }]);
  });

  it("a read from end to end is noticed", async () => {
    const text = 'SELECT id FROM "Comment" WHERE text = $1';
    const query = { text, values: ["x"], isKept: false };
    expect(await scansOf(query)).toMatchObject([expect.stringContaining("Comment")]);
  });

  it.each(Object.keys(reads))("%s: no large table is read whole", async (name) => {
    expect(await scansIn(async () => reads[name]?.())).toEqual([]);
  });

  it.each([
    ["the session", reads],
    ["a reply", writes],
  ])("%s: neither people nor articles are read whole, of which there are many", async (name, asked) => {
    const queries = await captureQueries(asked[name] as () => Promise<unknown>);
    expect(await peopleScansOf(queries)).toEqual([]);
  });

  it.each(Object.keys(writes))("%s: no large table is read whole to write", async (name) => {
    expect(await scansIn(async () => writes[name]?.())).toEqual([]);
  });
});
