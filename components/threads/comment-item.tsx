"use client";

import { Ellipsis } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { Avatar } from "@/components/ui/avatar";
import { copyText } from "@/components/ui/copy-button";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { can } from "@/lib/auth/permissions";
import type { CommentView } from "@/lib/threads/schema";
import { attempt } from "./attempt";
import { CommentBody } from "./comment-body";
import { CommentEditing } from "./comment-editing";
import { CommentHistory } from "./comment-history";
import { CommentTime } from "./comment-time";
import { ReactButton, ReactionTally, useReactions } from "./reactions";
import type { ThreadSurroundings } from "./thread-props";

type Props = ThreadSurroundings & {
  comment: CommentView;
  isNew: boolean;
  isLinked: boolean;
  isEditing: boolean;
  onEdit: (isEditing: boolean) => void;
  onWriting: (isWriting: boolean) => void;
};

const undoMs = 10_000;

/** One comment: who, when, what, the reactions, and what this person may do with it. */
export function CommentItem({ comment, isNew, isLinked, isEditing, onEdit, onWriting, ...given }: Props) {
  const { articleId, viewer, workspace, people, actions } = given;
  const [showsHistory, setShowsHistory] = useState(false);
  const root = useRef<HTMLElement>(null);
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name;
  const author = nameOf(comment.author) ?? "A former member";
  const thing = { workspaceId: workspace.id, madeBy: comment.author };
  const canReact = can(viewer, "comment.react", thing);
  const { tally, toggle } = useReactions(comment, viewer.userId, actions);
  const address = `/articles/${articleId}?thread=${comment.threadId}#c-${comment.id}`;

  useEffect(() => {
    if (!isLinked) return;
    // After whatever holds the thread has opened it and put the focus on its heading.
    const frame = requestAnimationFrame(() => {
      root.current?.scrollIntoView({ block: "nearest" });
      root.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [isLinked]);

  async function remove() {
    if (!(await attempt(actions.remove(comment.id)))) return;
    toast("Comment deleted", {
      duration: undoMs,
      action: { label: "Undo", onClick: () => void attempt(actions.restore(comment.id)) },
    });
  }

  const items: MenuItem[] = [
    { label: "Copy link", onSelect: () => void copyText(location.origin + address, "Link copied") },
  ];
  if (comment.editedAt) items.push({ label: "Show history", onSelect: () => setShowsHistory(true) });
  if (can(viewer, "comment.edit", thing)) items.unshift({ label: "Edit", onSelect: () => onEdit(true) });
  if (can(viewer, "comment.delete", thing))
    items.push({ label: "Delete", danger: true, onSelect: () => void remove() });

  return (
    <article
      ref={root}
      id={`c-${comment.id}`}
      tabIndex={-1}
      aria-label={`${author}${isNew ? ", new" : ""}`}
      data-linked={isLinked || undefined}
      className="group/comment flex gap-3 rounded-md data-[linked]:animate-[flash_1.2s_ease-out]"
    >
      <Avatar small id={comment.author} name={author} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex items-start gap-2">
          <p className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
            <span className="max-w-full truncate text-card font-semibold">{author}</span>
            <CommentTime at={comment.createdAt} href={address} />
            {comment.editedAt && (
              <button
                type="button"
                className="min-h-6 rounded-sm text-label text-muted underline decoration-dotted underline-offset-2 hover:text-ink"
                onClick={() => setShowsHistory(true)}
              >
                edited
              </button>
            )}
            {isNew && <span className="text-label font-semibold text-active">new</span>}
          </p>
          {!isEditing && (
            <span className="-my-1 flex pointer-coarse:-my-3">
              {canReact && <ReactButton onPick={toggle} />}
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
            </span>
          )}
        </div>
        {comment.body &&
          (isEditing ? (
            <CommentEditing
              {...given}
              comment={{ ...comment, body: comment.body }}
              nameOf={nameOf}
              onWriting={onWriting}
              onDone={() => onEdit(false)}
            />
          ) : (
            <CommentBody body={comment.body} nameOf={nameOf} viewerId={viewer.userId} />
          ))}
        <ReactionTally
          tally={tally}
          viewerId={viewer.userId}
          canReact={canReact}
          nameOf={(id) => (id === viewer.userId ? "you" : (nameOf(id) ?? "a former member"))}
          onToggle={toggle}
        />
      </div>
      {showsHistory && (
        <CommentHistory
          comment={comment}
          author={author}
          viewerId={viewer.userId}
          nameOf={nameOf}
          history={actions.history}
          onClose={() => setShowsHistory(false)}
        />
      )}
    </article>
  );
}
