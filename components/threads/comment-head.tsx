"use client";

import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { Menu, type MenuItem } from "@/components/ui/menu";
import type { CommentView } from "@/lib/threads/schema";
import { CommentTime } from "./comment-time";

type Props = {
  comment: CommentView;
  author: string;
  address: string;
  isNew: boolean;
  onHistory: () => void;
  /** What can be done with the comment. */
  tools: ReactNode;
};

/** Who wrote a comment and when, and whether it is new or was changed. */
export function CommentHead({ comment, author, address, isNew, onHistory, tools }: Props) {
  return (
    <div className="flex items-start gap-2">
      <p className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2 pointer-coarse:-mt-2.5 pointer-coarse:-mb-2">
        <span className="max-w-full truncate text-card font-semibold">{author}</span>
        <CommentTime at={comment.createdAt} href={address} />
        {comment.editedAt && (
          <button
            type="button"
            className="min-h-6 pointer-coarse:min-h-11 rounded-sm text-label text-muted underline decoration-dotted underline-offset-2 hover:text-ink"
            onClick={onHistory}
          >
            edited
          </button>
        )}
        {isNew && <span className="text-label font-semibold text-active">new</span>}
      </p>
      {tools}
    </div>
  );
}

/** Everything that can be done with a comment and has no button of its own. */
export function CommentMenu({ author, items }: { author: string; items: MenuItem[] }) {
  return (
    <Menu
      label={`Comment by ${author}`}
      items={items}
      trigger={
        <button
          type="button"
          aria-label={`More about ${author}'s comment`}
          className="flex size-7 items-center justify-center rounded-md text-muted hover:bg-sunk hover:text-ink data-[state=open]:bg-sunk pointer-coarse:size-11"
        >
          <Ellipsis aria-hidden className="size-4" />
        </button>
      }
    />
  );
}
