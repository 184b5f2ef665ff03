"use client";

import {
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { useShowWhileFocused } from "@/components/threads/use-show-while-focused";
import { isSameContent } from "@/components/ui/use-kept";
import type { Person } from "@/lib/discussion/schema";
import { bodyOfText, type CommentBody, hasWords } from "@/lib/threads/comment-schema";
import type { DraftPlace } from "@/lib/threads/draft";
import { tidyBody } from "@/lib/threads/tidy-body";
import { ComposerBar } from "./composer-bar";
import { ComposerField } from "./composer-field";
import { runComposerKey } from "./composer-keys";
import { DraftNote } from "./draft-note";
import type { SendLabel } from "./send-label";
import { useDraft } from "./use-draft";
import { useSending } from "./use-sending";
import { useWriting } from "./use-writing";

export type ComposerHandle = {
  focus: () => void;
  /** What stands in the field at this moment. */
  body: () => CommentBody;
  /** Puts a quotation above what is being written and the cursor behind it. */
  quote: (text: string) => void;
  /** What is written here has come to its end another way: it is not kept any longer. */
  forget: () => void;
};

type ComposerProps = {
  articleId: string;
  viewerId: string;
  people: readonly Person[];
  place: DraftPlace;
  label: string;
  placeholder: string;
  sendLabel: SendLabel;
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
  buttons?: ReactNode;
  ref?: Ref<ComposerHandle>;
};

const nothing = bodyOfText("");

/**
 * Where comments are written. A plain field is there at once; the editor takes its place when it has been loaded,
 * with every letter and the cursor. Without the editor (no connection) the plain field goes on working.
 */
export function Composer({ initial = nothing, ...props }: ComposerProps) {
  const { label, onLeave, onEditLast } = props;
  const [linkOpen, setLinkOpen] = useState(false);
  const { writing, sending, restored, send, discard } = useComposing(props, initial);
  const { isFilled, editor } = writing;
  const box = useRef<HTMLDivElement>(null);
  const showAll = useShowWhileFocused(box);
  const openLink = editor ? () => setLinkOpen(true) : null;
  const onKey = (event: KeyboardEvent, isEmpty: boolean) =>
    runComposerKey(event, isEmpty, { send, leave: onLeave, openLink, editLast: onEditLast });

  return (
    <div className="flex flex-col gap-2">
      {restored && isFilled && <DraftNote at={restored.at} onDiscard={discard} />}
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
        <ComposerField
          label={label}
          placeholder={props.placeholder}
          people={props.people}
          viewerId={props.viewerId}
          writing={writing}
          onKey={onKey}
        />
        <ComposerBar
          editor={editor}
          linkOpen={linkOpen}
          onLinkOpen={setLinkOpen}
          sendLabel={props.sendLabel}
          isFilled={isFilled}
          isBusy={sending.isBusy}
          error={sending.error}
          onSend={send}
          buttons={props.buttons}
        />
      </div>
    </div>
  );
}

type Composing = Omit<ComposerProps, "initial">;

/** What is written, kept as a draft while it is, and sent. */
function useComposing({ ref, onSend, onWriting, ...props }: Composing, initial: CommentBody) {
  const draft = useDraft(props, ({ body }) => fill(body));
  const sending = useSending(onSend);
  const { keep, restored } = draft;
  const { clearError } = sending;
  const changed = useCallback(
    (next: CommentBody) => {
      // What says again what it said at first is no draft.
      keep(isSameContent(tidyBody(next), tidyBody(initial)) ? nothing : next);
      clearError();
    },
    [keep, clearError, initial],
  );
  const writing = useWriting({ initial, onChange: changed, onWriting });
  const { body, begin, fill, focus } = writing;

  // A draft comes from the browser's storage, so it can only be there after the first paint.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the storage has been read
  useEffect(() => {
    begin(restored?.body ?? null);
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
  useImperativeHandle(ref, () => ({
    ...{ focus, quote, forget: draft.forget },
    body: () => tidyBody(body.current),
  }));

  async function send() {
    const tidy = tidyBody(body.current);
    if (!hasWords(tidy) || sending.isBusy) return focus();
    if (!(await sending.send(tidy))) return;
    draft.forget();
    fill(nothing);
  }

  function discard() {
    draft.discard();
    fill(initial);
    focus();
  }

  return { writing, sending, restored, send: () => void send(), discard };
}
