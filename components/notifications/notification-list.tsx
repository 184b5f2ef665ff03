"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { attempt } from "@/components/threads/attempt";
import { Button } from "@/components/ui/button";
import { TimeAgo } from "@/components/ui/time-ago";
import { call } from "@/lib/http/client";
import { gatherNotifications, sentenceOf } from "@/lib/notifications/gather";
import { type NotificationView, readNotifications } from "@/lib/notifications/schema";

type Props = { notifications: NotificationView[]; unread: number };

/** What concerns this person and is new: one line a passage, each leading to it. */
export function NotificationList({ notifications, unread }: Props) {
  const router = useRouter();
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const shown = notifications.filter(({ id }) => !read.has(id));
  if (shown.length === 0) return null;
  const lines = gatherNotifications(shown);
  const more = unread - notifications.length;

  // Only what is on the screen: what has come since, or stands further down, nobody has read.
  async function markAll() {
    const ids = shown.map(({ id }) => id);
    if (!(await attempt(call(readNotifications, { body: { ids } })))) return;
    setRead(new Set([...read, ...ids]));
    router.refresh();
  }
  return (
    <section aria-labelledby="news" className="mb-10 border-control border-l-2 bg-card px-5 py-4">
      <div className="flex items-center justify-between gap-4">
        <h2 id="news" className="font-sans font-semibold text-body">
          New for you
        </h2>
        <Button size="small" look="quiet" onClick={() => void markAll()}>
          Mark all as read
        </Button>
      </div>
      <ul className="mt-2">
        {lines.map(({ notification, ids, by }) => (
          <li key={notification.id} className="py-2 text-card">
            <a
              className="group block"
              href={hrefOf(notification)}
              onClick={() => {
                // It is read by going there; the page need not wait for it.
                void call(readNotifications, { body: { ids } }).catch(() => {});
              }}
            >
              <span className="font-medium">{sentenceOf(notification.kind, by)}</span>{" "}
              <span className="text-muted">
                in “{notification.articleTitle}”, <TimeAgo at={notification.at} />
              </span>
              <span className="line-clamp-1 font-serif text-body text-muted italic group-hover:underline">
                {notification.words}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-label text-muted">And {more} older ones.</p>}
    </section>
  );
}

function hrefOf({ articleId, threadId, passageId }: NotificationView): string {
  if (threadId) return `/articles/${articleId}?thread=${threadId}`;
  return `/articles/${articleId}${passageId ? `?passage=${passageId}` : ""}`;
}
