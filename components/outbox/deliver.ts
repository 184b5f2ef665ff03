import type { Change } from "@/components/discussion/change";
import { showing } from "@/components/discussion/showing";
import { createAssessment, createEvidence } from "@/lib/assessments/schema";
import { type AttributionsWritten, createAttribution, editAttribution } from "@/lib/attributions/schema";
import type { Saying } from "@/lib/discussion/outbox";
import { call } from "@/lib/http/client";
import type { Post } from "@/lib/threads/post";
import { createComment, createThread } from "@/lib/threads/schema";

export type Delivery = {
  /** Merges what the server answered. */
  merge: (change: Change) => void;
  /** Asks for what is new: with one's own verdict come those of colleagues. */
  ask: () => void;
};

/** Has the server store a comment. Throws `CallError` when it does not. */
export async function deliverPost(post: Post, { merge }: Pick<Delivery, "merge">): Promise<void> {
  const comment = { id: post.id, body: post.body };
  if (!post.start) {
    const { threadId } = post;
    return merge({ comments: [await call(createComment, { params: { threadId }, body: comment })] });
  }
  const { about, passageId, passage, sourceId, assessmentId } = post.start;
  const made = await call(createThread, {
    params: { articleId: post.articleId },
    body: {
      id: post.threadId,
      about,
      comment,
      ...(passageId ? { passageId } : {}),
      ...(passage ? { passage } : {}),
      ...(sourceId ? { sourceId } : {}),
      ...(assessmentId ? { assessmentId } : {}),
    },
  });
  merge({
    threads: [made.thread],
    comments: [made.comment],
    ...(made.passage ? { passages: [made.passage] } : {}),
  });
}

/**
 * Has the server store what was said of a passage. Throws `CallError` when it does not; the winner of a conflict is
 * merged before.
 */
export async function deliverSaying(saying: Saying, delivery: Delivery): Promise<void> {
  await showing(delivery)(store(saying), (change) => change);
  if (saying.kind === "assessment") delivery.ask();
}

async function store(saying: Saying): Promise<Change> {
  const { id, articleId, passageId } = saying;
  switch (saying.kind) {
    case "assessment": {
      const body = { id, ...saying.given };
      return { assessments: [await call(createAssessment, { params: { passageId }, body })] };
    }
    case "evidence": {
      const body = { id, ...saying.content };
      return { evidence: [await call(createEvidence, { params: { passageId }, body })] };
    }
    case "attribution": {
      const { ground, content } = saying;
      return written(
        await call(createAttribution, { params: { articleId }, body: { id, ...ground, content } }),
      );
    }
    case "attributionChange": {
      const { attributionId, version, content } = saying;
      return written(await call(editAttribution, { params: { attributionId }, body: { version, content } }));
    }
  }
}

/** What a write of attributions has changed. */
export function written({ attributions, sources, passage }: AttributionsWritten): Change {
  return { attributions, sources, passages: passage ? [passage] : [] };
}
