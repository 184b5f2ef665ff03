import { listLedger } from "@/lib/attributions/ledger-schema";
import * as ledger from "@/lib/attributions/workspace-ledger";
import { route } from "@/lib/http/route";

export const GET = route(listLedger, ({ viewer, params, query }) =>
  ledger.listLedger(viewer, params.workspaceId, query),
);
