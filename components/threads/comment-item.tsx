"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { useLanding } from "@/components/discussion/use-landing";
import { attempt } from "@/components/outbox/attempt";
import { Avatar } from "@/components/ui/avatar";
import { copyText } from "@/components/ui/copy-button";
import { throwAway } from "@/components/ui/kept-text";
import type { MenuItem } from "@/components/ui/menu";
import { useHandOn } from "@/components/ui/use-hand-on";
import { can } from "@/lib/auth/permissions";
import { nameOf, nameWithin } from "@/lib/discussion/name-of";
import { draftKey } from "@/lib/threads/draft";
import type { CommentView } from "@/lib/threads/schema";
import { CommentBody } from "./comment-body";
import { CommentEditing } from "./comment-editing";
import { CommentHead, CommentMenu } from "./comment-head";
import { CommentHistory } from "./comment-history";
import { DraftLine } from "./composer/draft-line";
import { useStoredDraft } from "./composer/use-draft";
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
export function CommentItem({ comment, isNew, isLinked, onEdit, onWriting, ...given }: Props) {
  const { articleId, viewer, workspace, people, actions } = given;
  const [showsHistory, setShowsHistory] = useState(false);
  const root = useRef<HTMLElement>(null);
  useShowLinked(root, isLinked);
  // It was deleted: the focus goes to the hole that it leaves, if it leaves one.
  useHandOn(root, ({ within }) => within?.querySelector<HTMLElement>(`#c-${comment.id}`) ?? within);
  const mentioned = (id: string) => people.find((one) => one.id === id)?.name;
  const author = nameOf(people, comment.author);
  const canReact = can(viewer, "comment.react", { workspaceId: workspace.id, madeBy: comment.author });
  const mayEdit = can(viewer, "comment.edit", { workspaceId: workspace.id, madeBy: comment.author });
  const isEditing = given.isEditing && mayEdit;
  useLanding(root, isEditing);
  const { id: commentId, threadId } = comment;
  const draftName = draftKey(viewer.userId, articleId, { commentId, threadId });
  const editDraft = useStoredDraft(draftName);
  const discardEdit = () => {
    throwAway(draftName);
    root.current?.focus({ preventScroll: true });
  };
  const { tally, toggle } = useReactions(comment, viewer.userId, actions);
  const address = `/articles/${articleId}?thread=${comment.threadId}#c-${comment.id}`;
  const items = menuItems(comment, given, {
    link: () => void copyText(location.origin + address, "Link copied"),
    history: () => setShowsHistory(true),
    edit: () => onEdit(true),
  });

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
        <CommentHead
          comment={comment}
          author={author}
          address={address}
          isNew={isNew}
          onHistory={() => setShowsHistory(true)}
          tools={
            !isEditing && (
              <span className="-my-1 flex pointer-coarse:-my-3">
                {canReact && <ReactButton onPick={toggle} />}
                <CommentMenu author={author} items={items} />
              </span>
            )
          }
        />
        {comment.body &&
          (isEditing ? (
            <CommentEditing
              {...given}
              comment={{ ...comment, body: comment.body }}
              nameOf={mentioned}
              onWriting={onWriting}
              onDone={() => onEdit(false)}
            />
          ) : (
            <CommentBody body={comment.body} nameOf={mentioned} viewerId={viewer.userId} />
          ))}
        {editDraft && !isEditing && (
          <DraftLine
            draft={editDraft}
            what="Draft of your edit"
            onGoOn={mayEdit ? () => onEdit(true) : null}
            onDiscard={discardEdit}
          />
        )}
        <ReactionTally
          tally={tally}
          viewerId={viewer.userId}
          canReact={canReact}
          nameOf={(id) => nameWithin(people, id, viewer.userId)}
          onToggle={toggle}
        />
      </div>
      {showsHistory && (
        <CommentHistory
          comment={comment}
          author={author}
          viewerId={viewer.userId}
          nameOf={mentioned}
          history={actions.history}
          onClose={() => setShowsHistory(false)}
        />
      )}
    </article>
  );
}

/** What this person may do with the comment. */
function menuItems(
  comment: CommentView,
  { viewer, workspace, actions, undoing }: ThreadSurroundings,
  does: { link: () => void; history: () => void; edit: () => void },
): MenuItem[] {
  const thing = { workspaceId: workspace.id, madeBy: comment.author };
  const items: MenuItem[] = [{ label: "Copy link", onSelect: does.link }];
  if (comment.editedAt) items.push({ label: "Show history", onSelect: does.history });
  if (can(viewer, "comment.edit", thing)) items.unshift({ label: "Edit", onSelect: does.edit });
  if (can(viewer, "comment.delete", thing)) {
    const onSelect = () => void removeWithUndo(comment.id, { actions, undoing });
    items.push({ label: "Delete", danger: true, onSelect });
  }
  return items;
}

async function removeWithUndo(
  id: string,
  { actions, undoing }: Pick<ThreadSurroundings, "actions" | "undoing">,
): Promise<void> {
  const removing = actions.remove(id);
  undoing.note(`comment ${id}`, () => actions.restore(id), removing);
  if (await attempt(removing)) undoing.tell("Comment deleted", `comment ${id}`, { duration: undoMs });
}

/** Brings the comment that the address points to into sight. */
function useShowLinked(root: RefObject<HTMLElement | null>, isLinked: boolean): void {
  useEffect(() => {
    if (!isLinked) return;
    // After whatever holds the thread has opened it and put the focus on its heading.
    const frame = requestAnimationFrame(() => {
      root.current?.scrollIntoView({ block: "nearest" });
      root.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [isLinked, root]);
}
