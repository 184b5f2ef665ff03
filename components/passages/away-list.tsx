"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { showWords } from "@/components/articles/text-geometry";
import { TextButton } from "@/components/assessments/text-button";
import { useBusy } from "@/components/assessments/use-busy";
import { useRoom } from "@/components/discussion/room";
import { Skeleton } from "@/components/ui/skeleton";
import { messageOf } from "@/lib/http/client";
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

/** What was taken away and can be brought back, folded away; asked for when it is opened. */
export function AwayList({ title, ...list }: Props) {
  const [isOpen, setOpen] = useState(false);
  const summary = useRef<HTMLElement>(null);
  return (
    <details
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="border-hairline border-t"
    >
      <summary ref={summary} className="min-h-8 pointer-coarse:min-h-11 px-3 py-1 text-label text-muted">
        {title}
      </summary>
      {isOpen && <List {...list} onBack={() => summary.current?.focus({ preventScroll: true })} />}
    </details>
  );
}

type ListProps = Omit<Props, "title"> & { onBack: () => void };

function List({ empty, ask, asOf, onBack }: ListProps) {
  const [loaded, setLoaded] = useState<Away[] | { message: string } | null>(null);
  const [round, setRound] = useState(0);
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round, and each change there, asks anew
  useEffect(() => {
    let isGone = false;
    latest.current().then(
      (answer) => !isGone && setLoaded(answer),
      (error: unknown) => {
        const message = messageOf(error, "This could not be loaded.");
        if (!isGone) setLoaded({ message });
      },
    );
    return () => {
      isGone = true;
    };
  }, [asOf, round]);

  if (!loaded) return <Skeleton lines={2} label="Loading what can be brought back" />;
  if ("message" in loaded)
    return (
      <p className="px-3 pb-2 text-failure text-label">
        {loaded.message} <TextButton onClick={() => setRound(round + 1)}>Try again</TextButton>
      </p>
    );
  if (loaded.length === 0) return <p className="px-3 pb-2 text-label text-muted">{empty}</p>;
  return (
    <ul className="flex flex-col gap-2 px-3 pb-2">
      {loaded.map((one) => (
        <Item key={one.id} away={one} onBack={onBack} />
      ))}
    </ul>
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
