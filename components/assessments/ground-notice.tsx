"use client";

import { useRoom } from "@/components/discussion/room";
import type { Ground } from "@/lib/assessments/standing";
import type { GroundNow } from "./use-ground";

/** Says that something else stands there than when the person began, and what: the old verdict is none on it. */
export function GroundNotice({ kept, ground }: { kept: Ground | null; ground: GroundNow }) {
  const { voices } = useRoom();
  const { now, holds } = ground;
  if (holds(kept)) return null;
  const nameOf = (id: string | null) => (id && voices.sources.get(id)?.name) || "somebody";
  const isReworded = kept?.exact !== now.exact;
  return (
    <div
      role="status"
      className="wrap-anywhere border-caution border-l-2 bg-caution-tint px-2 py-1 text-label"
    >
      <p>{isReworded ? "The words" : "Who said them"} changed since you began; choose again.</p>
      {kept && (
        <p>
          Before: {isReworded ? `“${kept.exact}”` : nameOf(kept.sourceId)}. Now:{" "}
          {isReworded ? `“${now.exact}”` : nameOf(now.sourceId)}.
        </p>
      )}
    </div>
  );
}
