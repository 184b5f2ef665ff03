"use client";

import { useEffect, useRef, useState } from "react";
import { halfWrittenIn, halfWrittenNames } from "@/components/discussion/half-written";
import { getAllKept, putKept } from "@/components/ui/kept-text";
import { KeptWords } from "@/components/ui/kept-words";
import { inQuotes } from "@/lib/text/in-quotes";
import { shorten } from "@/lib/text/shorten";
import { describeLetter, nameLetter } from "./describe-letter";
import { lettersPrefix, readLetter } from "./letters";
import { forget, load } from "./stored";

type Left = { id: string; what: string; words: string; discard: () => void };

/** Where an article may not be read any more: what the person wrote in it and had not sent, to be copied. */
export function LeftBehind({ userId }: { userId: string }) {
  const [left, setLeft] = useState<Left[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const articleId = /^\/articles\/([0-9a-f-]{36})/.exec(window.location.pathname)?.[1];
    if (articleId) setLeft([...lettersOf(userId, articleId), ...halfWrittenOf(userId, articleId)]);
  }, [userId]);
  if (left.length === 0) return null;
  return (
    <section aria-labelledby="left-behind" className="flex flex-col gap-3">
      <h2 ref={heading} id="left-behind" tabIndex={-1} className="font-sans font-semibold text-body">
        What you wrote here and had not sent
      </h2>
      {left.map(({ id, what, words, discard }) => (
        <KeptWords
          key={id}
          what={what}
          words={words}
          onDiscard={() => {
            discard();
            setLeft(left.filter((one) => one.id !== id));
            heading.current?.focus();
          }}
        />
      ))}
    </section>
  );
}

function lettersOf(userId: string, articleId: string): Left[] {
  const prefix = lettersPrefix(userId);
  return load(prefix, articleId, readLetter).map((letter) => ({
    id: letter.id,
    what: nameLetter(letter),
    words: describeLetter(letter),
    discard: () => forget(prefix, letter.id),
  }));
}

function halfWrittenOf(userId: string, articleId: string): Left[] {
  const whose = { userId, articleId };
  // What is known of sources is not known here, beside their names where they were chosen.
  const written = halfWrittenIn(
    whose,
    getAllKept(...halfWrittenNames(whose)),
    ({ name }) => name ?? "a source",
  );
  return written.map(({ key, what, words, exact }) => ({
    id: key,
    // The same may be written on several passages.
    what: exact ? `${what}, on ${inQuotes(shorten(exact, 80))}` : what,
    words,
    discard: () => void putKept(key, null),
  }));
}
