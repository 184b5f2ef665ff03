import { route } from "@/lib/http/route";
import * as threads from "@/lib/threads/mutations";
import { changeThreadState } from "@/lib/threads/schema";

export const POST = route(changeThreadState, ({ viewer, params, body }) =>
  threads.changeThreadState(viewer, params.threadId, body),
);
