import { cache } from "react";
import { SiteHeader } from "@/components/accounts/site-header";
import { ArticleViews } from "@/components/articles/article-views";
import { ArticleLedger } from "@/components/sources/article-ledger";
import { requireViewer } from "@/lib/auth/session";
import { lookAtDiscussion } from "@/lib/discussion/queries";
import { countForBell } from "@/lib/notifications/queries";
import { inQuotes } from "@/lib/text/in-quotes";
import { loadArticle } from "../load-article";

type Props = { params: Promise<{ articleId: string }> };

export async function generateMetadata({ params }: Props) {
  const { article } = await load((await params).articleId);
  return { title: `Sources of ${inQuotes(article.title)}` };
}

export default async function ArticleSourcesPage({ params }: Props) {
  const { viewer, article, discussion } = await load((await params).articleId);
  const { text, blocks } = article.revision;
  const { publisher, workspaceId } = article;
  return (
    <>
      <SiteHeader viewer={viewer} unread={countForBell(viewer)} workspaceId={workspaceId} />
      <main id="main" className="mx-auto w-full max-w-page px-4 py-8 phone:px-6">
        <ArticleViews articleId={article.id} current="sources" />
        <h1
          tabIndex={-1}
          className="mb-4 break-words font-medium text-dek phone:text-title"
          lang={article.language}
        >
          {article.title}
        </h1>
        <ArticleLedger
          key={article.revision.id}
          article={{ id: article.id, publisher, text, blocks, workspaceId }}
          viewer={viewer}
          initial={discussion}
        />
      </main>
    </>
  );
}

/** Once a request, for the page and its title. */
const load = cache(async (given: string) =>
  loadArticle(await requireViewer(`/articles/${given}/sources`), given, lookAtDiscussion),
);
