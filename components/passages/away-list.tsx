"use client";

import { type ReactNode, useRef, useState } from "react";
import { showWords } from "@/components/articles/text-geometry";
import { TextButton } from "@/components/assessments/text-button";
import { NotLoaded, useAsked } from "@/components/assessments/use-asked";
import { useBusy } from "@/components/assessments/use-busy";
import { useRoom } from "@/components/discussion/room";
import type { Span } from "@/lib/text/offsets";

/** Words that something stood on which was taken away, and the way back. */
export type Away = Span & {
  id: string;
  exact: string;
  /** By whom and when. */
  how: ReactNode;
  /** Answers whether it is back. */
  bringBack: () => Promise<boolean>;
};

type Props = {
  title: string;
  empty: string;
  ask: () => Promise<Away[]>;
  /** Asks anew whenever this changes. */
  asOf: unknown;
};

/** What was taken away and can be brought back, folded away; where there is nothing, it is not there either. */
export function AwayList({ title, empty, ask, asOf }: Props) {
  const [wasOpen, setWasOpen] = useState(false);
  const summary = useRef<HTMLElement>(null);
  const { answer, failure, again } = useAsked(ask, asOf, "This could not be loaded.");
  // Whoever has opened it sees that nothing is left in it, and keeps their place when they close it again.
  if (!wasOpen && !failure && !answer?.length) return null;
  return (
    <details onToggle={() => setWasOpen(true)} className="border-hairline border-t">
      <summary ref={summary} className="min-h-8 pointer-coarse:min-h-11 px-3 py-1 text-label text-muted">
        {title}
      </summary>
      {failure && <NotLoaded failure={failure} again={again} className="px-3 pb-2" />}
      {!failure && answer?.length === 0 && <p className="px-3 pb-2 text-label text-muted">{empty}</p>}
      {!failure && answer && answer.length > 0 && (
        <ul className="flex flex-col gap-2 px-3 pb-2">
          {answer.map((one) => (
            <Item key={one.id} away={one} onBack={() => summary.current?.focus({ preventScroll: true })} />
          ))}
        </ul>
      )}
    </details>
  );
}

function Item({ away, onBack }: { away: Away; onBack: () => void }) {
  const { article } = useRoom();
  const [isBusy, run] = useBusy();
  const { exact, how } = away;
  async function bringBack(): Promise<void> {
    if (await away.bringBack()) onBack();
  }
  return (
    <li className="text-label text-muted">
      <button
        type="button"
        title="Go to the words"
        className="block max-w-full truncate font-serif text-body hover:underline pointer-coarse:min-h-11"
        onClick={() => showWords(article.blocks, away)}
      >
        {exact}
      </button>
      {how}{" "}
      <TextButton label={`Restore: ${exact.slice(0, 80)}`} busy={isBusy} onClick={() => void run(bringBack)}>
        Restore
      </TextButton>
    </li>
  );
}
