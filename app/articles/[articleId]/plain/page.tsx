import { cache } from "react";
import { SiteHeader } from "@/components/accounts/site-header";
import { ArticleHeader } from "@/components/articles/article-header";
import { ArticleText } from "@/components/articles/article-text";
import { DiscussionList, listedHref } from "@/components/discussion/discussion-list";
import { RoomFrame } from "@/components/discussion/room-frame";
import { highlightsOf } from "@/components/passages/highlights/highlight-look";
import { requireViewer } from "@/lib/auth/session";
import { listPassages } from "@/lib/discussion/list-passages";
import { lookAtDiscussion } from "@/lib/discussion/queries";
import { countForBell } from "@/lib/notifications/queries";
import { loadArticle } from "../load-article";

type Props = { params: Promise<{ articleId: string }> };

export async function generateMetadata({ params }: Props) {
  const { article } = await load((await params).articleId);
  return { title: `${article.title}, plain` };
}

/** The article and all that was said about it as a page to read from top to bottom, without scripts. */
export default async function PlainArticlePage({ params }: Props) {
  const { viewer, article, discussion } = await load((await params).articleId);
  const { text, blocks } = article.revision;
  return (
    <>
      <SiteHeader viewer={viewer} unread={countForBell(viewer)} />
      <RoomFrame
        firstSteps={null}
        header={<ArticleHeader article={article} canEdit={false} isPlain />}
        text={
          <article className="article-text" lang={article.language} aria-label={article.title}>
            <ArticleText
              text={text}
              blocks={blocks}
              highlights={highlightsOf(listPassages(discussion, viewer.userId))}
              hrefOf={listedHref}
            />
          </article>
        }
      />
      <DiscussionList discussion={discussion} viewerId={viewer.userId} />
    </>
  );
}

const load = cache(async (given: string) => {
  const viewer = await requireViewer(`/articles/${given}/plain`);
  return loadArticle(viewer, given, lookAtDiscussion);
});
