"use client";

import type { Editor } from "@tiptap/core";
import { type ReactNode, Suspense } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { LateToolbar } from "./late-toolbar";
import type { SendLabel } from "./send-label";

type Props = {
  editor: Editor | null;
  linkOpen: boolean;
  onLinkOpen: (open: boolean) => void;
  sendLabel: SendLabel;
  isFilled: boolean;
  isBusy: boolean;
  error: string | null;
  onSend: () => void;
  /** More buttons beside the one that sends. */
  buttons: ReactNode;
};

/**
 * Folded when the focus goes, but only once a press has ended that took it: in a sheet that is scrolled to its end
 * everything moves down at that moment, and the press would miss what it was meant for.
 */
const foldingClass =
  "hidden transition-[display] transition-discrete delay-300 duration-0 group-focus-within:flex group-focus-within:delay-0";

/**
 * The tools and the buttons under the field, and why it cannot be sent; out of sight while there is nothing to do with
 * them.
 */
export function ComposerBar({ editor, linkOpen, onLinkOpen, isFilled, error, ...given }: Props) {
  return (
    <div
      className={classNames(
        "shrink-0 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-hairline border-t p-2",
        isFilled || error ? "flex" : foldingClass,
      )}
    >
      {editor ? (
        <Suspense fallback={<ToolbarPlace />}>
          <LateToolbar editor={editor} linkOpen={linkOpen} onLinkOpen={onLinkOpen} />
        </Suspense>
      ) : (
        <ToolbarPlace />
      )}
      {error && (
        <p role="alert" className="w-full text-right font-medium text-failure text-label">
          {error}
        </p>
      )}
      <span className="flex min-w-0 max-w-full flex-auto items-center justify-end gap-2">
        {given.buttons}
        <SendButton
          label={given.sendLabel}
          isFilled={isFilled}
          isBusy={given.isBusy}
          onClick={given.onSend}
        />
      </span>
    </div>
  );
}

/** Keeps the place of the eight tools: a button that moves when they arrive is missed by whoever is pressing it. */
function ToolbarPlace() {
  return <span className="h-7 w-56 max-w-full pointer-coarse:h-11 pointer-coarse:w-full" />;
}

type SendProps = { label: SendLabel; isFilled: boolean; isBusy: boolean; onClick: () => void };

function SendButton({ label: { words, count }, isFilled, isBusy, onClick }: SendProps) {
  return (
    <Button
      size="small"
      look="primary"
      busy={isBusy}
      aria-disabled={!isFilled}
      aria-keyshortcuts="Control+Enter Meta+Enter"
      className={classNames("min-w-0 max-w-full !gap-0", !isFilled && "opacity-60")}
      title={`${count ? `${words} ${count}` : words}: Ctrl+Enter`}
      onClick={onClick}
    >
      <span className="truncate">{words}</span>
      {count && <span className="shrink-0 whitespace-pre"> {count}</span>}
    </Button>
  );
}
