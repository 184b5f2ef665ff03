"use client";

import { type RefObject, useRef, useState } from "react";
import { attempt } from "@/components/outbox/attempt";
import { announce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { EarlyKeys } from "@/components/ui/early-keys";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { OfflineNotice } from "@/components/ui/offline-notice";
import { PageLinks } from "@/components/ui/page-links";
import { toast } from "@/components/ui/toast";
import { useHandOn } from "@/components/ui/use-hand-on";
import { call } from "@/lib/http/client";
import {
  type Gathered,
  gatherNotifications,
  groupByArticle,
  type ArticleNews as News,
  sentenceOf,
} from "@/lib/notifications/gather";
import { addressOfNotifications } from "@/lib/notifications/read-notifications-address";
import {
  type NotificationPage,
  type NotificationShow,
  putWatch,
  type WatchLevel,
} from "@/lib/notifications/schema";
import { inQuotes } from "@/lib/text/in-quotes";
import { ArticleNews } from "./article-news";
import { NotificationRow, type RowActions } from "./notification-row";
import { showWords } from "./show-words";
import { useNotificationKeys } from "./use-notification-keys";
import { useNotifications } from "./use-notifications";

type Props = { initial: NotificationPage; show: NotificationShow; cursor: string | null };

/** What concerns this person, article by article, to be opened, done with, or put off. */
export function NotificationsRoom({ initial, show, cursor }: Props) {
  const held = useNotifications(initial, show, cursor);
  const [laterFor, setLaterFor] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const lines = gatherNotifications(held.notifications);
  const unread = lines.filter((one) => one.isNew).flatMap((one) => one.ids);

  /** Changes a line; where it leaves the list, the focus goes to the next one. */
  async function leave(
    line: Gathered,
    change: Parameters<typeof held.change>[1],
    words: string,
    back: typeof change,
  ) {
    focusBeside(root.current, line);
    if (!(await held.change(line.ids, change))) return;
    const undo = () => void held.change(line.ids, back);
    toast(`${words}: ${sentenceOf(line.notification, line.by)}`, {
      action: { label: "Undo", onClick: undo },
    });
  }
  const actions: RowActions = {
    // It is read by going there; the page need not wait for it.
    open: (line) => {
      if (line.isNew) void held.change(line.ids, { read: true });
    },
    setRead: (line, read) => void held.change(line.ids, { read }),
    setDone: (line, done) =>
      void leave(line, done ? { done, read: true } : { done }, done ? "Done" : "Not done", {
        done: !done,
        read: !line.isNew,
      }),
    putOff: (line, until) =>
      void leave(
        line,
        { until: until?.toISOString() ?? null },
        until ? "Put off" : "Back",
        until ? { until: null, read: !line.isNew } : { until: line.notification.dueAt },
      ),
  };
  useNotificationKeys({
    root,
    lines,
    toggleDone: (line) => actions.setDone(line, line.notification.doneAt === null),
    toggleRead: (line) => actions.setRead(line, line.isNew),
    later: (line) => {
      if (show === "later") actions.putOff(line, null);
      else if (show !== "done") setLaterFor(line.notification.id);
    },
    mute: ({ notification: { articleId, articleTitle: title } }) => void mute({ articleId, title }),
  });

  async function setLevel(articleId: string, level: WatchLevel): Promise<WatchLevel | null> {
    const work = call(putWatch, { params: { articleId }, body: { level } });
    if (!(await attempt(work))) return null;
    await held.refresh();
    return (await work).was;
  }
  async function mute({ articleId, title }: Pick<News, "articleId" | "title">) {
    const was = await setLevel(articleId, "muted");
    if (!was) return;
    const undo = () => void setLevel(articleId, was);
    toast(`Muted ${inQuotes(title)}`, { action: { label: "Undo", onClick: undo } });
  }

  return (
    <div ref={root}>
      <EarlyKeys />
      <OfflineNotice>
        You are offline. The list is as it was last; what you change here has to wait until you are back.
      </OfflineNotice>
      {held.failure && (
        <Notice kind="error" className="mb-4">
          {held.failure}{" "}
          <button type="button" className="link" onClick={() => void held.refresh()}>
            Try again
          </button>
        </Notice>
      )}
      {unread.length > 0 && show !== "done" && (
        <ReadAll root={root} onRead={() => held.change(unread, { read: true })} />
      )}
      {groupByArticle(lines).map((news) => (
        <ArticleNews key={news.articleId} news={news} onMute={() => void mute(news)}>
          {(line) => (
            <NotificationRow
              key={line.notification.id}
              line={line}
              actions={actions}
              isLaterOpen={laterFor === line.notification.id}
              onLaterOpen={(isOpen) => setLaterFor(isOpen ? line.notification.id : null)}
            />
          )}
        </ArticleNews>
      ))}
      {lines.length === 0 && (
        <EmptyState title={showWords[show].empty}>
          <p>{showWords[show].why}</p>
        </EmptyState>
      )}
      <PageLinks
        back={cursor ? { label: "Back to the top", href: addressOfNotifications(show) } : null}
        next={
          held.nextCursor
            ? { label: "Show older ones", href: addressOfNotifications(show, held.nextCursor) }
            : null
        }
      />
    </div>
  );
}

type ReadAllProps = { root: RefObject<HTMLElement | null>; onRead: () => Promise<boolean> };

function ReadAll({ root, onRead }: ReadAllProps) {
  const place = useRef<HTMLParagraphElement>(null);
  useHandOn(place, () => root.current?.querySelector<HTMLElement>("[data-row]") ?? pageHeading());
  async function read() {
    if (await onRead()) announce("All are marked as read.");
  }
  return (
    <p ref={place} className="absolute top-8 right-4 phone:right-6">
      <Button size="small" look="quiet" onClick={() => void read()}>
        Mark all as read
      </Button>
    </p>
  );
}

const pageHeading = () => document.querySelector<HTMLElement>("h1");

/** Where a row that had the focus leaves, the next one takes it. */
function focusBeside(root: HTMLElement | null, line: Gathered): void {
  const rows = Array.from(root?.querySelectorAll<HTMLElement>("[data-row]") ?? []);
  const at = rows.findIndex((one) => one.dataset.row === line.notification.id);
  if (!rows[at]?.contains(document.activeElement)) return;
  const next = rows[at + 1] ?? rows[at - 1] ?? pageHeading();
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
}
