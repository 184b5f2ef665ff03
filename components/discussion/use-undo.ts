"use client";

import { useCallback, useMemo, useRef } from "react";
import { toast } from "sonner";
import { makeUndoStack, type TakeBack } from "./undo-stack";

export type Undoing = {
  /** Remembers how to take back what was just done. */
  note: (key: string, takeBack: TakeBack) => void;
  /** Tells that it was done, with a button that takes it back; of one `id` only the last is shown. */
  tell: (said: string, key: string, id?: string) => void;
  /** Takes back what I did last on this page. */
  undoLast: () => void;
};

/** What I have done in the room and can take back: by the toast that tells of it, or by key, the last first. */
export function useUndo(): Undoing {
  const stack = useRef(makeUndoStack());
  const note = useCallback((key: string, takeBack: TakeBack) => stack.current.note(key, takeBack), []);
  const tell = useCallback((said: string, key: string, id?: string) => {
    const action = { label: "Undo", onClick: () => void stack.current.take(key) };
    toast(said, id === undefined ? { action } : { action, id });
  }, []);
  const undoLast = useCallback(() => {
    if (!stack.current.takeLast()) toast("There is nothing to undo.", { id: "undo" });
  }, []);
  return useMemo(() => ({ note, tell, undoLast }), [note, tell, undoLast]);
}
