"use client";

import { Tag, UserRound, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { Notice } from "@/components/ui/notice";
import type { ClaimRow } from "@/lib/claims/row-schema";
import type { ClaimsOverview } from "@/lib/claims/schema";
import { call } from "@/lib/http/client";
import { claimKindWords } from "@/lib/passages/kind-words";
import { assignPassage, type ClaimKind, claimKind, describePassage } from "@/lib/passages/schema";
import { assignChoices } from "./assign-choices";
import type { ClaimSelection } from "./use-claim-selection";

type Props = {
  selection: ClaimSelection;
  people: ClaimsOverview["people"];
  viewerId: string;
  mayAssign: boolean;
  mayDescribe: boolean;
};

/** What can be done with all selected claims at once. It stays at the lower edge while there are any. */
export function SelectionBar({ selection, people, viewerId, mayAssign, mayDescribe }: Props) {
  const { rows, progress, problem } = selection;
  if (rows.length === 0) return null;
  return (
    <section
      aria-label="Selected claims"
      className="sticky bottom-0 z-10 mt-4 border border-control bg-card px-4 py-2 text-card shadow-float print:hidden"
    >
      {problem && (
        <Notice kind="error" className="mb-2">
          {problem}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <IconButton label="Select none" hint="Select none (Esc)" className="-ml-3" onClick={selection.clear}>
          <X aria-hidden className="size-4" />
        </IconButton>
        <p role="status" className="mr-auto font-semibold tabular-nums">
          {progress ? `${progress.behind} of ${progress.all}…` : `${rows.length} selected`}
        </p>
        <span className="flex gap-2">
          {mayAssign && <AssignAll {...{ selection, people, viewerId }} />}
          {mayDescribe && <KindsOfAll selection={selection} />}
        </span>
      </div>
    </section>
  );
}

function AssignAll({ selection, people, viewerId }: Pick<Props, "selection" | "people" | "viewerId">) {
  const { rows, progress, change } = selection;
  const assign = (assignee: string | null, name: string) =>
    change(
      rows.filter((row) => row.assignee !== assignee),
      assignee ? `Assigned to ${name}` : "Assigned to nobody",
      ({ id: passageId, version }) =>
        call(assignPassage, { params: { passageId }, body: { version, assignee } }),
    );
  return (
    <Menu
      label="Assign the selected claims to"
      items={assignChoices(people, viewerId).map(({ id, name, label }) => ({
        label,
        checked: rows.every((row) => row.assignee === id),
        onSelect: () => assign(id, name),
      }))}
      trigger={
        <Button size="small" busy={progress !== null}>
          <UserRound aria-hidden className="size-4 max-phone:hidden" />
          Assign…
        </Button>
      }
    />
  );
}

/** A kind that all of them have is taken from all; any other is given to those that lack it. */
function KindsOfAll({ selection }: Pick<Props, "selection">) {
  const { rows, progress, change } = selection;
  const hasKind = (row: ClaimRow, kind: ClaimKind) => row.kinds.includes(kind);
  const toggle = (kind: ClaimKind) => {
    const isTaken = rows.every((row) => hasKind(row, kind));
    const concerned = rows.filter((row) => hasKind(row, kind) === isTaken);
    const word = claimKindWords[kind];
    change(concerned, isTaken ? `No longer “${word}”` : `Marked as “${word}”`, (row) => {
      const claimKinds = isTaken ? row.kinds.filter((one) => one !== kind) : [...row.kinds, kind];
      return call(describePassage, {
        params: { passageId: row.id },
        body: { version: row.version, claimKinds },
      });
    });
  };
  return (
    <Menu
      label="Kinds of the selected claims"
      items={claimKind.options.map((kind) => ({
        label: claimKindWords[kind],
        checked: rows.every((row) => hasKind(row, kind)),
        onSelect: () => toggle(kind),
      }))}
      trigger={
        <Button size="small" busy={progress !== null}>
          <Tag aria-hidden className="size-4 max-phone:hidden" />
          Kinds…
        </Button>
      }
    />
  );
}
