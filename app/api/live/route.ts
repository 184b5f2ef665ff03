import { answerStream } from "@/lib/live/stream";

export const dynamic = "force-dynamic";

export const GET = answerStream;
