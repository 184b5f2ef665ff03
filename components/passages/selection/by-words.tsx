"use client";

import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, inputClass } from "@/components/ui/field";
import { type FoundWords, findWords, mostFound } from "@/lib/passages/find-words";
import { countOf } from "@/lib/text/count-of";
import type { Span } from "@/lib/text/offsets";

type Props = {
  article: { text: string; language: string };
  /** Whether the words are looked for to be marked, or only to be read. */
  mayMark: boolean;
  onChoose: (span: Span) => void;
  onClose: () => void;
};

/**
 * Words of the article that were pasted, typed or spoken are found in it and become the selection: for everybody who
 * cannot, or would rather not, select them with a hand on the text.
 */
export function ByWords({ article, mayMark, onChoose, onClose }: Props) {
  const [found, setFound] = useState<readonly FoundWords[] | null>(null);
  const [error, setError] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);

  function find(event: FormEvent): void {
    event.preventDefault();
    const words = field.current?.value ?? "";
    const next = findWords(article.text, words, article.language);
    setFound(next.length > 0 ? next : null);
    setError(next.length > 0 ? undefined : whyNothing(words));
    if (next.length === 0) field.current?.focus();
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={mayMark ? "Add a passage by its words" : "Find words in the text"}
    >
      <form noValidate className="flex flex-col gap-3" onSubmit={find}>
        <Field
          label="Words of the article"
          hint="Paste, type or say them. Capitals and punctuation need not be the same."
          error={error}
        >
          {(props) => (
            <textarea
              {...props}
              ref={field}
              rows={3}
              autoComplete="off"
              spellCheck={false}
              lang={article.language}
              className={inputClass}
              onKeyDown={submitOnEnter}
            />
          )}
        </Field>
        <Button type="submit" look="primary" className="self-start">
          Find the words
        </Button>
      </form>
      {found && <Places article={article} found={found} onChoose={onChoose} />}
    </Dialog>
  );
}

function whyNothing(words: string): string {
  return /[\p{L}\p{N}]/u.test(words)
    ? "Neither these words nor any like them stand in this article. Try fewer, as they follow each other in the text."
    : "Write some words of the article first.";
}

/** These are words in a row, so Enter means find; a pasted line break stays one. */
function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

type PlacesProps = Pick<Props, "article" | "onChoose"> & { found: readonly FoundWords[] };

/** The places to choose among, each with the words around it. */
function Places({ article, found, onChoose }: PlacesProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each search the reader is led to what it found
  useEffect(() => heading.current?.focus(), [found]);
  const isExact = found[0]?.isExact;
  const places = found.length < mostFound ? countOf(found.length, "place") : `The first ${mostFound} places`;
  return (
    <section className="flex flex-col gap-2">
      <h3 ref={heading} tabIndex={-1} className="font-sans font-semibold text-card">
        {isExact
          ? `${places} with these words`
          : `Not word for word: ${places} that ${found.length === 1 ? "comes" : "come"} near`}
      </h3>
      <ol className="flex flex-col gap-1">
        {found.map((span, at) => (
          <li key={span.start}>
            <button
              type="button"
              className="flex w-full gap-2 rounded-md border border-hairline px-3 py-2 text-left hover:border-control hover:bg-sunk"
              onClick={() => onChoose(span)}
            >
              <span className="text-label text-muted tabular-nums leading-6">{at + 1}.</span>
              <InContext article={article} span={span} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** So many letters before and behind, and of a long stretch at each of its ends. */
const around = 50;
const mostShown = 240;

function InContext({
  article: { text, language },
  span: { start, end },
}: {
  article: Props["article"];
  span: Span;
}) {
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, end + around);
  const words = text.slice(start, end);
  const shown =
    words.length > mostShown ? `${words.slice(0, mostShown / 2)} … ${words.slice(-mostShown / 2)}` : words;
  return (
    <span lang={language} className="wrap-anywhere min-w-0 font-serif text-body text-muted">
      {from > 0 && "…"}
      {text.slice(from, start)}
      <mark className="bg-active-tint text-ink underline decoration-2 underline-offset-4">{shown}</mark>
      {text.slice(end, to)}
      {to < text.length && "…"}
    </span>
  );
}
