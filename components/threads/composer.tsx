"use client";

import {
  lazy,
  type Ref,
  Suspense,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { Person } from "@/lib/discussion/schema";
import {
  bodyOfText,
  type CommentBody,
  commentBody,
  hasWords,
  plainTextOf,
} from "@/lib/threads/comment-schema";
import { type DraftPlace, draftKey } from "@/lib/threads/draft";
import { tidyBody } from "@/lib/threads/tidy-body";
import { DraftNote } from "./draft-note";
import { useDraft } from "./use-draft";
import { useShowWhileFocused } from "./use-show-while-focused";
import { useWriting } from "./use-writing";

// Like the field it belongs to, the toolbar brings the editor along, which nobody needs for reading.
const ComposerToolbar = lazy(() =>
  import("./composer-toolbar").then((module) => ({ default: module.ComposerToolbar })),
);

export type ComposerHandle = {
  focus: () => void;
  /** Puts a quotation above what is being written and the cursor behind it. */
  quote: (text: string) => void;
};

export type ComposerProps = {
  articleId: string;
  viewerId: string;
  people: readonly Person[];
  place: DraftPlace;
  label: string;
  placeholder: string;
  sendLabel: string;
  /** What the field holds at first, unless a draft is there. */
  initial?: CommentBody;
  autoFocus?: boolean;
  /** Takes the comment; false when it was not taken and must stay in the field. */
  onSend: (body: CommentBody) => boolean | Promise<boolean>;
  /** Esc: the draft is kept. */
  onLeave?: () => void;
  /** ↑ in an empty field. */
  onEditLast?: () => void;
  /** Whether something is being written, so that nothing may move. */
  onWriting?: (isWriting: boolean) => void;
  /** More buttons beside the one that sends. */
  buttons?: React.ReactNode;
  ref?: Ref<ComposerHandle>;
};

const nothing = bodyOfText("");

/**
 * Where comments are written. A plain field is there at once; the editor takes its place when it has been loaded,
 * with every letter and the cursor. Without the editor (no connection) the plain field goes on working.
 */
export function Composer(props: ComposerProps) {
  const { articleId, viewerId, people, place, label, placeholder, initial = nothing, onWriting } = props;
  const draft = useDraft(draftKey(viewerId, articleId, place));
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [linkOpen, setLinkOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const showAll = useShowWhileFocused(box);

  const { keep, discard, restored } = draft;
  const changed = useCallback(
    (next: CommentBody) => {
      keep(next);
      setError(null);
    },
    [keep],
  );
  const writing = useWriting({ initial, onChange: changed, onWriting });
  const { editor, EditorField, isFilled, body, plain, fill, focus } = writing;

  // A draft comes from the browser's storage, so it can only be there after the first paint.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the storage has been read
  useEffect(() => {
    if (restored && !plain.current?.value.trim()) fill(restored.body);
    else if (plain.current && !plain.current.value) plain.current.value = plainTextOf(body.current);
    if (props.autoFocus) focus();
  }, [restored === undefined]);

  function quote(text: string) {
    const quoted: CommentBody = {
      type: "doc",
      content: [{ type: "blockquote", content: bodyOfText(text).content }, ...body.current.content],
    };
    if (text) {
      fill(quoted);
      keep(quoted);
    }
    focus();
  }
  useImperativeHandle(props.ref, () => ({ focus, quote }));

  async function send() {
    const tidy = tidyBody(body.current);
    if (!hasWords(tidy) || isBusy) return focus();
    const checked = commentBody.safeParse(tidy);
    if (!checked.success) return setError(checked.error.issues[0]?.message ?? "This cannot be posted.");
    setBusy(true);
    const taken = await Promise.resolve(props.onSend(checked.data)).catch(() => false);
    setBusy(false);
    if (!taken) return;
    discard();
    fill(nothing);
  }

  function onKey(event: KeyboardEvent, isEmpty: boolean): boolean {
    if (event.isComposing) return false;
    const withControl = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && withControl) void send();
    else if (event.key === "Escape") props.onLeave?.();
    else if (event.key.toLowerCase() === "k" && withControl && !event.shiftKey && editor) setLinkOpen(true);
    else if (event.key === "ArrowUp" && isEmpty && props.onEditLast) props.onEditLast();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return (
    <div className="flex flex-col gap-2">
      {restored && isFilled && (
        <DraftNote
          at={restored.at}
          onDiscard={() => {
            discard();
            fill(initial);
            focus();
          }}
        />
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and a layout of its own, this only needs a name */}
      <div
        ref={box}
        role="group"
        onFocus={showAll}
        aria-label={label}
        // The height must not change between pressing a button and letting it go, or the press is lost.
        data-filled={isFilled || undefined}
        className="group rounded-md border border-control bg-card focus-within:border-focus focus-within:outline-1 focus-within:outline-focus"
      >
        <div className="relative">
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
              className="block min-h-10 w-full resize-none group-focus-within:min-h-16 group-data-[filled]:min-h-16 bg-transparent px-3 py-2 text-card outline-none field-sizing-content max-phone:text-body"
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
        <div
          className={classNames(
            "flex-wrap items-center justify-between gap-x-4 gap-y-2 border-hairline border-t p-2",
            isFilled || error ? "flex" : "hidden group-focus-within:flex",
          )}
        >
          {editor ? (
            <Suspense fallback={<span />}>
              <ComposerToolbar editor={editor} linkOpen={linkOpen} onLinkOpen={setLinkOpen} />
            </Suspense>
          ) : (
            <span />
          )}
          <span className="flex flex-1 items-center justify-end gap-2">
            {props.buttons}
            <Button
              size="small"
              look="primary"
              busy={isBusy}
              aria-disabled={!isFilled}
              className={isFilled ? undefined : "opacity-60"}
              title="Ctrl+Enter"
              onClick={() => void send()}
            >
              {props.sendLabel}
            </Button>
          </span>
        </div>
      </div>
      {error && (
        <p role="alert" className="text-label font-medium text-failure">
          {error}
        </p>
      )}
    </div>
  );
}
