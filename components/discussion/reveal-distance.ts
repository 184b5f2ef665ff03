/** A stretch of the window, in pixels from its top. */
export type Stretch = { top: number; bottom: number };

type Given = {
  /** What was opened, in the text. */
  words: Stretch;
  /** The card that it is open in, where that stands beside the text. */
  panel: Stretch | null;
  /** What is being begun in the panel. */
  form: Stretch | null;
  /** What nothing covers. */
  seen: Stretch;
};

/** Of long words this much is enough: their card begins at their first line. */
const enough = 120;

/**
 * How many pixels the page has to scroll down (or up, below 0) so that the words that were opened are in sight, and of
 * their panel as much as fits: all of it where both have room, else the words stand in the upper third and the panel
 * takes the rest. What is being begun in it is in sight in any case. Nothing moves that is well already.
 */
export function revealDistance({ words, panel, form, seen }: Given): number {
  const toWords = distanceToWords(words, seen);
  const distance = toWords + (panel ? roomForPanel(moved(words, toWords), moved(panel, toWords), seen) : 0);
  return distance + (form ? nearest(moved(form, distance), seen) : 0);
}

/** How many pixels bring a stretch into sight with as little scrolling as possible; a too tall one from its top. */
export function nearest({ top, bottom }: Stretch, seen: Stretch): number {
  if (top < seen.top) return top - seen.top;
  return Math.max(0, Math.min(bottom - seen.bottom, top - seen.top));
}

function distanceToWords({ top, bottom }: Stretch, seen: Stretch): number {
  const isInSight = top >= seen.top && Math.min(bottom, top + enough) <= seen.bottom;
  return isInSight ? 0 : top - partOf(seen, 4);
}

function roomForPanel(words: Stretch, panel: Stretch, seen: Stretch): number {
  const missing = panel.bottom - seen.bottom;
  if (missing <= 0) return 0;
  const isRoom = Math.min(words.top, panel.top) - missing >= seen.top;
  if (isRoom) return missing;
  // The words may stand anywhere in the upper third, so that stepping from one to the next does not always scroll.
  return words.top > partOf(seen, 3) ? words.top - partOf(seen, 4) : 0;
}

function partOf({ top, bottom }: Stretch, parts: number): number {
  return top + (bottom - top) / parts;
}

function moved({ top, bottom }: Stretch, by: number): Stretch {
  return { top: top - by, bottom: bottom - by };
}
