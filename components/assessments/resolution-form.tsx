"use client";

import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { attempt } from "@/components/threads/attempt";
import { DraftNote } from "@/components/threads/draft-note";
import { Button } from "@/components/ui/button";
import { useKept } from "@/components/ui/use-kept";
import { type ResolutionView, type Verdict, verdict as verdicts } from "@/lib/assessments/schema";
import { type AxisStanding, shownVerdict } from "@/lib/assessments/standing";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import type { CommentBody } from "@/lib/threads/comment-schema";
import { RationaleField } from "./rationale-field";
import { VerdictField } from "./verdict-field";

type Props = { entry: PassageEntry; standing: AxisStanding; onDone: () => void };

type Filled = { verdict: Verdict | null; rationale: CommentBody | null };

/** An editor's final word, to be given; or the question opened again. */
export function ResolutionForm({ entry, standing, onDone }: Props) {
  const { surroundings, assessing, discussion } = useRoom();
  const { viewer, people } = surroundings;
  const { passage, verdicts: known } = entry;
  const { axis } = standing;
  const latest =
    discussion.resolutions.find((one) => one.passageId === passage.id && one.axis === axis) ?? null;
  // What was there when the editor began: the server refuses to overwrite anything newer.
  const [seen] = useState<ResolutionView | null>(latest);
  const [isWarned, setWarned] = useState(false);
  const [ground] = useState({ exact: passage.exact, sourceId: axis === "said" ? known.speakerId : null });
  const form = useKept<Filled>(
    `sayso:resolution:${viewer.userId} ${passage.id} ${axis}`,
    { verdict: standing.resolution?.verdict ?? shownVerdict(standing), rationale: null },
    readFilled,
  );
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const isMeanwhile = latest !== null && latest.id !== seen?.id;

  async function store(verdict: Verdict | null): Promise<void> {
    if (isBusy) return;
    if (isMeanwhile && !isWarned) {
      setWarned(true);
      return setError("A colleague has decided meanwhile; it stands above. Save again to decide anew.");
    }
    setBusy(true);
    const { rationale } = form.value;
    const replaces = (isWarned ? latest : seen)?.id ?? null;
    const isStored = await attempt(
      assessing.resolve(passage.id, { axis, verdict, rationale, replaces, ...ground }),
    );
    setBusy(false);
    if (!isStored) return;
    form.forget();
    onDone();
  }

  function save(event?: FormEvent): void {
    event?.preventDefault();
    if (form.value.verdict) void store(form.value.verdict);
    else setError("Choose an answer first: 4, 3, 2, 1, U or O.");
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isText =
      event.target instanceof HTMLElement &&
      (event.target.isContentEditable || event.target instanceof HTMLTextAreaElement);
    const letter = verdicts.safeParse(event.key.toUpperCase()).data;
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === "Escape") onDone();
    else if (event.key === "Enter" && (isCommand || event.target instanceof HTMLInputElement)) save();
    else if (letter && !isText && !isCommand && !event.altKey)
      form.change((before) => ({ ...before, verdict: letter }));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <form
      aria-label="Resolve"
      noValidate
      onSubmit={save}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-3 border-ink border-l-2 pl-3"
    >
      <p className="text-label text-muted">
        Your word as an editor. What colleagues judged stays in sight, and you can decide anew.
      </p>
      {form.restoredAt && <DraftNote at={form.restoredAt} onDiscard={form.discard} />}
      <VerdictField
        key={form.round}
        axis={axis}
        verdict={form.value.verdict}
        autoFocus
        onChange={(verdict) => form.change((before) => ({ ...before, verdict }))}
      />
      <RationaleField
        key={`why ${form.round}`}
        label="Why it is resolved so"
        placeholder="Why? The report prints it"
        initial={form.value.rationale}
        people={people}
        viewerId={viewer.userId}
        onChange={(rationale) => form.change((before) => ({ ...before, rationale }))}
        onSave={save}
        onLeave={onDone}
      />
      {error && (
        <p role="alert" className="font-medium text-failure text-label">
          {error}
        </p>
      )}
      <p className="flex flex-wrap gap-2">
        <Button type="submit" size="small" look="primary" busy={isBusy}>
          Resolve
        </Button>
        {standing.resolution && (
          <Button size="small" busy={isBusy} onClick={() => void store(null)}>
            Open again
          </Button>
        )}
        <Button size="small" look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </p>
    </form>
  );
}

function readFilled(value: unknown): Filled | null {
  return typeof value === "object" && value !== null && "verdict" in value && "rationale" in value
    ? (value as Filled)
    : null;
}
