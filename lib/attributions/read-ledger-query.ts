import type { z } from "zod";
import { id } from "@/lib/http/fields";
import { checkAllTexts } from "@/lib/text/gate";
import { listLedger } from "./ledger-schema";

const pageQuery = listLedger.query.extend({ workspace: id.optional() });

/**
 * What a ledger's address asks for. Empty values, as forms send them, count as absent; null when it asks for nonsense.
 */
export function readLedgerQuery(
  address: Record<string, string | string[] | undefined>,
): z.output<typeof pageQuery> | null {
  const known = Object.keys(pageQuery.shape).flatMap((key) => (address[key] ? [[key, address[key]]] : []));
  // A page's address does not come through lib/http/route, which asks this for every call.
  if (checkAllTexts(known)) return null;
  const parsed = pageQuery.safeParse(Object.fromEntries(known));
  return parsed.success ? parsed.data : null;
}
