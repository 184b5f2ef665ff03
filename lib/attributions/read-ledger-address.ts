import type { z } from "zod";
import { id } from "@/lib/http/fields";
import { type GivenAddress, readAddress } from "@/lib/http/read-address";
import { listLedger } from "./ledger-schema";

const pageQuery = listLedger.query.extend({ workspace: id.optional() });

/** What a ledger's address asks for; null when it asks for nonsense. */
export function readLedgerAddress(address: GivenAddress): z.output<typeof pageQuery> | null {
  return readAddress(pageQuery, address);
}
