/** How far something has got on its way to the server. */
export type Attempt = {
  /**
   * queued: goes out when its turn comes. waiting: the last try did not get through, the next comes by itself.
   * failed: refused, only the person can decide. sent: stored, until the discussion shows it.
   */
  state: "queued" | "sending" | "waiting" | "failed" | "sent";
  tries: number;
  /** When the next try comes, milliseconds; null when it may come at once or only after a sign of life. */
  nextTryAt: number | null;
  /** Why the last try failed, for the person. */
  message: string | null;
  /** It was refused since what it belongs to was not there: it may be there again. */
  isGroundless?: boolean;
};

/** Why a try failed. */
export type Failure = {
  message: string;
  /** The server has not found what it belongs to. */
  isGroundless: boolean;
  /** Another try may help. */
  passing: boolean;
  /** It helps only when the connection is back. */
  offline: boolean;
  now: number;
  /** Seconds that the server asked to wait. */
  retryAfter: number | null;
};

/** Something that goes out as soon as it can. */
export const ready = {
  state: "queued",
  tries: 0,
  nextTryAt: null,
  message: null,
  isGroundless: false,
} as const;

/**
 * After so many passing failures in a row, about three minutes, a busy server counts as refusing; a lost connection
 * never does.
 */
const mostTries = 10;
const longestWaitMs = 30_000;
/** Browsers do not always notice that a connection is back, so a lost one is tried again after this long. */
const offlineWaitMs = 5_000;

/** What was being sent, after a failure: it waits longer from try to try, or needs the person. */
export function afterFailure<A extends Attempt>(one: A, failure: Failure): A {
  const { message, isGroundless, now, offline } = failure;
  const tries = offline ? one.tries : one.tries + 1;
  if (!failure.passing || tries >= mostTries)
    return { ...one, state: "failed", tries, nextTryAt: null, message, isGroundless };
  const wait = offline ? offlineWaitMs : Math.max(waitAfter(tries), (failure.retryAfter ?? 0) * 1000);
  return { ...one, state: "waiting", tries, nextTryAt: now + wait, message };
}

/** The connection is back: whatever waits may go now. */
export function awake<A extends Attempt>(one: A): A {
  return one.state === "waiting" ? { ...one, nextTryAt: null } : one;
}

/** Whether it may go out now, when nothing else stands in its way. */
export function isDue(one: Attempt, now: number): boolean {
  return one.state === "queued" || (one.state === "waiting" && (one.nextTryAt ?? now) <= now);
}

/** When the next waiting one is due, milliseconds, or null when nothing waits for a time. */
export function nextDue(attempts: readonly Attempt[]): number | null {
  const times = attempts.flatMap((one) =>
    one.state === "waiting" && one.nextTryAt !== null ? [one.nextTryAt] : [],
  );
  return times.length > 0 ? Math.min(...times) : null;
}

function waitAfter(tries: number): number {
  return Math.min(longestWaitMs, 1000 * 2 ** tries);
}
