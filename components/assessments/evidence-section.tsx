"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useRoom } from "@/components/discussion/room";
import { attempt } from "@/components/threads/attempt";
import { Button } from "@/components/ui/button";
import type { EvidenceView } from "@/lib/assessments/schema";
import { can } from "@/lib/auth/permissions";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { EvidenceForm } from "./evidence-form";
import { EvidenceLine } from "./evidence-line";
import { TextButton } from "./text-button";
import { usePersonName } from "./use-person-name";

/** What stands at the passage as evidence, and the way to add to it. */
export function EvidenceSection({ entry }: { entry: PassageEntry }) {
  const { surroundings, opened, open, unsaved } = useRoom();
  const { viewer, workspace } = surroundings;
  const { passage, verdicts } = entry;
  const { evidence } = verdicts;
  const mayAdd = can(viewer, "evidence.create", { workspaceId: workspace.id }) && !unsaved.has(passage.id);
  const isOpen = opened?.starting === "evidence" && mayAdd;
  const setOpen = (isNow: boolean) =>
    open({ passageId: passage.id, starting: isNow ? "evidence" : null }, isNow ? "pointer" : "keyboard");
  if (evidence.length === 0 && !mayAdd) return null;
  return (
    <section aria-label="Evidence" className="flex flex-col gap-2 border-hairline border-t px-3 py-2">
      <div className="flex min-h-8 items-center justify-between gap-2">
        <h4 className="font-semibold text-card">
          Evidence
          {evidence.length > 0 && <span className="font-normal text-muted"> · {evidence.length}</span>}
        </h4>
        {mayAdd && !isOpen && (
          <Button size="small" look="quiet" className="px-2" title="E" onClick={() => setOpen(true)}>
            Add
          </Button>
        )}
      </div>
      {isOpen && <EvidenceForm key={passage.id} entry={entry} onDone={() => setOpen(false)} />}
      {evidence.length > 0 && (
        <ul className="flex flex-col gap-2">
          {evidence.map((one) => (
            <EvidenceItem key={one.id} evidence={one} entry={entry} />
          ))}
        </ul>
      )}
    </section>
  );
}

function EvidenceItem({ evidence, entry }: { evidence: EvidenceView; entry: PassageEntry }) {
  const { surroundings, assessing } = useRoom();
  const { viewer, workspace } = surroundings;
  const [isChanging, setChanging] = useState(false);
  const personName = usePersonName();
  const thing = { workspaceId: workspace.id, madeBy: evidence.addedBy };

  async function remove() {
    if (!(await attempt(assessing.removeEvidence(evidence.id)))) return;
    toast("Evidence taken away", {
      action: { label: "Undo", onClick: () => void attempt(assessing.putBackEvidence(evidence.id)) },
    });
  }

  if (isChanging) {
    return (
      <li>
        <EvidenceForm entry={entry} evidence={evidence} onDone={() => setChanging(false)} />
      </li>
    );
  }
  return (
    <li className="text-card">
      <EvidenceLine evidence={evidence} origins={entry.verdicts.origins} />
      {evidence.excerpt && (
        <blockquote className="wrap-anywhere my-1 line-clamp-6 border-hairline border-l-2 pl-2 text-label text-muted">
          {evidence.excerpt}
        </blockquote>
      )}
      <p className="flex flex-wrap gap-x-3 text-label text-muted">
        <span>{personName(evidence.addedBy)}</span>
        {can(viewer, "evidence.edit", thing) && (
          <TextButton onClick={() => setChanging(true)}>Change</TextButton>
        )}
        {can(viewer, "evidence.delete", thing) && (
          <TextButton onClick={() => void remove()}>Take away</TextButton>
        )}
      </p>
    </li>
  );
}
