import { z } from "zod";
import { assessmentView, evidenceView, resolutionView } from "@/lib/assessments/schema";
import { attributionView, settlementView } from "@/lib/attributions/schema";
import { CallError } from "@/lib/http/client";
import { passageView } from "@/lib/passages/schema";
import { suggestionView } from "@/lib/suggestions/schema";
import { commentView, threadView } from "@/lib/threads/schema";
import type { Change } from "./change";

type Parts = {
  merge: (change: Change) => void;
  /** Asks for what is new, where a conflict does not say what stands there by now. */
  ask?: () => void;
};

/**
 * Waits for an answer and shows what it has changed. A refusal is thrown again, and the winner of a conflict is shown
 * before it is, whatever the person then does about it.
 */
export function showing({ merge, ask }: Parts) {
  return async <T>(answer: Promise<T>, changeOf: (value: T) => Change): Promise<T> => {
    try {
      const value = await answer;
      merge(changeOf(value));
      return value;
    } catch (error) {
      const winner = winnerOf(error);
      if (winner) merge(winner);
      else if (isConflict(error)) ask?.();
      throw error;
    }
  };
}

/** The views are strict and have other fields each: no row can be taken for one of another kind. */
const winner = z.union([
  passageView.transform((one): Change => ({ passages: [one] })),
  threadView.transform((one): Change => ({ threads: [one] })),
  commentView.transform((one): Change => ({ comments: [one] })),
  attributionView.transform((one): Change => ({ attributions: [one] })),
  settlementView.transform((one): Change => ({ settlements: [one] })),
  suggestionView.transform((one): Change => ({ suggestions: [one] })),
  assessmentView.transform((one): Change => ({ assessments: [one] })),
  evidenceView.transform((one): Change => ({ evidence: [one] })),
  resolutionView.transform((one): Change => ({ resolutions: [one] })),
]);

/** The row that won a conflict, as the server sends it along. */
export function winnerOf(error: unknown): Change | null {
  return isConflict(error) ? (winner.safeParse(error.details).data ?? null) : null;
}

function isConflict(error: unknown): error is CallError {
  return error instanceof CallError && error.code === "conflict";
}
