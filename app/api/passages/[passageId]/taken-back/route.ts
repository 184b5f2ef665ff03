import * as attributions from "@/lib/attributions/queries";
import { listTakenBack } from "@/lib/attributions/schema";
import { route } from "@/lib/http/route";

export const GET = route(listTakenBack, ({ viewer, params }) =>
  attributions.listTakenBack(viewer, params.passageId),
);
