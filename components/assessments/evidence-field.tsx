"use client";

import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { EvidenceForm } from "./evidence-form";
import { EvidenceLine } from "./evidence-line";

type Props = {
  entry: PassageEntry;
  /** Ids of the evidence that the verdict rests on. */
  chosen: readonly string[];
  onChosen: (ids: string[]) => void;
};

/** The evidence of the passage, to be ticked for one's verdict, and the way to add more. */
export function EvidenceField({ entry, chosen, onChosen }: Props) {
  const { evidence, origins } = entry.verdicts;
  const [isAdding, setAdding] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const done = () => {
    // The field goes away with the focus in it, which goes on to where it began.
    flushSync(() => setAdding(false));
    button.current?.focus({ preventScroll: true });
  };
  return (
    <div className="flex flex-col gap-1">
      {evidence.length > 0 && (
        <fieldset className="flex flex-col gap-1">
          <legend className="text-label text-muted">It rests on</legend>
          {evidence.map((one) => {
            const isOn = chosen.includes(one.id);
            return (
              <label key={one.id} className="flex items-start gap-2 text-label">
                <input
                  type="checkbox"
                  className="mt-0.5 size-4 shrink-0 accent-ink"
                  checked={isOn}
                  onChange={() => onChosen(isOn ? chosen.filter((id) => id !== one.id) : [...chosen, one.id])}
                />
                <EvidenceLine evidence={one} origins={origins} isPlain />
              </label>
            );
          })}
        </fieldset>
      )}
      {isAdding ? (
        <EvidenceForm entry={entry} onAdded={(id) => onChosen([...chosen, id])} onDone={done} />
      ) : (
        <button
          ref={button}
          type="button"
          className="link inline-flex min-h-6 items-center gap-1 self-start text-label pointer-coarse:min-h-10"
          onClick={() => setAdding(true)}
        >
          <Plus aria-hidden className="size-3.5" />
          Add evidence
        </button>
      )}
    </div>
  );
}
