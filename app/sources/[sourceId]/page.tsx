import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { SiteHeader } from "@/components/accounts/site-header";
import { SaidList } from "@/components/sources/said-list";
import { SourceHeader } from "@/components/sources/source-header";
import { SourceThreads } from "@/components/sources/source-threads";
import { PageLinks } from "@/components/ui/page-links";
import { listSaid as listSaidEndpoint } from "@/lib/attributions/ledger-schema";
import { listSaid } from "@/lib/attributions/workspace-ledger";
import { can } from "@/lib/auth/permissions";
import { requireViewer } from "@/lib/auth/session";
import { id } from "@/lib/http/fields";
import { type GivenAddress, readAddress } from "@/lib/http/read-address";
import { countForBell } from "@/lib/notifications/queries";
import { findSource, getSource, listSourceThreads } from "@/lib/sources/queries";

type Props = {
  params: Promise<{ sourceId: string }>;
  searchParams: Promise<GivenAddress>;
};

export async function generateMetadata({ params }: Props) {
  const { source } = await load((await params).sourceId);
  return { title: source.name };
}

export default async function SourcePage({ params, searchParams }: Props) {
  const { viewer, source, merged } = await load((await params).sourceId);
  const query = readAddress(listSaidEndpoint.query, await searchParams);
  if (!query) notFound();
  const { cursor } = query;
  const [said, { threads }, into] = await Promise.all([
    listSaid(viewer, source.id, cursor),
    listSourceThreads(viewer, source.id),
    source.mergedInto ? findSource(viewer, source.mergedInto) : null,
  ]);
  return (
    <>
      <SiteHeader viewer={viewer} unread={countForBell(viewer)} />
      <main id="main" className="mx-auto w-full max-w-page px-4 py-8 phone:px-6">
        <SourceHeader
          source={source}
          merged={merged}
          into={into}
          mayEdit={can(viewer, "source.edit", source)}
          mayMerge={can(viewer, "source.merge", source)}
        />
        <SourceThreads sourceId={source.id} threads={threads} />
        <SaidList source={source} passages={said.passages} isStart={!cursor} />
        <PageLinks
          back={cursor ? { label: "Back to the latest", href: `/sources/${source.id}` } : null}
          next={
            said.nextCursor
              ? { label: "Show what it said before", href: `/sources/${source.id}?cursor=${said.nextCursor}` }
              : null
          }
        />
      </main>
    </>
  );
}

/** Once a request, for the page and its title. */
const load = cache(async (given: string) => {
  const viewer = await requireViewer(`/sources/${given}`);
  const { data: sourceId } = id.safeParse(given);
  if (!sourceId) notFound();
  return { viewer, ...(await orNotFound(getSource(viewer, sourceId))) };
});
