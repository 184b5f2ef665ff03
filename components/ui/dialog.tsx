"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "./button";
import { classNames } from "./class-names";
import { SignedOutNotice } from "./signed-out";
import { UnsavedLine } from "./unsaved-line";
import { useAskBeforeLeaving } from "./use-ask-before-leaving";
import { useCloseRequest } from "./use-close-request";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  /** For what has columns. */
  isWide?: boolean;
  /** Its fields hold what was not saved: whoever closes it is asked first. */
  isUnsaved?: boolean;
  children: ReactNode;
};

// Not what a space would switch.
const firstField =
  "input:enabled:not([type=checkbox], [type=radio]), textarea:enabled, [contenteditable=true]";

/**
 * A box over the page that keeps the focus until it is closed: at first in its first field, if it has one. Once a
 * field was touched, a press beside the box does not close it.
 */
export function Dialog(props: Props) {
  const { open, onOpenChange, title, description, isWide, isUnsaved = false, children } = props;
  const before = useRef<Element | null>(null);
  const isTouched = useRef(false);
  const [isAsking, setAsking] = useState(false);
  // What is saved, or put back as it was, need not be asked about; nor while somebody writes on.
  useEffect(() => {
    if (!isUnsaved) setAsking(false);
  }, [isUnsaved]);
  function change(isOpen: boolean): void {
    if (!isOpen && isUnsaved) setAsking(true);
    else onOpenChange(isOpen);
  }
  function discard(): void {
    setAsking(false);
    onOpenChange(false);
  }
  // Esc and Back answer the question as they do everything that lies on top: they take it away.
  const back = () => (isAsking ? setAsking(false) : change(false));
  useCloseRequest(back, open);
  useAskBeforeLeaving(open && isUnsaved);
  return (
    <Radix.Root open={open} onOpenChange={change}>
      <Radix.Portal>
        <Radix.Overlay
          className="fixed inset-0 z-40 bg-veil"
          // The field that was typed in keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
        />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          // Radix gives the focus back to its own trigger only, and ours are opened by keys and menus too.
          onOpenAutoFocus={(event) => {
            before.current = document.activeElement;
            isTouched.current = false;
            // Not to its first button, which closes it: whoever begins to type would be out again with the first space.
            event.preventDefault();
            const box = event.currentTarget;
            if (box instanceof HTMLElement) (box.querySelector<HTMLElement>(firstField) ?? box).focus();
          }}
          // Of what lies over each other, the key closes the upper one: a list of choices answers it by itself.
          onEscapeKeyDown={(event) => {
            event.preventDefault();
            if (!document.activeElement?.matches("[role=combobox][aria-expanded=true]")) back();
          }}
          onInput={() => {
            isTouched.current = true;
            setAsking(false);
          }}
          onInteractOutside={(event) => {
            if (isTouched.current) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const isLost = document.activeElement === null || document.activeElement === document.body;
            if (isLost && before.current instanceof HTMLElement)
              before.current.focus({ preventScroll: true });
          }}
          className={classNames(
            "fixed inset-x-4 top-[10dvh] z-50 mx-auto flex max-h-[80dvh] animate-appear flex-col gap-4 overflow-y-auto rounded-md border border-hairline bg-card p-6 text-ink shadow-float outline-none",
            isWide ? "max-w-report" : "max-w-xl",
          )}
        >
          <div className="flex items-start justify-between gap-4">
            <Radix.Title className="wrap-anywhere min-w-0 font-serif text-dek font-medium">
              {title}
            </Radix.Title>
            <Radix.Close className="-m-2 flex size-10 pointer-coarse:size-11 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunk hover:text-ink">
              <X aria-hidden className="size-4" />
              <span className="sr-only">Close</span>
            </Radix.Close>
          </div>
          <SignedOutNotice />
          {description && (
            <Radix.Description className="text-card text-muted">{description}</Radix.Description>
          )}
          {children}
          {isAsking && isUnsaved && <Asking onGoOn={() => setAsking(false)} onDiscard={discard} />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The question that stands at the end of a dialog whose words would be lost, and takes the focus while it does. */
function Asking({ onGoOn, onDiscard }: { onGoOn: () => void; onDiscard: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const from = document.activeElement;
    box.current?.querySelector("button")?.focus();
    const asking = box.current;
    return () => {
      // Whoever has gone on to a field already stays there.
      const { activeElement } = document;
      const isLeft = activeElement === document.body || asking?.contains(activeElement);
      if (isLeft && from instanceof HTMLElement) from.focus();
    };
  }, []);
  return (
    <div
      ref={box}
      role="alert"
      className="sticky -bottom-6 -mx-6 -mb-6 border-hairline border-t bg-sunk px-6 py-3"
    >
      <UnsavedLine words="your changes" onGoOn={onGoOn} onDiscard={onDiscard} />
    </div>
  );
}

/** The choices at a dialog's end: to leave it comes first, to do it comes last. */
export function DialogEnd({ children }: { children: ReactNode }) {
  return <div className="mt-auto flex flex-wrap justify-end gap-3">{children}</div>;
}

/** Leaves the dialog as Esc does, so what was not saved is asked about. */
export function DialogCancel({ children = "Cancel" }: { children?: ReactNode }) {
  return (
    <Radix.Close asChild>
      <Button>{children}</Button>
    </Radix.Close>
  );
}
