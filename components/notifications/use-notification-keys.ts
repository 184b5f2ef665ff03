"use client";

import type { RefObject } from "react";
import { useKeys } from "@/components/shortcuts/use-keys";
import { useRowKeys } from "@/components/shortcuts/use-row-keys";
import type { Gathered } from "@/lib/notifications/gather";

type Given = {
  root: RefObject<HTMLElement | null>;
  lines: readonly Gathered[];
  toggleDone: (line: Gathered) => void;
  toggleRead: (line: Gathered) => void;
  later: (line: Gathered) => void;
  mute: (line: Gathered) => void;
};

/** The keys of lists go through the rows; others do something with the one that has the focus. */
export function useNotificationKeys({ root, lines, toggleDone, toggleRead, later, mute }: Given): void {
  const withRow = (act: (line: Gathered) => void) => () => {
    const id = document.activeElement?.closest<HTMLElement>("[data-row]")?.dataset.row;
    const line = lines.find((one) => one.notification.id === id);
    if (!line) return false;
    act(line);
  };
  useRowKeys(root);
  useKeys({
    "notifications.done": withRow(toggleDone),
    "notifications.read": withRow(toggleRead),
    "notifications.later": withRow(later),
    "notifications.mute": withRow(mute),
  });
}
