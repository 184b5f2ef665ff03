import "server-only";
import DataLoader from "dataloader";
import pg from "pg";
import { groupBy } from "@/lib/group-by";

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

type Answer<R> = () => Promise<R>;

/**
 * The same for a write that is one transaction: when Postgres refuses it, nothing of it is stored, and what belongs
 * together by `placeOf` is stored by itself; when that is refused as well, each of it. So nobody is refused for what
 * another sent, nor waits for somebody else's place.
 */
export function storeInOneTurn<T, R>(
  storeAll: (all: readonly T[]) => Promise<readonly R[]>,
  placeOf: (one: T) => string,
): (one: T) => Promise<R> {
  async function storeApart(all: readonly T[]): Promise<readonly Answer<R>[]> {
    try {
      return (await storeAll(all)).map((answer) => async () => answer);
    } catch (error) {
      if (all.length === 1 || !isRefusal(error)) throw error;
      const given = all.map((one, index) => ({ one, index }));
      const places = [...groupBy(given, ({ one }) => placeOf(one)).values()];
      const answers: Answer<R>[] = [];
      for (const part of places.length > 1 ? places : given.map((one) => [one])) {
        const stored = storeApart(part.map(({ one }) => one));
        // Whoever waits for it hears of it.
        stored.catch(() => undefined);
        for (const [at, { index }] of part.entries())
          answers[index] = async () => ((await stored)[at] as Answer<R>)();
      }
      return answers;
    }
  }
  const store = inOneTurn<T, Answer<R>>(storeApart);
  return async (one) => (await store(one))();
}

/** Not that it took too long: it would by itself. */
function isRefusal(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code !== "57014";
}
