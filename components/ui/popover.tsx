"use client";

import { Popover as Parts } from "radix-ui";
import type { ReactNode } from "react";
import { useCloseRequest } from "./use-close-request";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Its button and, in a portal, what opens. */
  children: ReactNode;
};

/** What opens at a button and is no list of actions; it is closed by the system's own gesture, too. */
export function Popover({ open, onOpenChange, children }: Props) {
  useCloseRequest(() => onOpenChange(false), open);
  return (
    <Parts.Root open={open} onOpenChange={onOpenChange}>
      {children}
    </Parts.Root>
  );
}
