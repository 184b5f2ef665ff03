"use client";

import { type Dispatch, useCallback, useEffect, useRef } from "react";
import type { ImportAction, ImportState } from "@/lib/articles/import/import-state";
import { DraftBlockRow } from "./draft-block-row";
import { roleWords } from "./role-words";

type Props = Pick<ImportState, "blocks" | "caret"> & {
  /** The one block that the Tab key goes to. */
  active: number;
  language: string;
  dispatch: Dispatch<ImportAction>;
  onActive: (index: number) => void;
};

/**
 * The blocks of a draft, each with its role; cut and joined with the keys of a text editor. For the Tab key they are
 * one: a long article would take hundreds of presses otherwise.
 */
export function DraftBlocks({ blocks, caret, active, language, dispatch, onActive }: Props) {
  const list = useRef<HTMLOListElement>(null);

  const goTo = useCallback((index: number, edge: "start" | "end") => {
    const field = list.current?.querySelectorAll("textarea")[index];
    const offset = edge === "start" ? 0 : (field?.value.length ?? 0);
    field?.focus();
    field?.setSelectionRange(offset, offset);
  }, []);

  useEffect(() => {
    if (!caret) return;
    const field = list.current?.querySelectorAll("textarea")[caret.index];
    field?.focus();
    field?.setSelectionRange(caret.offset, caret.offset);
  }, [caret]);

  return (
    <>
      <p id="block-keys" className="mb-4 text-label text-muted">
        Put the cursor into a block: arrow keys go from one to the next, <kbd>Enter</kbd> cuts it there,{" "}
        <kbd>Backspace</kbd> at its start joins it with the one above, a letter changes its role (
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
            isActive={index === active}
            language={language}
            dispatch={dispatch}
            onActive={onActive}
            goTo={goTo}
          />
        ))}
      </ol>
    </>
  );
}
