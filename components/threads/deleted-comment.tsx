"use client";

import { useRef } from "react";
import { attempt } from "@/components/outbox/attempt";
import { TimeAgo } from "@/components/ui/time-ago";
import { useHandOn } from "@/components/ui/use-hand-on";
import { nameWithin } from "@/lib/discussion/name-of";
import { canRestore } from "@/lib/threads/permissions";
import type { CommentView } from "@/lib/threads/schema";
import type { ThreadSurroundings } from "./thread-props";

type Props = Pick<ThreadSurroundings, "viewer" | "workspace" | "people" | "actions" | "undoing"> & {
  comment: CommentView;
};

/** The hole that a deleted comment leaves, so that the replies keep their sense. */
export function DeletedComment({ comment, viewer, workspace, people, actions, undoing }: Props) {
  const hole = useRef<HTMLParagraphElement>(null);
  useHandOn(hole, ({ within }) => within?.querySelector<HTMLElement>(`#c-${comment.id}`) ?? within);
  const mayRestore = canRestore(viewer, comment, workspace.id);
  async function restore(): Promise<void> {
    if (await attempt(actions.restore(comment.id))) undoing.broughtBack(`comment ${comment.id}`);
  }
  return (
    <p
      ref={hole}
      id={`c-${comment.id}`}
      tabIndex={-1}
      className="flex flex-wrap items-center gap-x-2 pl-9 text-label text-muted"
    >
      <span>
        Deleted by {nameWithin(people, comment.deletedBy ?? "", viewer.userId)}
        {comment.deletedAt && (
          <>
            , <TimeAgo at={comment.deletedAt} />
          </>
        )}
      </span>
      {mayRestore && (
        <span className="whitespace-nowrap">
          <span aria-hidden>· </span>
          <button
            type="button"
            className="link min-h-6 pointer-coarse:min-h-11"
            onClick={() => void restore()}
          >
            Restore
          </button>
        </span>
      )}
    </p>
  );
}
