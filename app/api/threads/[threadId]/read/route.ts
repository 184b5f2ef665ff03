import { route } from "@/lib/http/route";
import * as threads from "@/lib/threads/mutations";
import { readThread } from "@/lib/threads/schema";

export const PUT = route(readThread, ({ viewer, params, body }) =>
  threads.readThread(viewer, params.threadId, body.number),
);
