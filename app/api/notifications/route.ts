import { route } from "@/lib/http/route";
import * as mutations from "@/lib/notifications/mutations";
import * as queries from "@/lib/notifications/queries";
import { changeNotifications, listNotifications } from "@/lib/notifications/schema";

export const GET = route(listNotifications, ({ viewer, query }) => queries.listNotifications(viewer, query));

export const PATCH = route(changeNotifications, ({ viewer, body }) =>
  mutations.changeNotifications(viewer, body, new Date()),
);
