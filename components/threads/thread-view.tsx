"use client";

import {
  type KeyboardEvent,
  type Ref,
  useCallback,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import { shortcutOf } from "@/components/shortcuts/key-settings";
import { Button } from "@/components/ui/button";
import { isField } from "@/components/ui/is-field";
import { throwAway } from "@/components/ui/kept-text";
import { Notice } from "@/components/ui/notice";
import { can } from "@/lib/auth/permissions";
import { nameWithin } from "@/lib/discussion/name-of";
import { countOf } from "@/lib/text/count-of";
import { aboutHints, aboutLabels } from "@/lib/threads/about";
import { type BuiltThread, buildThread, lastOwn } from "@/lib/threads/build-thread";
import { draftKey } from "@/lib/threads/draft";
import { canRestore } from "@/lib/threads/permissions";
import { Composer, type ComposerHandle } from "./composer/composer";
import { DraftLine } from "./composer/draft-line";
import { NoField, useWasAllowed } from "./composer/no-field";
import { sendLabelFor } from "./composer/send-label";
import { useStoredDraft } from "./composer/use-draft";
import { ThreadComments } from "./thread-comments";
import { ThreadHeader } from "./thread-header";
import type { ThreadProps } from "./thread-props";
import { useAttention } from "./use-attention";
import { useMissingLink } from "./use-missing-link";
import { useMarkRead } from "./use-reading";
import { useThreadStanding } from "./use-thread-standing";

export type ThreadHandle = {
  /** Puts the cursor into the reply, with the selected words of the thread or of the article as a quotation. */
  reply: () => void;
  /** Asks for the reason and resolves, or reopens. */
  toggleState: () => void;
};

/** One open thread: its question, its comments, and the field to reply in. A resolved one is folded to a line. */
export function Thread({ ref, ...props }: ThreadProps & { ref?: Ref<ThreadHandle> }) {
  const { thread, comments, viewer, people, actions, outbox } = props;
  const nameOf = useCallback((id: string) => nameWithin(people, id, viewer.userId), [people, viewer.userId]);
  // The stream can bring what I posted before its answer does: it is shown once.
  const posts = outbox.posts.filter(
    (post) => post.threadId === thread.id && !comments.some(({ id }) => id === post.id),
  );
  const root = useRef<HTMLElement>(null);
  const composer = useRef<ComposerHandle>(null);
  const standing = useThreadStanding(props, root);
  const attention = useAttention(comments, root);
  const [editing, setEditing] = useState(() => editedIn(props));
  const [unfolded, setUnfolded] = useState(editing !== null);
  const built = useBuilt(props, attention.holdAfter, unfolded);
  const isLinkMissing = useMissingLink(thread.id, props.linkedId ?? null, built);
  const { isFolded } = standing;
  useMarkRead({ threadId: thread.id, built, root, actions, linkedId: props.linkedId ?? null, isFolded });

  function reply() {
    // The field must have the focus before the next key.
    standing.fold(false);
    composer.current?.quote(selectedWords(root.current));
  }
  useImperativeHandle(ref, () => ({ reply, toggleState: standing.toggle }));

  function onKeyDown(event: KeyboardEvent) {
    if (isField(event.target)) return;
    const id = shortcutOf(event.nativeEvent, ["passage.reply", "passage.resolve"]);
    if (id === "passage.reply") reply();
    else if (id === "passage.resolve") standing.toggle();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const { attend, release } = attention;
  const onReply = useCallback((isWriting: boolean) => attend("reply", isWriting), [attend]);
  const onEditing = useCallback((isWriting: boolean) => attend("edit", isWriting), [attend]);
  return (
    <section
      ref={root}
      id={`t-${thread.id}`}
      aria-label={`${aboutLabels[thread.about]}${thread.state === "resolved" ? ", resolved" : ""}`}
      tabIndex={-1}
      className="flex flex-col gap-4 rounded-md outline-offset-6"
      onKeyDown={onKeyDown}
    >
      <ThreadHeader {...props} standing={standing} nameOf={nameOf} />
      {isLinkMissing && <Notice kind="error">This comment is not here any more.</Notice>}
      {standing.isFolded ? (
        <Folded
          {...props}
          count={built.standing}
          onUnfold={() => standing.fold(false)}
          onDiscarded={() => root.current?.focus({ preventScroll: true })}
        />
      ) : (
        <>
          <ThreadComments
            {...props}
            built={built}
            posts={posts}
            editing={editing}
            onEdit={setEditing}
            onWriting={onEditing}
            onUnfold={() => setUnfolded(true)}
            onRelease={release}
          />
          <Reply
            {...props}
            ref={composer}
            isFirst={built.standing + posts.length === 0}
            onLeave={() => {
              root.current?.focus({ preventScroll: true });
              props.onLeave?.();
            }}
            onEditLast={() => setEditing(lastOwn(comments, viewer.userId)?.id ?? null)}
            onWriting={onReply}
            onPosted={release}
          />
        </>
      )}
    </section>
  );
}

/** The comment whose edit is gone on with. */
function editedIn({ comments, thread, articleId, viewer, goOn }: ThreadProps): string | null {
  const nameOf = (commentId: string) =>
    draftKey(viewer.userId, articleId, { commentId, threadId: thread.id });
  return comments.find(({ id }) => nameOf(id) === goOn)?.id ?? null;
}

/** What is selected in this thread or in the article. */
function selectedWords(thread: HTMLElement | null): string {
  const selection = getSelection();
  const places = [thread, document.querySelector("[data-reader]")];
  const isHere = places.some((place) => selection?.anchorNode && place?.contains(selection.anchorNode));
  return isHere ? String(selection).trim() : "";
}

type FoldedProps = Pick<ThreadProps, "articleId" | "viewer" | "thread"> & {
  count: number;
  onUnfold: () => void;
  onDiscarded: () => void;
};

/** What is left of a resolved thread until somebody wants to see it. */
function Folded({ articleId, viewer, thread, count, onUnfold, onDiscarded }: FoldedProps) {
  const key = draftKey(viewer.userId, articleId, { threadId: thread.id });
  const draft = useStoredDraft(key);
  const discard = () => {
    throwAway(key);
    onDiscarded();
  };
  return (
    <>
      {draft && <DraftLine draft={draft} onGoOn={onUnfold} onDiscard={discard} />}
      <Button data-unfold="" size="small" className="self-start" onClick={onUnfold}>
        Show {countOf(count, "comment")}
      </Button>
    </>
  );
}

/** The comments as they are to be shown now. */
function useBuilt(props: ThreadProps, holdAfter: number | null, unfolded: boolean): BuiltThread {
  const { comments, viewer, workspace, linkedId = null } = props;
  // The divider stays where it was when the thread was opened, also after the thread counts as read.
  const [seen] = useState(props.seen);
  return useMemo(
    () =>
      buildThread(comments, {
        viewerId: viewer.userId,
        seen,
        holdAfter,
        unfolded,
        linkedId,
        mayRestore: (one) => canRestore(viewer, one, workspace.id),
      }),
    [comments, viewer, seen, holdAfter, unfolded, linkedId, workspace.id],
  );
}

type ReplyProps = ThreadProps & {
  ref: Ref<ComposerHandle>;
  isFirst: boolean;
  onLeave: () => void;
  onEditLast: () => void;
  onWriting: (isWriting: boolean) => void;
  onPosted: () => void;
};

/** The field to reply in, or why there is none. */
function Reply({ thread, viewer, workspace, people, actions, isFirst, ...props }: ReplyProps) {
  const mayReply = can(viewer, "comment.create", { workspaceId: workspace.id, madeBy: thread.createdBy });
  const wasAllowed = useWasAllowed(mayReply);
  const where = { articleId: props.articleId, viewerId: viewer.userId, place: { threadId: thread.id } };
  if (!mayReply) return <NoField {...where} isArchived={props.isArchived} wasAllowed={wasAllowed} />;
  return (
    <Composer
      ref={props.ref}
      {...where}
      people={people}
      label={`Reply to “${aboutLabels[thread.about]}”`}
      placeholder={isFirst ? aboutHints[thread.about] : "Reply"}
      sendLabel={sendLabelFor(workspace, people)}
      autoFocus={props.goOn === draftKey(viewer.userId, props.articleId, { threadId: thread.id })}
      onSend={(body) => {
        actions.post(thread.id, body);
        props.onPosted();
        return true;
      }}
      onLeave={props.onLeave}
      onEditLast={props.onEditLast}
      onWriting={props.onWriting}
    />
  );
}
