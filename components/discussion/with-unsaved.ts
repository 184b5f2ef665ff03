import type { Outbox } from "@/components/outbox/use-outbox";
import type { UnsavedPassages } from "@/components/passages/use-unsaved-passages";
import { evidenceOf } from "@/lib/discussion/outbox";
import type { Discussion } from "@/lib/discussion/schema";
import type { PassageView } from "@/lib/passages/schema";
import type { Span } from "@/lib/text/offsets";
import type { Post } from "@/lib/threads/post";
import type { ThreadView } from "@/lib/threads/schema";

/**
 * The discussion with what I have made and the server has not answered yet, so that it is on the screen at once, and
 * without what I took back before it had answered.
 */
export function withUnsaved(
  discussion: Discussion,
  { passages: unsaved, undone }: Pick<UnsavedPassages, "passages" | "undone">,
  { posts, sayings }: Pick<Outbox, "posts" | "sayings">,
  userId: string,
): Discussion {
  const { number } = discussion;
  const passageOf = (id: string, { start, end }: Span, exact: string, at: string): PassageView => {
    const mine = { createdBy: userId, createdAt: at, version: 1, createdNumber: number, number };
    return { id, start, end, exact, prefix: "", suffix: "", claimKinds: [], assignee: null, ...mine };
  };
  const marked = unsaved.map((one) => passageOf(one.id, one, one.exact, one.at));
  const along = posts.flatMap(({ start, at }) =>
    start?.passage ? [passageOf(start.passage.id, start.passage, start.passage.exact, at)] : [],
  );
  const recorded = sayings.flatMap((one) =>
    one.kind === "attribution" && "passage" in one.ground
      ? [passageOf(one.passageId, one.ground.passage, one.ground.passage.exact, one.at)]
      : [],
  );
  const evidence = sayings.flatMap((one) =>
    one.kind === "evidence" ? [evidenceOf(one, userId, number)] : [],
  );
  const threads = posts.flatMap((post) => (post.start ? [threadOf(post, post.start, number, userId)] : []));
  const made = [marked, along, recorded, threads, evidence];
  if (made.every((list) => list.length === 0) && undone.size === 0) return discussion;
  const passages = firstOfEach([...discussion.passages, ...marked, ...along, ...recorded]);
  return {
    ...discussion,
    passages: passages.filter(({ id }) => !undone.has(id)),
    evidence: firstOfEach([...discussion.evidence, ...evidence]),
    threads: firstOfEach([...discussion.threads, ...threads]),
  };
}

function threadOf(post: Post, start: NonNullable<Post["start"]>, number: number, userId: string): ThreadView {
  return {
    id: post.threadId,
    passageId: start.passageId ?? start.passage?.id ?? null,
    sourceId: start.sourceId ?? null,
    assessmentId: start.assessmentId ?? null,
    about: start.about,
    state: "open",
    createdBy: userId,
    createdAt: post.at,
    assignee: null,
    version: 1,
    // Behind every stored one, in the order of writing.
    createdNumber: number + 1,
    number,
    changes: [],
  };
}

function firstOfEach<One extends { id: string }>(list: One[]): One[] {
  const known = new Set<string>();
  return list.filter(({ id }) => !known.has(id) && known.add(id));
}
