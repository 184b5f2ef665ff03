import type { z } from "zod";
import { checkAllTexts } from "@/lib/text/gate";

/** What a page's address says behind its question mark, as Next hands it over. */
export type GivenAddress = Record<string, string | string[] | undefined>;

/**
 * What a page's address asks for: of the query's own keys, the others belong to somebody else. Empty values, as forms
 * send them, count as absent; null when it asks for nonsense.
 */
export function readAddress<Query extends z.ZodObject>(
  query: Query,
  address: GivenAddress,
): z.output<Query> | null {
  const known = Object.keys(query.shape).flatMap((key) => (address[key] ? [[key, address[key]]] : []));
  // A page's address does not come through lib/http/route, which asks this for every call.
  if (checkAllTexts(known)) return null;
  return query.safeParse(Object.fromEntries(known)).data ?? null;
}

/** What an address gives for a key that counts once: the first, null when there is none. */
export function firstOf(given: GivenAddress[string]): string | null {
  return [given].flat()[0] ?? null;
}
