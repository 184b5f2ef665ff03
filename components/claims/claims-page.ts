import type { ClaimsBoard, ClaimsMatrix, ClaimsNumbers, ClaimsTable } from "@/lib/claims/schema";

/** A view with what the server answered for it. */
export type ClaimsPage =
  | { view: "table"; answer: ClaimsTable }
  | { view: "board"; answer: ClaimsBoard }
  | { view: "matrix"; answer: ClaimsMatrix }
  | { view: "numbers"; answer: ClaimsNumbers };
