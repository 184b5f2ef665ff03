"use client";

import { useRoom } from "@/components/discussion/room";
import type { Colouring } from "./colour-by";
import { markClass, noEmphasis } from "./highlight-class";
import { samplesOf } from "./line-samples";

/** What each line under the words stands for, drawn as the text draws it. */
export function LineKey({ colouring }: { colouring: Colouring }) {
  const { entries, looks } = useRoom();
  return (
    <ul
      aria-label="What the lines mean"
      className="line-key flex flex-wrap gap-x-6 gap-y-2 pt-1 pb-2 font-serif text-body phone:basis-full"
    >
      {samplesOf(colouring, entries, looks).map(({ words, ...look }) => (
        <li key={`${words} ${markClass([look], [], noEmphasis)}`}>
          <mark className={markClass([look], [], noEmphasis)}>{words}</mark>
        </li>
      ))}
    </ul>
  );
}
