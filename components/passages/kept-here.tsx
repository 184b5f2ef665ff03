"use client";

import { useRef } from "react";
import { UnsavedEvidence, UnsavedResolution, UnsavedVerdict } from "@/components/assessments/unsaved";
import { UnsavedAttribution } from "@/components/attributions/unsaved-attribution";
import { UnsavedSettling } from "@/components/attributions/unsaved-settling";
import { useRoom } from "@/components/discussion/room";
import { axis } from "@/lib/assessments/schema";
import { type Action, can } from "@/lib/auth/permissions";
import type { PassageEntry } from "@/lib/discussion/list-passages";

/**
 * The forms of a passage that lie half filled in and that this person may not fill in any longer, to be read and
 * copied. Whoever may goes on with them where they are (attributions, assessments, evidence).
 */
export function KeptHere({ entry }: { entry: PassageEntry }) {
  const { viewer, workspace } = useRoom().surroundings;
  const { passage, verdicts } = entry;
  const root = useRef<HTMLDivElement>(null);
  const mayNot = (action: Action) =>
    !can(viewer, action, { workspaceId: workspace.id, madeBy: viewer.userId });
  const doing = { onGoOn: null, onDiscarded: () => root.current?.focus({ preventScroll: true }) };
  const changed = verdicts.evidence.filter(({ addedBy }) => addedBy === viewer.userId);
  const axes = axis.options;
  return (
    <div ref={root} tabIndex={-1} className="flex flex-col gap-2 px-3 not-empty:pb-3">
      {mayNot("attribution.create") && <UnsavedAttribution passage={passage} {...doing} />}
      {mayNot("attribution.settle") && <UnsavedSettling passageId={passage.id} {...doing} />}
      {mayNot("assessment.create") &&
        axes.map((one) => <UnsavedVerdict key={one} passageId={passage.id} axis={one} {...doing} />)}
      {mayNot("resolution.create") &&
        axes.map((one) => <UnsavedResolution key={one} passageId={passage.id} axis={one} {...doing} />)}
      {mayNot("evidence.create") && <UnsavedEvidence of={passage.id} {...doing} />}
      {mayNot("evidence.edit") && changed.map(({ id }) => <UnsavedEvidence key={id} of={id} {...doing} />)}
    </div>
  );
}
