"use client";

import { useEffect, useRef } from "react";
import { announce } from "@/components/ui/announcer";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import type { Discussion } from "@/lib/discussion/schema";
import { countOf } from "@/lib/text/count-of";
import { newsSince } from "./news-since";
import type { Opened } from "./room";

type Given = {
  discussion: Discussion;
  entries: PassageEntry[];
  opened: Opened | null;
  userId: string;
};

/** Not more than one message in this time. */
const quietMs = 5_000;
/** So many sentences of it, and of the others that there are more. */
const most = 3;

/** Tells screen readers what others have just done, at what is open and elsewhere in the article. */
export function useNews({ discussion, entries, opened, userId }: Given): void {
  const told = useRef(discussion);
  const waiting = useRef<string[]>([]);
  const quiet = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const before = told.current;
    told.current = discussion;
    if (discussion.number <= before.number) return;
    waiting.current.push(...newsSince(before, discussion, { entries, opened, userId }));
    const say = () => {
      quiet.current = undefined;
      const news = [...new Set(waiting.current)];
      waiting.current = [];
      if (news.length === 0) return;
      const more = news.length - most;
      announce(
        [...news.slice(0, most), ...(more > 0 ? [`And ${countOf(more, "more change")}.`] : [])].join(" "),
      );
      quiet.current = setTimeout(say, quietMs);
    };
    if (quiet.current === undefined) say();
  }, [discussion, entries, opened, userId]);
  useEffect(() => () => clearTimeout(quiet.current), []);
}
