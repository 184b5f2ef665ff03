"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { useLedBack } from "@/components/discussion/use-led-back";
import { DraftNote } from "@/components/threads/composer/draft-note";
import { Button } from "@/components/ui/button";
import { Conflict } from "@/components/ui/conflict";
import { focusOnWrong } from "@/components/ui/focus-on-wrong";
import { useLastField } from "@/components/ui/use-last-field";
import { useShow } from "@/components/ui/use-show";
import { bearingWords } from "@/lib/assessments/scale";
import { bearing as bearings, type EvidenceView, type Verdict } from "@/lib/assessments/schema";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { EvidenceLine } from "./evidence-line";
import { EvidenceReuse } from "./evidence-reuse";
import { type FilledEvidence, reusedOf, useEvidence } from "./use-evidence";

type Props = {
  entry: PassageEntry;
  /** To be changed; without it, it is new. */
  evidence?: EvidenceView;
  /** The verdict for which it is written down. */
  under?: Verdict | null;
  onAdded?: (added: EvidenceView) => void;
  onDone: () => void;
  onWriting?: (isWriting: boolean) => void;
};

/** What supports or refutes a passage, or gives context, to be written down. */
export function EvidenceForm({ entry, evidence, under = null, onAdded, onDone, onWriting }: Props) {
  const passageId = entry.passage.id;
  const { form, set, isBusy, errors, conflict, save, onKeyDown } = useEvidence({
    passage: entry.passage,
    evidence,
    under,
    onAdded,
    onDone,
  });
  const box = useRef<HTMLDivElement>(null);
  const isWriting = [form.value.url, form.value.title, form.value.excerpt].some((one) => one.trim() !== "");
  const told = useRef(onWriting);
  told.current = onWriting;
  useEffect(() => {
    told.current?.(isWriting);
    return () => told.current?.(false);
  }, [isWriting]);
  useShow(box);
  useLedBack(evidence ? null : "evidence", useLastField(box));
  // Whoever goes on with it is at its last words.
  const isBegun = useRef(form.restoredAt !== null);
  useEffect(() => {
    const fields = [...(box.current?.querySelectorAll<Field>("input:not([type]), textarea") ?? [])];
    const last = isBegun.current ? fields.findLast(({ value }) => value.trim() !== "") : undefined;
    (last ?? fields[0])?.focus({ preventScroll: true });
  }, []);
  // To what is to be mended: a letter typed with the focus on the button would be a key of the page.
  useEffect(() => {
    if (Object.keys(errors).length > 0) focusOnWrong(box.current);
  }, [errors]);
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
      {!evidence && <EvidenceReuse passageId={passageId} onPick={(one) => set(reusedOf(one))} />}
      <EvidenceWords value={form.value} errors={errors} onChange={set} />
      <EvidenceWeight value={form.value} error={errors.bearing} onChange={set} />
      {conflict && (
        <Conflict
          by={null}
          theirs={<EvidenceLine evidence={conflict.newer} origins={entry.verdicts.origins} />}
          isBusy={isBusy}
          onKeep={conflict.keep}
          onTake={conflict.take}
        />
      )}
      {errors.all && <Wrong message={errors.all} />}
      <p className="flex gap-2">
        <Button size="small" busy={isBusy} onClick={save}>
          {evidence ? "Save the evidence" : "Add it"}
        </Button>
        <Button size="small" look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </p>
    </div>
  );
}

type Field = HTMLInputElement | HTMLTextAreaElement;

type PartProps = { value: FilledEvidence; onChange: (next: Partial<FilledEvidence>) => void };

const field =
  "min-h-9 pointer-coarse:min-h-11 w-full rounded-md border border-control bg-card px-2.5 text-card text-ink aria-invalid:border-failure max-phone:text-body";

/** Where it is, what it is called and what it says. */
function EvidenceWords({ value, errors, onChange }: PartProps & { errors: Record<string, string> }) {
  const id = useId();
  const given = (name: "url" | "title" | "excerpt") => ({
    id: `${id}-${name}`,
    value: value[name],
    ...(errors[name] ? { "aria-invalid": true as const, "aria-describedby": `${id}-${name}-error` } : {}),
  });
  const labelled = (name: "url" | "title" | "excerpt", label: string, input: ReactNode) => (
    <label className="flex flex-col gap-1 text-label" htmlFor={`${id}-${name}`}>
      {label}
      {input}
      {errors[name] && <Wrong id={`${id}-${name}-error`} message={errors[name]} />}
    </label>
  );
  return (
    <>
      {labelled(
        "url",
        "Address",
        <input
          {...given("url")}
          inputMode="url"
          placeholder="https://"
          className={field}
          onChange={({ target }) => onChange({ url: target.value })}
        />,
      )}
      {labelled(
        "title",
        "Title",
        <input
          {...given("title")}
          className={field}
          onChange={({ target }) => onChange({ title: target.value })}
        />,
      )}
      {labelled(
        "excerpt",
        "What it says",
        <textarea
          {...given("excerpt")}
          rows={2}
          className={`${field} field-sizing-content max-h-40 py-1.5`}
          onChange={({ target }) => onChange({ excerpt: target.value })}
        />,
      )}
    </>
  );
}

/** What it does to the passage, and whether it is the thing itself. */
function EvidenceWeight({ value, error, onChange }: PartProps & { error: string | undefined }) {
  const id = useId();
  return (
    <>
      <div className="flex flex-col">
        <span id={`${id}-legend`} className="text-label">
          What it does for the claim
        </span>
        <div
          role="radiogroup"
          aria-labelledby={`${id}-legend`}
          aria-required
          className="flex flex-wrap gap-x-3"
          {...(error ? { "aria-invalid": true, "aria-describedby": `${id}-bearing-error` } : {})}
        >
          {bearings.options.map((one) => (
            <label key={one} className="flex min-h-8 pointer-coarse:min-h-11 items-center gap-1.5 text-label">
              <input
                type="radio"
                name={`${id}-bearing`}
                className="size-4 accent-ink"
                checked={value.bearing === one}
                onChange={() => onChange({ bearing: one })}
              />
              {bearingWords[one]}
            </label>
          ))}
        </div>
        {error && <Wrong id={`${id}-bearing-error`} message={error} />}
      </div>
      <label className="flex min-h-8 pointer-coarse:min-h-11 items-center gap-1.5 self-start text-label">
        <input
          type="checkbox"
          className="size-4 accent-ink"
          checked={value.primary}
          onChange={({ target }) => onChange({ primary: target.checked })}
        />
        First-hand: the document, recording or count itself
      </label>
    </>
  );
}

function Wrong({ id, message }: { id?: string; message: string }) {
  return (
    <span id={id} role="alert" className="font-medium text-failure text-label">
      {message}
    </span>
  );
}
