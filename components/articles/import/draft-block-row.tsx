"use client";

import { ListEnd, Scissors } from "lucide-react";
import { type Dispatch, memo, useEffect, useRef } from "react";
import { announce } from "@/components/ui/announcer";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { type BlockRole, blockRoles } from "@/lib/articles/document-schema";
import { isFoldedRole } from "@/lib/articles/fold-blocks";
import { plainReason } from "@/lib/articles/import/candidate";
import type { ImportAction } from "@/lib/articles/import/import-state";
import type { DraftBlock } from "@/lib/articles/import/make-draft";
import { pressed } from "@/lib/shortcuts/press";
import { roleOfKey, roleWords } from "./role-words";

type Props = {
  block: DraftBlock;
  index: number;
  isLast: boolean;
  /** The Tab key goes to this block; to the others go the arrow keys. */
  isActive: boolean;
  language: string;
  dispatch: Dispatch<ImportAction>;
  onActive: (index: number) => void;
  goTo: (index: number, edge: "start" | "end") => void;
};

const looks: Record<BlockRole, string> = {
  title: "font-serif text-title font-medium",
  dek: "font-serif text-dek italic",
  byline: "text-card font-medium",
  body: "font-serif text-story-small",
  quote: "border-l-2 border-control pl-4 font-serif text-story-small italic",
  caption: "text-card",
  credit: "text-label text-muted",
  bio: "text-card text-muted",
  boilerplate: "text-card text-muted",
};

/** One block: its role and reason at the left, its words as a field that takes a cursor but no other words. */
export const DraftBlockRow = memo(function DraftBlockRow(props: Props) {
  const { block, index, isLast, isActive, language, dispatch, onActive } = props;
  const field = useBlockKeys(props);
  const number = index + 1;
  return (
    <li
      className={classNames(
        "grid gap-x-6 gap-y-2 border-hairline border-t py-3 phone:grid-cols-draft",
        isFoldedRole(block.role) && "bg-sunk",
        "[contain-intrinsic-size:auto_6rem] [content-visibility:auto]",
      )}
      onFocus={() => onActive(index)}
    >
      <div className="flex flex-wrap content-start items-center gap-1 px-1">
        <select
          aria-label={`Role of block ${number}`}
          tabIndex={-1}
          className="min-h-9 pointer-coarse:min-h-11 w-32 rounded-md border border-control bg-card px-2 text-card"
          value={block.role}
          onChange={({ target }) => {
            const role = blockRoles.find((one) => one === target.value);
            if (role) dispatch({ type: "role", index, role });
          }}
        >
          {blockRoles.map((role) => (
            <option key={role} value={role}>
              {roleWords[role].label}
            </option>
          ))}
        </select>
        <IconButton
          label={`Cut block ${number} at the cursor`}
          tabIndex={-1}
          hint="Cut at the cursor (Enter)"
          onClick={() => cut(field.current, index, dispatch)}
        >
          <Scissors aria-hidden className="size-4" />
        </IconButton>
        <IconButton
          label={`Join block ${number} with the next`}
          tabIndex={-1}
          hint="Join with the next block"
          aria-disabled={isLast}
          onClick={() => !isLast && dispatch({ type: "join", index })}
        >
          <ListEnd aria-hidden className="size-4" />
        </IconButton>
        <p id={`why-${index}`} className="w-full text-label text-muted empty:hidden">
          {block.why !== plainReason && block.why}
          {block.duplicateOf !== null && ` The same as block ${block.duplicateOf + 1}.`}
        </p>
      </div>
      <textarea
        ref={field}
        aria-label={`Words of block ${number}`}
        tabIndex={isActive ? 0 : -1}
        aria-describedby={`why-${index} block-keys`}
        aria-readonly
        lang={language}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        rows={Math.max(1, Math.ceil(block.text.length / 90))}
        className={classNames(
          "field-sizing-content w-full pointer-coarse:min-h-11 resize-none self-start rounded-md bg-transparent px-2 py-1 -outline-offset-2 focus:bg-card",
          looks[block.role],
        )}
        value={block.text}
        // The words are the article's: keys cut, join and name roles, and nothing else.
        onChange={() => {}}
      />
    </li>
  );
});

function cut(field: HTMLTextAreaElement | null, index: number, dispatch: Dispatch<ImportAction>) {
  if (!field) return;
  const offset = field.selectionStart;
  if (offset === 0 || offset >= field.value.length) {
    announce("Put the cursor where the block should be cut.");
    field.focus();
  } else dispatch({ type: "split", index, offset });
}

/** Takes the keys of a text editor, on a keyboard or a phone's, for what they mean to blocks. */
function useBlockKeys({ block, index, dispatch, goTo }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = field.current;
    if (!element) return;
    const hear = (event: InputEvent) => {
      event.preventDefault();
      const { selectionStart: from, selectionEnd: to } = element;
      if (/^insert(?:LineBreak|Paragraph)$/.test(event.inputType)) cut(element, index, dispatch);
      else if (event.inputType === "historyUndo") dispatch({ type: "undo" });
      else if (event.inputType.startsWith("deleteContentBackward") && from === 0 && to === 0) {
        if (index > 0) dispatch({ type: "join", index: index - 1 });
      } else if (event.inputType.startsWith("deleteContentForward") && from === block.text.length) {
        dispatch({ type: "join", index });
      } else if (event.inputType === "insertText" && event.data?.length === 1) {
        const role = roleOfKey(event.data);
        if (!role) return;
        dispatch({ type: "role", index, role });
        announce(`${roleWords[role].label}.`);
      }
    };
    const press = (event: globalThis.KeyboardEvent) => {
      if (pressed(event) === "mod+z") {
        event.preventDefault();
        dispatch({ type: "undo" });
      } else if (event.key === "Backspace" && element.selectionEnd === 0 && index > 0) {
        // At the start of a field browsers send no input for it.
        event.preventDefault();
        dispatch({ type: "join", index: index - 1 });
      } else if (event.key === "Delete" && element.selectionStart === element.value.length) {
        event.preventDefault();
        dispatch({ type: "join", index });
      } else if (!event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey) {
        const way = wayOut(element, event.key);
        if (!way) return;
        event.preventDefault();
        goTo(index + way, way > 0 ? "start" : "end");
      }
    };
    element.addEventListener("beforeinput", hear);
    element.addEventListener("keydown", press);
    return () => {
      element.removeEventListener("beforeinput", hear);
      element.removeEventListener("keydown", press);
    };
  }, [block.text, index, dispatch, goTo]);
  return field;
}

/** Where an arrow key leads that finds no more words in this block: 1 to the next block, -1 to the one before. */
function wayOut(field: HTMLTextAreaElement, key: string): 1 | -1 | null {
  const { selectionStart: from, selectionEnd: to, value } = field;
  const isOneLine = field.clientHeight < 2 * Number.parseFloat(getComputedStyle(field).lineHeight);
  const [isFirst, isLast] = [to === 0, from === value.length];
  if (key === "ArrowDown" && (isLast || isOneLine)) return 1;
  if (key === "ArrowUp" && (isFirst || isOneLine)) return -1;
  const isLeftwards = getComputedStyle(field).direction === "rtl";
  if (key === (isLeftwards ? "ArrowLeft" : "ArrowRight") && isLast) return 1;
  return key === (isLeftwards ? "ArrowRight" : "ArrowLeft") && isFirst ? -1 : null;
}
