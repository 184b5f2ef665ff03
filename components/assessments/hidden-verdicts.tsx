"use client";

import { type RefObject, useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { attempt } from "@/components/outbox/attempt";
import { announce } from "@/components/ui/announcer";
import type { AxisStanding } from "@/lib/assessments/standing";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { countOf } from "@/lib/text/count-of";
import { TextButton } from "./text-button";
import { useBusy } from "./use-busy";

type Props = {
  entry: PassageEntry;
  standing: AxisStanding;
  mayJudge: boolean;
  heading: RefObject<HTMLHeadingElement | null>;
};

/** How many have judged, and the way to see what: after one's own verdict, or by giving up one's blindness. */
export function HiddenVerdicts({ entry, standing, mayJudge, heading }: Props) {
  const { assessing, judging } = useRoom();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, run] = useBusy();
  const { count, axis } = standing;
  async function reveal(): Promise<void> {
    if (!(await attempt(assessing.reveal(entry.passage.id, axis)))) return;
    announce(count === 1 ? "One verdict is shown." : `${count} verdicts are shown.`);
    // The button goes away with the focus on it.
    heading.current?.focus({ preventScroll: true });
  }
  const warning = `${mayJudge ? "Yours will not be blind then, which" : "This"} cannot be undone.`;
  function ask(): void {
    setAsking(!isAsking);
    if (!isAsking) announce(warning);
  }
  return (
    <p
      className="flex flex-wrap items-center gap-x-2 text-label text-muted"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isAsking) return;
        event.preventDefault();
        event.stopPropagation();
        setAsking(false);
      }}
    >
      <span>
        {count === 1 ? "1 colleague has judged." : `${count} colleagues have judged.`}
        {mayJudge && ` ${count === 1 ? "The verdict is" : "Their verdicts are"} hidden until you have.`}
      </span>
      {/* While a verdict is being given, no press that misses its button may give up what is judged blind. */}
      {!judging && (
        // The way back stands where it was asked: a press that comes twice keeps them hidden.
        <TextButton onClick={ask}>{isAsking ? "Keep hidden" : "Reveal"}</TextButton>
      )}
      {!judging && isAsking && (
        <>
          <span className="basis-full">{warning}</span>
          <TextButton busy={isBusy} onClick={() => void run(reveal)}>
            Reveal {countOf(count, "verdict")}
          </TextButton>
        </>
      )}
    </p>
  );
}
