import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { SiteHeader } from "@/components/accounts/site-header";
import { ReportRoom } from "@/components/reports/report-room";
import { requireViewer } from "@/lib/auth/session";
import { id } from "@/lib/http/fields";
import type { GivenAddress } from "@/lib/http/read-address";
import { countForBell } from "@/lib/notifications/queries";
import { openReport } from "@/lib/reports/queries";
import { inQuotes } from "@/lib/text/in-quotes";

type Props = {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<GivenAddress>;
};

export async function generateMetadata(props: Props) {
  const { opened } = await load(...(await asked(props)));
  return { title: `Report on ${inQuotes(opened.report.article.title)}` };
}

export default async function ReportPage(props: Props) {
  const { viewer, opened } = await load(...(await asked(props)));
  return (
    <>
      <SiteHeader viewer={viewer} unread={countForBell(viewer)} />
      <ReportRoom opened={opened} />
    </>
  );
}

/** The article, and what its report shall hold: null where the address does not say. */
async function asked({ params, searchParams }: Props) {
  const [{ articleId }, { show }] = await Promise.all([params, searchParams]);
  return [articleId, show === undefined ? null : [show].flat().join(" ")] as const;
}

/** Once a request, for the page and its title. */
const load = cache(async (given: string, show: string | null) => {
  const words = show?.split(" ");
  const query = words ? `?${new URLSearchParams(words.map((one) => ["show", one]))}` : "";
  const viewer = await requireViewer(`/articles/${given}/report${query}`);
  const { data: articleId } = id.safeParse(given);
  if (!articleId) notFound();
  const opened = await orNotFound(openReport(viewer, articleId, words, new Date()));
  return { viewer, opened };
});
