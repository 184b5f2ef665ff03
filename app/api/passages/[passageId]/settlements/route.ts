import { createSettlement } from "@/lib/attributions/schema";
import * as settlements from "@/lib/attributions/settlements";
import { route } from "@/lib/http/route";

export const POST = route(createSettlement, ({ viewer, params, body }) =>
  settlements.createSettlement(viewer, params.passageId, body),
);
