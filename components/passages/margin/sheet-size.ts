/** The heights of the sheet that holds the discussion on a phone, from the lowest. */
export const sheetHeights = ["peek", "half", "full"] as const;

export type SheetHeight = (typeof sheetHeights)[number];

/** What of a window can be seen, CSS pixels. */
export type SeenWindow = {
  /** The window's height. */
  window: number;
  /** What the on-screen keyboard covers of it, at the bottom. */
  keyboard: number;
};

/** How low the sheet can be and still show what it is about. */
const peek = 96;
/** Below this a form has no room. */
const least = 220;
/** What the header and the bar take above the text, and two lines of it. */
const withBars = 184;
/** The same where they do not stay, or where the person types and looks at the field. */
const withoutBars = 72;
/** In a window lower than this the header and the bar scroll away with the text: globals.css says the same. */
const lowWindow = 500;

/** How many pixels the sheet is high. Some of the text stays above it at every height. */
export function sheetPixels(height: SheetHeight, { window, keyboard }: SeenWindow): number {
  if (height === "peek") return peek;
  const seen = window - keyboard;
  const above = keyboard > 0 || window < lowWindow ? withoutBars : withBars;
  const full = Math.max(peek, seen - above);
  return height === "full" ? full : Math.min(full, Math.max(least, Math.round(seen / 2)));
}

/** A flick is faster than this, pixels a millisecond; what is slower was moved and let go. */
const flick = 0.4;

type Release = {
  /** How high the sheet was held, pixels. */
  pixels: number;
  /** How fast the finger moved at the end, pixels a millisecond, upwards positive. */
  speed: number;
  seen: SeenWindow;
};

/** Where a sheet goes that is let go: on in the direction of a flick, else to the nearest height; null: away. */
export function snapSheet({ pixels, speed, seen }: Release): SheetHeight | null {
  const all = sheetHeights.map((height) => ({ height, at: sheetPixels(height, seen) }));
  if (speed > flick) return all.find(({ at }) => at > pixels)?.height ?? "full";
  if (speed < -flick) return all.findLast(({ at }) => at < pixels)?.height ?? null;
  if (pixels < peek / 2) return null;
  const distance = (at: number) => Math.abs(at - pixels);
  return all.reduce((best, one) => (distance(one.at) < distance(best.at) ? one : best)).height;
}
