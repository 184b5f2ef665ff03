import { route } from "@/lib/http/route";
import * as comments from "@/lib/threads/comment-mutations";
import { restoreComment } from "@/lib/threads/schema";

export const POST = route(restoreComment, ({ viewer, params }) =>
  comments.restoreComment(viewer, params.commentId),
);
