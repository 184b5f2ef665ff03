import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SiteHeader } from "@/components/accounts/site-header";
import { WorkspaceView } from "@/components/workspaces/workspace-view";
import { can } from "@/lib/auth/permissions";
import { requireViewer } from "@/lib/auth/session";
import { roleIn } from "@/lib/auth/viewer";
import { countForBell } from "@/lib/notifications/queries";
import { countSuggestions } from "@/lib/suggestions/queries";
import { readAudit, readInvitations, readMembers, readWorkspace } from "@/lib/workspaces/queries";

export const metadata: Metadata = { title: "Workspace" };

type Props = { params: Promise<{ workspaceId: string }> };

export default async function WorkspacePage({ params }: Props) {
  const { workspaceId } = await params;
  const viewer = await requireViewer(`/workspaces/${workspaceId}`);
  if (!roleIn(viewer, workspaceId)) notFound();
  const now = new Date();
  const [members, invitations, history, suggestions] = await Promise.all([
    readMembers(viewer, workspaceId),
    can(viewer, "member.invite", { workspaceId }) ? readInvitations(viewer, workspaceId, now) : null,
    can(viewer, "audit.read", { workspaceId }) ? readAudit(viewer, workspaceId, undefined) : null,
    can(viewer, "suggestion.count", { workspaceId }) ? countSuggestions(viewer, workspaceId) : null,
  ]);
  return (
    <>
      <SiteHeader viewer={viewer} unread={countForBell(viewer)} current="workspace" />
      <WorkspaceView
        viewer={viewer}
        workspace={readWorkspace(viewer, workspaceId)}
        members={members}
        invitations={invitations}
        history={history}
        suggestions={suggestions}
      />
    </>
  );
}
