import { rootOf } from "@/lib/sources/merged";
import type { SourceView } from "@/lib/sources/schema";
import { countOf } from "@/lib/text/count-of";
import type { ThreadView } from "@/lib/threads/schema";

export type ThreadCount = { open: number; all: number };

type Counted = Pick<ThreadView, "sourceId" | "state">;

/** How many threads there are about each source and what was merged into it, by its id. */
export function countThreads(
  threads: readonly Counted[],
  sources: ReadonlyMap<string, Pick<SourceView, "id" | "mergedInto">>,
): Map<string, ThreadCount> {
  const counts = new Map<string, ThreadCount>();
  for (const { sourceId, state } of threads) {
    if (!sourceId) continue;
    const root = rootOf(sourceId, sources);
    const { open, all } = counts.get(root) ?? { open: 0, all: 0 };
    counts.set(root, { open: open + (state === "open" ? 1 : 0), all: all + 1 });
  }
  return counts;
}

/** "1 open thread" while one is, else "2 threads"; null where there are none. */
export function threadWords(count: ThreadCount | undefined): string | null {
  if (!count || count.all === 0) return null;
  return count.open > 0 ? countOf(count.open, "open thread") : countOf(count.all, "thread");
}
