"use client";

import { type RefObject, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { TakenAway } from "@/components/assessments/taken-away";
import { TextButton } from "@/components/assessments/text-button";
import { UnsavedEvidence } from "@/components/assessments/unsaved";
import { useBusy } from "@/components/assessments/use-busy";
import { usePersonName } from "@/components/assessments/use-person-name";
import { useRoom } from "@/components/discussion/room";
import { useGoesOn } from "@/components/discussion/use-goes-on";
import { useLanding } from "@/components/discussion/use-landing";
import { usePast } from "@/components/discussion/use-past";
import { attempt } from "@/components/outbox/attempt";
import { OnItsWay } from "@/components/outbox/on-its-way";
import { useKeyHint } from "@/components/shortcuts/key-settings";
import { withKey } from "@/components/shortcuts/with-key";
import { Button } from "@/components/ui/button";
import type { EvidenceView } from "@/lib/assessments/schema";
import { can } from "@/lib/auth/permissions";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import type { Saying } from "@/lib/discussion/outbox";
import { EvidenceForm } from "./evidence-form";
import { EvidenceLine } from "./evidence-line";
import { evidenceKey } from "./use-evidence";

/** What stands at the passage as evidence, and the way to add to it. */
export function EvidenceSection({ entry }: { entry: PassageEntry }) {
  const { surroundings, opened, open, finish, unsaved, assessing } = useRoom();
  const { viewer, workspace } = surroundings;
  const { passage, verdicts } = entry;
  const { evidence } = verdicts;
  const { sayings } = surroundings.outbox;
  const heading = useRef<HTMLHeadingElement>(null);
  const [isAwayOpen, setAwayOpen] = useState(false);
  const keyHint = useKeyHint()("passage.evidence");
  const isStored = !unsaved.has(passage.id);
  const takenAway = async () => (await assessing.history(passage.id)).takenAway.length > 0;
  const state = evidence.map(({ id, number }) => `${id} ${number}`).join();
  const isRefused = unsaved.get(passage.id)?.state === "failed";
  const mayAdd = can(viewer, "evidence.create", { workspaceId: workspace.id }) && !isRefused;
  const mayJudge = can(viewer, "assessment.create", { workspaceId: workspace.id });
  const isOpen = opened?.starting === "evidence" && mayAdd;
  const hasPast = usePast(passage.id, state, mayAdd && isStored ? takenAway : null);
  // The form of a verdict has a field of its own for it.
  const isJudging = opened?.starting === "so" || opened?.starting === "said";
  useLanding(heading, isOpen);
  const begin = () => open({ passageId: passage.id, starting: "evidence" }, "pointer");
  if (evidence.length === 0 && !mayAdd) return null;
  return (
    <section aria-label="Evidence" className="flex flex-col gap-2 border-hairline border-t px-3 py-2">
      <div className="flex min-h-8 items-center justify-between gap-2">
        <h4 ref={heading} tabIndex={-1} className="font-semibold text-card">
          Evidence
          {evidence.length > 0 && <span className="font-normal text-muted"> · {evidence.length}</span>}
        </h4>
        <span className="flex-1" />
        {hasPast && (
          <span className="text-label">
            <TextButton
              label="History: evidence"
              expanded={isAwayOpen}
              onClick={() => setAwayOpen(!isAwayOpen)}
            >
              History
            </TextButton>
          </span>
        )}
        {mayAdd && !isOpen && (
          <Button
            size="small"
            look="quiet"
            className="-mr-3"
            title={withKey("Add evidence", keyHint)}
            aria-keyshortcuts={keyHint?.aria}
            onClick={begin}
          >
            Add
          </Button>
        )}
      </div>
      {isOpen && (
        <EvidenceForm key={passage.id} entry={entry} onDone={() => finish(passage.id, "evidence")} />
      )}
      {mayAdd && !isOpen && !isJudging && (
        <UnsavedEvidence
          of={passage.id}
          onGoOn={begin}
          onDiscarded={() => heading.current?.focus({ preventScroll: true })}
        />
      )}
      {evidence.length > 0 && (
        <ul className="flex flex-col gap-2">
          {evidence.map((one) => {
            const saying = sayings.find(({ id }) => id === one.id);
            return saying ? (
              <WaitingEvidence key={one.id} saying={saying} evidence={one} entry={entry} />
            ) : (
              <EvidenceItem key={one.id} evidence={one} entry={entry} heading={heading} />
            );
          })}
        </ul>
      )}
      {evidence.some(({ bearing }) => bearing === null) && (
        <p className="text-label text-muted">
          {mayJudge
            ? "Which way colleagues take it is shown once you have judged."
            : "Which way colleagues take it is hidden as long as their verdicts are."}
        </p>
      )}
      {hasPast && isAwayOpen && <TakenAway entry={entry} heading={heading} />}
    </section>
  );
}

type WaitingProps = { saying: Saying; evidence: EvidenceView; entry: PassageEntry };

/** Evidence of mine that the server does not have yet. */
function WaitingEvidence({ saying, evidence, entry }: WaitingProps) {
  const { title, url, excerpt } = evidence;
  return (
    <li>
      <OnItsWay saying={saying} label="Your evidence" copy={[title, url, excerpt].filter(Boolean).join("\n")}>
        <EvidenceLine evidence={evidence} origins={entry.verdicts.origins} />
      </OnItsWay>
    </li>
  );
}

type ItemProps = {
  evidence: EvidenceView;
  entry: PassageEntry;
  heading: RefObject<HTMLHeadingElement | null>;
};

function EvidenceItem({ evidence, entry, heading }: ItemProps) {
  const { surroundings, assessing, undoing } = useRoom();
  const { viewer, workspace } = surroundings;
  const [isChanging, setChanging] = useState(useGoesOn(evidenceKey(viewer.userId, evidence.id)));
  const [isBusy, run] = useBusy();
  const opener = useRef<HTMLButtonElement>(null);
  const personName = usePersonName("first");
  const thing = { workspaceId: workspace.id, madeBy: evidence.addedBy };

  // What is done takes the focus away with it: it goes on to where it began, or to the heading.
  function changed() {
    flushSync(() => setChanging(false));
    (opener.current ?? heading.current)?.focus({ preventScroll: true });
  }
  async function remove() {
    const key = `taken away ${evidence.id}`;
    const removing = assessing.removeEvidence(evidence.id);
    undoing.note(key, () => assessing.putBackEvidence(evidence.id), removing);
    if (!(await attempt(removing))) return;
    heading.current?.focus({ preventScroll: true });
    undoing.tell("Evidence taken away", key);
  }

  if (isChanging) {
    return (
      <li>
        <EvidenceForm entry={entry} evidence={evidence} onDone={changed} />
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
      {can(viewer, "evidence.edit", thing) && (
        <UnsavedEvidence
          of={evidence.id}
          onGoOn={() => setChanging(true)}
          onDiscarded={() => opener.current?.focus({ preventScroll: true })}
        />
      )}
      <p className="flex flex-wrap items-center gap-x-3 text-label text-muted">
        {evidence.bearing && <span>{personName(evidence.addedBy)}</span>}
        {can(viewer, "evidence.edit", thing) && (
          <TextButton ref={opener} label={`Change: ${evidence.title}`} onClick={() => setChanging(true)}>
            Change
          </TextButton>
        )}
        {can(viewer, "evidence.delete", thing) && (
          <TextButton label={`Take away: ${evidence.title}`} busy={isBusy} onClick={() => void run(remove)}>
            Take away
          </TextButton>
        )}
      </p>
    </li>
  );
}
