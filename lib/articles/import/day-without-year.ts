import type { BlockRole } from "@/lib/articles/document-schema";
import { findDayAndMonth } from "./find-date";
import { readDateline } from "./recognise-byline";

/**
 * The day that a text gives without its year, in its own words ("March 14"): in the line with the date or the place line
 * at its start. Nobody can tell by it when it was published, but it helps whoever is asked. Null where it gives none.
 */
export function dayWithoutYear(blocks: readonly { role: BlockRole | null; text: string }[]): string | null {
  const heads = blocks.flatMap(({ role, text }) => {
    if (role === "byline") return [text];
    return role === "body" || role === "dek" ? (readDateline(text)?.head ?? []) : [];
  });
  return heads.map(findDayAndMonth).find((day) => day !== null) ?? null;
}
