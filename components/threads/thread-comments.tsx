"use client";

import { ArrowDown } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import type { BuiltThread } from "@/lib/threads/build-thread";
import type { Post } from "@/lib/threads/post";
import { CommentItem } from "./comment-item";
import { DeletedComment } from "./deleted-comment";
import { NewSince } from "./new-since";
import type { ThreadProps } from "./thread-props";
import { WaitingPost } from "./waiting-post";

type Props = ThreadProps & {
  built: BuiltThread;
  posts: readonly Post[];
  /** Id of the comment that is being edited. */
  editing: string | null;
  onEdit: (commentId: string | null) => void;
  onWriting: (isWriting: boolean) => void;
  onUnfold: () => void;
  onRelease: () => void;
};

/** The comments of an open thread in their order, with what is on its way at the end. */
export function ThreadComments({
  built,
  posts,
  editing,
  onEdit,
  onWriting,
  onUnfold,
  onRelease,
  ...props
}: Props) {
  const { viewer, people, outbox, linkedId } = props;
  const list = useRef<HTMLDivElement>(null);
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name;

  function release() {
    const first = built.held[0];
    onRelease();
    // The button goes away with this; the focus goes on to what it stood for.
    requestAnimationFrame(() => {
      const shown = first && list.current?.querySelector<HTMLElement>(`#c-${CSS.escape(first.id)}`);
      shown?.focus({ preventScroll: true });
      shown?.scrollIntoView({ block: "nearest" });
    });
  }

  if (built.items.length + posts.length + built.held.length === 0) return null;
  return (
    <div ref={list} className="flex flex-col gap-4">
      {built.items.map((item) => {
        if (item.kind === "divider") return <NewSince key="divider" since={item.since} />;
        if (item.kind === "hole")
          return <DeletedComment key={item.comment.id} {...props} comment={item.comment} />;
        if (item.kind === "fold")
          return (
            <Button key="fold" size="small" className="self-center" onClick={onUnfold}>
              Show {item.count} more comments
            </Button>
          );
        return (
          <CommentItem
            key={item.comment.id}
            {...props}
            comment={item.comment}
            isNew={item.isNew}
            isLinked={item.comment.id === linkedId}
            isEditing={item.comment.id === editing}
            onEdit={(isEditing) => onEdit(isEditing ? item.comment.id : null)}
            onWriting={onWriting}
          />
        );
      })}
      {posts.map((post) => (
        <WaitingPost
          key={post.id}
          post={post}
          isHeldUp={outbox.heldUp.has(post.id)}
          author={{ id: viewer.userId, name: nameOf(viewer.userId) ?? viewer.name }}
          nameOf={nameOf}
          outbox={outbox}
        />
      ))}
      <HeldBack count={built.held.length} onRelease={release} />
    </div>
  );
}

/** How many comments wait; between the comments and the field, in room that is always there: nothing may move for it. */
function HeldBack({ count, onRelease }: { count: number; onRelease: () => void }) {
  return (
    <div className="relative z-10 -my-3 h-6">
      {count > 0 && (
        <button
          type="button"
          className="absolute left-1/2 inline-flex h-6 -translate-x-1/2 items-center gap-1 whitespace-nowrap rounded-full bg-ink px-3 font-semibold text-label text-paper shadow-float pointer-coarse:after:absolute pointer-coarse:after:-inset-2.5"
          onClick={onRelease}
        >
          <ArrowDown aria-hidden className="size-4" />
          {count} new
        </button>
      )}
    </div>
  );
}
