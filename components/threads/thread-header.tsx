"use client";

import { Button } from "@/components/ui/button";
import { can } from "@/lib/auth/permissions";
import { aboutLabels } from "@/lib/threads/about";
import { AssignMenu } from "./assign-menu";
import type { ThreadProps } from "./thread-props";
import { ResolveButton, StateHistory, StateLine } from "./thread-state";
import type { ThreadStanding } from "./use-thread-standing";

type Props = Pick<ThreadProps, "thread" | "people" | "viewer" | "workspace" | "actions"> & {
  standing: ThreadStanding;
  nameOf: (id: string) => string;
};

/** What a thread asks, whose it is to settle, and whether it is settled. */
export function ThreadHeader({ thread, people, viewer, workspace, actions, standing, nameOf }: Props) {
  const { isFolded, isPending, canResolve } = standing;
  const rights = { workspaceId: workspace.id, madeBy: thread.createdBy };
  const isResolved = thread.state === "resolved";
  return (
    <header className="flex flex-col gap-1">
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-2">
        <h4 className="text-card font-semibold">
          {/* The verdicts ask the same question in the same words. */}
          <span className="sr-only">Discussion: </span>
          {aboutLabels[thread.about]}
        </h4>
        {!isPending && (
          <div className="-mr-2 flex items-center">
            <AssignMenu
              of={`the discussion “${aboutLabels[thread.about]}”`}
              assignee={thread.assignee}
              people={people}
              viewerId={viewer.userId}
              canAssign={can(viewer, "thread.assign", rights)}
              onAssign={(to) => actions.assign(thread, to)}
            />
            {canResolve && !isResolved && (
              <ResolveButton
                open={standing.resolving}
                onOpenChange={standing.setResolving}
                onResolve={(why) => standing.change("resolved", why)}
              />
            )}
          </div>
        )}
      </div>
      {isResolved && <Resolved thread={thread} standing={standing} nameOf={nameOf} />}
      {!isFolded && thread.changes.length > (isResolved ? 1 : 0) && (
        <StateHistory changes={thread.changes} nameOf={nameOf} />
      )}
    </header>
  );
}

function Resolved({ thread, standing, nameOf }: Pick<Props, "thread" | "standing" | "nameOf">) {
  const latest = thread.changes.at(-1);
  return (
    <>
      {latest && (
        <p className="flex flex-wrap items-center gap-x-2 text-label text-muted">
          <StateLine change={latest} nameOf={nameOf} />
          {standing.canResolve && (
            <span className="whitespace-nowrap">
              <span aria-hidden>· </span>
              <button
                type="button"
                className="link min-h-6 pointer-coarse:min-h-11"
                onClick={() => void standing.change("open", null)}
              >
                Reopen
              </button>
            </span>
          )}
        </p>
      )}
      {!standing.isFolded && (
        <Button size="small" look="quiet" className="-ml-3 self-start" onClick={() => standing.fold(true)}>
          Hide comments
        </Button>
      )}
    </>
  );
}
