"use client";

import { KeptWords } from "./kept-words";

type Props = {
  /** What was chosen, in a few words. */
  words: string;
  /** Opens its form again; null for whoever may not fill it in now: they can read it in full and copy it. */
  onGoOn: (() => void) | null;
  /** Throws it away; the line goes with it. */
  onDiscard: () => void;
};

/** Says what lies half filled in where its form is closed, and leads back to it. */
export function UnsavedLine({ words, onGoOn, onDiscard }: Props) {
  if (!onGoOn) return <KeptWords what="Not saved" words={words} onDiscard={onDiscard} />;
  const button = "link min-h-6 shrink-0 pointer-coarse:min-h-11";
  return (
    <p className="flex items-baseline gap-2 text-label text-muted">
      <span className="min-w-0 truncate">
        Not saved yet: <span className="text-ink">{words}</span>
      </span>
      <button type="button" className={button} onClick={onGoOn}>
        Go on<span className="sr-only"> with: {words}</span>
      </button>
      <span aria-hidden>·</span>
      <button type="button" className={button} onClick={onDiscard}>
        Discard<span className="sr-only"> {words}</span>
      </button>
    </p>
  );
}
