import type { ClaimKind } from "./schema";

export const claimKindWords: Record<ClaimKind, string> = {
  quantity: "Figure",
  date: "Date",
  event: "Event",
  causal: "Cause",
  quote: "Quote",
};
