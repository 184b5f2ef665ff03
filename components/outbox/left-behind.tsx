"use client";

import { useEffect, useRef, useState } from "react";
import { getAllKept, putKept } from "@/components/ui/kept-text";
import { KeptWords } from "@/components/ui/kept-words";
import { plainTextOf } from "@/lib/threads/comment-schema";
import { draftPrefix, readDraft } from "@/lib/threads/draft";
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
    if (articleId) setLeft([...lettersOf(userId, articleId), ...draftsOf(userId, articleId)]);
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

function draftsOf(userId: string, articleId: string): Left[] {
  const kept = getAllKept(draftPrefix(userId, articleId));
  const drafts = kept.flatMap(([id, stored]) => {
    const draft = readDraft(stored);
    return draft ? [{ id, ...draft }] : [];
  });
  return drafts
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .map(({ id, body }) => ({
      id,
      what: "Draft",
      words: plainTextOf(body).trim(),
      discard: () => void putKept(id, null),
    }));
}
