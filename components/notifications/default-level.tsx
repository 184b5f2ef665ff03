"use client";

import { classNames } from "@/components/ui/class-names";
import { inputClass } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import { call } from "@/lib/http/client";
import { putWatchLevel, type WatchLevel } from "@/lib/notifications/schema";
import { LevelSelect } from "./level-select";
import { useLevel } from "./use-level";

/** Of what this person wants to hear where they chose nothing else. */
export function DefaultLevel({ level, className }: { level: WatchLevel; className?: string }) {
  const held = useLevel(level, (chosen) => call(putWatchLevel, { body: { level: chosen } }));
  const ready = useHydrated();
  return (
    <div
      className={classNames("flex flex-wrap items-center gap-x-4 gap-y-2 text-card text-muted", className)}
    >
      <label htmlFor="level" className="flex-1 basis-64">
        What to tell me of in every article, unless I choose otherwise above it
      </label>
      <span className="basis-60">
        <LevelSelect
          id="level"
          level={held.level}
          onChoose={ready ? held.choose : undefined}
          className={inputClass}
        />
      </span>
    </div>
  );
}
