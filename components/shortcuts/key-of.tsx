"use client";

import type { ShortcutId } from "@/lib/shortcuts/keys";
import { useKeyHint } from "./key-settings";

/** The key that does something, in running words; nothing where single letters are switched off. */
export function KeyOf({ id }: { id: ShortcutId }) {
  const hint = useKeyHint()(id);
  return (
    hint && (
      <kbd className="rounded-sm border border-hairline bg-sunk px-1 font-mono text-tiny text-ink">
        {hint.shown}
      </kbd>
    )
  );
}
