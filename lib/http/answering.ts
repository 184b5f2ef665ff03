import type { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";

// Also read by components, which the browser loads too: nothing of Node may be imported here.

/** The answer that is being made, where its head may be sent early, and what its page has left for those who draw it. */
export type Answering = { response: ServerResponse | null; left: Map<string, unknown> };

const holder = globalThis as typeof globalThis & { saysoAnswering?: AsyncLocalStorage<Answering> };

/** Set once by the server. Next bundles pages apart from it, so only a global is shared by both. */
export function setAnswering(storage: AsyncLocalStorage<Answering>): void {
  holder.saysoAnswering = storage;
}

/** Undefined in the browser, and where the server is not ours or sends no document. */
export function answering(): Answering | undefined {
  return holder.saysoAnswering?.getStore();
}

/** Something that a page hands to what draws it on the server: as a prop it would be sent to the browser as well. */
export type Handover<T> = {
  /** False where nobody could take it. */
  leave: (value: T) => boolean;
  /** What was left in this answer; it stays, since React may draw twice. */
  take: () => T | undefined;
};

/** One thing to hand over, under a name of its own. */
export function handover<T>(name: string): Handover<T> {
  return {
    leave: (value) => answering()?.left.set(name, value) !== undefined,
    take: () => answering()?.left.get(name) as T | undefined,
  };
}
