"use client";

import { useEffect, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { messageOf } from "@/lib/http/client";
import { TextButton } from "./text-button";

export type Asked<T> = {
  /** The latest answer; null until there was one. */
  answer: T | null;
  /** Why the latest asking had none. */
  failure: string | null;
  again: () => void;
};

/** What the server is asked for when it is shown, and anew whenever `asOf` changes or somebody tries again. */
export function useAsked<T>(ask: () => Promise<T>, asOf: unknown, otherwise: string): Asked<T> {
  const [answer, setAnswer] = useState<T | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const latest = useRef({ ask, otherwise });
  useEffect(() => {
    latest.current = { ask, otherwise };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round, and each change there, asks anew
  useEffect(() => {
    let isGone = false;
    const { ask, otherwise } = latest.current;
    ask().then(
      (found) => {
        if (isGone) return;
        setAnswer(found);
        setFailure(null);
      },
      (error: unknown) => !isGone && setFailure(messageOf(error, otherwise)),
    );
    return () => {
      isGone = true;
    };
  }, [asOf, round]);
  return { answer, failure, again: () => setRound((before) => before + 1) };
}

type Props = Pick<Asked<unknown>, "failure" | "again"> & { className?: string };

/** Says why what was asked for is not here, and asks again. */
export function NotLoaded({ failure, again, className }: Props) {
  return (
    <p className={classNames("text-failure text-label", className)}>
      {failure} <TextButton onClick={again}>Try again</TextButton>
    </p>
  );
}
