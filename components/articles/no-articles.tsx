import { OpenSample } from "@/components/onboarding/open-sample";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { addressOfList, type ListChoice } from "./list-address";

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
      <EmptyState title={`No title has “${choice.q}”`}>
        <p>Every word must stand in the title, in any order.</p>
        <a className="link" href={addressOfList({ ...choice, q: "" })}>
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
