import type { AttributionContent } from "./schema";

/** The explicit word that a passage was examined and has no source. */
export const reportersOwn: AttributionContent = {
  voice: "reporter",
  source: null,
  directness: null,
  mention: null,
  cue: null,
  cueClass: null,
  channel: "unknown",
  polarity: "positive",
  saidAt: null,
  links: [],
  parentId: null,
};
