"use client";

import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { DraftNote } from "@/components/threads/draft-note";
import { Button } from "@/components/ui/button";
import { useKept } from "@/components/ui/use-kept";
import { bearingWords } from "@/lib/assessments/scale";
import {
  bearing as bearings,
  type EvidenceContent,
  type EvidenceView,
  evidenceContent,
} from "@/lib/assessments/schema";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { CallError } from "@/lib/http/client";
import { completeAddress } from "@/lib/text/complete-address";
import { EvidenceReuse } from "./evidence-reuse";

type Props = {
  entry: PassageEntry;
  /** To be changed; without it, it is new. */
  evidence?: EvidenceView;
  onAdded?: (id: string) => void;
  onDone: () => void;
};

type Filled = Omit<EvidenceContent, "url"> & { url: string };

const nothing: Filled = { url: "", title: "", excerpt: "", bearing: "supports", primary: false };

const field =
  "min-h-9 w-full rounded-md border border-control bg-card px-2.5 text-card text-ink aria-invalid:border-failure max-phone:text-body";

/** What supports or refutes a passage, or gives context, to be written down. */
export function EvidenceForm({ entry, evidence, onAdded, onDone }: Props) {
  const { assessing, surroundings } = useRoom();
  const { passage } = entry;
  const first = evidence ? filledOf(evidence) : nothing;
  const key = `sayso:evidence:${surroundings.viewer.userId} ${evidence?.id ?? passage.id}`;
  const form = useKept(key, first, readFilled);
  const { value } = form;
  const [isBusy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const set = (next: Partial<Filled>) => form.change((before) => ({ ...before, ...next }));
  useEffect(() => box.current?.querySelector("input")?.focus({ preventScroll: true }), []);

  async function save(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    event?.stopPropagation();
    if (isBusy) return;
    const content = { ...value, url: value.url.trim() ? completeAddress(value.url) : null };
    if (!content.title.trim()) return setErrors({ title: "Give it a title: what is it?" });
    setBusy(true);
    setErrors({});
    try {
      if (evidence) await assessing.changeEvidence(evidence, content);
      else {
        const added = await assessing.addEvidence(passage.id, content);
        onAdded?.(added);
      }
      form.forget();
      onDone();
    } catch (refused) {
      setErrors(toldBy(refused));
      setBusy(false);
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isField = event.target instanceof HTMLInputElement && event.target.type !== "checkbox";
    if (event.key === "Escape") onDone();
    else if (event.key === "Enter" && (isField || event.ctrlKey || event.metaKey)) void save();
    else {
      // Its letters are no verdicts of the form around it.
      event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
  const wrong = (name: keyof Filled) =>
    errors[name] ? { "aria-invalid": true as const, "aria-describedby": `${id}-${name}-error` } : {};

  return (
    // No form of its own: it may stand inside the one of a verdict.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and a layout of its own
    <div
      ref={box}
      role="group"
      aria-label={evidence ? "Change the evidence" : "New evidence"}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-2 border-hairline border-l-2 pl-3"
    >
      {form.restoredAt && <DraftNote at={form.restoredAt} onDiscard={form.discard} />}
      {!evidence && <EvidenceReuse passageId={passage.id} onPick={(one) => set(filledOf(one))} />}
      <label className="flex flex-col gap-1 text-label" htmlFor={`${id}-url`}>
        Address
        <input
          id={`${id}-url`}
          inputMode="url"
          placeholder="https://"
          className={field}
          value={value.url}
          onChange={({ target }) => set({ url: target.value })}
          {...wrong("url")}
        />
        <Wrong id={`${id}-url-error`} message={errors.url} />
      </label>
      <label className="flex flex-col gap-1 text-label" htmlFor={`${id}-title`}>
        Title
        <input
          id={`${id}-title`}
          className={field}
          value={value.title}
          onChange={({ target }) => set({ title: target.value })}
          {...wrong("title")}
        />
        <Wrong id={`${id}-title-error`} message={errors.title} />
      </label>
      <label className="flex flex-col gap-1 text-label" htmlFor={`${id}-excerpt`}>
        What it says
        <textarea
          id={`${id}-excerpt`}
          rows={2}
          className={`${field} field-sizing-content max-h-40 py-1.5`}
          value={value.excerpt}
          onChange={({ target }) => set({ excerpt: target.value })}
          {...wrong("excerpt")}
        />
        <Wrong id={`${id}-excerpt-error`} message={errors.excerpt} />
      </label>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <fieldset className="flex flex-wrap gap-x-3">
          <legend className="sr-only">What it does</legend>
          {bearings.options.map((one) => (
            <label key={one} className="flex min-h-8 items-center gap-1.5 text-label">
              <input
                type="radio"
                name={`${id}-bearing`}
                className="size-4 accent-ink"
                checked={value.bearing === one}
                onChange={() => set({ bearing: one })}
              />
              {bearingWords[one]}
            </label>
          ))}
        </fieldset>
        <label
          className="flex min-h-8 items-center gap-1.5 text-label"
          title="The document, the recording, the count itself"
        >
          <input
            type="checkbox"
            className="size-4 accent-ink"
            checked={value.primary}
            onChange={({ target }) => set({ primary: target.checked })}
          />
          First-hand
        </label>
      </div>
      <Wrong id={`${id}-error`} message={errors.all} />
      <p className="flex gap-2">
        <Button size="small" busy={isBusy} onClick={() => void save()}>
          {evidence ? "Save the evidence" : "Add it"}
        </Button>
        <Button size="small" look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </p>
    </div>
  );
}

function Wrong({ id, message }: { id: string; message: string | undefined }) {
  if (!message) return null;
  return (
    <span id={id} role="alert" className="font-medium text-failure text-label">
      {message}
    </span>
  );
}

function filledOf({ url, title, excerpt, bearing, primary }: EvidenceView): Filled {
  return { url: url ?? "", title, excerpt, bearing, primary };
}

function readFilled(value: unknown): Filled | null {
  const filled = value as Partial<Filled> | null;
  const isOurs = typeof filled?.title === "string" && typeof filled.url === "string";
  return isOurs && bearings.safeParse(filled.bearing).success ? (filled as Filled) : null;
}

/** What was refused, by field where it is one's fault. */
function toldBy(error: unknown): Record<string, string> {
  if (!(error instanceof CallError))
    return { all: "Something went wrong. What you filled in is kept; try again." };
  const known = Object.entries(error.fields).filter(([name]) => name in evidenceContent.shape);
  return known.length > 0 ? Object.fromEntries(known) : { all: error.message };
}
