import type { AssessmentView, EvidenceView, JudgedView, ResolutionView } from "@/lib/assessments/schema";
import type { AttributionView, SettlementView } from "@/lib/attributions/schema";
import type { PassageView } from "@/lib/passages/schema";
import type { SourceView } from "@/lib/sources/schema";
import type { SuggestionView } from "@/lib/suggestions/schema";
import type { CommentView, ThreadView } from "@/lib/threads/schema";
import type { Discussion, DiscussionChange, Person, Seen } from "./schema";

/**
 * What the browser holds, brought up to date with an answer of the server.
 *
 * The rule: `held` is whole up to its number. So an answer that is not newer adds nothing (late and repeated answers
 * are harmless), a newer whole one replaces it, and a newer delta that was asked for with `since` = any number held so
 * far is laid over it, the higher row number winning. Rows of one's own writes that are ahead of the answer stay.
 */
export function mergeDiscussion(held: Discussion, answer: Discussion): Discussion {
  if (answer.articleId !== held.articleId) return answer;
  if (answer.number <= held.number) return held;
  const isWhole = answer.removed === undefined;
  const removed = new Set(Object.values(answer.removed ?? {}).flat());
  const keeps = (row: Row) => row.number > answer.number || (!isWhole && !removed.has(row.id));
  const kept = <T extends Row>(rows: T[]) => (isWhole ? rows.filter(keeps) : rows);
  const { removed: _, ...rest } = answer;
  return tidy({
    ...rest,
    firstTime: held.firstTime,
    passages: overlay(held.passages.filter(keeps), answer.passages),
    threads: overlay(kept(held.threads), answer.threads),
    comments: overlay(kept(held.comments), answer.comments),
    attributions: overlay(held.attributions.filter(keeps), answer.attributions),
    settlements: overlay(kept(held.settlements), answer.settlements),
    suggestions: overlay(kept(held.suggestions), answer.suggestions),
    assessments: overlay(kept(held.assessments), answer.assessments),
    judged: overlay(kept(held.judged), answer.judged),
    evidence: overlay(held.evidence.filter(keeps), answer.evidence),
    resolutions: overlay(kept(held.resolutions), answer.resolutions),
    sources: overlaySources(
      held.sources.filter((one) => !removed.has(one.id)),
      answer.sources,
    ),
    people:
      !isWhole && answer.peopleMark === held.peopleMark
        ? overlayPeople(held.people, answer.people)
        : mergePeople(held.people, answer.people),
    seen: mergeSeen(held.seen, answer.seen),
  });
}

/** What one's own write was answered with. */
export type Written = {
  passages?: readonly PassageView[];
  threads?: readonly ThreadView[];
  comments?: readonly CommentView[];
  attributions?: readonly AttributionView[];
  settlements?: readonly SettlementView[];
  sources?: readonly SourceView[];
  suggestions?: readonly SuggestionView[];
  assessments?: readonly AssessmentView[];
  judged?: readonly JudgedView[];
  evidence?: readonly EvidenceView[];
  resolutions?: readonly ResolutionView[];
  /** What was taken away by the event `number`; with a passage goes everything that stands on it. */
  removed?: {
    passages?: readonly string[];
    attributions?: readonly string[];
    evidence?: readonly string[];
    sources?: readonly string[];
    number: number;
  };
};

/**
 * Lays the answer to one's own write over what is held, without waiting for the bell. The number stays, since others
 * may have written in between; the next delta brings those, and the same rows again.
 */
export function mergeWritten(held: Discussion, written: Written): Discussion {
  const { removed } = written;
  const gone = new Set([
    ...(removed?.passages ?? []),
    ...(removed?.attributions ?? []),
    ...(removed?.evidence ?? []),
  ]);
  const stays = (row: Row) => !gone.has(row.id) || row.number >= (removed?.number ?? 0);
  return tidy({
    ...held,
    passages: overlay(held.passages.filter(stays), written.passages),
    threads: overlay(held.threads, written.threads),
    comments: overlay(held.comments, written.comments),
    attributions: overlay(held.attributions.filter(stays), written.attributions),
    settlements: overlay(held.settlements, written.settlements),
    suggestions: overlay(held.suggestions, written.suggestions),
    assessments: overlay(held.assessments, written.assessments),
    judged: overlay(held.judged, written.judged),
    evidence: overlay(held.evidence.filter(stays), written.evidence),
    resolutions: overlay(held.resolutions, written.resolutions),
    sources: overlaySources(
      held.sources.filter((one) => !removed?.sources?.includes(one.id)),
      written.sources,
    ),
  });
}

/** Moves the marks of what was read forward, never back. */
export function mergeRead(held: Discussion, read: Partial<Seen>): Discussion {
  return { ...held, seen: mergeSeen(held.seen, { ...held.seen, ...read, at: held.seen.at }) };
}

/**
 * Lays over what is held what the stream has brought along. It is only taken when what is held is whole up to where it
 * begins; otherwise what is held stays, and has to be asked for.
 */
export function mergeStreamed(held: Discussion, change: DiscussionChange): Discussion {
  const { articleId, since, number, comments, people } = change;
  if (articleId !== held.articleId || since > held.number || number <= held.number) return held;
  return { ...mergeWritten(held, { comments }), number, people: overlayPeople(held.people, people) };
}

type Row = { id: string; number: number };

function overlay<T extends Row>(below: readonly T[], above: readonly T[] = []): T[] {
  if (above.length === 0) return [...below];
  const rows = new Map(below.map((row) => [row.id, row]));
  for (const row of above) {
    const other = rows.get(row.id);
    if (!other || other.number <= row.number) rows.set(row.id, row);
  }
  return [...rows.values()];
}

/** Sources belong to no article, so they have no number here; their version tells which is newer. */
function overlaySources(below: readonly SourceView[], above: readonly SourceView[] = []): SourceView[] {
  const rows = new Map(below.map((row) => [row.id, row]));
  for (const row of above) {
    const other = rows.get(row.id);
    if (!other || other.version <= row.version) rows.set(row.id, row);
  }
  return sorted([...rows.values()], (a, b) => a.createdAt.localeCompare(b.createdAt));
}

/** What stands on a passage goes with it, comments with their thread; all stand in the server's order. */
function tidy(discussion: Discussion): Discussion {
  const passages = new Set(discussion.passages.map((row) => row.id));
  const threads = discussion.threads.filter((row) => row.passageId === null || passages.has(row.passageId));
  const ids = new Set(threads.map((row) => row.id));
  const stands = (row: { passageId: string }) => passages.has(row.passageId);
  return {
    ...discussion,
    attributions: sorted(discussion.attributions.filter(stands), (a, b) => a.createdNumber - b.createdNumber),
    settlements: sorted(discussion.settlements.filter(stands), (a, b) => a.number - b.number),
    assessments: lastWords(discussion.assessments.filter(stands), true),
    judged: sorted(discussion.judged.filter(stands), () => 0),
    evidence: sorted(discussion.evidence.filter(stands), (a, b) => a.addedAt.localeCompare(b.addedAt)),
    resolutions: lastWords(discussion.resolutions.filter(stands), false),
    suggestions: sorted(
      discussion.suggestions.filter((row) => row.state === "open"),
      (a, b) => a.start - b.start || b.end - a.end,
    ),
    passages: sorted(discussion.passages, (a, b) => a.start - b.start || a.end - b.end),
    threads: sorted(threads, (a, b) => a.createdNumber - b.createdNumber),
    comments: sorted(
      discussion.comments.filter((row) => ids.has(row.threadId)),
      (a, b) => a.createdNumber - b.createdNumber,
    ),
  };
}

/**
 * Of what is only ever added to, each person's last word on a passage and axis; of resolutions the last of anybody. What
 * came between it and the one that is held may never have been heard of.
 */
function lastWords<T extends Row & { passageId: string; axis: string; by: string }>(
  rows: readonly T[],
  isOfEach: boolean,
): T[] {
  const last = new Map<string, T>();
  for (const row of rows) {
    const key = `${row.passageId} ${row.axis} ${isOfEach ? row.by : ""}`;
    const other = last.get(key);
    if (!other || other.number <= row.number) last.set(key, row);
  }
  return sorted([...last.values()], (a, b) => a.number - b.number);
}

function sorted<T extends { id: string }>(rows: readonly T[], compare: (a: T, b: T) => number): T[] {
  return [...rows].sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1));
}

function overlayPeople(held: readonly Person[], answered: readonly Person[]): Person[] {
  const named = new Map(answered.map((one) => [one.id, one]));
  const known = new Set(held.map((one) => one.id));
  return [...held.map((one) => named.get(one.id) ?? one), ...answered.filter((one) => !known.has(one.id))];
}

/** The answer names all members, so whoever is missing from it is a member no more. */
function mergePeople(held: readonly Person[], answered: readonly Person[]): Person[] {
  const named = new Set(answered.map((one) => one.id));
  const formers = held.filter((one) => !named.has(one.id)).map((one) => ({ ...one, role: null }));
  return [...answered, ...formers];
}

function mergeSeen(a: Seen, b: Seen): Seen {
  const threads = { ...a.threads };
  for (const [id, read] of Object.entries(b.threads)) {
    const other = threads[id];
    if (!other || other.number <= read.number) threads[id] = read;
  }
  const passages = { ...a.passages };
  for (const [id, number] of Object.entries(b.passages)) passages[id] = Math.max(number, passages[id] ?? 0);
  return { number: Math.max(a.number, b.number), at: a.at, threads, passages };
}
