import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { PublicReport } from "@/components/reports/public-report";
import { openPublishedReport } from "@/lib/reports/export-report";
import { inQuotes } from "@/lib/text/in-quotes";

// Whoever has the address may read it; search engines are not given it.
const robots = { index: false, follow: false };

type Props = { params: Promise<{ address: string }> };

export async function generateMetadata({ params }: Props) {
  const { report } = await load((await params).address);
  return { title: `Report on ${inQuotes(report.article.title)}`, robots };
}

export default async function PublishedReportPage({ params }: Props) {
  const { address } = await params;
  return <PublicReport address={address} {...(await load(address))} />;
}

/** Once a request, for the page and its title. Nobody is asked who they are. */
const load = cache((address: string) => orNotFound(openPublishedReport(address)));
