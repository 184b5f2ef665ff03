"use client";

import { type Ref, useMemo } from "react";
import { useRoom } from "@/components/discussion/room";
import { classNames } from "@/components/ui/class-names";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { type QuotePiece, quoteInContext } from "@/lib/passages/quote-in-context";

type Props = { entry: PassageEntry; ref?: Ref<HTMLQuoteElement> };

/** The words of the open passage with their sentence; who is named in it as their speaker, and what says so, is underlined. */
export function PassageQuote({ entry: { passage, standing }, ref }: Props) {
  const { text, language } = useRoom().article;
  const { start, end } = passage;
  // Where colleagues differ nothing stands, and nothing is underlined.
  const [said] = standing?.state === "differing" ? [] : (standing?.standing ?? []);
  const { mention = null, cue = null } = said ?? {};
  const pieces = useMemo(
    () => quoteInContext({ text, language, passage: { start, end }, mention, cue }),
    [text, language, start, end, mention, cue],
  );
  const first = pieces.findIndex((one) => one.isQuote);
  const behind = pieces.findLastIndex((one) => one.isQuote) + 1;
  return (
    <blockquote
      ref={ref}
      lang={language}
      className="mx-3 mb-3 line-clamp-8 font-serif text-muted text-quote [unicode-bidi:plaintext] max-phone:line-clamp-5"
    >
      {pieces.slice(0, first).map(toPiece)}
      <mark className="bg-transparent font-medium text-ink">{pieces.slice(first, behind).map(toPiece)}</mark>
      {pieces.slice(behind).map(toPiece)}
    </blockquote>
  );
}

function toPiece({ text, role }: QuotePiece, at: number) {
  return (
    <span
      key={at}
      className={classNames(
        role && "underline decoration-1 underline-offset-4",
        // Two lines, for they say two things.
        role === "cue" && "decoration-dotted",
      )}
    >
      {text}
    </span>
  );
}
