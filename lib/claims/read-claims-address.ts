import { z } from "zod";
import { checkAllTexts } from "@/lib/text/gate";
import { getClaimsNumbers, listClaims } from "./schema";

export const claimsView = z.enum(["table", "board", "matrix", "numbers"]);

export type ClaimsView = z.output<typeof claimsView>;

const pageQuery = listClaims.query.extend({
  ...getClaimsNumbers.query.shape,
  view: claimsView.optional(),
  // The cursor stays as it is written, to be handed on.
  cursor: z.string().max(1000).optional(),
});

export type ClaimsAddress = z.output<typeof pageQuery>;

/**
 * What a page of claims is asked for. Empty values, as forms send them, count as absent; null when it is asked for
 * nonsense.
 */
export function readClaimsAddress(
  address: Record<string, string | string[] | undefined>,
): ClaimsAddress | null {
  const known = Object.keys(pageQuery.shape).flatMap((key) => (address[key] ? [[key, address[key]]] : []));
  // A page's address does not come through lib/http/route, which asks this for every call.
  if (checkAllTexts(known)) return null;
  const parsed = pageQuery.safeParse(Object.fromEntries(known));
  if (!parsed.success) return null;
  const { cursor } = parsed.data;
  return cursor && !listClaims.query.shape.cursor.safeParse(cursor).success ? null : parsed.data;
}

/** The address of a page of claims. A choice that changes begins at the top again. */
export function addressOfClaims(articleId: string, asked: Partial<ClaimsAddress>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(asked)) {
    const isDefault = (key === "view" && value === "table") || (key === "sort" && value === "text");
    if (value !== undefined && value !== "" && !isDefault) query.set(key, String(value));
  }
  return `/articles/${articleId}/claims${query.size > 0 ? `?${query}` : ""}`;
}
