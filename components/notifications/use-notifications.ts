"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { followNotifications, type LiveState } from "@/components/live/connection";
import { hearUnread, tellUnread } from "@/components/live/unread";
import { attempt } from "@/components/outbox/attempt";
import { CallError, call, messageOf } from "@/lib/http/client";
import { isShown } from "@/lib/notifications/is-shown";
import {
  changeNotifications,
  listNotifications,
  type NotificationChange,
  type NotificationPage,
  type NotificationShow,
  type NotificationView,
} from "@/lib/notifications/schema";

/** How often to ask: what was put off comes back without a sound, and without a stream nothing makes one. */
const askMs: Record<LiveState, number> = { live: 60_000, waiting: 15_000 };

type Change = Omit<NotificationChange, "ids">;
/** What was changed here, shown at once; `at` is when the server agreed. */
type Patch = { over: Partial<NotificationView>; at: number | null };

/** Holds a list of notifications, keeps it up to date, and changes it at once when the person does. */
export function useNotifications(initial: NotificationPage, show: NotificationShow, cursor: string | null) {
  const [page, setPage] = useState(initial);
  const [patches, setPatches] = useState<ReadonlyMap<string, Patch>>(new Map());
  const [failure, setFailure] = useState<string | null>(null);
  const [live, setLive] = useState<LiveState>("waiting");
  const asked = useRef(0);

  const refresh = useCallback(async () => {
    const number = ++asked.current;
    const began = Date.now();
    try {
      const fresh = await call(listNotifications, { query: { show, ...(cursor ? { cursor } : {}) } });
      if (number !== asked.current) return;
      setPage(fresh);
      setPatches((before) => new Map([...before].filter(([, { at }]) => at === null || at >= began)));
      setFailure(null);
    } catch (error) {
      // Of a lost connection there is a notice already.
      if (error instanceof CallError && error.code === "offline") return;
      setFailure(messageOf(error));
    }
  }, [show, cursor]);

  useEffect(() => followNotifications(setLive), []);
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === "visible") void refresh();
    };
    const stop = hearUnread(() => void refresh());
    const timer = setInterval(ask, askMs[live]);
    window.addEventListener("online", ask);
    return () => {
      stop();
      clearInterval(timer);
      window.removeEventListener("online", ask);
    };
  }, [live, refresh]);

  /** Changes these; takes it back, and says why, when the server refuses. True when it was done. */
  const change = useCallback(async (ids: string[], wanted: Change): Promise<boolean> => {
    const over = patchOf(wanted, new Date().toISOString());
    const put = (at: number | null) =>
      setPatches((before) => {
        const after = new Map(before);
        for (const id of ids) after.set(id, { over: { ...after.get(id)?.over, ...over }, at });
        return after;
      });
    put(null);
    // Whoever opens one leaves the page with the same press.
    const work = call(changeNotifications, { body: { ids, ...wanted }, keepalive: true });
    if (await attempt(work)) {
      put(Date.now());
      tellUnread((await work).unread);
      return true;
    }
    setPatches((before) => new Map([...before].filter(([id]) => !ids.includes(id))));
    return false;
  }, []);

  const now = new Date();
  const notifications = page.notifications
    .map((one) => ({ ...one, ...patches.get(one.id)?.over }))
    .filter((one) => isShown(one, show, now));
  return { notifications, nextCursor: page.nextCursor, failure, refresh, change };
}

function patchOf({ read, done, until }: Change, now: string): Partial<NotificationView> {
  return {
    ...(read === undefined ? {} : { readAt: read ? now : null }),
    ...(done === undefined ? {} : { doneAt: done ? now : null }),
    ...(until ? { dueAt: until, readAt: null } : {}),
    ...(until === null ? { dueAt: now } : {}),
  };
}
