"use client";

import type { Editor } from "@tiptap/core";
import { lazy, type ReactNode, Suspense } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";

// Like the field it belongs to, the toolbar brings the editor along, which nobody needs for reading.
const ComposerToolbar = lazy(() =>
  import("./composer-toolbar").then((module) => ({ default: module.ComposerToolbar })),
);

type Props = {
  editor: Editor | null;
  linkOpen: boolean;
  onLinkOpen: (open: boolean) => void;
  sendLabel: string;
  isFilled: boolean;
  isBusy: boolean;
  error: string | null;
  onSend: () => void;
  /** More buttons beside the one that sends. */
  buttons: ReactNode;
};

/** The tools and the buttons under the field; out of sight while there is nothing to do with them. */
export function ComposerBar({ editor, linkOpen, onLinkOpen, isFilled, error, ...given }: Props) {
  return (
    <div
      className={classNames(
        "flex-wrap items-center justify-between gap-x-4 gap-y-2 border-hairline border-t p-2",
        isFilled || error ? "flex" : "hidden group-focus-within:flex",
      )}
    >
      {editor ? (
        <Suspense fallback={<span />}>
          <ComposerToolbar editor={editor} linkOpen={linkOpen} onLinkOpen={onLinkOpen} />
        </Suspense>
      ) : (
        <span />
      )}
      <span className="flex flex-1 items-center justify-end gap-2">
        {given.buttons}
        <Button
          size="small"
          look="primary"
          busy={given.isBusy}
          aria-disabled={!isFilled}
          className={isFilled ? undefined : "opacity-60"}
          title="Ctrl+Enter"
          onClick={given.onSend}
        >
          {given.sendLabel}
        </Button>
      </span>
    </div>
  );
}
