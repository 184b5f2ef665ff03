import type { LedgerOrder } from "@/lib/attributions/ledger-schema";
import type { SourceKind } from "@/lib/sources/schema";

/** What a workspace's ledger shows. */
export type LedgerChoice = {
  workspace: string;
  q: string;
  kind: SourceKind | undefined;
  order: LedgerOrder;
};

/** The address of a ledger, from its top or from where a page ended. */
export function addressOfLedger({ workspace, q, kind, order }: LedgerChoice, cursor?: string): string {
  const query = new URLSearchParams({ workspace });
  if (q) query.set("q", q);
  if (kind) query.set("kind", kind);
  if (order !== "passages") query.set("order", order);
  if (cursor) query.set("cursor", cursor);
  return `/sources?${query}`;
}
