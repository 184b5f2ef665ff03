"use client";

import type { RefObject } from "react";
import { useRoom } from "@/components/discussion/room";
import { attempt } from "@/components/outbox/attempt";
import { announce } from "@/components/ui/announcer";
import type { AxisStanding } from "@/lib/assessments/standing";
import type { PassageEntry } from "@/lib/discussion/list-passages";
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
  const [isBusy, run] = useBusy();
  const { count, axis } = standing;
  async function reveal(): Promise<void> {
    if (!(await attempt(assessing.reveal(entry.passage.id, axis)))) return;
    announce(count === 1 ? "One verdict is shown." : `${count} verdicts are shown.`);
    // The button goes away with the focus on it.
    heading.current?.focus({ preventScroll: true });
  }
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-label text-muted">
      <span>
        {count === 1 ? "1 colleague has judged." : `${count} colleagues have judged.`}
        {mayJudge && ` ${count === 1 ? "The verdict is" : "Their verdicts are"} hidden until you have.`}
      </span>
      {/* While a verdict is being given, no press that misses its button may give up what is judged blind. */}
      {!judging && (
        <TextButton
          busy={isBusy}
          title="Your own verdict is not blind any more then"
          onClick={() => void run(reveal)}
        >
          Reveal
        </TextButton>
      )}
    </p>
  );
}
