/**
 * How many sentences, phrases, names or speakers are looked at before a place, the nearest first. Nobody goes on about
 * somebody further back (four thousand words), and without an end a long text would be read anew for each "she".
 */
export const mostLookedAt = 200;

/** The last of those that stand before a place, in reading order, in which `all` must be. */
export function latestBefore<T extends { place: number }>(all: readonly T[], place: number): readonly T[] {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.place ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return all.slice(Math.max(0, low - mostLookedAt), low);
}
