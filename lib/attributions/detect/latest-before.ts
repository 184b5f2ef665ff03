/**
 * How many sentences, phrases, names or speakers are looked at before a place, the nearest first. Nobody goes on about
 * somebody further back (four thousand words), and without an end a long text would be read anew for each "she".
 */
export const mostLookedAt = 200;

/** The last of those that stand before a place, in reading order, in which `all` must be. */
export function latestBefore<T extends { place: number }>(all: readonly T[], place: number): readonly T[] {
  const end = countBefore(all.length, place, (at) => all[at]?.place ?? 0);
  return all.slice(Math.max(0, end - mostLookedAt), end);
}

/** The last of these places, in reading order, that stands before another; null where none does. */
export function lastPlaceBefore(places: readonly number[], place: number): number | null {
  return places[countBefore(places.length, place, (at) => places[at] ?? 0) - 1] ?? null;
}

/** How many of so many places, in reading order, stand before another. */
export function countBefore(length: number, place: number, placeAt: (at: number) => number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeAt(middle) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
