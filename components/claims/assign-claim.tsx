"use client";

import { UserRound } from "lucide-react";
import { attempt } from "@/components/outbox/attempt";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import type { ClaimRow } from "@/lib/claims/row-schema";
import type { ClaimsOverview } from "@/lib/claims/schema";
import { nameOf } from "@/lib/discussion/name-of";
import { call } from "@/lib/http/client";
import { assignPassage } from "@/lib/passages/schema";
import { assignChoices } from "./assign-choices";

type Props = {
  row: ClaimRow;
  people: ClaimsOverview["people"];
  viewerId: string;
  mayAssign: boolean;
  onChanged: () => void;
};

/** Who is asked to check a claim, and the list to ask somebody from. */
export function AssignClaim({ row, people, viewerId, mayAssign, onChanged }: Props) {
  const name = row.assignee === viewerId ? "You" : nameOf(people, row.assignee ?? "");
  if (!mayAssign) return row.assignee ? <span className="inline-block py-1">{name}</span> : null;
  const assign = async (to: string | null) => {
    const body = { version: row.version, assignee: to };
    await attempt(call(assignPassage, { params: { passageId: row.id }, body }));
    // Also when it was refused: somebody else was quicker, and that is to be seen.
    onChanged();
  };
  return (
    <Menu
      label={`Assign claim ${row.place} to`}
      items={assignChoices(people, viewerId).map(({ id, label }) => ({
        label,
        checked: row.assignee === id,
        onSelect: () => void assign(id),
      }))}
      trigger={
        <Button size="small" look="faint" className="-ml-2 !gap-1 !px-2">
          <UserRound aria-hidden className="size-4" />
          <span className="max-w-28 truncate">
            {row.assignee ? name : "Assign"}
            <span className="sr-only">
              {row.assignee ? ` is asked to check claim ${row.place}` : ` claim ${row.place}`}
            </span>
          </span>
        </Button>
      }
    />
  );
}
