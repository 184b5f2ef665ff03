import { deleteAccount as end } from "@/lib/accounts/delete-account";
import { renameAccount as rename } from "@/lib/accounts/own";
import { getAccount as get } from "@/lib/accounts/own-queries";
import { deleteAccount, getAccount, renameAccount } from "@/lib/accounts/own-schema";
import { mustReadSessionToken } from "@/lib/auth/session";
import { clientAddress } from "@/lib/http/rate-limit";
import { route } from "@/lib/http/route";

export const GET = route(getAccount, async ({ viewer }) =>
  get(viewer, (await mustReadSessionToken()).sid, new Date()),
);

export const PATCH = route(renameAccount, ({ viewer, body }) => rename(viewer, body));

export const DELETE = route(deleteAccount, ({ viewer, body, request }) =>
  end(viewer, body, clientAddress(request.headers)),
);
