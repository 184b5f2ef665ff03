"use client";

import { type FormEvent, type KeyboardEvent, useId, useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { AttributionContent } from "@/lib/attributions/schema";
import { type AttributionDraft, contentOf, findMention } from "@/lib/discussion/draft-attribution";
import { CallError } from "@/lib/http/client";
import type { Span } from "@/lib/text/offsets";
import { ChainField } from "./chain-field";
import { DetailFields } from "./detail-fields";
import { DraftSourcePicker, useSourceNames } from "./draft-source-picker";
import { PlaceField } from "./place-field";

type Props = {
  passage: Span;
  draft: AttributionDraft;
  /** What the button says. */
  saveLabel: string;
  /** Stores it; what it throws is told here, and what was filled in stays. */
  onSave: (content: AttributionContent) => Promise<void>;
  onLeave: () => void;
};

const nothingUnchosen = { source: null, link: null };

/** Who said a passage and how, to be filled in: the source first, all else guessed and open to change. */
export function AttributionForm({ passage, draft: first, saveLabel, onSave, onLeave }: Props) {
  const { article } = useRoom();
  const [draft, setDraft] = useState(first);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<{ field: string | null; message: string } | null>(null);
  const [unchosen, setUnchosen] = useState<{ source: string | null; link: string | null }>(nothingUnchosen);
  const names = useSourceNames();
  const id = useId();
  const isSource = draft.voice === "source";

  function change(next: Partial<AttributionDraft>): void {
    setDraft((before) => ({ ...before, ...next }));
    setError(null);
  }

  async function save(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    // The field asks for the choice itself.
    if (isBusy || unchosen.source || unchosen.link) return;
    if (isSource && !draft.source) {
      return setError({
        field: "source",
        message: "Say who the source is, or choose the reporter’s own words.",
      });
    }
    setBusy(true);
    try {
      await onSave(contentOf(draft, article.text));
    } catch (refused) {
      setError(toldBy(refused));
      setBusy(false);
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save();
    else if (event.key === "Escape") onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <form
      aria-label="Who said it?"
      noValidate
      onSubmit={(event) => void save(event)}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-3 px-3 py-3"
    >
      <Voices id={id} draft={draft} onChange={change} />
      {isSource && (
        <>
          <DraftSourcePicker
            label="Source"
            passage={passage}
            source={draft.source}
            autoFocus
            error={error?.field === "source" ? error.message : undefined}
            onPending={(typed) => setUnchosen((before) => ({ ...before, source: typed }))}
            onChoose={(source, sourceNames) =>
              change({ source, ...mentionFor(draft, sourceNames, passage, article.text) })
            }
          />
          <Manner id={id} draft={draft} onChange={change} />
          <PlaceField
            label="Attributed by"
            hint="“said”, “according to”"
            passage={passage}
            place={draft.cue}
            onChange={(cue) => change({ cue })}
          />
          <PlaceField
            label="Named as"
            hint="“the outlet”"
            passage={passage}
            place={draft.mention}
            onChange={(mention) => change({ mention })}
          />
          <ChainField
            passage={passage}
            draft={draft}
            nameOf={names}
            onChange={change}
            onPending={(typed) => setUnchosen((before) => ({ ...before, link: typed }))}
          />
          <DetailFields draft={draft} onChange={change} />
        </>
      )}
      {error && error.field !== "source" && (
        <p role="alert" className="font-medium text-failure text-label">
          {error.message}
        </p>
      )}
      <p className="flex items-center gap-2">
        <Button type="submit" size="small" look="primary" busy={isBusy} title="Ctrl+Enter">
          {saveLabel}
        </Button>
        <Button size="small" look="quiet" onClick={onLeave}>
          Cancel
        </Button>
      </p>
    </form>
  );
}

/** Where the text names the chosen source beside the passage; a place that was chosen before stays when it names it too. */
function mentionFor(
  draft: AttributionDraft,
  names: readonly string[],
  passage: Span,
  text: string,
): Pick<AttributionDraft, "mention"> {
  const { mention } = draft;
  const said = mention ? text.slice(mention.start, mention.end).toLowerCase() : "";
  if (said && names.some((name) => name.toLowerCase() === said)) return { mention };
  return { mention: findMention(names, passage, text) ?? mention };
}

function toldBy(error: unknown): { field: string | null; message: string } {
  if (!(error instanceof CallError)) return { field: null, message: "Something went wrong. Try again." };
  const field = Object.keys(error.fields).some((name) => name.startsWith("content.source")) ? "source" : null;
  return { field, message: error.message };
}

type PartProps = {
  id: string;
  draft: AttributionDraft;
  onChange: (next: Partial<AttributionDraft>) => void;
};

function Voices({ id, draft, onChange }: PartProps) {
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">Whose words are these?</legend>
      <Choice
        name={`${id}-voice`}
        isOn={draft.voice === "source"}
        onChoose={() => onChange({ voice: "source" })}
      >
        A source’s
      </Choice>
      <Choice
        name={`${id}-voice`}
        isOn={draft.voice === "reporter"}
        onChoose={() => onChange({ voice: "reporter" })}
      >
        The reporter’s own
      </Choice>
    </fieldset>
  );
}

const manners = [
  ["direct", "Direct"],
  ["mixed", "Partly quoted"],
  ["indirect", "Indirect"],
] as const;

function Manner({ id, draft, onChange }: PartProps) {
  return (
    <fieldset>
      <legend className="mb-1 font-semibold text-label">Manner</legend>
      <div className="flex flex-wrap gap-1">
        {manners.map(([directness, words]) => (
          <Choice
            key={directness}
            name={`${id}-manner`}
            isOn={draft.directness === directness}
            onChoose={() => onChange({ directness })}
          >
            {words}
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}

type ChoiceProps = { name: string; isOn: boolean; onChoose: () => void; children: React.ReactNode };

/** One of a few words to choose from, as a radio button that looks like a tag. */
export function Choice({ name, isOn, onChoose, children }: ChoiceProps) {
  return (
    <label
      className={classNames(
        "inline-flex min-h-8 cursor-pointer items-center rounded-md border px-2.5 text-label has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2 pointer-coarse:min-h-11",
        isOn ? "border-ink bg-ink text-paper" : "border-control bg-card text-ink hover:bg-sunk",
      )}
    >
      <input type="radio" name={name} className="sr-only" checked={isOn} onChange={onChoose} />
      {children}
    </label>
  );
}
