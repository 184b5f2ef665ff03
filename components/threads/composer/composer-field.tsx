"use client";

import type { Person } from "@/lib/discussion/schema";
import { bodyOfText } from "@/lib/threads/comment-schema";
import type { Writing } from "./use-writing";

type Props = {
  label: string;
  placeholder: string;
  people: readonly Person[];
  viewerId: string;
  writing: Writing;
  onKey: (event: KeyboardEvent, isEmpty: boolean) => boolean;
};

/** Where the words go: a plain field at once, the editor in its place when it has been loaded. */
export function ComposerField({ label, placeholder, people, viewerId, writing, onKey }: Props) {
  const { editor, EditorField, isFilled, plain } = writing;
  return (
    // The tools and the button stay in sight below, however long the text is.
    <div className="relative max-h-[40dvh] overflow-y-auto rounded-t-md max-phone:max-h-[22dvh]">
      {!isFilled && (
        <span
          aria-hidden
          className="pointer-events-none absolute inset-x-3 top-2 truncate text-card text-muted max-phone:text-body"
        >
          {placeholder}
        </span>
      )}
      {!editor && (
        <textarea
          ref={plain}
          aria-label={label}
          rows={1}
          className="block min-h-10 w-full resize-none overflow-hidden transition-[min-height] delay-300 duration-0 group-focus-within:min-h-16 group-focus-within:delay-0 group-data-[filled]:min-h-16 bg-transparent px-3 py-2 text-card outline-none field-sizing-content max-phone:text-body"
          onChange={(event) => writing.changed(bodyOfText(event.target.value))}
          onKeyDown={(event) => onKey(event.nativeEvent, event.currentTarget.value === "")}
        />
      )}
      {EditorField && (
        <div hidden={!editor}>
          <EditorField
            label={label}
            placeholder={placeholder}
            people={people}
            viewerId={viewerId}
            onReady={writing.takeOver}
            onChange={writing.changed}
            onKey={onKey}
          />
        </div>
      )}
    </div>
  );
}
