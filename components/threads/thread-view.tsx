"use client";

import {
  type KeyboardEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import { Button } from "@/components/ui/button";
import { can } from "@/lib/auth/permissions";
import { aboutHints, aboutLabels } from "@/lib/threads/about";
import { buildThread, lastOwn } from "@/lib/threads/build-thread";
import { canRestore } from "@/lib/threads/permissions";
import { AssignMenu } from "./assign-menu";
import { attempt } from "./attempt";
import { Composer, type ComposerHandle } from "./composer";
import { ThreadComments } from "./thread-comments";
import type { ThreadProps } from "./thread-props";
import { ResolveButton, StateHistory, StateLine } from "./thread-state";
import { useAttention } from "./use-attention";
import { useAnnounceReplies, useMarkRead } from "./use-reading";

export type ThreadHandle = {
  /** R: puts the cursor into the reply, with the selected words of the thread as a quotation. */
  reply: () => void;
  /** X: asks for the reason and resolves, or reopens. */
  toggleState: () => void;
};

/** "Post to Newsroom (6)": whoever writes sees who will read it. */
export function sendLabelFor(workspace: { name: string }, people: ThreadProps["people"]): string {
  return `Post to ${workspace.name} (${people.filter((one) => one.role !== null).length})`;
}

/** One open thread: its question, its comments, and the field to reply in. A resolved one is folded to a line. */
export function Thread({ ref, ...props }: ThreadProps & { ref?: Ref<ThreadHandle> }) {
  const { thread, comments, viewer, workspace, people, actions, outbox, linkedId = null } = props;
  const rights = { workspaceId: workspace.id, madeBy: thread.createdBy };
  const nameOf = useCallback(
    (id: string) =>
      id === viewer.userId ? "you" : (people.find((one) => one.id === id)?.name ?? "a former member"),
    [people, viewer.userId],
  );

  const posts = outbox.posts.filter((post) => post.threadId === thread.id);
  const isPending = posts.some((post) => post.start !== null);
  const attention = useAttention(comments);
  // The divider stays where it was when the thread was opened, also after the thread counts as read.
  const [seen] = useState(props.seen);
  const [unfolded, setUnfolded] = useState(false);
  const [isFolded, setFolded] = useState(
    thread.state === "resolved" && !comments.some((one) => one.id === linkedId),
  );
  const [editing, setEditing] = useState<string | null>(null);
  const [resolving, setResolving] = useState(false);
  const root = useRef<HTMLElement>(null);
  const composer = useRef<ComposerHandle>(null);

  const built = useMemo(
    () =>
      buildThread(comments, {
        viewerId: viewer.userId,
        seen,
        holdAfter: attention.holdAfter,
        unfolded,
        linkedId,
        mayRestore: (one) => canRestore(viewer, one, workspace.id),
      }),
    [comments, viewer, seen, attention.holdAfter, unfolded, linkedId, workspace.id],
  );
  useMarkRead({ threadId: thread.id, built, actions });
  useAnnounceReplies(comments, viewer.userId, nameOf);

  const isMyChange = useRef(false);
  async function changeState(state: "open" | "resolved", why: string | null): Promise<boolean> {
    isMyChange.current = true;
    const isDone = await attempt(actions.changeState(thread.id, state, why));
    if (isDone) setFolded(state === "resolved");
    else isMyChange.current = false;
    return isDone;
  }
  // The button that was pressed is gone, and the focus with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the state has changed on the screen
  useEffect(() => {
    if (isMyChange.current && document.activeElement === document.body) root.current?.focus();
    isMyChange.current = false;
  }, [thread.state]);

  function reply() {
    setFolded(false);
    const selection = getSelection();
    const isHere = selection && root.current?.contains(selection.anchorNode);
    composer.current?.quote(isHere ? selection.toString().trim() : "");
  }

  const canResolve = can(viewer, "thread.resolve", rights) && !isPending;
  function toggleState() {
    if (!canResolve) return;
    if (thread.state === "resolved") void changeState("open", null);
    else setResolving(true);
  }
  useImperativeHandle(ref, () => ({ reply, toggleState }));

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === "r") reply();
    else if (key === "x") toggleState();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const latest = thread.changes.at(-1);
  const isResolved = thread.state === "resolved";
  return (
    <section
      ref={root}
      id={`t-${thread.id}`}
      aria-label={`${aboutLabels[thread.about]}${isResolved ? ", resolved" : ""}`}
      tabIndex={-1}
      className="flex flex-col gap-4 rounded-md"
      onKeyDown={onKeyDown}
      {...attention.handlers}
    >
      <header className="flex flex-col gap-1">
        <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-2">
          <h4 className="text-card font-semibold">{aboutLabels[thread.about]}</h4>
          {!isPending && (
            <div className="-mr-2 flex items-center">
              <AssignMenu
                thread={thread}
                people={people}
                viewer={viewer}
                actions={actions}
                canAssign={can(viewer, "thread.assign", rights)}
              />
              {canResolve && !isResolved && (
                <ResolveButton
                  open={resolving}
                  onOpenChange={setResolving}
                  onResolve={(why) => changeState("resolved", why)}
                />
              )}
            </div>
          )}
        </div>
        {isResolved && latest && (
          <p className="flex flex-wrap items-center gap-x-2 text-label text-muted">
            <StateLine change={latest} nameOf={nameOf} />
            {canResolve && (
              <span className="whitespace-nowrap">
                <span aria-hidden>· </span>
                <button type="button" className="link min-h-6" onClick={() => void changeState("open", null)}>
                  Reopen
                </button>
              </span>
            )}
          </p>
        )}
        {isResolved && !isFolded && (
          <Button size="small" look="quiet" className="-ml-3 self-start" onClick={() => setFolded(true)}>
            Hide comments
          </Button>
        )}
        {!isFolded && thread.changes.length > (isResolved ? 1 : 0) && (
          <StateHistory changes={thread.changes} nameOf={nameOf} />
        )}
      </header>

      {isFolded ? (
        <Button size="small" className="self-start" onClick={() => setFolded(false)}>
          {built.standing === 1 ? "Show 1 comment" : `Show ${built.standing} comments`}
        </Button>
      ) : (
        <>
          <ThreadComments
            {...props}
            built={built}
            posts={posts}
            editing={editing}
            onEdit={setEditing}
            onWriting={(isWriting) => attention.attend("writing", isWriting)}
            onUnfold={() => setUnfolded(true)}
            onRelease={attention.release}
          />
          {can(viewer, "comment.create", rights) ? (
            <Composer
              ref={composer}
              articleId={props.articleId}
              viewerId={viewer.userId}
              people={people}
              place={{ threadId: thread.id }}
              label={`Reply to “${aboutLabels[thread.about]}”`}
              placeholder={built.standing + posts.length === 0 ? aboutHints[thread.about] : "Reply"}
              sendLabel={sendLabelFor(workspace, people)}
              autoFocus={props.focusReply ?? false}
              onSend={(body) => {
                actions.post(thread.id, body);
                return true;
              }}
              onLeave={() => {
                root.current?.focus();
                props.onLeave?.();
              }}
              onEditLast={() => setEditing(lastOwn(comments, viewer.userId)?.id ?? null)}
              onWriting={(isWriting) => attention.attend("writing", isWriting)}
            />
          ) : (
            <p className="text-label text-muted">
              As a viewer you can read, but not comment. Ask an owner to change your role.
            </p>
          )}
        </>
      )}
    </section>
  );
}

function isField(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
