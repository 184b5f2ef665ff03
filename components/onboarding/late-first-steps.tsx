"use client";

import { Late } from "@/components/ui/late";
import type { Newcomer } from "./use-newcomer";

// Few see it, and those only at their beginning.
const load = async () => (await import("./first-steps-card")).FirstStepsCard;

/** The first steps as they were served, then as they are taken. */
export function LateFirstSteps({ newcomer: { served, close } }: { newcomer: Newcomer }) {
  return served ? <Late load={load} props={{ onClose: close }} served={served} /> : null;
}
