"use client";

import { useCallback, useMemo, useRef } from "react";
import { toast } from "@/components/ui/toast";
import { isPassing, messageOf } from "@/lib/http/client";
import { makeUndoStack, type UndoStack } from "./undo-stack";

export type Undoing = {
  /** Remembers how to take back what was just done, or is still being done. */
  note: UndoStack["note"];
  /** Tells that it was done, with a button that takes it back. */
  tell: (said: string, key: string, how?: { id?: string; duration?: number }) => void;
  /** Takes back what I did last on this page. */
  undoLast: () => void;
};

/** What I have done in the room and can take back: by the toast that tells of it, or by key, the last first. */
export function useUndo(): Undoing {
  const stack = useRef(makeUndoStack({ refused }));
  const note: Undoing["note"] = useCallback((...given) => stack.current.note(...given), []);
  const tell: Undoing["tell"] = useCallback((said, key, how = {}) => {
    toast(said, { ...how, action: { label: "Undo", onClick: () => void stack.current.take(key) } });
  }, []);
  const undoLast = useCallback(() => {
    if (!stack.current.takeLast()) toast("There is nothing to undo.", { id: "undo" });
  }, []);
  return useMemo(() => ({ note, tell, undoLast }), [note, tell, undoLast]);
}

function refused(error: unknown): boolean {
  toast.error(messageOf(error));
  return isPassing(error);
}
