import { answerStream } from "@/lib/live/stream";

export const dynamic = "force-dynamic";

export const GET = answerStream;

/** Next would answer it with GET's handler, and nobody would ever read or close that stream. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { allow: "GET" } });
}
