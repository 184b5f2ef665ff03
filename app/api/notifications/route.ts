import { route } from "@/lib/http/route";
import * as queries from "@/lib/notifications/queries";
import { listNotifications } from "@/lib/notifications/schema";

export const GET = route(listNotifications, ({ viewer }) => queries.listNotifications(viewer));
