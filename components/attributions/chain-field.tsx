"use client";

import { X } from "lucide-react";
import { type ReactNode, type RefObject, useRef, useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useHandOn } from "@/components/ui/use-hand-on";
import { speakerName, unnamedWords } from "@/lib/attributions/describe-attribution";
import { longestChain } from "@/lib/attributions/schema";
import {
  type AttributionDraft,
  type DraftSource,
  whyNoLink,
  withoutItself,
} from "@/lib/discussion/draft-attribution";
import { inQuotes } from "@/lib/text/in-quotes";
import type { Span } from "@/lib/text/offsets";
import { DraftSourcePicker } from "./draft-source-picker";
import { NewSourceKind } from "./new-source-kind";

type Props = {
  passage: Span;
  draft: AttributionDraft;
  nameOf: (source: DraftSource) => string;
  onChange: (next: Partial<AttributionDraft>) => void;
  /** A name that is typed and not chosen yet. */
  onPending: (typed: string | null) => void;
};

/** Who reports it, from the nearest outward: sources on the same words, then the passage around them. */
export function ChainField({ passage, draft, nameOf, onChange, onPending }: Props) {
  const { voices, entries } = useRoom();
  const [isAdding, setAdding] = useState(false);
  const box = useRef<HTMLFieldSetElement>(null);
  // Who stands here as the source is shown, and sent, as no reporter of their own words.
  const { links, parentId } = withoutItself(draft.source, draft, voices);
  const parent = parentId ? voices.attributions.get(parentId) : undefined;
  const place = entries.find((entry) => entry.passage.id === parent?.passageId)?.place;
  return (
    <fieldset ref={box} className="min-w-0">
      <legend className="mb-1 font-semibold text-label">Reported by</legend>
      <ol className="flex flex-col">
        {links.map((link) => (
          <Row
            key={link.id}
            words={link.source ? nameOf(link.source) : unnamedWords}
            box={box}
            onRemove={() => onChange({ links: draft.links.filter((one) => one !== link) })}
          >
            {link.source?.type === "new" && (
              <NewSourceKind
                source={link.source}
                onChange={(source) =>
                  onChange({ links: links.map((one) => (one === link ? { ...link, source } : one)) })
                }
              />
            )}
          </Row>
        ))}
        {parent && (
          <Row
            words={`${speakerName(parent, voices)}${place ? `, passage ${place}` : ""}`}
            box={box}
            onRemove={() => onChange({ parentId: null })}
          />
        )}
      </ol>
      {isAdding ? (
        <NewLink
          box={box}
          passage={passage}
          whyNot={(source) => whyNoLink(source, { source: draft.source, links }, voices)}
          onPending={onPending}
          onAdd={(source) => {
            onChange({ links: [...draft.links, { id: crypto.randomUUID(), source }] });
            setAdding(false);
          }}
        />
      ) : (
        links.length < longestChain && (
          <p className="flex items-center justify-between gap-2 text-card">
            {links.length === 0 && !parent && (
              <span className="text-muted">nobody: said to the reporter</span>
            )}
            <Button data-next size="small" look="quiet" className="-mx-3" onClick={() => setAdding(true)}>
              Add who reports it
            </Button>
          </p>
        )
      )}
    </fieldset>
  );
}

/** What was pressed goes away with the focus in it, which goes on to the way to the next. */
function goingOn(box: RefObject<HTMLElement | null>) {
  const find = (what: string) => box.current?.querySelector<HTMLElement>(what);
  return () => find("[data-next]") ?? find("input, button");
}

type NewLinkProps = {
  box: RefObject<HTMLElement | null>;
  passage: Span;
  whyNot: (source: DraftSource | null) => string | null;
  onPending: (typed: string | null) => void;
  onAdd: (source: DraftSource | null) => void;
};

/** The field for one more who reports it; why somebody cannot be is said in it. */
function NewLink({ box, passage, whyNot, onPending, onAdd }: NewLinkProps) {
  const [error, setError] = useState<string | null>(null);
  const field = useRef<HTMLDivElement>(null);
  useHandOn(field, goingOn(box));
  return (
    <div ref={field}>
      <DraftSourcePicker
        label="Who reports it"
        isLabelHidden
        passage={passage}
        source={null}
        autoFocus
        also={unnamedWords}
        error={error ?? undefined}
        onPending={(typed) => {
          if (typed) setError(null);
          onPending(typed);
        }}
        onChoose={(source) => {
          const why = whyNot(source);
          setError(why);
          if (!why) onAdd(source);
          return !why;
        }}
      />
    </div>
  );
}

type RowProps = {
  words: string;
  /** What it stands in. */
  box: RefObject<HTMLElement | null>;
  onRemove: () => void;
  children?: ReactNode;
};

function Row({ words, box, onRemove, children }: RowProps) {
  const row = useRef<HTMLLIElement>(null);
  useHandOn(row, goingOn(box));
  return (
    <li ref={row} className="flex flex-wrap items-center gap-1 text-card">
      <span aria-hidden className="text-muted">
        via
      </span>
      <span className="min-w-0 flex-1 truncate">{words}</span>
      <IconButton label={`Take ${inQuotes(words)} out of the chain`} onClick={onRemove}>
        <X aria-hidden className="size-4" />
      </IconButton>
      {children}
    </li>
  );
}
