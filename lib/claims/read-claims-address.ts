import { z } from "zod";
import { type GivenAddress, readAddress } from "@/lib/http/read-address";
import { getClaimsNumbers, listClaims } from "./schema";

const claimsView = z.enum(["table", "board", "matrix", "numbers"]);

export type ClaimsView = z.output<typeof claimsView>;

const pageQuery = listClaims.query.extend({
  ...getClaimsNumbers.query.shape,
  view: claimsView.optional(),
  // The cursor stays as it is written, to be handed on.
  cursor: z.string().max(1000).optional(),
});

export type ClaimsAddress = z.output<typeof pageQuery>;

/** What the address of a page of claims asks for; null when it asks for nonsense. */
export function readClaimsAddress(address: GivenAddress): ClaimsAddress | null {
  const asked = readAddress(pageQuery, address);
  const isMadeUp = asked?.cursor && !listClaims.query.shape.cursor.safeParse(asked.cursor).success;
  return isMadeUp ? null : asked;
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
