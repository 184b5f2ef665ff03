"use client";

import { useRoom } from "@/components/discussion/room";
import { can } from "@/lib/auth/permissions";
import { countOf } from "@/lib/text/count-of";

/** The way to the threads about the whole article, at the top of the margin; nothing where there is nothing to do. */
export function ArticleCard() {
  const { articleThreads, surroundings, open } = useRoom();
  const { viewer, workspace } = surroundings;
  const mayStart = can(viewer, "thread.create", { workspaceId: workspace.id });
  if (articleThreads.length === 0 && !mayStart) return null;
  const openOnes = articleThreads.filter((thread) => thread.state === "open").length;
  return (
    <button
      type="button"
      className="block min-h-10 pointer-coarse:min-h-11 w-full border-hairline border-l-2 py-1.5 pr-2 pl-3 text-left text-card text-muted hover:border-active hover:bg-card hover:text-ink"
      onClick={(event) =>
        open(
          { starting: articleThreads.length === 0 ? "other" : null },
          event.detail === 0 ? "keyboard" : "pointer",
        )
      }
    >
      {articleThreads.length === 0 ? (
        "Comment on the whole article"
      ) : (
        <>
          <span className="text-ink">About the whole article</span>
          {" · "}
          {countOf(articleThreads.length, "thread")}
          {openOnes < articleThreads.length && `, ${openOnes} open`}
        </>
      )}
    </button>
  );
}
