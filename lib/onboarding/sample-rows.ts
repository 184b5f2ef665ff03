import { type SamplePerson, samplePeople } from "@/lib/accounts/sample-people";
import { toDocument, toPlainText } from "@/lib/articles/plain-text";
import { findWordsNear } from "@/lib/attributions/find-cue";
import type { EventKind } from "@/lib/live/events";
import { describeQuote } from "@/lib/passages/describe-quote";
import type { Span } from "@/lib/text/offsets";
import { bodyOfText } from "@/lib/threads/comment-schema";
import { sampleArticle } from "./sample-article";

type Given = { articleId: string; revisionId: string; workspaceId: string; now: Date; newId: () => string };

/** This long after the one before. */
const stepMs = 8 * 60 * 1000;

const document = toDocument(
  sampleArticle.text.split("\n\n").map((text, at) => ({
    text,
    role: at === 0 ? "title" : "body",
    duplicateOf: null,
  })),
);
const plain = toPlainText(document);
const idOf = (person: SamplePerson) => samplePeople[person].id;

/**
 * The rows of the sample article for one workspace, as if colleagues had worked on it in the hours before `now`: each
 * thing they did is an event of its own, numbered without holes.
 */
export function sampleRows(given: Given) {
  const { articleId, now } = given;
  const events: SampleEvent[] = [];
  const scene: Scene = {
    ...given,
    happen: (kind, by, ids) => events.push({ kind, ids, actorId: idOf(by) }),
  };
  const passages = passagesIn(scene);
  const voices = passages.flatMap((one) => voiceOf(scene, one));
  const assessments = passages.flatMap((one) => assessmentsOf(scene, one));
  const threads = passages.flatMap((one) => threadOf(scene, one));
  const timeOf = (number: number) => new Date(now.getTime() - (events.length - number + 1) * stepMs);
  const at = <T extends { number: number }>(row: T) => ({ ...row, at: timeOf(row.number) });
  const createdAt = <T extends { number: number }>(row: T) => ({ ...row, createdAt: timeOf(row.number) });
  return {
    document,
    ...plain,
    events: events.map((one, index) => ({
      ...one,
      articleId,
      number: index + 1,
      createdAt: timeOf(index + 1),
    })),
    passages: passages.map(({ row }) => createdAt(row)),
    sources: voices.map(({ source, row }) => ({ ...source, createdAt: timeOf(row.number) })),
    attributions: voices.map(({ row }) => ({ ...createdAt(row), changedAt: timeOf(row.number) })),
    assessments: assessments.map(at),
    reveals: assessments.map(({ passageId, axis, byId, number }) =>
      at({ articleId, passageId, axis, userId: byId, number }),
    ),
    threads: threads.map(({ row }) => createdAt(row)),
    comments: threads.flatMap(({ comments }) => comments.map(createdAt)),
  };
}

type SampleEvent = { kind: EventKind; ids: Record<string, string>; actorId: string };

type Scene = Given & {
  /** Stores that somebody did something, and tells its number. */
  happen: (kind: EventKind, by: SamplePerson, ids: Record<string, string>) => number;
};

function passagesIn({ articleId, revisionId, newId, happen }: Scene) {
  return sampleArticle.passages.map((sample) => {
    const id = newId();
    const number = happen("passage.created", sample.by, { passage: id });
    const span = placeOf(sample.words);
    const quote = describeQuote(plain.text, span, "en");
    const made = { createdById: idOf(sample.by), createdNumber: number, number };
    const { claimKinds = [] } = sample;
    return { sample, row: { id, articleId, revisionId, ...span, ...quote, claimKinds, ...made } };
  });
}

type Marked = ReturnType<typeof passagesIn>[number];

/** Who said it, with the source that it names. */
function voiceOf({ articleId, workspaceId, newId, happen }: Scene, { sample: { said }, row }: Marked) {
  if (!said) return [];
  const [id, sourceId] = [newId(), newId()];
  const number = happen("attribution.created", said.by, { attribution: id, passage: row.id });
  const byId = idOf(said.by);
  const source = { id: sourceId, workspaceId, createdById: byId, ...said.source };
  const mention = near(said.mention, row);
  const cue = near(said.cue, row);
  const content = { voice: "source" as const, directness: said.directness, cueClass: said.cueClass };
  const places = {
    mentionStart: mention.start,
    mentionEnd: mention.end,
    cueStart: cue.start,
    cueEnd: cue.end,
  };
  const numbers = { createdNumber: number, contentNumber: number, number };
  const base = { id, articleId, passageId: row.id, sourceId, byId };
  return [{ source, row: { ...base, ...content, ...places, ...numbers } }];
}

function assessmentsOf({ articleId, newId, happen }: Scene, { sample: { verdicts = [] }, row }: Marked) {
  return verdicts.map(({ by, verdict, why }) => {
    const id = newId();
    const number = happen("assessment.created", by, { assessment: id, passage: row.id });
    const judged = { axis: "so" as const, verdict, rationale: bodyOfText(why), text: why };
    const base = { id, articleId, passageId: row.id, byId: idOf(by), exact: row.exact };
    return { ...base, ...judged, blind: true, number };
  });
}

function threadOf({ articleId, newId, happen }: Scene, { sample: { thread }, row }: Marked) {
  const [first, ...replies] = thread?.comments ?? [];
  if (!thread || !first) return [];
  const [id, commentId] = [newId(), newId()];
  const number = happen("thread.created", first.by, { thread: id, comment: commentId, passage: row.id });
  const begun = { ...commentOf(first, commentId), createdNumber: number, number };
  const later = replies.map((reply) => {
    const replyId = newId();
    const at = happen("comment.created", reply.by, { thread: id, comment: replyId });
    return { ...commentOf(reply, replyId), createdNumber: at, number: at };
  });
  const made = { createdById: idOf(first.by), createdNumber: number, number };
  const comments = [begun, ...later].map((one) => ({ ...one, articleId, threadId: id }));
  return [{ row: { id, articleId, passageId: row.id, about: thread.about, ...made }, comments }];
}

function commentOf({ by, text }: { by: SamplePerson; text: string }, id: string) {
  return { id, authorId: idOf(by), body: bodyOfText(text), text, mentions: [] };
}

function placeOf(words: string): Span {
  const start = plain.text.indexOf(words);
  if (start < 0) throw new Error(`The sample article does not say “${words}”.`);
  return { start, end: start + words.length };
}

function near(words: string, passage: Span): Span {
  const place = findWordsNear(plain.text, words, passage);
  if (!place) throw new Error(`The sample article does not say “${words}” near its passage.`);
  return place;
}
