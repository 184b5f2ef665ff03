import { fold } from "@/lib/text/fold";

/** True when each word that was typed is somewhere in the text. */
export function holdsAll(text: string, query: string): boolean {
  const folded = fold(text);
  return fold(query)
    .split(/\s+/u)
    .every((word) => folded.includes(word));
}

/** How well a name fits what was typed, the least the best: it starts so, a word of it starts so, or anything else. */
function rankOf(name: string, query: string): number {
  const [folded, wanted] = [fold(name), fold(query.trim())];
  if (folded.startsWith(wanted)) return 0;
  return folded.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)) ? 1 : 2;
}

/** The best first; those that fit alike stay in the order in which they came. */
export function rankHits<T>(hits: readonly T[], query: string, nameOf: (hit: T) => string): T[] {
  return hits.toSorted((a, b) => rankOf(nameOf(a), query) - rankOf(nameOf(b), query));
}
