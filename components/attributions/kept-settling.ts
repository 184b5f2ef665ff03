import { z } from "zod";
import { attributionView } from "@/lib/attributions/schema";

/** On what a passage is being settled, as the editor saw it, and why. */
export type FilledSettling = z.output<typeof filled>;

const filled = z.object({ attribution: attributionView, settlement: z.string().nullable(), why: z.string() });

/** The name under which the settling of a passage is kept while it is filled in. */
export function settlingKey(userId: string, passageId: string): string {
  return `sayso:settling:${userId} ${passageId}`;
}

/** What was kept; null for anything else. */
export function readSettling(value: unknown): FilledSettling | null {
  return filled.safeParse(value).data ?? null;
}
