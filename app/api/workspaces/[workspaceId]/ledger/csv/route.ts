import { exportLedger } from "@/lib/attributions/ledger-schema";
import * as ledger from "@/lib/attributions/workspace-ledger";
import { route } from "@/lib/http/route";

export const GET = route(exportLedger, ({ viewer, params }) =>
  ledger.exportLedger(viewer, params.workspaceId),
);
