import { OpenSample } from "@/components/onboarding/open-sample";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { ArticleShow } from "@/lib/articles/schema";
import { can } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { inQuotes } from "@/lib/text/in-quotes";
import { addressOfList, type ListChoice } from "./list-address";

const noneShown: Record<ArticleShow, { title: string; why: string }> = {
  assigned: {
    title: "Nothing is assigned to you",
    why: "Here stands every article with a passage that you are asked to check, or an open thread that is yours.",
  },
  new: {
    title: "Nothing new for you",
    why: "Here stands every article that you have not opened, or in which colleagues have written since.",
  },
};

/** Why a list is empty, and the one thing to do about it. */
export function NoArticles({ viewer, choice }: { viewer: Viewer; choice: ListChoice }) {
  if (viewer.memberships.length === 0) {
    return (
      <EmptyState title="You are in no workspace">
        <p>Articles are read together in workspaces. Ask a colleague for an invitation, or make your own.</p>
        <a className={buttonClass("primary")} href="/workspaces/new">
          Make a workspace
        </a>
      </EmptyState>
    );
  }
  if (choice.q) {
    return (
      <EmptyState title={`No title has ${inQuotes(choice.q)}`}>
        <p>
          {choice.show && "Only some articles are searched. "}Every word must stand in the title, in any
          order.
        </p>
        <a className="link" href={addressOfList({ ...choice, q: "", show: undefined })}>
          Show all {choice.archived ? "archived " : ""}articles
        </a>
      </EmptyState>
    );
  }
  if (choice.show) {
    const { title, why } = noneShown[choice.show];
    return (
      <EmptyState title={title}>
        <p>{why}</p>
        <a className="link" href={addressOfList({ ...choice, show: undefined })}>
          Show all {choice.archived ? "archived " : ""}articles
        </a>
      </EmptyState>
    );
  }
  if (choice.archived) {
    return (
      <EmptyState title="Nothing is archived">
        <p>
          An archived article leaves the list but keeps its passages and threads. It can be restored here.
        </p>
      </EmptyState>
    );
  }
  const shown = viewer.memberships.filter((one) => !choice.workspace || one.workspaceId === choice.workspace);
  const own = shown.find((one) => can(viewer, "article.import", one));
  return (
    <EmptyState title="No articles yet">
      <p>
        Paste a news article or upload it as a text file. Then read it together: mark passages, and settle in
        threads who said it and whether it is so.
      </p>
      {own ? (
        <>
          <a className={buttonClass("primary")} href="/articles/new">
            Import an article
          </a>
          <OpenSample workspaceId={own.workspaceId} />
        </>
      ) : (
        <p>Owners and editors can add articles. Ask one of them.</p>
      )}
    </EmptyState>
  );
}
