import "server-only";
import { isDuplicate } from "./database-error";
import { type Tx, transaction } from "./transaction";

type Once<T, P> = {
  /** The row that exists under the new id, or null; refuses an id that belongs to something else. */
  find: () => Promise<T | null>;
  /** What must be read or checked before the transaction; not asked for when this is a retry. */
  prepare: () => Promise<P>;
  store: (tx: Tx, prepared: P) => Promise<T>;
};

/**
 * Runs a write whose row has an id made by the client. A retry, also one at the same moment, stores nothing and is
 * answered with the row that exists.
 */
export async function storeOnce<T, P>({ find, prepare, store }: Once<T, P>): Promise<T> {
  const before = await find();
  if (before) return before;
  const attempt = async () => {
    const prepared = await prepare();
    return transaction((tx) => store(tx, prepared));
  };
  try {
    return await attempt();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const meanwhile = await find();
    // Otherwise something that goes along with the row was stored at this moment: a second look finds it.
    return meanwhile ?? attempt();
  }
}
