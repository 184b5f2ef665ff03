"use client";

import { callAt } from "@/lib/http/client";
import type { putWatch, WatchLevel } from "@/lib/notifications/schema";
import { useLevel } from "./use-level";
import { WatchView } from "./watch-view";

/** The route as in lib/notifications/schema.ts, whose checks an article need not bring along. */
const route = { method: "PUT", path: "/api/articles/[articleId]/watch" } as const;

/** What was chosen on this page: the header is drawn anew when the reading room takes the place of the served text. */
const chosenHere = new Map<string, WatchLevel>();

/** Chooses of what to hear in an article. */
export function WatchChoice({ articleId, level }: { articleId: string; level: WatchLevel }) {
  const held = useLevel(chosenHere.get(articleId) ?? level, async (chosen) => {
    const parts = { params: { articleId }, body: { level: chosen } };
    await callAt<typeof putWatch>(route, parts);
    chosenHere.set(articleId, chosen);
  });
  return <WatchView level={held.level} onChoose={held.choose} />;
}
