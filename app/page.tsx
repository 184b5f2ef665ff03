import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SiteHeader } from "@/components/accounts/site-header";
import { ArticleList } from "@/components/articles/article-list";
import { addressOfList } from "@/components/articles/list-address";
import { ListControls } from "@/components/articles/list-controls";
import { NoArticles } from "@/components/articles/no-articles";
import { NewsLink, WaitingList } from "@/components/articles/waiting-list";
import { Welcome } from "@/components/onboarding/welcome";
import { OfflineNotice } from "@/components/ui/offline-notice";
import { PageLinks } from "@/components/ui/page-links";
import { readListAddress } from "@/lib/articles/read-list-address";
import { requireViewer } from "@/lib/auth/session";
import { roleIn } from "@/lib/auth/viewer";
import { listArticles } from "@/lib/claims/list-articles";
import type { GivenAddress } from "@/lib/http/read-address";
import { countForBell } from "@/lib/notifications/queries";
import { readWelcome } from "@/lib/onboarding/queries";
import { writeCursor } from "@/lib/text/cursor";
import { readWaiting } from "@/lib/threads/waiting";

// The template of the layout beside it is for the pages below.
export const metadata: Metadata = { title: { absolute: "Articles · Sayso" } };

type Props = { searchParams: Promise<GivenAddress> };

export default async function ArticlesPage({ searchParams }: Props) {
  const query = readListAddress(await searchParams);
  if (!query) notFound();
  const { workspace, show, sort } = query;
  const choice = { q: query.q ?? "", workspace, archived: query.archived === "true", show, sort };
  const viewer = await requireViewer(addressOfList(choice, query.cursor && writeCursor(query.cursor)));
  if (query.workspace && !roleIn(viewer, query.workspace)) notFound();
  const unread = countForBell(viewer);
  const isStart = !choice.q && !choice.archived && !choice.show && !query.cursor;
  const [list, waiting, news, welcome] = await Promise.all([
    listArticles(viewer, query),
    readWaiting(viewer),
    unread,
    isStart ? readWelcome(viewer) : null,
  ]);
  const isAwaited = isStart && waiting.length > 0;
  return (
    <>
      <SiteHeader viewer={viewer} unread={unread} current="articles" />
      <main id="main" className="mx-auto w-full max-w-page px-4 py-8 phone:px-6">
        <div className="mb-6 flex flex-wrap items-baseline justify-between gap-x-6">
          <h1 tabIndex={-1} className="text-title font-medium outline-none">
            {choice.archived ? "Archived articles" : "Articles"}
          </h1>
          {isStart && !isAwaited && <NewsLink unread={news} />}
        </div>
        <OfflineNotice>You are offline. The list is as it was when this page was opened.</OfflineNotice>
        {welcome && <Welcome viewer={viewer} welcome={welcome} hasArticles={list.articles.length > 0} />}
        {/* What waits comes first, and stands beside the articles where there is room. */}
        <div className="desk:has-[aside]:grid desk:grid-cols-page desk:gap-16">
          {isAwaited && (
            <aside aria-label="For you" className="desk:order-last">
              <WaitingList waiting={waiting} unread={news} />
            </aside>
          )}
          <div className="min-w-0">
            {viewer.memberships.length > 0 && <ListControls viewer={viewer} choice={choice} />}
            {list.articles.length > 0 ? (
              <ArticleList viewer={viewer} articles={list.articles} />
            ) : (
              <NoArticles viewer={viewer} choice={choice} />
            )}
          </div>
        </div>
        <PageLinks
          back={query.cursor ? { label: "Back to the top", href: addressOfList(choice) } : null}
          next={
            list.nextCursor
              ? { label: "Show older articles", href: addressOfList(choice, list.nextCursor) }
              : null
          }
        />
      </main>
    </>
  );
}
