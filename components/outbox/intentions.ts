/**
 * One id for one intention: whoever presses twice, or again after the answer was lost, asks for the same thing, and the
 * server, which knows things by their ids, does it once.
 */
export function makeIntentions() {
  const ids = new Map<string, string>();
  const idFor = (intention: unknown): string => {
    const key = JSON.stringify(intention);
    const id = ids.get(key) ?? crypto.randomUUID();
    ids.set(key, id);
    return id;
  };
  /** It is done: the same wish later is another one. */
  const forget = (intention: unknown): void => void ids.delete(JSON.stringify(intention));
  return {
    idFor,
    forget,
    /** Does it with the intention's id, which lasts until it is done. */
    async once<T>(intention: unknown, run: (id: string) => Promise<T>): Promise<T> {
      const done = await run(idFor(intention));
      forget(intention);
      return done;
    },
  };
}
