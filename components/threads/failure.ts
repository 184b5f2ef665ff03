import { CallError, isPassing } from "@/lib/http/client";
import type { Failure } from "@/lib/threads/outbox";

/** Why a try to send something failed, as the outbox wants to know it. */
export function failureOf(error: unknown): Failure {
  const known = error instanceof CallError ? error : null;
  const offline = known?.code === "offline";
  return {
    message: offline
      ? "No connection. It is kept here and goes out by itself when you are back online."
      : (known?.message ?? "Something went wrong. What you wrote is kept."),
    passing: isPassing(error),
    offline,
    now: Date.now(),
    retryAfter: known?.retryAfter ?? null,
  };
}
