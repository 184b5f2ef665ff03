import { axisQuestions, verdictWords } from "@/lib/assessments/scale";
import { shownVerdict, verdictsBetween } from "@/lib/assessments/standing";
import { type PassageVerdicts, readVerdicts } from "@/lib/assessments/verdicts";
import { speakerName, withStanceWithin } from "@/lib/attributions/describe-attribution";
import type { Stance } from "@/lib/attributions/schema";
import { agreedStance } from "@/lib/attributions/stance";
import { agreedSpeaker, type Standing } from "@/lib/attributions/standing";
import { readVoices, type Voices } from "@/lib/attributions/voices";
import { groupBy } from "@/lib/group-by";
import type { PassageOutline, PassageView } from "@/lib/passages/schema";
import { countOf } from "@/lib/text/count-of";
import type { ReadUpTo } from "@/lib/threads/build-thread";
import type { CommentOutline, ThreadOutline, ThreadView } from "@/lib/threads/schema";
import type { Discussion, Outline, Seen } from "./schema";
import { isNewComment, newOnCards } from "./unread";

/** A passage with what is known about it, as lists, cards and the text show it. */
export type PassageEntry<P extends PassageOutline = PassageView, T extends ThreadOutline = ThreadView> = {
  passage: P;
  /** Its place in text order, from 1. */
  place: number;
  /** Oldest first. */
  threads: T[];
  /** "none": marked, but nobody has said anything yet. "open": at least one thread is. */
  state: "none" | "open" | "resolved";
  /** Who said it; null when nobody has said so. */
  standing: Standing | null;
  /** Whom everybody names ("Ida Holm", "The reporter’s own words"); null when nobody does or they differ. */
  speaker: string | null;
  /** How they stand to the words; "claims" where nobody is named. */
  stance: Stance;
  /** Their id, where they are a source. */
  sourceId: string | null;
  /** Whether it is so, and whether they said so. */
  verdicts: PassageVerdicts;
  /** Comments that are not deleted. */
  comments: number;
  /** What colleagues have done there since the viewer last read it, a comment or anything else, each of it once. */
  unread: number;
  /** The last event of it that is no comment: read up to there, the card is read. Null without any. */
  newUpTo: number | null;
  /** Whoever marked it, wrote in it or is asked to see to it, without doubles. */
  people: string[];
};

/** The same of an outline: what the text and the lists of an article need to know. */
export type OutlinedEntry = PassageEntry<PassageOutline, ThreadOutline>;

type Placed = Pick<PassageView, "id" | "start" | "end" | "createdAt">;

/** Orders passages as a reader meets them: by start, of two that start together the longer first. */
export function inTextOrder(a: Placed, b: Placed): number {
  return (
    a.start - b.start || b.end - a.end || a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id)
  );
}

/** How far the viewer has read a thread, as threads want to know it. */
export function readingOf(seen: Seen, threadId: string): ReadUpTo {
  return { floor: seen.number, floorAt: seen.at, thread: seen.threads[threadId] ?? null };
}

/** All passages of a discussion in text order, each with who said it, its threads and counts. */
export function listPassages<P extends PassageOutline, T extends ThreadOutline>(
  discussion: Outline<P, T>,
  viewerId: string,
  voices: Voices = readVoices(discussion),
): PassageEntry<P, T>[] {
  const commentsOf = commentsByThread(discussion);
  const threadsOf = groupBy(discussion.threads.toSorted(byAge), (thread) => thread.passageId);
  const verdicts = readVerdicts({ ...discussion, voices });
  const news = newOnCards(discussion, viewerId);
  return [...discussion.passages].sort(inTextOrder).flatMap((passage, index) => {
    const judged = verdicts.get(passage.id);
    if (!judged) return [];
    const threads = threadsOf.get(passage.id) ?? [];
    const comments = threads.flatMap((thread) => commentsOf.get(thread.id) ?? []);
    const standing = voices.standings.get(passage.id) ?? null;
    const onCard = [...(news.get(passage.id) ?? [])];
    const said = comments.filter((comment) => isNewComment(comment, discussion.seen, viewerId));
    return {
      passage,
      place: index + 1,
      threads,
      state: stateOf(threads),
      standing,
      ...speakerOf(standing, voices),
      verdicts: judged,
      comments: comments.filter((comment) => !comment.deletedAt).length,
      // Whoever marks a passage with a first comment has done one thing.
      unread: distinct(onCard, said),
      newUpTo: onCard.length > 0 ? Math.max(...onCard) : null,
      people: peopleOf({ passage, comments, threads, standing, judged }),
    };
  });
}

/** Nobody has said anything of it: it is marked, and that is all. */
export function isBare({ threads, standing, verdicts }: OutlinedEntry): boolean {
  const { so, said, evidence } = verdicts;
  const isJudged = [so, said].some((one) => one && (one.count > 0 || one.resolution || one.isReopened));
  return threads.length === 0 && (standing?.standing.length ?? 0) === 0 && evidence.length === 0 && !isJudged;
}

/** All comments by the id of their thread. */
export function commentsByThread<C extends CommentOutline>({
  comments,
}: {
  comments: readonly C[];
}): Map<string, C[]> {
  return groupBy(comments, (comment) => comment.threadId);
}

/** The threads about the article as a whole, oldest first. */
export function articleThreads(discussion: Discussion): ThreadView[] {
  return discussion.threads
    .filter((thread) => thread.passageId === null && thread.sourceId === null)
    .toSorted(byAge);
}

/** The threads that hang on each source, oldest first, by the source's own id. */
export function threadsOfSources(discussion: Discussion): Map<string, ThreadView[]> {
  const threads = discussion.threads.filter((thread) => thread.sourceId !== null).toSorted(byAge);
  return groupBy(threads, (thread) => thread.sourceId ?? "");
}

// Both are asked of each of a thousand passages after every change: without a list for each step on the way.

function distinct(numbers: readonly number[], said: readonly CommentOutline[]): number {
  if (said.length === 0) return numbers.length;
  const all = new Set(numbers);
  for (const { createdNumber } of said) all.add(createdNumber);
  return all.size;
}

/** Those who judged count as far as the viewer may know of them. */
function peopleOf({ passage, comments, threads, standing, judged }: Concerned): string[] {
  const people = new Set([passage.createdBy]);
  for (const { author } of comments) people.add(author);
  for (const { assignee } of threads) if (assignee) people.add(assignee);
  for (const { by } of standing?.standing ?? []) people.add(by);
  if (passage.assignee) people.add(passage.assignee);
  for (const axis of [judged.so, judged.said]) {
    for (const { assessment } of axis?.judgements ?? []) people.add(assessment.by);
    if (axis?.resolution) people.add(axis.resolution.by);
  }
  return [...people];
}

type Concerned = {
  passage: PassageOutline;
  comments: readonly CommentOutline[];
  threads: readonly ThreadOutline[];
  standing: Standing | null;
  judged: PassageVerdicts;
};

function speakerOf(
  standing: Standing | null,
  voices: Voices,
): Pick<PassageEntry, "speaker" | "stance" | "sourceId"> {
  const [first] = standing?.standing ?? [];
  const agreed = standing && first ? agreedSpeaker(standing, voices.sources) : null;
  if (!standing || !first || agreed === null) return { speaker: null, stance: "claims", sourceId: null };
  return {
    speaker: speakerName(first, voices),
    stance: agreedStance(standing),
    sourceId: voices.sources.has(agreed) ? agreed : null,
  };
}

/** What a screen reader says of a passage: "Passage 12, Ida Holm, open, 3 comments, 1 new", or "Passage 12, denied by Ida Holm". */
export function passageLabel(entry: OutlinedEntry): string {
  const { place, standing, speaker, stance, verdicts, state, comments, unread } = entry;
  const parts = [`Passage ${place}`];
  if (speaker) parts.push(withStanceWithin(speaker, stance));
  else if (standing) parts.push("speakers differ");
  parts.push(...verdictParts(verdicts));
  if (state !== "none") parts.push(state);
  if (comments > 0) parts.push(countOf(comments, "comment"));
  if (unread > 0) parts.push(`${unread} new`);
  return parts.join(", ");
}

/** "inaccurate", "did they say so: split": what a passage is shown with on either axis. */
function verdictParts({ so, said }: PassageVerdicts): string[] {
  return [so, said].flatMap((standing) => {
    if (!standing) return [];
    const verdict = shownVerdict(standing);
    const between = verdictsBetween(standing);
    if (between) {
      const [high, low] = between.map((one) => verdictWords[standing.axis][one].toLowerCase());
      return [`between ${high} and ${low}`];
    }
    if (standing.state === "split") return [`${axisQuestions[standing.axis].toLowerCase()} split`];
    return verdict ? [verdictWords[standing.axis][verdict].toLowerCase()] : [];
  });
}

function byAge(a: ThreadOutline, b: ThreadOutline): number {
  return a.createdNumber - b.createdNumber || a.id.localeCompare(b.id);
}

function stateOf(threads: readonly ThreadOutline[]): PassageEntry["state"] {
  if (threads.length === 0) return "none";
  return threads.some((thread) => thread.state === "open") ? "open" : "resolved";
}
