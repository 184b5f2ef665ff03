import "server-only";
import DataLoader from "dataloader";
import pg from "pg";

/** So many at most are asked for together. */
const most = 50;

type AskAll<T, R> = (all: readonly T[]) => Promise<readonly (R | Error)[]>;

/**
 * Gathers what is asked for in the same turn of the event loop and asks for all of it at once: a packet to Postgres and
 * back costs as much as what it carries. Whoever asks alone waits for nobody, nobody waits for what was asked before, and
 * nothing is kept. `askAll` answers each in its place, with an Error for whoever is refused; what it throws all hear.
 */
export function inOneTurn<T, R>(askAll: AskAll<T, R>): (one: T) => Promise<R> {
  const loader = new DataLoader<T, R>(askAll, {
    cache: false,
    maxBatchSize: most,
    batchScheduleFn: (ask) => setImmediate(ask),
  });
  return (one) => loader.load(one);
}

/**
 * The same for a write that is one transaction: when Postgres refuses it, nothing of it is stored, and each is stored
 * by itself, so that nobody is refused, or waits, for what another sent.
 */
export function storeInOneTurn<T, R>(
  storeAll: (all: readonly T[]) => Promise<readonly R[]>,
): (one: T) => Promise<R> {
  const alone = async (one: T) => (await storeAll([one]))[0] as R;
  const store = inOneTurn<T, () => Promise<R>>(async (all) => {
    try {
      return (await storeAll(all)).map((answer) => async () => answer);
    } catch (error) {
      if (all.length === 1 || !(error instanceof pg.DatabaseError)) throw error;
      return all.map((one) => () => alone(one));
    }
  });
  return async (one) => (await store(one))();
}
