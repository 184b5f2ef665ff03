"use client";

import { useEffect, useRef } from "react";
import { paragraphAt } from "@/components/articles/text-geometry";
import { useRoom } from "@/components/discussion/room";
import { useKeyHint } from "@/components/shortcuts/key-settings";
import { announce } from "@/components/ui/announcer";
import { useHandOn } from "@/components/ui/use-hand-on";
import { can } from "@/lib/auth/permissions";
import { type Step, steps, stepsTaken } from "@/lib/onboarding/steps";
import { countOf } from "@/lib/text/count-of";
import { FirstStepsView } from "./first-steps-view";

/** The first steps as they are taken, until they are closed for good. */
export function FirstStepsCard({ onClose }: { onClose: () => void }) {
  const { article, discussion, surroundings, open } = useRoom();
  const card = useRef<HTMLElement>(null);
  // Closed for good: on with the article, from its beginning.
  useHandOn(card, () => paragraphAt(article.blocks, 0));
  const { viewer, workspace } = surroundings;
  const { userId } = viewer;
  const hint = useKeyHint()("selection.highlight");
  useTold(stepsTaken(discussion, userId));
  return (
    <FirstStepsView
      ref={card}
      discussion={discussion}
      userId={userId}
      markKey={hint?.shown}
      mayImport={can(viewer, "article.import", { workspaceId: workspace.id })}
      onClose={onClose}
      onShow={(passageId, by) => open({ passageId }, by)}
    />
  );
}

/** Says what was done and what is left, once for each step; only by the card that is seen. */
function useTold(taken: ReadonlySet<Step>): void {
  const before = useRef(taken.size);
  useEffect(() => {
    const left = steps.length - taken.size;
    const isMore = taken.size > before.current;
    before.current = taken.size;
    if (isMore)
      announce(left === 0 ? "All first steps are done." : `Done. ${countOf(left, "first step")} to go.`);
  }, [taken]);
}
