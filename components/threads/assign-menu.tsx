"use client";

import { UserRound } from "lucide-react";
import { attempt } from "@/components/outbox/attempt";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { nameWithin } from "@/lib/discussion/name-of";
import type { Person } from "@/lib/discussion/schema";

type Props = {
  /** What is assigned, as it is heard where several things are: "the passage". */
  of: string;
  /** Who is to see to it now. */
  assignee: string | null;
  people: readonly Person[];
  viewerId: string;
  canAssign: boolean;
  onAssign: (to: string | null) => Promise<void>;
};

/** Who is to see to a thread or a passage, and the list to choose somebody from. */
export function AssignMenu({ of, assignee, people, viewerId, canAssign, onAssign }: Props) {
  const name = nameWithin(people, assignee ?? "", viewerId);
  if (!canAssign) return assignee ? <span className="text-label text-muted">For {name}</span> : null;

  const members = people.filter((one) => one.role !== null && one.role !== "viewer");
  const give = (to: string | null) => void attempt(onAssign(to));
  return (
    <Menu
      label="Assign to"
      items={[
        { label: "Nobody", checked: assignee === null, onSelect: () => give(null) },
        ...members.map((one) => ({
          label: one.id === viewerId ? `${one.name} (you)` : one.name,
          checked: one.id === assignee,
          onSelect: () => give(one.id),
        })),
      ]}
      trigger={
        <Button size="small" look="faint" className="!gap-1 !px-2">
          <UserRound aria-hidden className="size-4" />
          <span className="max-w-20 truncate">
            {assignee && <span className="sr-only">Assigned {of}. </span>}
            {assignee ? `For ${name}` : "Assign"}
            {!assignee && <span className="sr-only"> {of}</span>}
          </span>
        </Button>
      }
    />
  );
}
