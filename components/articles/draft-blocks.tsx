"use client";

import { type Dispatch, useEffect, useRef } from "react";
import type { ImportAction, ImportState } from "@/lib/articles/import-state";
import { DraftBlockRow } from "./draft-block-row";
import { roleWords } from "./role-words";

type Props = Pick<ImportState, "blocks" | "caret"> & {
  language: string;
  dispatch: Dispatch<ImportAction>;
  onActive: (index: number) => void;
};

/** The blocks of a draft, each with its role; cut and joined with the keys of a text editor. */
export function DraftBlocks({ blocks, caret, language, dispatch, onActive }: Props) {
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    if (!caret) return;
    const field = list.current?.querySelectorAll("textarea")[caret.index];
    field?.focus();
    field?.setSelectionRange(caret.offset, caret.offset);
  }, [caret]);

  return (
    <>
      <p id="block-keys" className="mb-4 text-label text-muted">
        Put the cursor into a block: <kbd>Enter</kbd> cuts it there, <kbd>Backspace</kbd> at its start joins
        it with the one above, a letter changes its role (
        {Object.values(roleWords)
          .map(({ label, key }) => `${key.toUpperCase()} ${label.toLowerCase()}`)
          .join(", ")}
        ). The words stay as they are.
      </p>
      <ol ref={list} className="flex flex-col">
        {blocks.map((block, index) => (
          <DraftBlockRow
            key={block.start}
            block={block}
            index={index}
            isLast={index === blocks.length - 1}
            language={language}
            dispatch={dispatch}
            onActive={onActive}
          />
        ))}
      </ol>
    </>
  );
}
