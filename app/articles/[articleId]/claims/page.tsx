import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { SiteHeader } from "@/components/accounts/site-header";
import { ArticleViews } from "@/components/articles/article-views";
import { ClaimsRoom } from "@/components/claims/claims-room";
import { readArticleText } from "@/lib/articles/queries";
import { requireViewer } from "@/lib/auth/session";
import { readClaimsPage } from "@/lib/claims/queries";
import { addressOfClaims, readClaimsAddress } from "@/lib/claims/read-claims-address";
import { id } from "@/lib/http/fields";
import type { GivenAddress } from "@/lib/http/read-address";
import { countForBell } from "@/lib/notifications/queries";
import { inQuotes } from "@/lib/text/in-quotes";

type Props = {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<GivenAddress>;
};

export async function generateMetadata(props: Props) {
  const { article } = await load(...(await given(props)));
  return { title: `Claims of ${inQuotes(article.title)}` };
}

export default async function ArticleClaimsPage(props: Props) {
  const { viewer, article, asked, page } = await load(...(await given(props)));
  return (
    <>
      <SiteHeader viewer={viewer} unread={countForBell(viewer)} workspaceId={article.workspaceId} />
      <main id="main" className="mx-auto w-full max-w-room px-4 py-8 phone:px-6">
        <ArticleViews articleId={article.id} current="claims" />
        <h1
          className="mb-4 max-w-5xl break-words font-medium text-dek phone:text-title"
          lang={article.language}
        >
          {article.title}
        </h1>
        <ClaimsRoom
          key={article.revision.id}
          article={{ id: article.id, workspaceId: article.workspaceId, language: article.language }}
          viewer={viewer}
          asked={asked}
          initial={page}
        />
      </main>
    </>
  );
}

async function given({ params, searchParams }: Props): Promise<[articleId: string, asked: string]> {
  const [{ articleId }, query] = await Promise.all([params, searchParams]);
  return [articleId, JSON.stringify(query)];
}

/** Once a request, for the page and its title. */
const load = cache(async (givenId: string, query: string) => {
  const { data: articleId } = id.safeParse(givenId);
  const asked = readClaimsAddress(JSON.parse(query));
  if (!articleId || !asked) notFound();
  const viewer = await requireViewer(addressOfClaims(articleId, asked));
  const found = Promise.all([readArticleText(viewer, articleId), readClaimsPage(viewer, articleId, asked)]);
  const [article, page] = await orNotFound(found);
  return { viewer, article, asked, page };
});
