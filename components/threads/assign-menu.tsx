"use client";

import { UserRound } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import type { ThreadView } from "@/lib/threads/schema";
import { attempt } from "./attempt";
import type { ThreadSurroundings } from "./thread-props";

type Props = Pick<ThreadSurroundings, "people" | "viewer" | "actions"> & {
  thread: ThreadView;
  canAssign: boolean;
};

/** Who is to settle this thread, and the list to choose somebody from. */
export function AssignMenu({ thread, people, viewer, actions, canAssign }: Props) {
  const assignee = people.find((one) => one.id === thread.assignee);
  const name = assignee?.id === viewer.userId ? "you" : (assignee?.name ?? "a former member");
  if (!canAssign) return thread.assignee ? <span className="text-label text-muted">For {name}</span> : null;

  const members = people.filter((one) => one.role !== null && one.role !== "viewer");
  const give = (to: string | null) => void attempt(actions.assign(thread, to));
  return (
    <Menu
      label="Assign to"
      items={[
        { label: "Nobody", checked: thread.assignee === null, onSelect: () => give(null) },
        ...members.map((person) => ({
          label: person.id === viewer.userId ? `${person.name} (you)` : person.name,
          checked: person.id === thread.assignee,
          onSelect: () => give(person.id),
        })),
      ]}
      trigger={
        <Button size="small" look="quiet" className="!gap-1 !px-2">
          <UserRound aria-hidden className="size-4" />
          <span className="max-w-20 truncate">
            {thread.assignee && <span className="sr-only">Assigned. </span>}
            {thread.assignee ? `For ${name}` : "Assign"}
          </span>
        </Button>
      }
    />
  );
}
