"use client";

import { useRoom } from "@/components/discussion/room";
import { useGoesOn } from "@/components/discussion/use-goes-on";
import { DraftNote } from "@/components/threads/composer/draft-note";
import { Button } from "@/components/ui/button";
import { Conflict, type Faster } from "@/components/ui/conflict";
import { useShow } from "@/components/ui/use-show";
import { verdictWords } from "@/lib/assessments/scale";
import type { ResolutionView } from "@/lib/assessments/schema";
import type { AxisStanding } from "@/lib/assessments/standing";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { nameOf } from "@/lib/discussion/name-of";
import { FormEnd } from "./form-end";
import { GroundNotice } from "./ground-notice";
import { Rationale } from "./rationale";
import { RationaleField } from "./rationale-field";
import { resolutionKey, useResolving } from "./use-resolving";
import { useVerdictKeys } from "./use-verdict-keys";
import { VerdictField } from "./verdict-field";
import { WhatIsJudged } from "./what-is-judged";

type Props = { entry: PassageEntry; standing: AxisStanding; onDone: () => void };

/** An editor's final word, to be given; or the question opened again. */
export function ResolutionForm({ entry, standing, onDone }: Props) {
  const { viewer, people } = useRoom().surroundings;
  const { axis } = standing;
  const { form, ground, verdict, isBusy, error, conflict, ...resolving } = useResolving({
    entry,
    standing,
    onDone,
  });
  const { choose, save } = resolving;
  const fasterOf = useFaster();
  // As in the form of a verdict (assessment-form.tsx).
  const goesOn = useGoesOn(resolutionKey(viewer.userId, entry.passage.id, axis));
  const isInWhy = goesOn && form.value.rationale !== null;
  const keys = useVerdictKeys({ axis, choose, save, leave: onDone });
  useShow(keys.ref);
  return (
    <form
      aria-label="Resolve"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      {...keys}
      className="flex flex-col gap-3 border-ink border-l-2 pl-3"
    >
      <p className="text-label text-muted">
        The last word, under your name; you can decide anew.{" "}
        {standing.count > standing.judgements.length
          ? "You do not see what colleagues judged: leave this and reveal it first if it is to weigh."
          : "What colleagues judged stays in sight."}
      </p>
      {form.restoredAt && <DraftNote at={form.restoredAt} onDiscard={resolving.discard} />}
      <GroundNotice kept={form.value.ground} ground={ground} />
      <WhatIsJudged axis={axis} entry={entry} />
      <VerdictField key={form.round} axis={axis} verdict={verdict} autoFocus={!isInWhy} onChange={choose} />
      <RationaleField
        key={`why ${form.round}`}
        label="Why it is resolved so"
        placeholder="Why? The report prints it"
        initial={form.value.rationale}
        people={people}
        viewerId={viewer.userId}
        autoFocus={isInWhy}
        onChange={(rationale) => form.change((before) => ({ ...before, rationale }))}
        onSave={save}
        onLeave={onDone}
      />
      {conflict && (
        <Conflict
          {...fasterOf(conflict.resolution)}
          isBusy={isBusy}
          onKeep={conflict.keep}
          onTake={conflict.take}
        />
      )}
      <FormEnd label="Resolve" isBusy={isBusy} error={error} onCancel={onDone}>
        {standing.resolution && (
          <Button size="small" busy={isBusy} onClick={resolving.openAgain}>
            Open again
          </Button>
        )}
      </FormEnd>
    </form>
  );
}

function useFaster(): (resolution: ResolutionView) => Faster {
  const { viewer, people } = useRoom().surroundings;
  return ({ by, at, axis, verdict, rationale }) => ({
    by: by === viewer.userId ? null : nameOf(people, by),
    at,
    did: verdict ? (
      <>
        resolved this as <em className="font-serif">{verdictWords[axis][verdict]}</em>
      </>
    ) : (
      "opened this again"
    ),
    theirs: rationale && <Rationale body={rationale} />,
  });
}
