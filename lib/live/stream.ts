import "server-only";
import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import { readSession, readSessionToken } from "@/lib/auth/session";
import { roleIn, type Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { clientAddress } from "@/lib/http/rate-limit";
import { answerError } from "@/lib/http/route";
import { serverState } from "@/lib/http/server-state";
import { log } from "@/lib/log";
import { Hub, type Member, type Reads } from "./hub";
import { findWatched } from "./queries";
import { streamQuery } from "./schema";

/** A reader who leaves this much unread is dropped; their browser comes back and asks once for all it missed. */
export const longestBacklog = 64 * 1024;

const retryMs = 2_000;

// Hot reload evaluates this file again; the open streams must keep their hub.
const holder = globalThis as typeof globalThis & { saysoHub?: Hub };

/** The hub of this process, with its one listening connection from the first stream on. */
export function hub(reads: Reads): Hub {
  holder.saysoHub ??= new Hub(env().DATABASE_URL ?? "", reads);
  return holder.saysoHub;
}

/**
 * Answers `GET /api/live?article=…`: server-sent events, as long as the reader stays and may read. `reads` are for what
 * is sent along with a bell.
 */
export async function answerStream(request: NextRequest, reads: Reads): Promise<Response> {
  try {
    if (serverState().draining) throw new AppError("unavailable", "The server restarts.", { retryAfter: 2 });
    const token = await readSessionToken();
    const readAgain = () =>
      token ? readSession(token.sid, token.userId, new Date(), { touch: false }) : Promise.resolve(null);
    const viewer = await readAgain();
    if (!token || !viewer) throw new AppError("unauthenticated", "Sign in to go on.");
    const query = streamQuery.safeParse({ article: request.nextUrl.searchParams.getAll("article") });
    if (!query.success) {
      throw new AppError("invalid", query.error.issues[0]?.message ?? "Name the articles to watch.");
    }
    const watched = await findWatched(viewer, query.data.article);
    const address = clientAddress(request.headers);
    const { signal } = request;
    const sessionId = token.sid;
    const body = openStream(hub(reads), { viewer, sessionId, watched, readAgain, address, signal });
    return new Response(body, {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        // Without no-transform the server gzips the stream and holds it back.
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
      },
    });
  } catch (error) {
    return answerError(error, randomUUID().slice(0, 8), "GET /api/live");
  }
}

type StreamOptions = {
  viewer: Viewer;
  sessionId: string;
  /** Workspace of each watched article. */
  watched: ReadonlyMap<string, string>;
  /** The viewer as they are now; null when their session has ended. */
  readAgain: () => Promise<Viewer | null>;
  address: string;
  signal: AbortSignal;
};

/** The events of one reader as bytes. Throws 503 when there are too many streams already. */
export function openStream(
  to: Hub,
  { viewer, sessionId, watched, readAgain, address, signal }: StreamOptions,
): ReadableStream<Uint8Array> {
  const writer = makeWriter(() => to.leave(member));
  const numbers = new Map<string, number>();
  const shown = new Map<string, string>();
  const articleIds = [...watched.keys()];
  const check = makeRightsCheck({ viewer, watched, readAgain });

  const member: Member = {
    streamId: randomUUID(),
    userId: viewer.userId,
    address,
    sessionId,
    articleIds,
    onChange({ articleId, number }, text) {
      // Whoever was greeted beyond it holds it.
      if (number > (numbers.get(articleId) ?? -1)) writer.sendText("change", text);
    },
    onArticle({ articleId, number }) {
      // The bell and the look at the table may tell of the same event, in either order.
      if (number <= (numbers.get(articleId) ?? -1)) return;
      numbers.set(articleId, number);
      writer.send("article", { articleId, number });
    },
    onPresence(presence) {
      const text = JSON.stringify(presence.people);
      if (shown.get(presence.articleId) === text) return;
      shown.set(presence.articleId, text);
      writer.send("presence", presence);
    },
    onAccess() {
      check().then(
        (change) => {
          if (change !== "none") writer.send("access", {});
          if (change === "ended") writer.end();
        },
        (error: unknown) => log().warn({ err: error }, "live: rights could not be read"),
      );
    },
    onNotified: (unread) => writer.send("notified", { unread }),
    onHeartbeat: () => writer.comment("still here"),
  };
  to.join(member);
  signal.addEventListener("abort", () => writer.end(), { once: true });
  if (signal.aborted) {
    writer.end();
    return writer.stream;
  }
  writer.raw(`retry: ${retryMs}\n\n`);
  void to.greet(member);
  return writer.stream;
}

type RightsChange = "none" | "changed" | "ended";

/** Compares the viewer's rights with those of the time before. */
function makeRightsCheck({
  viewer,
  watched,
  readAgain,
}: Pick<StreamOptions, "viewer" | "watched" | "readAgain">): () => Promise<RightsChange> {
  const rolesOf = (one: Viewer | null) =>
    [...new Set(watched.values())].map((workspaceId) => roleIn(one, workspaceId));
  let before = JSON.stringify(rolesOf(viewer));
  return async () => {
    const now = await readAgain();
    const roles = rolesOf(now);
    if (!now || roles.some((role) => role === null)) return "ended";
    const after = JSON.stringify(roles);
    if (after === before) return "none";
    before = after;
    return "changed";
  };
}

/** Writes server-sent events into a stream with a bounded backlog. `onEnd` is called once, however it ends. */
function makeWriter(onEnd: () => void) {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given;
      },
      cancel: () => finish(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: longestBacklog }),
  );

  function finish(how: "close" | "drop" = "close"): void {
    const open = controller;
    controller = undefined;
    if (!open) return;
    onEnd();
    try {
      if (how === "close") open.close();
      // The name tells Next that this is no failure of ours: it cuts the connection and logs nothing.
      else open.error(new DOMException("The reader is too slow.", "AbortError"));
    } catch {
      // Cancelled by the reader: there is nothing left to close.
    }
  }

  function raw(text: string): void {
    if (!controller) return;
    const bytes = encoder.encode(text);
    if ((controller.desiredSize ?? 0) < bytes.byteLength) finish("drop");
    else controller.enqueue(bytes);
  }

  return {
    stream,
    raw,
    send: (event: string, data: unknown) => raw(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    /** The same for what is JSON already. */
    sendText: (event: string, text: string) => raw(`event: ${event}\ndata: ${text}\n\n`),
    comment: (text: string) => raw(`: ${text}\n\n`),
    end: () => finish(),
  };
}
