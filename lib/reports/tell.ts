import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db/transaction";
import { storeAudit } from "@/lib/workspaces/audit";

type Told = "report.published" | "report.withdrawn" | "report.exported";

/** Notes in the workspace's history what was done with an article's report; never its address, which is a key. */
export async function tellOfReport(
  tx: Tx,
  viewer: Viewer,
  { id, workspaceId }: { id: string; workspaceId: string },
  action: Told,
): Promise<void> {
  const { title } = await tx.article.findUniqueOrThrow({ where: { id }, select: { title: true } });
  await storeAudit(tx, { workspaceId, actor: viewer, action, detail: { articleId: id, title } });
}
