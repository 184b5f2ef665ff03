/** No article has more passages than this many figures can count. */
const place = /^[1-9]\d{0,5}$/;

/**
 * The id that an address means: people write places by hand (`?passage=12`), and mean the passage that stands there
 * today. Whatever else it says, also the place of none, stays as it is and is looked for as an id.
 */
export function meantPassage(
  wanted: string | null,
  entries: readonly { place: number; passage: { id: string } }[],
): string | null {
  if (!wanted || !place.test(wanted)) return wanted;
  return entries.find((entry) => entry.place === Number(wanted))?.passage.id ?? wanted;
}
