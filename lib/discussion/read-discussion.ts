import "server-only";
import { z } from "zod";
import { readVerdictsSince } from "@/lib/assessments/read-since";
import {
  attributionInSight,
  attributionSelect,
  settlementSelect,
  toAttributionView,
  toSettlementView,
} from "@/lib/attributions/queries";
import type { Viewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db/transaction";
import { readPassages } from "@/lib/passages/read-passages";
import { readPassagesRead } from "@/lib/passages/readings";
import { readWithRoots } from "@/lib/sources/queries";
import { suggestionSelect, toSuggestionView } from "@/lib/suggestions/queries";
import type { SuggestionView } from "@/lib/suggestions/schema";
import { siteOf } from "@/lib/text/site-of";
import { peopleOfComment, readComments } from "@/lib/threads/read-comments";
import { readOutline, readThreads } from "@/lib/threads/read-threads";
import type { ThreadView } from "@/lib/threads/schema";
import { type Changed, type Head, readHead } from "./read-head";
import { readPeople } from "./read-people";
import type { Discussion } from "./schema";

/** What to read after an event, and the mark of the people that the reader holds. */
export type Since = { number: number; peopleMark?: string | undefined };

/** What an answer is limited to; null is the whole. */
type Scope = {
  since: number;
  changed: Changed;
  /** Passages that changed: what stands on them may have come back with them. */
  passageIds: string[];
  /** Threads on verdicts that came into the viewer's sight. */
  shownIds: string[];
} | null;

/**
 * The rows of an answer, all of one moment when `tx` is a snapshot. Kinds of rows of which there are none, or none
 * changed, are not read. Of the whole one can ask for the outline, to count and to name by: passages without the words
 * around them, threads and comments without their words, history and times, as `readPassages` and `readOutline` say.
 */
export async function readDiscussion(
  tx: Tx,
  viewer: Viewer,
  articleId: string,
  asked?: Since,
  isOutline = false,
) {
  const since = asked?.number ?? 0;
  const head = await readHead(tx, viewer, articleId, asked ? since : null);
  const isWhole = asked === undefined || since > head.number || head.changed.readAnew;
  // Asked for a number that is of no use here, the head does not tell of all there is.
  const changed = isWhole && asked ? everything : head.changed;
  const passages = changed.passages
    ? await readPassages(tx, articleId, isWhole ? null : since, isOutline)
    : noPassages;
  const passageIds = [...passages.standing.map((one) => one.id), ...passages.removed];
  const shownIds = !isWhole && changed.verdicts ? await readShown(tx, viewer, articleId, since) : [];
  const scope: Scope = isWhole ? null : { since, changed, passageIds, shownIds };
  const { threads, comments } = isOutline
    ? await readOutline(tx, viewer, articleId)
    : {
        threads:
          changed.threads || shownIds.length > 0 ? await readThreads(tx, viewer, articleId, scope) : [],
        comments:
          changed.comments || shownIds.length > 0 ? await readComments(tx, viewer, articleId, scope) : [],
      };
  const hasVoices = changed.voices || (!isWhole && (changed.passages || changed.sources));
  const voices = hasVoices ? await readVoicesSince(tx, articleId, scope) : noVoices;
  const hasVerdicts = changed.verdicts || (!isWhole && changed.passages);
  const verdicts = hasVerdicts ? await readVerdictsSince(tx, viewer, articleId, scope) : noVerdicts;
  const { removed: goneAttributions, sourceIds, ...voiceRows } = voices;
  const { removed: goneEvidence, ...verdictRows } = verdicts;
  const rows = { passages: passages.standing, threads, comments, ...voiceRows, ...verdictRows };
  const threadSources = threads.flatMap((one) => one.sourceId ?? []);
  const removed = {
    passages: passages.removed,
    attributions: goneAttributions,
    evidence: goneEvidence,
  };
  return {
    ...placeOf(articleId, head),
    ...rows,
    sources: await readWithRoots(tx, [...sourceIds, ...threadSources]),
    suggestions: changed.suggestions ? await readSuggestions(tx, articleId, isWhole ? null : since) : [],
    people: await readPeople(tx, head.workspaceId, peopleOf(rows), {
      members: isWhole || asked.peopleMark !== head.peopleMark,
    }),
    ...(isWhole ? {} : { removed }),
    passagesRead: isWhole ? await readPassagesRead(tx, viewer, articleId) : {},
    threadsRead:
      changed.threads || changed.comments
        ? await readThreadsRead(tx, viewer, articleId, isWhole ? null : since)
        : {},
  };
}

/** What an answer says of the article itself. */
export function placeOf(articleId: string, { number, url, archived, peopleMark, opened }: Head) {
  return { articleId, number, site: siteOf(url), archived, peopleMark, opened };
}

const everything: Changed = {
  passages: true,
  threads: true,
  comments: true,
  voices: true,
  verdicts: true,
  sources: true,
  suggestions: true,
  readAnew: true,
};

const noPassages = { standing: [], removed: [] };
const noVoices = { attributions: [], removed: [], settlements: [], sourceIds: [] };
const noVerdicts = { assessments: [], judged: [], evidence: [], removed: [], resolutions: [] };

/** Threads that discuss a verdict which the viewer sees only since this event. */
async function readShown(tx: Tx, viewer: Viewer, articleId: string, since: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM "Reveal" w
    JOIN "Assessment" s ON s."passageId" = w."passageId" AND s.axis = w.axis
    JOIN "Thread" t ON t."assessmentId" = s.id
    WHERE w."articleId" = ${articleId}::uuid AND w."userId" = ${viewer.userId}::uuid AND w.number > ${since}`;
  return rows.map((row) => row.id);
}

/**
 * Attributions and settlements in sight; with a scope those that changed in it, or whose passage did (it may have
 * come back with them). `sourceIds` are all sources they name, and those that changed by themselves.
 */
async function readVoicesSince(tx: Tx, articleId: string, scope: Scope) {
  const after = scope && {
    OR: [{ number: { gt: scope.since } }, { passageId: { in: scope.passageIds } }],
  };
  const rows = await tx.attribution.findMany({
    where: { articleId, ...attributionInSight, ...after, ...(scope ? {} : { deletedAt: null }) },
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
      ...(scope ? await changedSources(tx, articleId, scope.since) : []),
    ],
  };
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

type Rows = Pick<
  Discussion,
  | "passages"
  | "threads"
  | "comments"
  | "attributions"
  | "settlements"
  | "assessments"
  | "resolutions"
  | "evidence"
>;

/** Everybody whom these rows name. */
function peopleOf(rows: Rows): Set<string> {
  const ids = new Set<string>();
  for (const one of rows.passages) ids.add(one.createdBy);
  for (const one of rows.passages) if (one.assignee) ids.add(one.assignee);
  for (const one of rows.threads) for (const id of peopleOfThread(one)) ids.add(id);
  for (const one of rows.comments) for (const id of peopleOfComment(one)) ids.add(id);
  for (const one of [...rows.attributions, ...rows.settlements]) ids.add(one.by);
  for (const one of [...rows.assessments, ...rows.resolutions]) ids.add(one.by);
  for (const one of rows.evidence) ids.add(one.addedBy);
  return ids;
}

function peopleOfThread(thread: ThreadView): string[] {
  return [
    thread.createdBy,
    ...(thread.assignee ? [thread.assignee] : []),
    ...thread.changes.map((one) => one.by),
  ];
}

/** How far the viewer has read each thread; after `since` only of threads that changed, since nothing else can be new. */
async function readThreadsRead(tx: Tx, viewer: Viewer, articleId: string, since: number | null) {
  const rows = await tx.threadRead.findMany({
    where: {
      userId: viewer.userId,
      thread: {
        articleId,
        ...(since === null
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
