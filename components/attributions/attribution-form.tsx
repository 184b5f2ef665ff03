"use client";

import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { useLedBack } from "@/components/discussion/use-led-back";
import { DraftNote } from "@/components/threads/composer/draft-note";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Conflict, type Faster } from "@/components/ui/conflict";
import { focusOnWrong } from "@/components/ui/focus-on-wrong";
import { useLastField } from "@/components/ui/use-last-field";
import { useShow } from "@/components/ui/use-show";
import type { AttributionContent } from "@/lib/attributions/schema";
import {
  type AttributionDraft,
  contentOf,
  type DraftSource,
  goingWith,
} from "@/lib/discussion/draft-attribution";
import { CallError, messageOf } from "@/lib/http/client";
import type { Span } from "@/lib/text/offsets";
import { ChainField } from "./chain-field";
import { DetailFields } from "./detail-fields";
import { DraftSourcePicker, useSourceNames } from "./draft-source-picker";
import { NewSourceKind } from "./new-source-kind";
import { PlaceField } from "./place-field";
import { useAttributionKey } from "./unsaved-attribution";
import { useKeptForm } from "./use-kept-form";

type Props = {
  /** The words; with an id where they are marked already. */
  passage: Span & { id?: string };
  draft: AttributionDraft;
  /** A name that stands in the field for the source, of which only a person can tell who is meant. */
  typed?: string | null;
  /** The draft is what a colleague recorded. */
  isTheirs?: boolean;
  /** What the button says. */
  saveLabel: string;
  /**
   * Stores it. What it throws is told here, and what was filled in stays; so it does when somebody was faster, which
   * `conflict` tells.
   */
  onSave: (content: AttributionContent, draft: AttributionDraft) => Promise<"saved" | "beaten">;
  /** What somebody has stored meanwhile: saving again puts this over it. */
  conflict?: Faster | null;
  /** From the moment of saving it is kept by the outbox, and need not be kept here too. */
  isPosted?: boolean;
  onLeave: () => void;
};

/** Who said a passage and how, to be filled in: the source first, all else guessed and open to change. */
export function AttributionForm({
  passage,
  draft: first,
  typed = null,
  isTheirs = false,
  saveLabel,
  onSave,
  conflict = null,
  isPosted = false,
  onLeave,
}: Props) {
  const { article, voices } = useRoom();
  const exact = article.text.slice(passage.start, passage.end);
  const on = { articleId: article.id, passageId: passage.id ?? null, exact };
  const form = useKeptForm(useAttributionKey(passage), { draft: first, typed }, on);
  const { draft } = form;
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<{ field: string | null; message: string } | null>(null);
  const [unchosenLink, setUnchosenLink] = useState<string | null>(null);
  const names = useSourceNames();
  const id = useId();
  const isSource = draft.voice === "source";
  const box = useRef<HTMLFormElement>(null);
  useShow(box);
  useLedBack("attribute", useLastField(box));
  // On a phone the field may be far above the button.
  useEffect(() => {
    if (error?.field === "source") focusOnWrong(box.current, sourceField);
  }, [error]);

  function change(next: Partial<AttributionDraft>): void {
    form.change(next);
    setError(null);
  }

  function choose(source: DraftSource | null, sourceNames: readonly string[]): true {
    const isOther = source?.id !== first.source?.id;
    const isOfAnother = isTheirs && isOther;
    change({
      source,
      ...goingWith(sourceNames, { draft, passage, text: article.text, isOfAnother }),
    });
    return true;
  }

  async function save(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    if (isBusy) return;
    // The field asks for the choice itself.
    if (isSource && (form.typed || unchosenLink)) return focusOnWrong(box.current, sourceField);
    if (isSource && !draft.source) {
      return setError({
        field: "source",
        message: "Say who the source is, or choose the reporter’s own words.",
      });
    }
    setBusy(true);
    try {
      const saving = onSave(contentOf(draft, article.text, voices), draft);
      if (isPosted) form.forget();
      if ((await saving) === "saved") return form.forget();
      form.keep();
      setError(null);
      setBusy(false);
    } catch (refused) {
      form.keep();
      setError(toldBy(refused));
      setBusy(false);
    }
  }

  function giveUp(): void {
    form.forget();
    onLeave();
  }

  function onKeyDown(event: KeyboardEvent): void {
    // As by the button: a choice that waits in a field is heard of it.
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) box.current?.requestSubmit();
    else if (event.key === "Escape") onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <form
      ref={box}
      aria-label="Who said it?"
      noValidate
      onSubmit={(event) => void save(event)}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-3 px-3 py-3"
    >
      {form.restoredAt && <DraftNote at={form.restoredAt} onDiscard={form.discard} />}
      <Voices id={id} draft={draft} onChange={change} />
      {isSource && (
        <>
          <DraftSourcePicker
            key={form.round}
            label="Source"
            passage={passage}
            source={draft.source}
            typed={form.typed}
            isLeftOpen={typed !== null && form.typed === typed}
            autoFocus
            error={error?.field === "source" ? error.message : undefined}
            onPending={form.type}
            onCleared={() => change({ source: null })}
            onChoose={choose}
          />
          {draft.source?.type === "new" && (
            <NewSourceKind source={draft.source} onChange={(source) => change({ source })} />
          )}
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
            onPending={setUnchosenLink}
          />
          <DetailFields draft={draft} onChange={change} />
        </>
      )}
      {conflict && <Conflict {...conflict} isBusy={isBusy} onKeep={() => void save()} onTake={giveUp} />}
      {error && error.field !== "source" && (
        <p role="alert" className="font-medium text-failure text-label">
          {error.message}
        </p>
      )}
      <p className="flex items-center gap-2">
        <Button type="submit" size="small" look="primary" busy={isBusy} title="Ctrl+Enter">
          {saveLabel}
        </Button>
        <Button size="small" look="quiet" onClick={giveUp}>
          Cancel
        </Button>
      </p>
    </form>
  );
}

/** Words that are not found hold nothing back; a source does. */
const sourceField = "[role=combobox]";

function toldBy(error: unknown): { field: string | null; message: string } {
  const fields = error instanceof CallError ? Object.keys(error.fields) : [];
  const field = fields.some((name) => name.startsWith("content.source")) ? "source" : null;
  return { field, message: messageOf(error) };
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
