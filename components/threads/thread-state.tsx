"use client";

import { Check } from "lucide-react";
import { Popover as Parts } from "radix-ui";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Popover } from "@/components/ui/popover";
import { TimeAgo } from "@/components/ui/time-ago";
import type { StateChange } from "@/lib/threads/schema";

type ResolveProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onResolve: (why: string | null) => Promise<boolean>;
};

/** Resolves the thread, with a reason for those who want to give one. */
export function ResolveButton({ open, onOpenChange, onResolve }: ResolveProps) {
  const [why, setWhy] = useState("");
  const [isBusy, setBusy] = useState(false);

  async function resolve(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    setBusy(true);
    const isDone = await onResolve(why.trim() || null);
    setBusy(false);
    if (isDone) onOpenChange(false);
  }

  return (
    <Popover open={open} onOpenChange={onOpenChange}>
      <Parts.Trigger asChild>
        <Button size="small" look="faint" className="!gap-1 !px-2">
          <Check aria-hidden className="size-4" />
          Resolve
        </Button>
      </Parts.Trigger>
      <Parts.Portal>
        <Parts.Content
          aria-label="Resolve"
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 w-72 animate-appear rounded-md border border-hairline bg-card p-4 text-ink shadow-float"
          onKeyDown={(event) => event.stopPropagation()}
        >
          <form onSubmit={(event) => void resolve(event)} className="flex flex-col gap-3">
            <TextField
              label="Why is it settled? (optional)"
              value={why}
              autoComplete="off"
              onChange={(event) => setWhy(event.target.value)}
            />
            <Button size="small" look="primary" type="submit" busy={isBusy} className="self-end">
              Resolve
            </Button>
          </form>
        </Parts.Content>
      </Parts.Portal>
    </Popover>
  );
}

type ChangeProps = { change: StateChange; nameOf: (id: string) => string };

/** "Resolved by Sam, 2 h ago: the court confirmed it". */
export function StateLine({ change, nameOf }: ChangeProps) {
  return (
    <span>
      {change.state === "resolved" ? "Resolved" : "Reopened"} by {nameOf(change.by)},{" "}
      <TimeAgo at={change.at} />
      {change.why && <>: {change.why}</>}
    </span>
  );
}

/** Every time the thread was resolved or reopened, by whom and why. */
export function StateHistory({
  changes,
  nameOf,
}: {
  changes: readonly StateChange[];
  nameOf: ChangeProps["nameOf"];
}) {
  return (
    <details className="text-label text-muted">
      <summary className="inline-flex min-h-6 pointer-coarse:min-h-11 items-center rounded-sm underline decoration-dotted underline-offset-2 hover:text-ink">
        {changes.length === 1 ? "1 change of state" : `${changes.length} changes of state`}
      </summary>
      <ol className="mt-1 flex flex-col gap-1 border-hairline border-l-2 pl-3">
        {changes.map((change) => (
          <li key={change.id}>
            <StateLine change={change} nameOf={nameOf} />
          </li>
        ))}
      </ol>
    </details>
  );
}
