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
import { outlinePassages, readPassages } from "@/lib/passages/read-passages";
import { readPassagesRead } from "@/lib/passages/readings";
import type { PassageOutline } from "@/lib/passages/schema";
import { readWithRoots } from "@/lib/sources/queries";
import { suggestionSelect, toSuggestionView } from "@/lib/suggestions/queries";
import type { SuggestionView } from "@/lib/suggestions/schema";
import { siteOf } from "@/lib/text/site-of";
import { peopleOfComment, readComments } from "@/lib/threads/read-comments";
import { outlineThreads, readThreads } from "@/lib/threads/read-threads";
import type { ThreadOutline, ThreadView } from "@/lib/threads/schema";
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
 * changed, are not read.
 */
export async function readDiscussion(tx: Tx, viewer: Viewer, articleId: string, asked?: Since) {
  const since = asked?.number ?? 0;
  const head = await readHead(tx, viewer, articleId, asked ? since : null);
  const isWhole = asked === undefined || since > head.number || head.changed.readAnew;
  // Asked for a number that is of no use here, the head does not tell of all there is.
  const changed = isWhole && asked ? everything : head.changed;
  const { standing, removed } = changed.passages
    ? await readPassages(tx, articleId, isWhole ? null : since)
    : noPassages;
  const passageIds = [...standing.map((one) => one.id), ...removed];
  const shownIds = !isWhole && changed.verdicts ? await readShown(tx, viewer, articleId, since) : [];
  const scope: Scope = isWhole ? null : { since, changed, passageIds, shownIds };
  const isShown = shownIds.length > 0;
  const threads = changed.threads || isShown ? await readThreads(tx, viewer, articleId, scope) : [];
  const comments = changed.comments || isShown ? await readComments(tx, viewer, articleId, scope) : [];
  const rows = { passages: standing, threads, comments };
  const named = [...threads.flatMap(peopleOfThread), ...comments.flatMap(peopleOfComment)];
  const known = { scope, changed, named, holdsPeople: !isWhole && asked.peopleMark === head.peopleMark };
  const { gone, ...rest } = await readRest(tx, viewer, head, articleId, { ...rows, ...known });
  return { ...rest, ...rows, ...(isWhole ? {} : { removed: { passages: removed, ...gone } }) };
}

/** The same of the whole, as an outline. */
export async function readOutline(tx: Tx, viewer: Viewer, articleId: string) {
  const head = await readHead(tx, viewer, articleId, null);
  const passages = head.changed.passages ? await outlinePassages(tx, articleId) : [];
  const { threads, comments } = await outlineThreads(tx, viewer, articleId);
  const named = [
    ...threads.flatMap((one) => [one.createdBy, ...(one.assignee ? [one.assignee] : [])]),
    ...comments.map((one) => one.author),
  ];
  const known = { scope: null, changed: head.changed, named, holdsPeople: false };
  const { gone: _, ...rest } = await readRest(tx, viewer, head, articleId, { passages, threads, ...known });
  return { ...rest, passages, threads, comments };
}

type Known = {
  scope: Scope;
  changed: Changed;
  passages: readonly PassageOutline[];
  threads: readonly ThreadOutline[];
  /** Whom threads and comments name. */
  named: readonly string[];
  /** The reader holds the members as they are. */
  holdsPeople: boolean;
};

/** What an answer holds beside passages, threads and comments; `gone` is what to take away of it. */
async function readRest(tx: Tx, viewer: Viewer, head: Head, articleId: string, known: Known) {
  const { scope, changed, passages, threads, named, holdsPeople } = known;
  const since = scope?.since ?? null;
  const hasVoices = changed.voices || (scope && (changed.passages || changed.sources));
  const voices = hasVoices ? await readVoicesSince(tx, articleId, scope) : noVoices;
  const hasVerdicts = changed.verdicts || (scope && changed.passages);
  const verdicts = hasVerdicts ? await readVerdictsSince(tx, viewer, articleId, scope) : noVerdicts;
  const { removed: attributions, sourceIds, ...voiceRows } = voices;
  const { removed: evidence, ...verdictRows } = verdicts;
  const threadSources = threads.flatMap((one) => one.sourceId ?? []);
  const sources = await readWithRoots(tx, [...sourceIds, ...threadSources]);
  const there = new Set(sources.map((one) => one.id));
  const people = new Set([...named, ...peopleOf({ passages, ...voiceRows, ...verdictRows })]);
  return {
    ...placeOf(articleId, head),
    ...voiceRows,
    ...verdictRows,
    sources,
    suggestions: changed.suggestions ? await readSuggestions(tx, articleId, since) : [],
    people: await readPeople(tx, head.workspaceId, people, { members: !holdsPeople }),
    passagesRead: scope ? {} : await readPassagesRead(tx, viewer, articleId),
    threadsRead:
      changed.threads || changed.comments ? await readThreadsRead(tx, viewer, articleId, since) : {},
    // A source that an undone acceptance had made is told of as changed, and is there no more.
    gone: { attributions, evidence, sources: sourceIds.filter((one) => !there.has(one)) },
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

type Rows = Pick<Discussion, "attributions" | "settlements" | "assessments" | "resolutions" | "evidence"> & {
  passages: readonly PassageOutline[];
};

/** Everybody whom these rows name. */
function peopleOf(rows: Rows): Set<string> {
  const ids = new Set<string>();
  for (const one of rows.passages) ids.add(one.createdBy);
  for (const one of rows.passages) if (one.assignee) ids.add(one.assignee);
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
