import type { LedgerFlag } from "./ledger";

/** What the flags of a ledger are called on the screen. */
export const flagWords: Record<LedgerFlag, string> = {
  anonymous: "unnamed",
  party: "party to the matter",
  onlySourceOfFigure: "only source of a figure",
  secondHand: "second-hand",
};
