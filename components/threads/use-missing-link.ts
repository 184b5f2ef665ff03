"use client";

import { useEffect, useState } from "react";
import type { BuiltThread } from "@/lib/threads/build-thread";

/** True when the address points to a comment of this thread, and there is neither that comment nor its hole. */
export function useMissingLink(threadId: string, linkedId: string | null, { items }: BuiltThread): boolean {
  const [isMeant, setMeant] = useState(false);
  useEffect(() => {
    setMeant(new URLSearchParams(window.location.search).get("thread") === threadId);
  }, [threadId]);
  return (
    isMeant && linkedId !== null && !items.some((item) => "comment" in item && item.comment.id === linkedId)
  );
}
