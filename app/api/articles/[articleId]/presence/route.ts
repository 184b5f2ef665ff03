import { route } from "@/lib/http/route";
import * as live from "@/lib/live/queries";
import { getPresence } from "@/lib/live/schema";

export const GET = route(getPresence, ({ viewer, params }) => live.getPresence(viewer, params.articleId));
