import { route } from "@/lib/http/route";
import * as comments from "@/lib/threads/create-comment";
import { createComment } from "@/lib/threads/schema";

export const POST = route(createComment, ({ viewer, params, body }) =>
  comments.createComment(viewer, params.threadId, body),
);
