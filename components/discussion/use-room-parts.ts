"use client";

import { startTransition, useCallback, useEffect, useRef, useState } from "react";
import { leaveWhatIsClosed } from "@/components/ui/signed-out";
import { pointerIsUp, whenIdle } from "@/components/ui/when-idle";
import type { Discussion, getDiscussion } from "@/lib/discussion/schema";
import { CallError, callAt, errorNumber } from "@/lib/http/client";

type Parts = { ReadingRoom: typeof import("./reading-room").ReadingRoom; discussion: Discussion };

/** The route as in lib/discussion/schema.ts, whose checks would weigh more than all else the page needs at first. */
const route = { method: "GET", path: "/api/articles/[articleId]/discussion" } as const;

const again = 8_000;

/**
 * What the served text lacks to be a reading room: its code, the editor and the discussion. Asked for when the text is
 * there to be read; when that fails, `problem` says so, and it is asked for again by itself and on `retry`.
 */
export function useRoomParts(articleId: string) {
  const [parts, setParts] = useState<Parts | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const isLoading = useRef(false);
  // What is on its way is not thrown away for another try.
  const retry = useCallback(() => {
    if (!isLoading.current) setRound((before) => before + 1);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks anew
  useEffect(() => {
    let isGone = false;
    const stop = whenIdle(async () => {
      isLoading.current = true;
      try {
        const found = await load(articleId);
        if (!isGone) startTransition(() => setParts(found));
      } catch (error) {
        if (!isGone) setProblem(problemOf(error));
      } finally {
        isLoading.current = false;
      }
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [articleId, round]);

  useEffect(() => {
    if (!problem || parts) return;
    const timer = setInterval(retry, again);
    window.addEventListener("online", retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", retry);
    };
  }, [problem, parts, retry]);

  return { parts, problem: parts ? null : problem, retry };
}

async function load(articleId: string): Promise<Parts> {
  const [{ ReadingRoom }, discussion] = await Promise.all([
    import("./reading-room"),
    callAt<typeof getDiscussion>(route, { params: { articleId }, query: {} }),
  ]);
  await pointerIsUp();
  return { ReadingRoom, discussion };
}

function problemOf(error: unknown): string {
  if (error instanceof CallError) leaveWhatIsClosed(error.code);
  const isOffline = !(error instanceof CallError) || error.code === "offline";
  return isOffline
    ? "No connection: the text can be read, and the discussion comes as soon as there is one."
    : `The discussion could not be loaded. The text can be read.${errorNumber(error)}`;
}
