import { exportArticleLedger } from "@/lib/attributions/ledger-schema";
import * as discussion from "@/lib/discussion/export-ledger";
import { route } from "@/lib/http/route";

export const GET = route(exportArticleLedger, ({ viewer, params }) =>
  discussion.exportArticleLedger(viewer, params.articleId),
);
