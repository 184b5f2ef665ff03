import { checkAllTexts } from "@/lib/text/gate";
import { type NotificationQuery, type NotificationShow, notificationQuery } from "./schema";

/** What an address of the notifications asks for; null when it asks for nonsense. */
export function readNotificationsAddress(
  address: Record<string, string | string[] | undefined>,
): NotificationQuery | null {
  const known = ["show", "cursor"].flatMap((key) => {
    const value = address[key];
    return value ? [[key, value]] : [];
  });
  if (checkAllTexts(known)) return null;
  const parsed = notificationQuery.safeParse(Object.fromEntries(known));
  return parsed.success ? parsed.data : null;
}

/** The address of a list of notifications, from its top or from where a page ended. */
export function addressOfNotifications(show: NotificationShow, cursor?: string): string {
  const query = new URLSearchParams();
  if (show !== "all") query.set("show", show);
  if (cursor) query.set("cursor", cursor);
  return query.size > 0 ? `/notifications?${query}` : "/notifications";
}
