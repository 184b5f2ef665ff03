"use client";

import { Late } from "@/components/ui/late";
import type { WatchLevel } from "@/lib/notifications/schema";
import { WatchView } from "./watch-view";

const load = async () => (await import("./watch-choice")).WatchChoice;

/** Of what this person wants to hear in an article, in its header; it can be chosen soon after the text can be read. */
export function WatchSelect({ articleId, level }: { articleId: string; level: WatchLevel }) {
  return <Late load={load} props={{ articleId, level }} served={<WatchView level={level} />} />;
}
