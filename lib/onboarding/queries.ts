import "server-only";
import { samplePeople } from "@/lib/accounts/sample-people";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";

const createdById = samplePeople.nora.id;

/** The latest sample article that this viewer may see and is in the list; null when there is none. */
export async function findSample(viewer: Viewer): Promise<string | null> {
  const article = await db().article.findFirst({
    where: { createdById, workspaceId: { in: workspaceIds(viewer) }, archivedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return article?.id ?? null;
}

/** The sample article of a workspace, archived or not. */
export function findSampleOf(tx: Tx, workspaceId: string) {
  return tx.article.findFirst({
    where: { createdById, workspaceId },
    orderBy: { createdAt: "desc" },
    select: { id: true, version: true, archivedAt: true },
  });
}

/** What an invited person is told on the page where they come in. */
export type Welcome = {
  workspaceId: string;
  workspaceName: string;
  invitedBy: string;
  /** The sample article of the workspace, where it is in the list. */
  sampleId: string | null;
};

/** The welcome of whoever came by invitation, to the latest workspace; null once they have closed the first steps. */
export async function readWelcome(viewer: Viewer): Promise<Welcome | null> {
  const { userId } = viewer;
  const row = await db().invitation.findFirst({
    where: {
      workspaceId: { in: workspaceIds(viewer) },
      acceptedById: userId,
      acceptedBy: { onboardedAt: null },
    },
    orderBy: { acceptedAt: "desc" },
    select: {
      workspaceId: true,
      workspace: { select: { name: true } },
      createdBy: { select: { name: true } },
    },
  });
  if (!row) return null;
  const { workspaceId, workspace, createdBy } = row;
  const sample = await findSampleOf(db(), workspaceId);
  const sampleId = sample && !sample.archivedAt ? sample.id : null;
  return { workspaceId, workspaceName: workspace.name, invitedBy: createdBy.name, sampleId };
}

/** Whether this viewer still wants to see the first steps. */
export async function isNewcomer(viewer: Viewer): Promise<boolean> {
  return (await db().user.count({ where: { id: viewer.userId, onboardedAt: null } })) > 0;
}
