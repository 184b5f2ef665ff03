import { type GivenAddress, readAddress } from "@/lib/http/read-address";
import { type NotificationQuery, type NotificationShow, notificationQuery } from "./schema";

/** What an address of the notifications asks for; null when it asks for nonsense. */
export function readNotificationsAddress(address: GivenAddress): NotificationQuery | null {
  return readAddress(notificationQuery, address);
}

/** The address of a list of notifications, from its top or from where a page ended. */
export function addressOfNotifications(show: NotificationShow, cursor?: string): string {
  const query = new URLSearchParams();
  if (show !== "all") query.set("show", show);
  if (cursor) query.set("cursor", cursor);
  return query.size > 0 ? `/notifications?${query}` : "/notifications";
}
