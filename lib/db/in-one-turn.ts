import "server-only";
import DataLoader from "dataloader";

/** So many at most are asked for together. */
const most = 50;

/**
 * Gathers what is asked for in the same turn of the event loop and asks for all of it at once: a packet to Postgres and
 * back costs as much as what it carries. Whoever asks alone waits for nobody, nobody waits for what was asked before, and
 * nothing is kept. `askAll` answers each in its place, with an Error for whoever is refused; what it throws all hear.
 */
export function inOneTurn<T, R>(
  askAll: (all: readonly T[]) => Promise<readonly (R | Error)[]>,
): (one: T) => Promise<R> {
  const loader = new DataLoader<T, R>(askAll, {
    cache: false,
    maxBatchSize: most,
    batchScheduleFn: (ask) => setImmediate(ask),
  });
  return (one) => loader.load(one);
}
