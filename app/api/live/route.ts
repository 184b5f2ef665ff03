import type { NextRequest } from "next/server";
import { readSharedChange } from "@/lib/discussion/read-replies";
import { answerStream } from "@/lib/live/stream";
import { countUnreadOf } from "@/lib/notifications/queries";

export const dynamic = "force-dynamic";

export function GET(request: NextRequest): Promise<Response> {
  return answerStream(request, { readShared: readSharedChange, countUnread: countUnreadOf });
}

/** Next would answer it with GET's handler, and nobody would ever read or close that stream. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { allow: "GET" } });
}
