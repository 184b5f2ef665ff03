import { Bell, BellOff } from "lucide-react";
import type { WatchLevel } from "@/lib/notifications/schema";
import { LevelSelect } from "./level-select";

type Props = { level: WatchLevel; onChoose?: (level: WatchLevel) => void };

/** Of what this person wants to hear in an article, as it stands in its header. */
export function WatchView({ level, onChoose }: Props) {
  const Sign = level === "muted" ? BellOff : Bell;
  return (
    <span className="inline-flex min-w-0 max-w-full items-baseline gap-1.5 text-label text-muted print:hidden">
      <Sign aria-hidden className="size-3.5 shrink-0 self-center" />
      <label htmlFor="watch" className="sr-only">
        Notifications from this article
      </label>
      <LevelSelect
        id="watch"
        level={level}
        onChoose={onChoose}
        className="min-h-6 min-w-0 max-w-full cursor-pointer rounded-sm bg-transparent pr-1 underline decoration-dotted underline-offset-3 pointer-coarse:min-h-11 hover:text-ink"
      />
    </span>
  );
}
