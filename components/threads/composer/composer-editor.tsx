"use client";

import type { Editor } from "@tiptap/core";
import { EditorContent, useEditor } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { useEffect, useId, useRef } from "react";
import type { Person } from "@/lib/discussion/schema";
import { type CommentBody, isSafeAddress } from "@/lib/threads/comment-schema";
import { tidyBody } from "@/lib/threads/tidy-body";
import { MentionList, optionId } from "./mention-list";
import { useMentions } from "./use-mentions";

type Props = {
  label: string;
  placeholder: string;
  people: readonly Person[];
  viewerId: string;
  onReady: (editor: Editor) => void;
  onChange: (body: CommentBody) => void;
  /** Keys that belong to the composer; true when it has used one. */
  onKey: (event: KeyboardEvent, isEmpty: boolean) => boolean;
};

const kit = StarterKit.configure({
  heading: false,
  horizontalRule: false,
  strike: false,
  underline: false,
  dropcursor: false,
  gapcursor: false,
  trailingNode: false,
  link: {
    openOnClick: false,
    autolink: true,
    linkOnPaste: true,
    defaultProtocol: "https",
    HTMLAttributes: { target: null, rel: "noopener nofollow ugc" },
    isAllowedUri: (url) => isSafeAddress(url),
    shouldAutoLink: (url) => isSafeAddress(url),
  },
});

/** The rich text field of the composer. It comes later than the page, so nothing else may import it directly. */
export function ComposerEditor({ label, placeholder, people, viewerId, ...given }: Props) {
  const mentions = useMentions(people, viewerId);
  const listId = useId();
  const handlers = useRef(given);
  useEffect(() => {
    handlers.current = given;
  });

  const { open } = mentions;
  const active = open ? optionId(listId, open.active) : null;
  const editor = useEditor({
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    injectCSS: false,
    extensions: [kit, mentions.extension],
    onCreate: ({ editor: made }) => handlers.current.onReady(made),
    onUpdate: ({ editor: changed }) => handlers.current.onChange(tidyBody(changed.getJSON())),
    editorProps: {
      attributes: {
        ...roleOf(listId, active, placeholder),
        "aria-label": label,
        class:
          "comment-text min-h-10 px-3 py-2 text-card transition-[min-height] delay-300 duration-0 group-focus-within:min-h-16 group-focus-within:delay-0 group-data-[filled]:min-h-16 max-phone:text-body",
      },
      handleKeyDown: (_, event) => {
        if (!mentions.isOpen()) return handlers.current.onKey(event, editorIsEmpty(event));
        // The list takes the key; the page behind it must not hear it too.
        if (event.key === "Escape") event.stopPropagation();
        return false;
      },
    },
  });

  return (
    <>
      <EditorContent editor={editor} />
      {open && (
        <MentionList
          id={listId}
          people={open.people}
          active={open.active}
          rect={open.rect}
          onPick={open.pick}
        />
      )}
    </>
  );
}

/** A text field has no open and closed state, so while the list is open the field says that it is a combo box. */
function roleOf(listId: string, active: string | null, placeholder: string): Record<string, string> {
  if (!active) return { role: "textbox", "aria-multiline": "true", "aria-placeholder": placeholder };
  return {
    role: "combobox",
    "aria-expanded": "true",
    "aria-haspopup": "listbox",
    "aria-autocomplete": "list",
    "aria-controls": listId,
    "aria-activedescendant": active,
  };
}

function editorIsEmpty(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLElement && event.target.textContent === "";
}
