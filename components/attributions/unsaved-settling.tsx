"use client";

import { useRoom } from "@/components/discussion/room";
import { UnsavedLine } from "@/components/ui/unsaved-line";
import { useUnsaved } from "@/components/ui/use-kept";
import { tellSpeaker } from "@/lib/attributions/describe-attribution";
import { type FilledSettling, readSettling, settlingKey } from "./kept-settling";

type Props = {
  passageId: string;
  /** Null for whoever may not settle now. */
  onGoOn: ((filled: FilledSettling) => void) | null;
  onDiscarded: () => void;
};

/** On what an editor was about to settle, and why. */
export function UnsavedSettling({ passageId, onGoOn, onDiscarded }: Props) {
  const { surroundings, voices } = useRoom();
  const unsaved = useUnsaved(settlingKey(surroundings.viewer.userId, passageId), readSettling);
  if (!unsaved) return null;
  const { value, discard } = unsaved;
  return (
    <UnsavedLine
      words={`Settle on ${tellSpeaker(value.attribution, voices)}: ${value.why}`}
      onGoOn={onGoOn && (() => onGoOn(value))}
      onDiscard={() => {
        discard();
        onDiscarded();
      }}
    />
  );
}
