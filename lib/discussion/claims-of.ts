import type { BareClaim } from "@/lib/attributions/coverage";
import type { Discussion } from "./schema";

/** The sentences that the machine finds worth checking, and that nobody has decided about. */
export function claimsOf({ suggestions }: Pick<Discussion, "suggestions">): BareClaim[] {
  return suggestions
    .filter((one) => one.kind === "claim")
    .map(({ start, end, claimKinds }) => ({ start, end, kinds: claimKinds }));
}
