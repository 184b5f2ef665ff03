"use client";

import { useEffect, useRef } from "react";
import { announce } from "@/components/ui/announcer";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { nameOf } from "@/lib/discussion/name-of";
import type { Discussion } from "@/lib/discussion/schema";

type Given = {
  discussion: Discussion;
  entries: PassageEntry[];
  /** An open thread announces its own replies. */
  openId: string | null;
  userId: string;
};

/** Not more than one sentence in this time. */
const quietMs = 5_000;

/** Tells screen readers what others have just done elsewhere in the article. */
export function useNews({ discussion, entries, openId, userId }: Given): void {
  const told = useRef(discussion.number);
  const quietUntil = useRef(0);
  useEffect(() => {
    const since = told.current;
    told.current = discussion.number;
    if (discussion.number <= since || Date.now() < quietUntil.current) return;
    const sentence = newsSince(since, discussion, entries, openId, userId);
    if (!sentence) return;
    quietUntil.current = Date.now() + quietMs;
    announce(sentence);
  }, [discussion, entries, openId, userId]);
}

function newsSince(
  since: number,
  { comments, passages, people }: Discussion,
  entries: PassageEntry[],
  openId: string | null,
  userId: string,
): string | null {
  const comment = comments.findLast((one) => one.createdNumber > since && one.author !== userId);
  if (comment) {
    const entry = entries.find((one) => one.threads.some((thread) => thread.id === comment.threadId));
    if (entry?.passage.id === openId) return null;
    return `${nameOf(people, comment.author)} commented on ${entry ? `passage ${entry.place}` : "the article"}.`;
  }
  const passage = passages.find((one) => one.createdNumber > since && one.createdBy !== userId);
  return passage ? `${nameOf(people, passage.createdBy)} marked a passage.` : null;
}
