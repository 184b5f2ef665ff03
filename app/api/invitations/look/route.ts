import { clientAddress, countTry } from "@/lib/http/rate-limit";
import { route } from "@/lib/http/route";
import { readInvitation } from "@/lib/workspaces/queries";
import { lookAtInvitation } from "@/lib/workspaces/schema";

export const POST = route(lookAtInvitation, async ({ viewer, body, request }) => {
  await countTry("invitation-look", clientAddress(request.headers));
  return readInvitation(viewer, body.token, new Date());
});
