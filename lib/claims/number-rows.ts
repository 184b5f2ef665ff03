import { cover } from "@/lib/passages/cover";
import type { FoundNumber } from "./find-numbers";
import type { ClaimRow, NumberRow } from "./row-schema";

/** Each number with its sentence and the shortest claim that covers all of its words. Numbers come in text order. */
export function numberRows(
  text: string,
  found: readonly FoundNumber[],
  claims: readonly ClaimRow[],
): NumberRow[] {
  const byId = new Map(claims.map((one) => [one.id, one]));
  const segments = cover(claims);
  let at = 0;
  return found.map(({ start, end, kind, sentence }) => {
    while ((segments[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++;
    const segment = segments[at];
    const here = segment && segment.start <= start ? segment.passages : [];
    const claim = here.flatMap((id) => byId.get(id) ?? []).find((one) => one.end >= end) ?? null;
    const words = [text.slice(sentence.start, start), text.slice(start, end), text.slice(end, sentence.end)];
    const [lead = "", exact = "", rest = ""] = words;
    return { start, end, kind, sentence: [lead, exact, rest], claim };
  });
}
