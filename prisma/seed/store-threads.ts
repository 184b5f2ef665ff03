import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import type { CommentBody } from "@/lib/threads/comment-schema";
import { makeComment, makeReaction, makeStateChange, makeThread } from "../factories";
import type { DemoComment, DemoThread } from "./demo-article";
import { findSourceId } from "./find";
import type { Happening, Scene } from "./happening";
import { type DemoPerson, newsroom } from "./people";

/** A thread with its comments, on a passage, on a source or on the whole article. */
export function threadHappenings(scene: Scene, passageId: string | null, thread: DemoThread): Happening[] {
  const { articleId, viewers, ago } = scene;
  const threadId = randomUUID();
  const { source, about, by, hoursAgo, assignee, resolved, comments } = thread;
  const start: Happening = {
    hoursAgo,
    store: async () =>
      makeThread(db(), {
        id: threadId,
        articleId,
        passageId,
        sourceId: source ? await findSourceId(scene, source) : null,
        about,
        createdById: viewers[by].userId,
        createdAt: ago(hoursAgo),
        assigneeId: assignee ? viewers[assignee].userId : null,
      }),
  };
  const replies = comments.map((comment): Happening => {
    return { hoursAgo: comment.hoursAgo, store: () => storeComment(scene, threadId, comment) };
  });
  if (!resolved) return [start, ...replies];
  const end: Happening = {
    hoursAgo: resolved.hoursAgo,
    store: () =>
      makeStateChange(db(), {
        threadId,
        byId: viewers[resolved.by].userId,
        why: resolved.why,
        at: ago(resolved.hoursAgo),
      }),
  };
  return [start, ...replies, end];
}

async function storeComment(
  { viewers, ago }: Scene,
  threadId: string,
  { by, hoursAgo, text, mentions = [], reactions = {} }: DemoComment,
) {
  const comment = await makeComment(db(), {
    threadId,
    authorId: viewers[by].userId,
    createdAt: ago(hoursAgo),
    body: bodyWithMentions(text, mentions, viewers),
  });
  for (const [person, emoji] of Object.entries(reactions)) {
    const { userId } = viewers[person as DemoPerson];
    await makeReaction(db(), { commentId: comment.id, userId, emoji });
  }
}

function bodyWithMentions(text: string, mentions: DemoPerson[], viewers: Scene["viewers"]): CommentBody {
  const named = mentions.flatMap((person) => [
    { type: "mention" as const, attrs: { id: viewers[person].userId, label: newsroom.people[person].name } },
    { type: "text" as const, text: " " },
  ]);
  return { type: "doc", content: [{ type: "paragraph", content: [...named, { type: "text", text }] }] };
}
