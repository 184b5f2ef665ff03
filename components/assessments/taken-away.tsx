"use client";

import type { RefObject } from "react";
import { useRoom } from "@/components/discussion/room";
import { attempt } from "@/components/outbox/attempt";
import { announce } from "@/components/ui/announcer";
import { Skeleton } from "@/components/ui/skeleton";
import type { EvidenceView } from "@/lib/assessments/schema";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { useHistory } from "./assessment-history";
import { EvidenceLine } from "./evidence/evidence-line";
import { TextButton } from "./text-button";
import { NotLoaded } from "./use-asked";
import { useBusy } from "./use-busy";

type Props = {
  entry: PassageEntry;
  /** Where the focus goes when what had it is gone. */
  heading: RefObject<HTMLHeadingElement | null>;
};

/** The way back to evidence that was taken away, for as long as it takes to miss it. */
export function TakenAway({ entry, heading }: Props) {
  const { answer, failure, again } = useHistory(entry.passage.id);
  if (failure) return <NotLoaded failure={failure} again={again} />;
  if (!answer) return <Skeleton lines={1} label="Loading what was taken away" />;
  return (
    <ul
      aria-label="Taken away"
      className="flex flex-col gap-1 border-hairline border-l-2 pl-2 text-label text-muted"
    >
      {answer.takenAway.length === 0 && <li>Nothing was taken away that you could bring back.</li>}
      {answer.takenAway.map((one) => (
        <Item key={one.id} evidence={one} entry={entry} heading={heading} />
      ))}
    </ul>
  );
}

function Item({ evidence, entry, heading }: Props & { evidence: EvidenceView }) {
  const { assessing, undoing } = useRoom();
  const [isBusy, run] = useBusy();
  async function restore(): Promise<void> {
    if (!(await attempt(assessing.putBackEvidence(evidence.id)))) return;
    undoing.broughtBack(`taken away ${evidence.id}`);
    announce("The evidence is back.");
    heading.current?.focus({ preventScroll: true });
  }
  return (
    <li>
      <EvidenceLine evidence={evidence} origins={entry.verdicts.origins} />{" "}
      <TextButton label={`Restore: ${evidence.title}`} busy={isBusy} onClick={() => void run(restore)}>
        Restore
      </TextButton>
    </li>
  );
}
