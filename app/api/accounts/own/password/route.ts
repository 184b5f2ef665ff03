import { changePassword as change } from "@/lib/accounts/own";
import { changePassword } from "@/lib/accounts/own-schema";
import { mustReadSessionToken } from "@/lib/auth/session";
import { clientAddress } from "@/lib/http/rate-limit";
import { route } from "@/lib/http/route";

export const PUT = route(changePassword, async ({ viewer, body, request }) => {
  const { sid } = await mustReadSessionToken();
  return change(viewer, body, { sid, address: clientAddress(request.headers) });
});
