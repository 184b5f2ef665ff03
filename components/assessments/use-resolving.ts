"use client";

import { useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { announce } from "@/components/ui/announcer";
import { useKept } from "@/components/ui/use-kept";
import { verdictWords } from "@/lib/assessments/scale";
import { type Axis, resolutionView, type Verdict } from "@/lib/assessments/schema";
import { type AxisStanding, type Ground, isResolvedAs, shownVerdict } from "@/lib/assessments/standing";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { CallError, messageOf } from "@/lib/http/client";
import { type CommentBody, plainTextOf } from "@/lib/threads/comment-schema";
import { tidyBody } from "@/lib/threads/tidy-body";
import { formKept } from "./form-kept";
import { readGround, useGround } from "./use-ground";

type Filled = {
  verdict: Verdict | null;
  /** What it was chosen on; null where that is not known any more. */
  ground: Ground | null;
  rationale: CommentBody | null;
};

type Given = { entry: PassageEntry; standing: AxisStanding; onDone: () => void };

/** An editor's word that is being given: what is filled in, on what, and whether it may be saved. */
export function useResolving({ entry, standing, onDone }: Given) {
  const { article, surroundings, assessing } = useRoom();
  const { passage } = entry;
  const { axis } = standing;
  const { userId } = surroundings.viewer;
  const ground = useGround(entry, axis);
  const decision = useDecision(passage.id, axis);
  const form = useKept<Filled>(
    resolutionKey(userId, passage.id, axis),
    {
      verdict: standing.resolution?.verdict ?? shownVerdict(standing),
      ground: ground.now,
      rationale: null,
    },
    readFilled,
    { articleId: article.id, passageId: passage.id, exact: passage.exact },
  );
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  // What I had pressed when I was told of a colleague's word.
  const [pending, setPending] = useState<"answer" | "opening" | null>(null);
  const verdict = ground.holds(form.value.ground) ? form.value.verdict : null;

  async function store(decided: Verdict | null, isTold = false): Promise<void> {
    if (isBusy) return;
    setError(null);
    const pressed = decided ? "answer" : "opening";
    const { rationale } = form.value;
    // It was stored, and only the answer was lost.
    if (decision.isGiven({ userId, verdict: decided, text: textOf(rationale), exact: ground.now.exact }))
      return finish(decided);
    if (decision.tell() && !isTold) return setPending(pressed);
    setBusy(true);
    const { replaces } = decision;
    try {
      await assessing.resolve(passage.id, { axis, verdict: decided, rationale, replaces, ...ground.now });
      finish(decided);
    } catch (refused) {
      if (decision.note(refused)) setPending(pressed);
      else setError(messageOf(refused, formKept));
      setBusy(false);
    }
  }

  function finish(decided: Verdict | null): void {
    announce(
      decided ? `Resolved: ${verdictWords[axis][decided].toLowerCase()}.` : "The question is open again.",
    );
    form.forget();
    onDone();
  }

  function save(isTold = false): void {
    if (verdict) void store(verdict, isTold);
    else setError("Choose an answer first.");
  }

  return {
    ...{ form, ground, verdict, isBusy, error },
    /** What a colleague has decided meanwhile, and what may be done about it. */
    conflict: pending &&
      decision.latest && {
        resolution: decision.latest,
        // What the form holds by now: the words may have changed under what was chosen before.
        keep: () => (pending === "opening" ? void store(null, true) : save(true)),
        take(): void {
          form.forget();
          onDone();
        },
      },
    choose(chosen: Verdict): void {
      if (pending) setPending("answer");
      form.change((before) => ({ ...before, verdict: chosen, ground: ground.now }));
      setError(null);
    },
    save: () => save(),
    openAgain: () => void store(null),
    discard(): void {
      setPending(null);
      form.discard();
    },
  };
}

/** What was decided last, and whether the editor knows of it: the server refuses to overwrite anything newer. */
function useDecision(passageId: string, axis: AxisStanding["axis"]) {
  const { discussion } = useRoom();
  const latest = discussion.resolutions.find((one) => one.passageId === passageId && one.axis === axis);
  const replaces = latest?.id ?? null;
  const [told, setTold] = useState(replaces);
  return {
    latest,
    replaces,
    /** True where the editor has yet to be told. */
    tell(): boolean {
      if (replaces === told) return false;
      setTold(replaces);
      return true;
    },
    /** Whether what was decided since is what the editor is about to decide. */
    isGiven: (given: Omit<Parameters<typeof isResolvedAs>[0], "known">) =>
      isResolvedAs({ ...given, known: told }, latest),
    /** A refusal tells, too: true where it shows what a colleague has decided. */
    note(refused: unknown): boolean {
      const winner = refused instanceof CallError ? resolutionView.safeParse(refused.details).data : null;
      if (winner) setTold(winner.id);
      return Boolean(winner);
    },
  };
}

/** As it is stored. */
function textOf(rationale: CommentBody | null): string {
  return rationale ? plainTextOf(tidyBody(rationale)) : "";
}

/** The name under which an editor's word is kept while it is being given. */
export function resolutionKey(userId: string, passageId: string, axis: Axis): string {
  return `sayso:resolution:${userId} ${passageId} ${axis}`;
}

/** What this or an earlier version has kept; null for anything else. */
export function readFilled(value: unknown): Filled | null {
  if (typeof value !== "object" || value === null || !("verdict" in value) || !("rationale" in value))
    return null;
  return { ...(value as Filled), ground: readGround("ground" in value ? value.ground : null) };
}
