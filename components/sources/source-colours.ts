/**
 * How many hues tell voices apart, and how many patterns each of them comes in. The hues are those of Okabe and Ito
 * (2008, "Color universal design"), darkened or lightened for the theme in globals.css; a voice never has its hue
 * alone, but a pattern and its initials as well.
 */
const hues = 6;
const patterns = ["plain", "stripes", "dots", "cross"] as const;

export type VoiceLook = { hue: number; pattern: (typeof patterns)[number] };

/**
 * The look of each source of an article, by id. The order in which they were made decides, so that nobody's colour
 * changes when another source comes.
 */
export function looksOf(sources: readonly { id: string; createdAt: string }[]): Map<string, VoiceLook> {
  const ordered = sources.toSorted(
    (a, b) => a.createdAt.localeCompare(b.createdAt) || (a.id < b.id ? -1 : 1),
  );
  return new Map(ordered.map((one, index) => [one.id, lookAt(index)]));
}

function lookAt(index: number): VoiceLook {
  return { hue: index % hues, pattern: patterns[Math.floor(index / hues) % patterns.length] ?? "plain" };
}

/** Class names that paint an area in a voice's hue and pattern; the rules are in voices.css. */
export function voiceClass({ hue, pattern }: VoiceLook): string {
  return `voice voice-${hue} voice-${pattern}`;
}

/** The first letters of a source's name, at most two: of small words only when there is nothing else. */
export function sourceInitials(name: string): string {
  const words = name.split(/[\s-]+/u).filter(Boolean);
  const telling = words.filter((word) => !/^(?:the|a|an|of|and|for|in|de|la|von|van)$/iu.test(word));
  const picked = (telling.length > 0 ? telling : words).slice(0, 2);
  return picked
    .map((word) => [...word.replace(/^[^\p{L}\p{N}]+/u, "")][0] ?? "")
    .join("")
    .toUpperCase();
}
