import { axisQuestions, verdictWords } from "@/lib/assessments/scale";
import type { AssessmentView } from "@/lib/assessments/schema";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { nameOf } from "@/lib/discussion/name-of";
import type { Discussion } from "@/lib/discussion/schema";
import { aboutLabels } from "@/lib/threads/about";
import type { ThreadView } from "@/lib/threads/schema";
import type { Opened } from "./room";

type Given = {
  entries: readonly PassageEntry[];
  opened: Pick<Opened, "passageId" | "sourceId" | "suggestionId"> | null;
  userId: string;
};

/**
 * What others have done between two states of the discussion, in sentences to be heard, each thing once: all that
 * happened to what is open, and elsewhere new comments and passages. It is as much as `after` lets this viewer know.
 */
export function newsSince(before: Discussion, after: Discussion, given: Given): string[] {
  return [
    ...threadNews(before, after, given),
    ...(given.opened?.passageId ? verdictNews(before, after, given.opened.passageId, given) : []),
    ...passageNews(before, after, given),
  ];
}

function threadNews(before: Discussion, after: Discussion, { entries, opened, userId }: Given): string[] {
  const known = new Map(before.threads.map((one) => [one.id, one]));
  const threads = new Map(after.threads.map((one) => [one.id, one]));
  const name = (id: string) => nameOf(after.people, id);
  const begun = after.threads.filter((one) => !known.has(one.id) && one.createdNumber > before.number);
  const said = after.comments.filter(
    (one) => one.createdNumber > before.number && one.author !== userId && !one.deletedAt,
  );
  const news: string[] = [];
  for (const thread of begun) {
    if (thread.createdBy === userId) continue;
    news.push(
      isOpen(thread, opened)
        ? `${name(thread.createdBy)} began a thread here: ${aboutLabels[thread.about]}`
        : `${name(thread.createdBy)} commented on ${placeOf(thread.id, entries)}.`,
    );
  }
  for (const thread of after.threads) {
    const changes = thread.changes.slice(known.get(thread.id)?.changes.length ?? 0);
    const last = known.has(thread.id) ? changes.at(-1) : undefined;
    if (!last || last.by === userId || !isOpen(thread, opened)) continue;
    news.push(`${name(last.by)} ${last.state === "resolved" ? "resolved" : "reopened"} a thread here.`);
  }
  for (const { id, author, threadId } of said) {
    const thread = threads.get(threadId);
    // Who begins a thread says something with it: that is one thing.
    if (begun.some((one) => one.id === threadId) && firstOf(threadId, after) === id) continue;
    news.push(
      thread && isOpen(thread, opened)
        ? `${name(author)} replied.`
        : `${name(author)} commented on ${placeOf(threadId, entries)}.`,
    );
  }
  return [...new Set(news)];
}

function firstOf(threadId: string, { comments }: Discussion): string | undefined {
  const all = comments.filter((one) => one.threadId === threadId);
  return all.toSorted((a, b) => a.createdNumber - b.createdNumber)[0]?.id;
}

function isOpen({ passageId, sourceId }: ThreadView, opened: Given["opened"]): boolean {
  return (
    opened !== null &&
    opened.suggestionId === null &&
    opened.passageId === passageId &&
    opened.sourceId === sourceId
  );
}

function placeOf(threadId: string, entries: readonly PassageEntry[]): string {
  const entry = entries.find((one) => one.threads.some((thread) => thread.id === threadId));
  return entry ? `passage ${entry.place}` : "the article";
}

function verdictNews(before: Discussion, after: Discussion, passageId: string, given: Given): string[] {
  const name = (id: string) => nameOf(after.people, id);
  const isNew = (one: { passageId: string; by: string; number: number }) =>
    one.passageId === passageId && one.by !== given.userId && one.number > before.number;
  const news = after.assessments.filter(isNew).map((one) => `${name(one.by)} ${judgedWords(one)}`);
  // Whose verdict it is cannot be told before it may be known.
  const counts = new Map(before.judged.map((one) => [one.id, one.count]));
  for (const { id, axis, count, revealed, passageId: on } of after.judged)
    if (on === passageId && !revealed && count > (counts.get(id) ?? 0))
      news.push(`A colleague has judged: ${axisQuestions[axis]}`);
  const entry = given.entries.find((one) => one.passage.id === passageId);
  for (const one of after.resolutions.filter(isNew)) {
    const question = axisQuestions[one.axis];
    const isShown = entry?.verdicts[one.axis]?.resolution?.id === one.id;
    if (one.verdict === null) news.push(`${name(one.by)} opened it again: ${question}`);
    else if (isShown)
      news.push(
        `${name(one.by)} resolved it: ${question} ${verdictWords[one.axis][one.verdict].toLowerCase()}.`,
      );
    else news.push(`${name(one.by)} resolved it: ${question}`);
  }
  return news;
}

function judgedWords({ axis, verdict, replaces }: AssessmentView): string {
  if (verdict === null) return `took a verdict back: ${axisQuestions[axis]}`;
  const did = replaces ? "changed a verdict" : "judged";
  return `${did}: ${axisQuestions[axis]} ${verdictWords[axis][verdict].toLowerCase()}.`;
}

function passageNews(before: Discussion, after: Discussion, { userId }: Given): string[] {
  const made = after.passages.filter((one) => one.createdNumber > before.number && one.createdBy !== userId);
  const by = [...new Set(made.map((one) => nameOf(after.people, one.createdBy)))];
  return by.map((name) => `${name} marked a passage.`);
}
