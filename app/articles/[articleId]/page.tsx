import { cache } from "react";
import { SiteHeader } from "@/components/accounts/site-header";
import { ArticleHeader } from "@/components/articles/article-header";
import { ArticleRoom } from "@/components/discussion/article-room";
import { RoomSkips } from "@/components/discussion/room-skips";
import { ServedFirstSteps } from "@/components/onboarding/served-first-steps";
import { highlightsOf } from "@/components/passages/highlights/highlight-look";
import { servedHighlights } from "@/components/passages/highlights/served-highlights";
import { barWords } from "@/components/passages/margin/bar-words";
import { ServedBar } from "@/components/passages/margin/served-bar";
import { ShowWhole } from "@/components/ui/show-whole";
import { isSampleBy } from "@/lib/accounts/sample-people";
import { can } from "@/lib/auth/permissions";
import { getStoredSettings, requireViewer } from "@/lib/auth/session";
import { listPassages } from "@/lib/discussion/list-passages";
import { proposedIn } from "@/lib/discussion/proposed-in";
import { lookAtOutline } from "@/lib/discussion/queries";
import { readArticle } from "@/lib/discussion/read-article";
import { firstOf, type GivenAddress } from "@/lib/http/read-address";
import { countForBell, readWatch } from "@/lib/notifications/queries";
import { isNewcomer } from "@/lib/onboarding/queries";
import { meantPassage } from "@/lib/passages/meant-passage";
import { readSettings } from "@/lib/settings/read-settings";
import { loadArticle } from "./load-article";

type Props = {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<GivenAddress>;
};

export async function generateMetadata(props: Props) {
  const { article } = await load(...(await asked(props)));
  return { title: article.title };
}

export default async function ArticlePage(props: Props) {
  const [articleId, wanted, threadId, sourceId, only, words] = await asked(props);
  const { viewer, article, discussion } = await load(articleId, wanted, threadId, sourceId, only, words);
  const [{ level }, isNew] = await Promise.all([
    readWatch(viewer, article.id),
    isSampleBy(article.createdBy) && isNewcomer(viewer),
  ]);
  const { text, blocks } = article.revision;
  const { announcePassages } = readSettings(await getStoredSettings());
  const { title, language, workspaceId, workspaceName } = article;
  const { voices, coverage } = readArticle({ text, blocks }, discussion);
  const entries = listPassages(discussion, viewer.userId, voices);
  const target = { passageId: meantPassage(wanted, entries), threadId, sourceId, only };
  const highlights = highlightsOf(entries);
  const mayDecide = can(viewer, "suggestion.decide", { workspaceId });
  return (
    <>
      <ShowWhole until="discussion" />
      <SiteHeader
        viewer={viewer}
        unread={countForBell(viewer)}
        workspaceId={workspaceId}
        skips={<RoomSkips />}
      />
      <ArticleRoom
        key={article.revision.id}
        article={{
          id: article.id,
          title,
          language,
          text,
          blocks,
          workspace: { id: workspaceId, name: workspaceName },
        }}
        viewer={viewer}
        target={target}
        highlights={servedHighlights.leave(highlights) ? null : highlights}
        isAnnounced={announcePassages}
        firstSteps={
          isNew &&
          can(viewer, "passage.create", { workspaceId }) && (
            <ServedFirstSteps
              discussion={discussion}
              userId={viewer.userId}
              mayImport={can(viewer, "article.import", { workspaceId })}
            />
          )
        }
        header={
          <ArticleHeader article={article} canEdit={can(viewer, "article.edit", article)} watch={level} />
        }
        bar={
          <ServedBar
            words={barWords({
              entries,
              shown: entries,
              openId: target.passageId,
              coverage,
              mayMark: can(viewer, "passage.create", { workspaceId }) && !article.archivedAt,
              suggestions: mayDecide ? proposedIn(discussion, voices).length : 0,
            })}
          />
        }
      />
      <div id="discussion">
        <noscript>
          <p className="mx-auto max-w-story px-5 pb-16 font-sans text-card">
            <a className="link" href={`/articles/${article.id}/plain`}>
              Read what was said about it
            </a>
            , as a list below the text. Marking and answering need JavaScript.
          </p>
        </noscript>
      </div>
    </>
  );
}

/** What the address asks for: the article, and the passage or the thread in it. */
async function asked({ params, searchParams }: Props) {
  const [{ articleId }, { passage, thread, source, only, words }] = await Promise.all([params, searchParams]);
  return [
    articleId,
    firstOf(passage),
    firstOf(thread),
    firstOf(source),
    firstOf(only),
    firstOf(words),
  ] as const;
}

/** Once a request, for the page and its title. Whoever has to sign in first comes back to the same words. */
const load = cache(async (given: string, ...[passage, thread, source, only, words]: (string | null)[]) => {
  const named = Object.entries({ passage, thread, source, only, words }).flatMap(([key, value]) =>
    value ? [[key, value]] : [],
  );
  const query = new URLSearchParams(named);
  const viewer = await requireViewer(`/articles/${given}${query.size > 0 ? `?${query}` : ""}`);
  return loadArticle(viewer, given, lookAtOutline, "article");
});
