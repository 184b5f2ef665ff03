import { route } from "@/lib/http/route";
import * as comments from "@/lib/threads/comment-mutations";
import { addReaction, removeReaction } from "@/lib/threads/schema";

export const PUT = route(addReaction, ({ viewer, params }) =>
  comments.react(viewer, params.commentId, params.emoji, true),
);

export const DELETE = route(removeReaction, ({ viewer, params }) =>
  comments.react(viewer, params.commentId, params.emoji, false),
);
