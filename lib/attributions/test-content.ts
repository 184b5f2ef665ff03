import { reportersOwn } from "./reporters-own";
import type { AttributionContent } from "./schema";

/** What a person records of a source's indirect words, with whatever differs from that. */
export function saysOf<Over extends object>(sourceId: string, over?: Over) {
  const content: AttributionContent = {
    ...reportersOwn,
    voice: "source",
    source: { sourceId },
    directness: "indirect",
  };
  return { ...content, ...over };
}
