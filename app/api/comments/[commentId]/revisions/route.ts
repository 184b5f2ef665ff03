import { route } from "@/lib/http/route";
import * as threads from "@/lib/threads/queries";
import { listCommentRevisions } from "@/lib/threads/schema";

export const GET = route(listCommentRevisions, ({ viewer, params }) =>
  threads.listCommentRevisions(viewer, params.commentId),
);
