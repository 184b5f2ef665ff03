/** Takes back what was done; throws when it is refused. */
export type TakeBack = () => unknown;

export type UndoStack = {
  /**
   * Remembers how to take back what was just done. `key` names it, so that a toast can ask for it. What is still being
   * done is taken back when it is done, and forgotten when it is refused: the screen may show it before the answer.
   * What it answers with forgets it: there is nothing to take back any more.
   */
  note: (key: string, takeBack: TakeBack, doing?: Promise<unknown>) => () => void;
  /**
   * Remembers something that is not taken back here: in its turn `tell` says so, once, before what was done before it.
   * It is given whether any of that can be taken back here.
   */
  pass: (tell: (isMore: boolean) => void, doing: Promise<unknown>) => void;
  /** Takes back the thing of this name; nothing when that was done already. */
  take: (key: string) => Promise<void>;
  /** Takes back the last thing, or tells why not; then the one before it. False when there is none. */
  takeLast: () => boolean;
  /** It was taken back in another way: there is nothing of this name to take back any more. False when there was none. */
  forget: (key: string) => boolean;
};

/** `doing` tells, when it is known, whether it was done. What is not taken back here (`isPassed`) only tells that. */
type Done = { key: string; takeBack: TakeBack; isPassed: boolean; doing?: Promise<boolean> | undefined };

type Given = {
  /** Called when the thing of this name has been taken back. */
  taken: (key: string) => void;
  /** Says why something was not taken back. True: it may be tried again. */
  refused: (error: unknown) => boolean;
};

/**
 * What one person has done on this page and can take back: each thing once, in whichever order. What is refused for
 * good is forgotten: it must not stand in the way of what was done before.
 */
export function makeUndoStack({ taken, refused }: Given): UndoStack {
  const done: Done[] = [];
  function forget(one: Done): void {
    const at = done.indexOf(one);
    if (at >= 0) done.splice(at, 1);
  }
  async function run(at: number): Promise<void> {
    // Off the stack before it is tried: a second press means the thing before it.
    const [one] = done.splice(at, 1);
    if (!one) return;
    // Whoever asked for what was refused is told so by what asked.
    if (one.doing && !(await one.doing)) return;
    try {
      await one.takeBack();
      if (!one.isPassed) taken(one.key);
    } catch (error) {
      if (refused(error)) done.push(one);
    }
  }
  function add(one: Done, doing: Promise<unknown> | undefined): () => void {
    done.push(one);
    one.doing = doing?.then(
      () => true,
      () => {
        forget(one);
        return false;
      },
    );
    return () => forget(one);
  }
  return {
    note: (key, takeBack, doing) => add({ key, takeBack, isPassed: false }, doing),
    pass: (tell, doing) => {
      // In its turn it is the last, and off the stack.
      const takeBack = () => tell(done.some((one) => !one.isPassed));
      add({ key: "", takeBack, isPassed: true }, doing);
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
    forget: (key) => {
      const those = done.filter((each) => each.key === key);
      for (const one of those) forget(one);
      return those.length > 0;
    },
  };
}
