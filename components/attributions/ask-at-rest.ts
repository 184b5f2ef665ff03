/** How long the typing rests before it is asked for, ms. */
export const restMs = 150;

/** Nobody waits longer for an answer before they go on without, ms. */
export const patienceMs = 4_000;

/**
 * Asks when the typing rests, and tells the answer; null where it failed, or has not come in time: it is told all the
 * same when it comes then. Returns what calls it off, after which nothing is told.
 */
export function askAtRest<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  tell: (answer: T | null) => void,
): () => void {
  const end = new AbortController();
  const tellIt = (answer: T | null) => end.signal.aborted || tell(answer);
  let patience: ReturnType<typeof setTimeout> | undefined;
  const rest = setTimeout(() => {
    patience = setTimeout(() => tellIt(null), patienceMs);
    ask(end.signal)
      .then(tellIt, () => tellIt(null))
      .finally(() => clearTimeout(patience));
  }, restMs);
  return () => {
    clearTimeout(rest);
    clearTimeout(patience);
    end.abort();
  };
}
