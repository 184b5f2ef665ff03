import { route } from "@/lib/http/route";
import * as threads from "@/lib/threads/mutations";
import { patchThread } from "@/lib/threads/schema";

export const PATCH = route(patchThread, ({ viewer, params, body }) =>
  threads.assignThread(viewer, params.threadId, body),
);
