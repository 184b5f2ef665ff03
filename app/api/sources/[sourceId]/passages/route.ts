import { listSaid } from "@/lib/attributions/ledger-schema";
import * as ledger from "@/lib/attributions/workspace-ledger";
import { route } from "@/lib/http/route";

export const GET = route(listSaid, ({ viewer, params, query }) =>
  ledger.listSaid(viewer, params.sourceId, query.cursor),
);
