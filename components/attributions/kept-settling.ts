import { z } from "zod";
import { readKept } from "@/components/ui/use-kept";
import { attributionView } from "@/lib/attributions/schema";

/** On what a passage is being settled, as the editor saw it, and why. */
export type FilledSettling = z.output<typeof filled>;

/** On what an editor is about to settle, as they saw it when they began or were told of what came since. */
export type Begun = Pick<FilledSettling, "attribution" | "settlement">;

const filled = z.object({ attribution: attributionView, settlement: z.string().nullable(), why: z.string() });

/** The name under which the settling of a passage is kept while it is filled in. */
export function settlingKey(userId: string, passageId: string): string {
  return `sayso:settling:${userId} ${passageId}`;
}

/** What was kept; null for anything else. */
export function readSettling(value: unknown): FilledSettling | null {
  return filled.safeParse(value).data ?? null;
}

/** What is to be kept once it is begun on this: the reason goes along. Null where nothing was kept. */
export function keptFor(begun: Begun, stored: string | null): string | null {
  const kept = readKept(stored, readSettling);
  return kept && JSON.stringify({ ...kept, value: { ...kept.value, ...begun } });
}
