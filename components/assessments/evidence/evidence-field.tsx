"use client";

import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { UnsavedEvidence } from "@/components/assessments/unsaved";
import { asRead, type ReadEvidence } from "@/components/assessments/use-assessment-draft";
import type { EvidenceView, Verdict } from "@/lib/assessments/schema";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { EvidenceForm } from "./evidence-form";
import { EvidenceLine } from "./evidence-line";

type Props = {
  entry: PassageEntry;
  /** What is chosen in the form around it. */
  verdict: Verdict | null;
  /** The evidence that the verdict rests on. */
  chosen: readonly ReadEvidence[];
  onChosen: (next: (before: ReadEvidence[]) => ReadEvidence[]) => void;
  /** Whether something is written down that was not added yet. */
  onWriting: (isWriting: boolean) => void;
};

/** The evidence of the passage, to be ticked for one's verdict, and the way to add more. */
export function EvidenceField({ entry, verdict, chosen, onChosen, onWriting }: Props) {
  const { evidence, origins } = entry.verdicts;
  const [isAdding, setAdding] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const tick = (one: EvidenceView, isOn: boolean) =>
    onChosen((before) => [...before.filter(({ id }) => id !== one.id), ...(isOn ? [asRead(one)] : [])]);
  const done = () => {
    // The field goes away with the focus in it, which goes on to where it began.
    flushSync(() => setAdding(false));
    button.current?.focus({ preventScroll: true });
  };
  return (
    <div className="flex flex-col gap-1">
      {evidence.length > 0 && (
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 text-label text-muted">It rests on</legend>
          {evidence.map((one) => (
            <Tick
              key={one.id}
              evidence={one}
              origins={origins}
              read={chosen.find(({ id }) => id === one.id)}
              onTick={(isOn) => tick(one, isOn)}
            />
          ))}
        </fieldset>
      )}
      {isAdding ? (
        <EvidenceForm
          entry={entry}
          under={verdict}
          onAdded={(added) => tick(added, true)}
          onDone={done}
          onWriting={onWriting}
        />
      ) : (
        <>
          <UnsavedEvidence
            of={entry.passage.id}
            onGoOn={() => setAdding(true)}
            onDiscarded={() => button.current?.focus({ preventScroll: true })}
          />
          <button
            ref={button}
            type="button"
            className="link inline-flex min-h-6 items-center gap-1 self-start text-label pointer-coarse:min-h-11"
            onClick={() => setAdding(true)}
          >
            <Plus aria-hidden className="size-3.5" />
            Add evidence
          </button>
        </>
      )}
    </div>
  );
}

type TickProps = {
  evidence: EvidenceView;
  origins: PassageEntry["verdicts"]["origins"];
  /** As it was when it was ticked. */
  read: ReadEvidence | undefined;
  onTick: (isOn: boolean) => void;
};

/** One piece of evidence. A tick is for what was read: it does not hold for what that has become since. */
function Tick({ evidence, origins, read, onTick }: TickProps) {
  return (
    <label className="flex min-h-6 items-start gap-2 text-label pointer-coarse:min-h-11">
      <input
        type="checkbox"
        className="mt-0.5 size-4 shrink-0 accent-ink"
        checked={read?.version === evidence.version}
        onChange={({ target }) => onTick(target.checked)}
      />
      <span className="min-w-0">
        <EvidenceLine evidence={evidence} origins={origins} isPlain />
        {read && read.version !== evidence.version && (
          <span className="block text-caution">Changed since you ticked it. Read it and tick it again.</span>
        )}
      </span>
    </label>
  );
}
