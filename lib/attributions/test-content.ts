import type { AttributionContent } from "./schema";

/** What a person records of a source's indirect words, with whatever differs from that. */
export function saysOf<Over extends object>(sourceId: string, over?: Over) {
  const content: AttributionContent = {
    voice: "source",
    source: { sourceId },
    directness: "indirect",
    mention: null,
    cue: null,
    cueClass: null,
    channel: "unknown",
    polarity: "positive",
    saidAt: null,
    links: [],
    parentId: null,
  };
  return { ...content, ...over };
}
