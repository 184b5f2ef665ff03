import type { Metadata } from "next";
import { SiteHeader } from "@/components/accounts/site-header";
import { NewWorkspaceForm } from "@/components/workspaces/new-workspace-form";
import { requireViewer } from "@/lib/auth/session";
import { countForBell } from "@/lib/notifications/queries";

export const metadata: Metadata = { title: "New workspace" };

export default async function NewWorkspacePage() {
  const viewer = await requireViewer("/workspaces/new");
  return (
    <>
      <SiteHeader viewer={viewer} unread={countForBell(viewer)} />
      <main id="main" className="mx-auto flex w-full max-w-md flex-col gap-6 px-5 py-10 phone:py-16">
        <h1 className="text-title font-medium">New workspace</h1>
        <p className="text-muted">
          A workspace has its own members and articles. You will be its owner, and can invite others.
        </p>
        <NewWorkspaceForm />
      </main>
    </>
  );
}
