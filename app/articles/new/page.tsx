import type { Metadata } from "next";
import { SiteHeader } from "@/components/accounts/site-header";
import { CannotImport } from "@/components/articles/import/cannot-import";
import { ImportRoom } from "@/components/articles/import/import-room";
import { can } from "@/lib/auth/permissions";
import { requireViewer } from "@/lib/auth/session";
import { countForBell } from "@/lib/notifications/queries";
import { readMembers } from "@/lib/workspaces/queries";

export const metadata: Metadata = { title: "Import an article" };

export default async function ImportPage() {
  const viewer = await requireViewer("/articles/new");
  const workspaces = viewer.memberships.filter((one) => can(viewer, "article.import", one));
  const asked = workspaces.length > 0 ? [] : viewer.memberships;
  const helpers = await Promise.all(
    asked.map(async ({ workspaceId, workspaceName }) => ({
      workspaceId,
      workspaceName,
      people: (await readMembers(viewer, workspaceId)).filter(
        ({ role }) => role === "owner" || role === "editor",
      ),
    })),
  );
  return (
    <>
      <SiteHeader viewer={viewer} unread={countForBell(viewer)} current="import" />
      <main id="main" className="mx-auto w-full max-w-page px-4 pt-8 phone:px-6">
        <h1 className="mb-6 text-title font-medium">Import an article</h1>
        {workspaces.length > 0 ? (
          <ImportRoom
            userId={viewer.userId}
            workspaces={workspaces.map(({ workspaceId, workspaceName }) => ({ workspaceId, workspaceName }))}
          />
        ) : (
          <CannotImport helpers={helpers} />
        )}
      </main>
    </>
  );
}
