import { CallError, isPassing } from "@/lib/http/client";
import type { Failure } from "@/lib/outbox/attempt";

/** Why a try to send something failed, as the queue wants to know it. */
export function failureOf(error: unknown): Failure {
  const known = error instanceof CallError ? error : null;
  const offline = known?.code === "offline";
  // Whoever signs in again goes on where they were.
  const isSignedOut = known?.code === "unauthenticated";
  return {
    message: messageOf(known, { offline, isSignedOut }),
    isGroundless: known?.code === "not-found",
    passing: isPassing(error) || isSignedOut,
    offline: offline || isSignedOut,
    now: Date.now(),
    retryAfter: known?.retryAfter ?? null,
  };
}

function messageOf(
  known: CallError | null,
  { offline, isSignedOut }: Record<"offline" | "isSignedOut", boolean>,
) {
  if (offline) return "No connection. It is kept here and goes out by itself when you are back online.";
  if (isSignedOut) return "You are signed out. It is kept here and goes out when you have signed in again.";
  return known?.message ?? "Something went wrong. What you wrote is kept.";
}
