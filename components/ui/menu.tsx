"use client";

import { DropdownMenu } from "radix-ui";
import { type ReactNode, useRef, useState } from "react";
import { classNames } from "./class-names";
import { useCloseRequest } from "./use-close-request";

export type MenuItem = {
  label: string;
  onSelect: () => void;
  /** A key that does the same, shown at the right. */
  hint?: string;
  danger?: boolean;
  disabled?: boolean;
  checked?: boolean;
};

type Props = {
  trigger: ReactNode;
  items: MenuItem[];
  label: string;
  /** For whoever opens it by more than its button. */
  isOpen?: boolean;
  onOpen?: (isOpen: boolean) => void;
};

/** A button that opens a list of actions. The trigger must be one element that takes a ref. */
export function Menu({ trigger, items, label, isOpen, onOpen }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpenHere, setOpenHere] = useState(false);
  const isShown = isOpen ?? isOpenHere;
  const show = (next: boolean) => {
    setOpenHere(next);
    onOpen?.(next);
  };
  useCloseRequest(() => show(false), isShown);
  return (
    <DropdownMenu.Root modal={false} open={isShown} onOpenChange={show}>
      <DropdownMenu.Trigger ref={button} asChild>
        {trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          aria-label={label}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          // What was chosen may have opened something that took the focus; there it stays.
          onCloseAutoFocus={(event) => {
            const { activeElement } = document;
            if (activeElement && activeElement !== document.body) event.preventDefault();
          }}
          className="z-50 max-h-80 min-w-44 max-w-menu animate-appear overflow-y-auto rounded-md border border-hairline bg-card py-1 text-card text-ink shadow-float"
        >
          {items.map((item) => (
            <DropdownMenu.Item
              key={item.label}
              {...(item.disabled ? { disabled: true } : {})}
              onSelect={() => {
                // Whatever it opens finds the focus where it is to come back to.
                button.current?.focus({ preventScroll: true });
                item.onSelect();
              }}
              className={classNames(
                "flex min-h-9 pointer-coarse:min-h-11 cursor-pointer select-none items-center justify-between gap-6 px-3 py-1.5 outline-none data-[disabled]:cursor-not-allowed data-[disabled]:text-muted data-[highlighted]:bg-chosen",
                item.danger && "text-failure",
                item.checked && "font-semibold",
              )}
            >
              <span className="min-w-0 truncate" title={item.label}>
                {item.label}
              </span>
              {item.checked ? (
                <span aria-hidden>✓</span>
              ) : (
                item.hint && <kbd className="font-mono text-label text-muted">{item.hint}</kbd>
              )}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
