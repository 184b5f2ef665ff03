import { endOneSession as end } from "@/lib/accounts/own";
import { endOneSession } from "@/lib/accounts/own-schema";
import { route } from "@/lib/http/route";

export const DELETE = route(endOneSession, ({ viewer, params }) => end(viewer, params.sessionId));
