import { rootOf } from "@/lib/sources/merged";

/**
 * How many hues tell voices apart, and how many patterns each of them comes in. The hues are those of Okabe and Ito
 * (2008, "Color universal design"), darkened or lightened for the theme in globals.css; a voice never has its hue
 * alone, but a pattern and its initials as well.
 */
const hues = 6;
const patterns = ["plain", "stripes", "dots", "cross"] as const;

export type VoiceLook = { hue: number; pattern: (typeof patterns)[number] };

type Named = {
  sources: ReadonlyMap<string, { id: string; mergedInto: string | null; createdAt: string }>;
  attributions: ReadonlyMap<string, { sourceId: string | null; createdNumber: number }>;
};

/**
 * The look of each source of an article, by id; what was merged into another has that one's. They are dealt in the order
 * in which somebody first named them here, so that a source that comes later changes nobody's, however long the workspace
 * has known it. Each would have the hue of its id and takes the next where that is used more than others: where one goes,
 * the rest mostly stay as they are, and in most articles a source looks the same.
 */
export function looksOf({ sources, attributions }: Named): Map<string, VoiceLook> {
  const rootIn = (id: string) => rootOf(id, sources);
  const firstNamed = new Map<string, number>();
  for (const { sourceId, createdNumber } of attributions.values()) {
    if (sourceId === null) continue;
    const root = rootIn(sourceId);
    firstNamed.set(root, Math.min(createdNumber, firstNamed.get(root) ?? Number.POSITIVE_INFINITY));
  }
  const used = Array.from({ length: hues }, () => 0);
  const looks = new Map<string, VoiceLook>();
  const numberOf = (id: string) => firstNamed.get(id) ?? Number.MAX_SAFE_INTEGER;
  const roots = [...sources.values()].filter((one) => rootIn(one.id) === one.id);
  const ordered = roots.sort(
    (a, b) =>
      numberOf(a.id) - numberOf(b.id) || a.createdAt.localeCompare(b.createdAt) || (a.id < b.id ? -1 : 1),
  );
  for (const { id } of ordered) looks.set(id, dealLook(id, used));
  for (const { id } of sources.values()) {
    const look = looks.get(rootIn(id));
    if (look) looks.set(id, look);
  }
  return looks;
}

/** Counts in `used` how often each hue has been dealt. */
function dealLook(id: string, used: number[]): VoiceLook {
  const least = Math.min(...used);
  let hue = ownHue(id);
  while (used[hue] !== least) hue = (hue + 1) % hues;
  used[hue] = least + 1;
  return { hue, pattern: patterns[least % patterns.length] ?? "plain" };
}

function ownHue(id: string): number {
  let hash = 0;
  for (const letter of id) hash = (31 * hash + (letter.codePointAt(0) ?? 0)) % 65_521;
  return hash % hues;
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
