import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { SiteHeader } from "@/components/accounts/site-header";
import { addressOfLedger } from "@/components/sources/ledger-address";
import { RefreshingProposals } from "@/components/sources/refreshing-proposals";
import { WorkspaceLedger, WorkspaceLedgerControls } from "@/components/sources/workspace-ledger";
import { PageLinks } from "@/components/ui/page-links";
import { WorkspaceSwitch } from "@/components/workspaces/workspace-switch";
import { readLedgerAddress } from "@/lib/attributions/read-ledger-address";
import { listLedger } from "@/lib/attributions/workspace-ledger";
import { can } from "@/lib/auth/permissions";
import { requireViewer } from "@/lib/auth/session";
import { roleIn } from "@/lib/auth/viewer";
import type { GivenAddress } from "@/lib/http/read-address";
import { countForBell } from "@/lib/notifications/queries";
import { listMergeProposals } from "@/lib/sources/queries";

export const metadata: Metadata = { title: "Sources" };

type Props = { searchParams: Promise<GivenAddress> };

export default async function SourcesPage({ searchParams }: Props) {
  const query = readLedgerAddress(await searchParams);
  if (!query) notFound();
  const { workspace: asked, cursor, ...wanted } = query;
  const { q = "", kind, order = "passages" } = wanted;
  const viewer = await requireViewer(
    asked ? addressOfLedger({ workspace: asked, q, kind, order }) : "/sources",
  );
  const workspaceId = asked ?? viewer.memberships[0]?.workspaceId;
  // Whoever is in no workspace learns on the list of articles what to do about it.
  if (!workspaceId) redirect("/");
  if (!roleIn(viewer, workspaceId)) notFound();
  const choice = { workspace: workspaceId, q, kind, order };
  const isWhole = !q && !kind && !cursor;
  const mayMerge = can(viewer, "source.merge", { workspaceId });
  const [ledger, { proposals }] = await Promise.all([
    listLedger(viewer, workspaceId, query),
    isWhole && mayMerge ? listMergeProposals(viewer, workspaceId) : { proposals: [] },
  ]);
  return (
    <>
      <SiteHeader viewer={viewer} unread={countForBell(viewer)} current="sources" />
      <main id="main" className="mx-auto w-full max-w-page px-4 py-8 phone:px-6">
        <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
          <h1 tabIndex={-1} className="text-title font-medium outline-offset-2">
            Sources
          </h1>
          <WorkspaceSwitch
            viewer={viewer}
            current={workspaceId}
            address={(workspace = workspaceId) => addressOfLedger({ ...choice, workspace })}
          />
        </div>
        <RefreshingProposals proposals={proposals} />
        {(ledger.rows.length > 0 || !isWhole) && <WorkspaceLedgerControls choice={choice} />}
        <WorkspaceLedger choice={choice} rows={ledger.rows} />
        <PageLinks
          back={cursor ? { label: "Back to the top", href: addressOfLedger(choice) } : null}
          next={
            ledger.nextCursor
              ? { label: "Show more sources", href: addressOfLedger(choice, ledger.nextCursor) }
              : null
          }
        />
      </main>
    </>
  );
}
