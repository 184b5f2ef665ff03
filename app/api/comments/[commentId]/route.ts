import { route } from "@/lib/http/route";
import * as comments from "@/lib/threads/comment-mutations";
import { deleteComment, editComment } from "@/lib/threads/schema";

export const PATCH = route(editComment, ({ viewer, params, body }) =>
  comments.editComment(viewer, params.commentId, body),
);

export const DELETE = route(deleteComment, ({ viewer, params }) =>
  comments.deleteComment(viewer, params.commentId),
);
