"use client";

import { useCallback, useEffect, useMemo, useRef } from "react";
import { bringBack, onThrownAway } from "@/components/ui/kept-text";
import { toast } from "@/components/ui/toast";
import { CallError, isPassing, messageOf } from "@/lib/http/client";
import { makeUndoStack, type UndoStack } from "./undo-stack";

export type Undoing = {
  /** Remembers how to take back what was just done, or is still being done. */
  note: UndoStack["note"];
  /** Names what is said when it was taken back, where that is plainer than that what was told of is undone. */
  name: (key: string, undone: string) => void;
  /** Tells that it was done, with a button that takes it back. */
  tell: (said: string, key: string, how?: { id?: string; duration?: number }) => void;
  /** Remembers what was done, or is being done, that is only taken back where it stands: "a verdict". */
  pass: (act: string, doing: Promise<unknown>) => void;
  /** Takes back the thing of this name. */
  take: UndoStack["take"];
  /** Takes back what I did last on this page. */
  undoLast: () => void;
  /**
   * What was taken away under this name is back, by another way than undoing: nothing offers that any more. What was
   * taken away longer ago makes bringing it back the last thing that was done.
   */
  broughtBack: (key: string) => void;
};

/** What I have done in the room and can take back: by the toast that tells of it, or by key, the last first. */
export function useUndo(): Undoing {
  /** The toast that offers to take something back, and what it says, by the name of that. */
  const toasts = useRef(new Map<string, { id: string; said: string }>());
  const names = useRef(new Map<string, string>());
  const stack = useRef(
    makeUndoStack({
      // In the place of what offered it: a button that does nothing must not stay.
      taken: (key) => {
        const { id = key, said } = toasts.current.get(key) ?? {};
        // Whoever pressed a key may have something else in mind than what it took back.
        const undone = said ? `Undone: ${said.charAt(0).toLowerCase()}${said.slice(1)}` : "Undone";
        toast(names.current.get(key) ?? undone, { id, action: undefined, duration: undoneMs });
      },
      refused,
    }),
  );
  const note: Undoing["note"] = useCallback((...given) => stack.current.note(...given), []);
  const name: Undoing["name"] = useCallback((key, undone) => void names.current.set(key, undone), []);
  const tell: Undoing["tell"] = useCallback((said, key, how = {}) => {
    const id = how.id ?? key;
    toasts.current.set(key, { id, said });
    toast(said, { ...how, id, action: { label: "Undo", onClick: () => void stack.current.take(key) } });
  }, []);
  const pass: Undoing["pass"] = useCallback((act, doing) => {
    stack.current.pass((isMore) => toast(passedOver(act, isMore), { id: "undo" }), doing);
  }, []);
  const take = useCallback((key: string) => stack.current.take(key), []);
  const undoLast = useCallback(() => {
    if (!stack.current.takeLast()) toast(nothing, { id: "undo" });
  }, []);
  const broughtBack = useCallback(
    (key: string) => {
      if (stack.current.forget(key)) toast.dismiss(toasts.current.get(key)?.id ?? key);
      else pass("a restoration", Promise.resolve());
    },
    [pass],
  );
  useEffect(
    () =>
      onThrownAway((thrown) => {
        const key = `discarded ${thrown.key}`;
        name(key, "The draft is back");
        note(key, () => {
          if (!bringBack(thrown))
            throw new CallError({ status: 409, code: "conflict", message: overwritten });
        });
        tell("Draft discarded", key);
      }),
    [note, name, tell],
  );
  return useMemo(
    () => ({ note, name, tell, pass, take, undoLast, broughtBack }),
    [note, name, tell, pass, take, undoLast, broughtBack],
  );
}

const undoneMs = 4_000;

/** What others have seen and may have answered is not undone by a key that is pressed in passing. */
const nothing = "There is nothing to undo. Verdicts and settlements are taken back where they stand.";

const overwritten = "The draft is not put back: something else is written in its place by now.";

function passedOver(act: string, isMore: boolean): string {
  const told = `What you did last, ${act}, is changed where it stands.`;
  return isMore ? `${told} Press again to undo what you did before it.` : told;
}

function refused(error: unknown): boolean {
  toast.error(messageOf(error));
  return isPassing(error);
}
