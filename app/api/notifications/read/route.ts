import { route } from "@/lib/http/route";
import * as mutations from "@/lib/notifications/mutations";
import { readNotifications } from "@/lib/notifications/schema";

export const PUT = route(readNotifications, ({ viewer, body }) =>
  mutations.markNotificationsRead(viewer, body.ids),
);
