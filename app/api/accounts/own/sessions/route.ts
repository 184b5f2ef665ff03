import { endOtherSessions as end } from "@/lib/accounts/own";
import { endOtherSessions } from "@/lib/accounts/own-schema";
import { mustReadSessionToken } from "@/lib/auth/session";
import { route } from "@/lib/http/route";

export const DELETE = route(endOtherSessions, async ({ viewer }) =>
  end(viewer, (await mustReadSessionToken()).sid),
);
