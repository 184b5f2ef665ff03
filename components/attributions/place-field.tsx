"use client";

import { Crosshair, X } from "lucide-react";
import { useId, useRef, useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { IconButton } from "@/components/ui/icon-button";
import { findWordsNear } from "@/lib/attributions/find-cue";
import type { Span } from "@/lib/text/offsets";

type Props = {
  label: string;
  hint: string;
  passage: Span;
  place: Span | null;
  onChange: (place: Span | null) => void;
};

/** Words near the passage, chosen in the text or typed; typed words must stand there. */
export function PlaceField({ label, hint, passage, place, onChange }: Props) {
  const { article, pick } = useRoom();
  const { text } = article;
  const [typed, setTyped] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const words = place ? text.slice(place.start, place.end) : "";
  const isMissing = typed !== null && typed.trim() !== "" && !findWordsNear(text, typed, passage);
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold text-label">
        {label}
      </label>
      <div className="flex items-center gap-1">
        <input
          ref={field}
          id={id}
          className="min-h-9 pointer-coarse:min-h-11 w-full min-w-0 flex-1 rounded-md border border-control bg-card px-2.5 font-serif text-body text-ink italic placeholder:font-sans placeholder:text-card placeholder:not-italic aria-invalid:border-failure"
          autoComplete="off"
          spellCheck={false}
          placeholder={hint}
          value={typed ?? words}
          aria-invalid={isMissing || undefined}
          aria-describedby={isMissing ? `${id}-error` : undefined}
          onChange={({ target }) => {
            setTyped(target.value);
            onChange(findWordsNear(text, target.value, passage));
          }}
          onBlur={() => {
            if (!isMissing) setTyped(null);
          }}
        />
        {(place || typed) && (
          <IconButton
            label={`Clear “${label}”`}
            onClick={() => {
              setTyped(null);
              onChange(null);
            }}
          >
            <X aria-hidden className="size-4" />
          </IconButton>
        )}
        <IconButton
          label={`Choose the words for “${label}” in the text`}
          onClick={() =>
            pick({
              ask: `Select the words for “${label}” in the text, then choose “Use these words”.`,
              confirm: "Use these words",
              of: passage,
              now: place,
              onPick: (span) => {
                setTyped(null);
                onChange(span);
              },
              onEnd: () => field.current?.focus(),
            })
          }
        >
          <Crosshair aria-hidden className="size-4" />
        </IconButton>
      </div>
      {isMissing && (
        <p id={`${id}-error`} role="alert" className="mt-1 font-medium text-failure text-label">
          The text does not say this near the passage, so it is not recorded. Choose the words in the text.
        </p>
      )}
    </div>
  );
}
