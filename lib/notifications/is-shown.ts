import type { NotificationShow, NotificationView } from "./schema";

type Standing = Pick<NotificationView, "kind" | "dueAt" | "readAt" | "doneAt">;

/** Whether a notification belongs into a list at `now`: the same rule as the one that the database is asked with. */
export function isShown(
  { kind, dueAt, readAt, doneAt }: Standing,
  show: NotificationShow,
  now: Date,
): boolean {
  if (show === "done") return doneAt !== null;
  const isDue = new Date(dueAt) <= now;
  if (doneAt !== null || isDue === (show === "later")) return false;
  if (show === "unread") return readAt === null;
  if (show === "mentions") return kind === "mentioned";
  return show !== "assigned" || kind === "assigned";
}
