"use client";

import type { Editor } from "@tiptap/core";
import { type ComponentType, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { bodyOfText, type CommentBody, hasWords, plainTextOf } from "@/lib/threads/comment-schema";
import type { ComposerEditor } from "./composer-editor";
import { writableBody } from "./writable-body";

type EditorComponent = ComponentType<Parameters<typeof ComposerEditor>[0]>;

type Given = {
  initial: CommentBody;
  /** The person has changed something. */
  onChange: (body: CommentBody) => void;
  onWriting: ((isWriting: boolean) => void) | undefined;
};

export type Writing = {
  /** The rich field, once it has been loaded; the editor in it, once it has taken over. */
  EditorField: EditorComponent | null;
  editor: Editor | null;
  plain: RefObject<HTMLTextAreaElement | null>;
  body: RefObject<CommentBody>;
  isFilled: boolean;
  changed: (body: CommentBody) => void;
  /** Puts the draft into the field, unless something has been typed into it already. */
  begin: (draft: CommentBody | null) => void;
  /** Puts something else into the field. */
  fill: (body: CommentBody) => void;
  focus: () => void;
  takeOver: (made: Editor) => void;
};

/** What is being written, first in the plain field and, when the editor has come, in the editor. */
export function useWriting({ initial, onChange, onWriting }: Given): Writing {
  const [EditorField, setEditorField] = useState<EditorComponent | null>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [isFilled, setFilled] = useState(hasWords(initial));
  const first = useRef(initial);
  const body = useRef(initial);
  const plain = useRef<HTMLTextAreaElement>(null);
  const isComposing = useIsComposing(plain);
  useEndOfWriting(onWriting);

  useEffect(() => {
    let isGone = false;
    import("./composer-editor")
      .then((module) => !isGone && setEditorField(() => module.ComposerEditor))
      .catch(() => {
        // No connection: the plain field stays.
      });
    return () => {
      isGone = true;
    };
  }, []);

  const hold = useCallback(
    (next: CommentBody) => {
      body.current = next;
      setFilled(hasWords(next));
      onWriting?.(hasWords(next));
    },
    [onWriting],
  );
  const changed = useCallback(
    (next: CommentBody) => {
      hold(next);
      onChange(next);
    },
    [hold, onChange],
  );
  const fill = useCallback(
    (next: CommentBody) => {
      hold(next);
      editor?.commands.setContent(writableBody(next), { emitUpdate: false });
      if (plain.current) plain.current.value = plainTextOf(next);
    },
    [editor, hold],
  );

  function begin(draft: CommentBody | null) {
    // The field may have been typed into before React knew of it.
    const typed = plain.current?.value ?? "";
    const isUntouched =
      body.current === first.current && (!typed.trim() || typed === plainTextOf(first.current));
    if (draft && isUntouched) fill(draft);
    else if (plain.current && !typed) plain.current.value = plainTextOf(body.current);
  }

  function focus() {
    if (editor) {
      editor.commands.setTextSelection(editor.state.doc.content.size - 1);
      focusNow(editor);
    }
    // The composer brings itself into sight, and no more than it has to.
    else plain.current?.focus({ preventScroll: true });
  }

  /** The editor exists: hand over what the plain field holds, and the cursor, in one step. */
  function takeOver(made: Editor) {
    const field = plain.current;
    if (field && isComposing.current) {
      // A letter that is still being put together would be lost; it is there a moment after its end.
      field.addEventListener("compositionend", () => setTimeout(() => takeOver(made)), { once: true });
      return;
    }
    const hadFocus = field !== null && document.activeElement === field;
    const typed = field?.value ?? "";
    const isSame = typed === plainTextOf(body.current);
    if (!isSame) body.current = bodyOfText(typed);
    made.commands.setContent(writableBody(body.current), { emitUpdate: false });
    // A line break is one place in the field and two in the document.
    const before = typed.slice(0, field?.selectionEnd ?? 0);
    const at = 1 + before.length + (before.match(/\n/g)?.length ?? 0);
    flushSync(() => setEditor(made));
    if (!hadFocus) return;
    const isAtEnd = isSame && typed.length === before.length;
    made.commands.setTextSelection(isAtEnd ? made.state.doc.content.size - 1 : at);
    focusNow(made);
  }

  return { EditorField, editor, plain, body, isFilled, changed, begin, fill, focus, takeOver };
}

/**
 * The command `focus` waits for the next frame. What is typed until then would be taken for shortcuts of the page: "R",
 * then "those" would record with its "o" that the passage is the reporter's own.
 */
function focusNow(editor: Editor): void {
  editor.view.focus();
}

/** A field that goes away is not being written in. */
function useEndOfWriting(onWriting: Given["onWriting"]): void {
  const latest = useRef(onWriting);
  useEffect(() => {
    latest.current = onWriting;
  });
  useEffect(() => () => latest.current?.(false), []);
}

function useIsComposing(plain: RefObject<HTMLTextAreaElement | null>): RefObject<boolean> {
  const isComposing = useRef(false);
  useEffect(() => {
    const field = plain.current;
    const note = (event: Event) => {
      isComposing.current = event.type === "compositionstart";
    };
    field?.addEventListener("compositionstart", note);
    field?.addEventListener("compositionend", note);
    return () => {
      field?.removeEventListener("compositionstart", note);
      field?.removeEventListener("compositionend", note);
    };
  }, [plain]);
  return isComposing;
}
