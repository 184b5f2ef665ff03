/** Takes back what was done. False: it was refused, and can be tried again. */
export type TakeBack = () => Promise<boolean> | boolean;

export type UndoStack = {
  /** Remembers how to take back what was just done. `key` names it, so that a toast can ask for it. */
  note: (key: string, takeBack: TakeBack) => void;
  /** Takes back the thing of this name; nothing when that was done already. */
  take: (key: string) => Promise<void>;
  /** Takes back the last thing, then the one before it. False when there is none. */
  takeLast: () => boolean;
};

/** What one person has done on this page and can take back: each thing once, in whichever order. */
export function makeUndoStack(): UndoStack {
  const done: { key: string; takeBack: TakeBack }[] = [];
  async function run(at: number): Promise<void> {
    // Off the stack before it is tried: a second press means the thing before it.
    const [one] = done.splice(at, 1);
    if (one && !(await one.takeBack())) done.push(one);
  }
  return {
    note: (key, takeBack) => {
      done.push({ key, takeBack });
    },
    take: async (key) => {
      const at = done.findLastIndex((one) => one.key === key);
      if (at >= 0) await run(at);
    },
    takeLast: () => {
      if (done.length === 0) return false;
      void run(done.length - 1);
      return true;
    },
  };
}
