"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Menu } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { type ArticleAfterEdit, type EditedArticle, editArticle } from "@/lib/articles/schema";
import { CallError, call } from "@/lib/http/client";
import { inQuotes } from "@/lib/text/in-quotes";
import { ArticleActionsButton } from "./article-actions-button";
import { DetailsDialog } from "./details-dialog";

/** What may be done to an article as a whole, once its code has come. */
export function ArticleActions({ article }: { article: EditedArticle }) {
  const [editing, setEditing] = useState(false);
  const router = useRouter();

  async function archive(now: Pick<EditedArticle, "id" | "version">, archived: boolean) {
    try {
      const { id: articleId, version } = now;
      const after = await call(editArticle, { params: { articleId }, body: { version, archived } });
      toast.success(tell(after, archived), {
        action: { label: "Undo", onClick: () => archive(after, !archived) },
      });
      router.refresh();
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      toast.error(error.message);
      if (error.code === "conflict") router.refresh();
    }
  }

  const isArchived = article.archivedAt !== null;
  return (
    <>
      <Menu
        label={`Actions for ${inQuotes(article.title)}`}
        trigger={<ArticleActionsButton title={article.title} />}
        items={[
          { label: "Edit details", onSelect: () => setEditing(true) },
          {
            label: isArchived ? "Restore to the list" : "Archive",
            onSelect: () => archive(article, !isArchived),
          },
        ]}
      />
      {editing && <DetailsDialog article={article} onClose={() => setEditing(false)} />}
    </>
  );
}

function tell({ title, isPublished }: ArticleAfterEdit, archived: boolean): string {
  if (!archived) return `Restored ${inQuotes(title)}.`;
  const report = isPublished ? " Its published report stays public until an owner withdraws it." : "";
  return `Archived ${inQuotes(title)}.${report}`;
}
