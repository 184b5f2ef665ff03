import { route } from "@/lib/http/route";
import * as mutations from "@/lib/notifications/mutations";
import { putWatchLevel } from "@/lib/notifications/schema";

export const PUT = route(putWatchLevel, ({ viewer, body }) => mutations.putWatchLevel(viewer, body.level));
