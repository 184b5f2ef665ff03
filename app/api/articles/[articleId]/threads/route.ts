import { route } from "@/lib/http/route";
import * as threads from "@/lib/threads/mutations";
import { createThread } from "@/lib/threads/schema";

export const POST = route(createThread, ({ viewer, params, body }) =>
  threads.createThread(viewer, params.articleId, body),
);
