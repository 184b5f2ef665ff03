"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { attempt } from "@/components/outbox/attempt";
import { announce } from "@/components/ui/announcer";
import { landFocus } from "@/components/ui/land-focus";
import { can } from "@/lib/auth/permissions";
import type { ThreadState } from "@/lib/threads/schema";
import type { ThreadProps } from "./thread-props";

export type ThreadStanding = {
  /** Not stored yet: nothing can be done to it but write. */
  isPending: boolean;
  /** Resolved ones show no comments until asked to. */
  isFolded: boolean;
  /** At once. The focus of a button that goes away with it goes on to what is shown, or to what shows it again. */
  fold: (isFolded: boolean) => void;
  canResolve: boolean;
  /** The reason is being asked for. */
  resolving: boolean;
  setResolving: (resolving: boolean) => void;
  /** Resolves or reopens; true when it was done. */
  change: (state: ThreadState, why: string | null) => Promise<boolean>;
  /** Asks for the reason and resolves, or reopens. */
  toggle: () => void;
};

/** Whether a thread is open or resolved, and all that goes with changing it. */
export function useThreadStanding(
  { thread, comments, viewer, workspace, actions, outbox, linkedId = null, goOn = null }: ThreadProps,
  root: RefObject<HTMLElement | null>,
): ThreadStanding {
  const isPending = outbox.posts.some((post) => post.threadId === thread.id && post.start !== null);
  const rights = { workspaceId: workspace.id, madeBy: thread.createdBy };
  const canResolve = can(viewer, "thread.resolve", rights) && !isPending;
  const [resolving, setResolving] = useState(false);
  const [isFolded, setFolded] = useState(
    thread.state === "resolved" && goOn === null && !comments.some((one) => one.id === linkedId),
  );

  function fold(isFolded: boolean) {
    flushSync(() => setFolded(isFolded));
    const next = root.current?.querySelector<HTMLElement>(isFolded ? "[data-unfold]" : "article");
    landFocus(next ?? root.current);
  }

  const isMyChange = useRef(false);
  async function change(state: ThreadState, why: string | null): Promise<boolean> {
    isMyChange.current = true;
    const isDone = await attempt(actions.changeState(thread.id, state, why));
    if (isDone) {
      setFolded(state === "resolved");
      announce(state === "resolved" ? "Resolved." : "Reopened.");
    } else isMyChange.current = false;
    return isDone;
  }
  // The button that was pressed is gone, and the focus with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the state has changed on the screen
  useEffect(() => {
    if (isMyChange.current) landFocus(root.current);
    isMyChange.current = false;
  }, [thread.state]);

  function toggle() {
    if (!canResolve) return;
    if (thread.state === "resolved") void change("open", null);
    else setResolving(true);
  }
  return { isPending, isFolded, fold, canResolve, resolving, setResolving, change, toggle };
}
