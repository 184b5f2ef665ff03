"use client";

import { useState } from "react";
import { attempt } from "@/components/outbox/attempt";
import { announce } from "@/components/ui/announcer";
import { levelHints, levelWords } from "@/lib/notifications/level-words";
import type { WatchLevel } from "@/lib/notifications/schema";

/** The chosen level, which counts at once and is taken back when `store` is refused. */
export function useLevel(level: WatchLevel, store: (level: WatchLevel) => Promise<unknown>) {
  const [chosen, setChosen] = useState(level);
  async function take(next: WatchLevel) {
    setChosen(next);
    if (await attempt(store(next))) announce(`${levelWords[next]}: ${levelHints[next]}.`);
    // Unless another was chosen meanwhile.
    else setChosen((now) => (now === next ? chosen : now));
  }
  return { level: chosen, choose: (next: WatchLevel) => void take(next) };
}
