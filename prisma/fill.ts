import type { Client } from "pg";
import { engineVersion } from "@/lib/attributions/detect/detect";

// A database as it looks after years of use, made by SQL alone: for measuring and for reading query plans. The rows
// hold together as the product would leave them, but their words say nothing.

/** How much there is of each thing, from the number of passages; five comments stand on each. */
export function sizesOf(passages: number) {
  const articles = Math.max(20, Math.round(passages / 50));
  const workspaces = Math.max(20, Math.round(articles / 20));
  return { passages, articles, workspaces, users: workspaces * membersEach, comments: passages * 5 };
}

const membersEach = 10;

/** The id of the n-th row of a kind, as text for SQL: scattered, as the ids that browsers make are. */
function id(kind: string, ...numbers: string[]): string {
  return `md5('${kind}' || ${numbers.join(" || '-' || ")})::uuid`;
}

/** The id of the n-th row of a kind, for code. */
export async function filledId(client: Client, kind: "user" | "workspace" | "article", n: number) {
  const { rows } = await client.query(`SELECT ${id(kind, String(n))} AS id`);
  return String(rows[0].id);
}

/**
 * Fills a migrated, empty database with so many passages and what stands on them, and tells Postgres what it holds.
 * A few articles hold thousands of passages, most a few dozen. Foreign keys hold for what is written afterwards.
 */
export async function fillDatabase(client: Client, passages: number): Promise<void> {
  const sizes = sizesOf(passages);
  await client.query(
    "SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'; SET synchronous_commit = off",
  );
  const again = await loosen(client);
  for (const sql of [...people(sizes), ...articles(sizes), ...marks(sizes), ...judgements(sizes)])
    await client.query(sql);
  for (const sql of again) await client.query(sql);
  await client.query("DROP TABLE filled_passage; DROP TABLE filled_article");
  await client.query("VACUUM ANALYZE");
  await client.query("RESET work_mem; RESET maintenance_work_mem; RESET synchronous_commit");
}

/**
 * Takes away foreign keys and the indexes that no constraint needs, which cost most in bulk; returns what makes them
 * again.
 */
async function loosen(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ gone: string; again: string }>(`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS gone,
      format('ALTER TABLE %s ADD CONSTRAINT %I %s NOT VALID', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS again
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace
    UNION ALL
    SELECT format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
    WHERE c.relnamespace = 'public'::regnamespace AND NOT i.indisunique`);
  for (const { gone } of rows) await client.query(gone);
  return rows.map(({ again }) => again);
}

type Sizes = ReturnType<typeof sizesOf>;

function people({ users, workspaces }: Sizes): string[] {
  return [
    `INSERT INTO "User" (id, email, name)
     SELECT ${id("user", "n")}, 'filled-' || n || '@example.org', 'Person ' || n FROM generate_series(1, ${users}) n`,
    `INSERT INTO "Session" (id, "userId", version, "createdAt", "lastSeenAt")
     SELECT ${id("session", "n", "s")}, ${id("user", "n")}, 0, now() - s * interval '20 days', now() - s * interval '19 days'
     FROM generate_series(1, ${users}) n, generate_series(1, 5) s`,
    `INSERT INTO "Workspace" (id, name) SELECT ${id("workspace", "n")}, 'Desk ' || n FROM generate_series(1, ${workspaces}) n`,
    `INSERT INTO "Membership" ("workspaceId", "userId", role)
     SELECT ${id("workspace", "w")}, ${id("user", `((w - 1) * ${membersEach} + m)`)},
       (ARRAY['owner','editor','editor','member','member','member','member','member','viewer','viewer'])[m]::"Role"
     FROM generate_series(1, ${workspaces}) w, generate_series(1, ${membersEach}) m`,
    `INSERT INTO "AuditEntry" (id, "workspaceId", "actorId", "actorName", action, detail, "createdAt")
     SELECT ${id("audit", "w", "n")}, ${id("workspace", "w")}, ${id("user", `((w - 1) * ${membersEach} + 1)`)},
       'Person', 'comment.deleted', '{}', now() - n * interval '1 hour'
     FROM generate_series(1, ${workspaces}) w, generate_series(1, 500) n`,
  ];
}

/** A helper table of the articles, and one of the passages: which article each is in, and the how-manieth there. */
function articles({ passages, articles, workspaces }: Sizes): string[] {
  return [
    `CREATE UNLOGGED TABLE filled_passage AS
     SELECT n, a, row_number() OVER (PARTITION BY a ORDER BY n)::int AS k, (a - 1) % ${workspaces} + 1 AS w
     FROM (SELECT n, 1 + floor(${articles} * power(((n * 2654435761::bigint) % 4294967296)::float / 4294967296, 2))::int AS a
           FROM generate_series(1, ${passages}) n) AS spread`,
    `CREATE UNLOGGED TABLE filled_article AS
     SELECT a, (a - 1) % ${workspaces} + 1 AS w, coalesce(max(k), 0) AS marks
     FROM generate_series(1, ${articles}) a LEFT JOIN filled_passage USING (a) GROUP BY a`,
    `INSERT INTO "Article" (id, "workspaceId", title, "createdById", "createdAt", "archivedAt", "eventNumber", "lastActivityAt")
     SELECT ${id("article", "a")}, ${id("workspace", "w")}, 'Report ' || md5(a::text) || ' on the harbour of ' || left(md5('t' || a), 8),
       ${user("w", "a")}, now() - interval '300 days', CASE WHEN a % 8 = 0 THEN now() END, marks * 6, now() - a * interval '1 minute'
     FROM filled_article`,
    `INSERT INTO "Revision" (id, "articleId", number, document, text, sha256, blocks, original, "createdById")
     SELECT ${id("revision", "a")}, ${id("article", "a")}, 1, '{"type":"doc","content":[]}', repeat(md5(a::text) || ' ', 100),
       md5(a::text) || md5('s' || a), '[]', 'pasted', ${user("w", "a")} FROM filled_article`,
    `INSERT INTO "Visit" ("userId", "articleId", number, at)
     SELECT ${user("w", "m")}, ${id("article", "a")}, marks * 3, now() FROM filled_article, generate_series(1, 5) m`,
  ];
}

/** A member of the workspace `w`, another for each number. */
function user(w: string, n: string): string {
  return id("user", `((${w} - 1) * ${membersEach} + 1 + (${n}) % ${membersEach})`);
}

const comment = `'{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"' || md5(n::text) || ' is the figure of last year."}]}]}'`;

/** Passages with a thread of five comments each, and their six events. */
function marks(_: Sizes): string[] {
  const words = "md5(n::text) || ' ' || md5('w' || n)";
  return [
    `INSERT INTO "Passage" (id, "articleId", "revisionId", start, "end", exact, prefix, suffix, "createdById", "assigneeId", "createdAt", "deletedAt", "createdNumber", number)
     SELECT ${id("passage", "n")}, ${id("article", "a")}, ${id("revision", "a")}, k * 10, k * 10 + 65, ${words}, 'before', 'after',
       ${user("w", "n")}, CASE WHEN n % 50 = 0 THEN ${user("w", "n / 50")} END, now() - n * interval '10 seconds',
       CASE WHEN n % 40 = 0 THEN now() END, (k - 1) * 6 + 1, (k - 1) * 6 + 1
     FROM filled_passage ORDER BY n`,
    `INSERT INTO "Thread" (id, "articleId", "passageId", about, state, "createdById", "createdAt", "assigneeId", "createdNumber", number)
     SELECT ${id("thread", "n")}, ${id("article", "a")}, CASE WHEN n % 20 > 0 THEN ${id("passage", "n")} END, 'accuracy',
       (CASE WHEN n % 3 = 0 THEN 'resolved' ELSE 'open' END)::"ThreadState", ${user("w", "n")}, now() - n * interval '10 seconds',
       CASE WHEN n % 30 = 0 THEN ${user("w", "n / 30")} END, (k - 1) * 6 + 2, (k - 1) * 6 + 2
     FROM filled_passage ORDER BY n`,
    `INSERT INTO "ThreadStateChange" (id, "threadId", state, "byId")
     SELECT ${id("change", "n")}, ${id("thread", "n")}, 'resolved', ${user("w", "n")} FROM filled_passage WHERE n % 3 = 0`,
    `INSERT INTO "Comment" (id, "articleId", "threadId", "authorId", body, text, mentions, "createdAt", "createdNumber", number)
     SELECT ${id("comment", "n", "c")}, ${id("article", "a")}, ${id("thread", "n")}, ${user("w", "n + c")}, (${comment})::jsonb,
       md5(n::text) || ' is the figure of last year.', CASE WHEN c = 1 AND n % 10 = 0 THEN ARRAY[${user("w", "n / 10")}] ELSE '{}' END,
       now() - (n * 5 + c) * interval '2 seconds', (k - 1) * 6 + 1 + c, (k - 1) * 6 + 1 + c
     FROM filled_passage, generate_series(1, 5) c ORDER BY n, c`,
    `INSERT INTO "Event" ("articleId", number, kind, ids, "actorId", "createdAt")
     SELECT ${id("article", "a")}, (k - 1) * 6 + e,
       CASE e WHEN 1 THEN 'passage.created' WHEN 2 THEN 'thread.created' ELSE 'comment.created' END,
       json_build_object('thread', ${id("thread", "n")}), ${user("w", "n + e")}, now() - n * interval '10 seconds'
     FROM filled_passage, generate_series(1, 6) e`,
    `INSERT INTO "Reaction" ("commentId", "userId", emoji)
     SELECT ${id("comment", "n", "1")}, ${user("w", "n")}, '👍' FROM filled_passage WHERE n % 2 = 0`,
    `INSERT INTO "ThreadRead" ("userId", "threadId", number)
     SELECT ${user("w", "n")}, ${id("thread", "n")}, k * 6 FROM filled_passage WHERE n % 2 = 0`,
    `INSERT INTO "PassageRead" ("userId", "passageId", number)
     SELECT ${user("w", "n")}, ${id("passage", "n")}, k * 6 FROM filled_passage WHERE n % 2 = 0`,
    `INSERT INTO "Notification" (id, "userId", "articleId", number, kind, "passageId", "threadId", "byId", at, "dueAt", "readAt")
     SELECT ${id("notification", "n")}, ${user("w", "n")}, ${id("article", "a")}, (k - 1) * 6 + 2, 'answered', ${id("passage", "n")},
       ${id("thread", "n")}, ${user("w", "n + 1")}, now() - n * interval '10 seconds', now() - n * interval '10 seconds', CASE WHEN n % 10 > 0 THEN now() END
     FROM filled_passage`,
    `INSERT INTO "Suggestion" (id, "articleId", "revisionId", engine, kind, start, "end", rule, confidence, state, number)
     SELECT ${id("suggestion", "n")}, ${id("article", "a")}, ${id("revision", "a")}, '${engineVersion}', 'attribution', k * 10, k * 10 + 65,
       'a verb of saying', 0.8, (CASE WHEN n % 4 = 0 THEN 'open' ELSE 'accepted' END)::"SuggestionState", (k - 1) * 6 + 1
     FROM filled_passage WHERE n % 2 = 0`,
    `INSERT INTO "SuggestionRun" ("revisionId", engine) SELECT ${id("revision", "a")}, '${engineVersion}' FROM filled_article`,
  ];
}

/** Who said it and is it so: sources, attributions, assessments with what shows them, evidence and resolutions. */
function judgements({ workspaces, passages }: Sizes): string[] {
  const sourcesEach = Math.max(20, Math.round(passages / workspaces / 40));
  const source = id("source", "w", `n % ${sourcesEach}`);
  return [
    `INSERT INTO "Source" (id, "workspaceId", kind, name, "createdById")
     SELECT ${id("source", "w", "s")}, ${id("workspace", "w")}, 'person', 'Dr ' || md5(w || '-' || s), ${user("w", "s")}
     FROM generate_series(1, ${workspaces}) w, generate_series(0, ${sourcesEach - 1}) s`,
    `INSERT INTO "SourceAlias" (id, "sourceId", text, "createdById")
     SELECT ${id("alias", "w", "s")}, ${id("source", "w", "s")}, 'the minister ' || md5(s || '-' || w), ${user("w", "s")}
     FROM generate_series(1, ${workspaces}) w, generate_series(0, ${sourcesEach - 1}) s WHERE s % 3 = 0`,
    `INSERT INTO "Attribution" (id, "articleId", "passageId", voice, "sourceId", directness, "byId", "createdNumber", "contentNumber", number)
     SELECT ${id("attribution", "n")}, ${id("article", "a")}, ${id("passage", "n")}, 'source', ${source}, 'direct', ${user("w", "n")},
       (k - 1) * 6 + 1, (k - 1) * 6 + 1, (k - 1) * 6 + 1
     FROM filled_passage WHERE n % 2 = 0`,
    `INSERT INTO "Assessment" (id, "articleId", "passageId", axis, "byId", verdict, blind, exact, number)
     SELECT ${id("assessment", "n", "b")}, ${id("article", "a")}, ${id("passage", "n")}, 'so', ${user("w", "n + b")},
       (ARRAY['4','3','2','1','U'])[1 + n % 5], true, 'the words', (k - 1) * 6 + 1
     FROM filled_passage, generate_series(1, 2) b WHERE n % 3 = 0`,
    `INSERT INTO "Reveal" ("articleId", "passageId", axis, "userId", number)
     SELECT ${id("article", "a")}, ${id("passage", "n")}, 'so', ${user("w", "n + b")}, (k - 1) * 6 + 1
     FROM filled_passage, generate_series(1, 2) b WHERE n % 3 = 0`,
    `INSERT INTO "Evidence" (id, "articleId", "passageId", url, title, excerpt, bearing, "addedById", number)
     SELECT ${id("evidence", "n")}, ${id("article", "a")}, ${id("passage", "n")}, 'https://example.org/' || n, 'A paper', 'Words of it',
       'supports', ${user("w", "n")}, (k - 1) * 6 + 1
     FROM filled_passage WHERE n % 5 = 0`,
    `INSERT INTO "AssessmentEvidence" ("assessmentId", "evidenceId")
     SELECT ${id("assessment", "n", "1")}, ${id("evidence", "n")} FROM filled_passage WHERE n % 15 = 0`,
    `INSERT INTO "Resolution" (id, "articleId", "passageId", axis, verdict, "byId", exact, number)
     SELECT ${id("resolution", "n")}, ${id("article", "a")}, ${id("passage", "n")}, 'so', '4', ${user("w", "n")}, 'the words', (k - 1) * 6 + 1
     FROM filled_passage WHERE n % 12 = 0`,
    `INSERT INTO "Settlement" (id, "articleId", "passageId", "attributionId", "attributionVersion", "byId", number)
     SELECT ${id("settlement", "n")}, ${id("article", "a")}, ${id("passage", "n")}, ${id("attribution", "n")}, 1, ${user("w", "n")}, (k - 1) * 6 + 1
     FROM filled_passage WHERE n % 20 = 0`,
  ];
}
