"use client";

import { useHydrated } from "@/components/ui/use-hydrated";
import { showKey } from "@/lib/shortcuts/show-key";

/** A key as it looks on the keyboard. */
export function KeyCaps({ of }: { of: string }) {
  const isMac = useHydrated() && /Mac|iPhone|iPad/.test(navigator.platform);
  return (
    <kbd className="whitespace-nowrap rounded-md border border-hairline bg-sunk px-1.5 font-mono text-ink text-label">
      {showKey(of, isMac)}
    </kbd>
  );
}
