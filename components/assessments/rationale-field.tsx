"use client";

import { Suspense, useEffect, useState } from "react";
import { ComposerField } from "@/components/threads/composer/composer-field";
import { runComposerKey } from "@/components/threads/composer/composer-keys";
import { LateToolbar } from "@/components/threads/composer/late-toolbar";
import { useWriting } from "@/components/threads/composer/use-writing";
import type { Person } from "@/lib/discussion/schema";
import { bodyOfText, type CommentBody, hasWords } from "@/lib/threads/comment-schema";

type Props = {
  label: string;
  placeholder: string;
  initial: CommentBody | null;
  people: readonly Person[];
  viewerId: string;
  /** It was being written, and is gone on with. */
  autoFocus: boolean;
  onChange: (body: CommentBody | null) => void;
  onSave: () => void;
  onLeave: () => void;
};

/** Why somebody judges so: the comments' own field, without a button of its own. Ctrl+Enter saves the whole form. */
export function RationaleField({ label, placeholder, initial, people, viewerId, ...given }: Props) {
  const [first] = useState(() => initial ?? bodyOfText(""));
  const [linkOpen, setLinkOpen] = useState(false);
  const writing = useWriting({
    initial: first,
    onChange: (body) => given.onChange(hasWords(body) ? body : null),
    onWriting: undefined,
  });
  // It grows when it is first used and stays so: a button below must not move between pressing it and letting go.
  const [isUsed, setUsed] = useState(initial !== null);
  const { begin, focus, editor, isFilled } = writing;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, so that the plain field shows what is there
  useEffect(() => {
    begin(null);
    if (given.autoFocus) focus();
  }, []);

  const onKey = (event: KeyboardEvent, isEmpty: boolean) =>
    runComposerKey(event, isEmpty, {
      send: given.onSave,
      leave: given.onLeave,
      openLink: editor ? () => setLinkOpen(true) : null,
      editLast: undefined,
    });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and a layout of its own
    <div
      role="group"
      aria-label={label}
      onFocus={() => setUsed(true)}
      data-filled={isFilled || isUsed || undefined}
      className="group rounded-md border border-control bg-card focus-within:border-focus focus-within:outline-1 focus-within:outline-focus"
    >
      <ComposerField
        label={label}
        placeholder={placeholder}
        people={people}
        viewerId={viewerId}
        writing={writing}
        onKey={onKey}
      />
      {isUsed && (
        <div className="border-hairline border-t p-2">
          <Suspense fallback={<ToolbarPlace />}>
            {editor ? (
              <LateToolbar editor={editor} linkOpen={linkOpen} onLinkOpen={setLinkOpen} />
            ) : (
              <ToolbarPlace />
            )}
          </Suspense>
        </div>
      )}
    </div>
  );
}

/** As high as the tools that are on their way. */
function ToolbarPlace() {
  return <span className="block h-7 pointer-coarse:h-11" />;
}
