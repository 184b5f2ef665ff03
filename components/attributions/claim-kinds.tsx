"use client";

import { useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { attempt } from "@/components/outbox/attempt";
import { classNames } from "@/components/ui/class-names";
import { can } from "@/lib/auth/permissions";
import { claimKindWords } from "@/lib/passages/kind-words";
import { type ClaimKind, claimKind, type PassageView } from "@/lib/passages/schema";

/** What kinds of claim a passage holds, to be ticked; as words only for those who may not. */
export function ClaimKinds({ passage }: { passage: PassageView }) {
  const { surroundings, unsaved, attributing } = useRoom();
  const { viewer, workspace } = surroundings;
  const mayTick = can(viewer, "passage.describe", { workspaceId: workspace.id }) && !unsaved.has(passage.id);
  const { claimKinds } = passage;
  const [isBusy, setBusy] = useState(false);

  async function tick(next: ClaimKind[]): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    await attempt(attributing.describe(passage, next));
    setBusy(false);
  }

  if (!mayTick) {
    if (claimKinds.length === 0) return null;
    return (
      <p className="px-3 pb-3 text-label text-muted">
        Claim: {claimKinds.map((kind) => claimKindWords[kind].toLowerCase()).join(", ")}
      </p>
    );
  }
  return (
    <fieldset className="flex flex-wrap items-center gap-1 px-3 pt-1 pb-3">
      <legend className="sr-only">What kinds of claim is it?</legend>
      <span aria-hidden className="mr-1 text-label text-muted max-phone:w-full">
        Claim
      </span>
      {claimKind.options.map((kind) => {
        const isOn = claimKinds.includes(kind);
        const next = isOn ? claimKinds.filter((one) => one !== kind) : [...claimKinds, kind];
        return (
          <label
            key={kind}
            className={classNames(
              "inline-flex min-h-6 cursor-pointer items-center rounded-md border px-1.5 text-label has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:min-h-11",
              isOn ? "border-ink text-ink" : "border-control text-muted hover:border-ink hover:text-ink",
            )}
          >
            <input
              type="checkbox"
              className="sr-only"
              checked={isOn}
              // Until the answer is there, a second tick would build on what is not so any more.
              aria-disabled={isBusy}
              onChange={() => void tick(next)}
            />
            {isOn && <span aria-hidden>✓&nbsp;</span>}
            {claimKindWords[kind]}
          </label>
        );
      })}
    </fieldset>
  );
}
