import type { BlockPlace } from "@/lib/articles/document-schema";
import { type BlockCoverage, coverageOf } from "@/lib/attributions/coverage";
import { readVoices, type Voices } from "@/lib/attributions/voices";
import { claimsOf } from "./claims-of";
import type { Outline } from "./schema";

type Text = { text: string; blocks: readonly BlockPlace[] };

/** Who says what in an article, and whose words it is made of: the same for the room, the ledger and its export. */
export function readArticle(
  { text, blocks }: Text,
  discussion: Pick<Outline, "attributions" | "settlements" | "sources" | "passages" | "suggestions">,
): { voices: Voices; coverage: BlockCoverage[] } {
  const voices = readVoices(discussion);
  const { passages } = discussion;
  return {
    voices,
    coverage: coverageOf({ text, blocks, passages, claims: claimsOf(discussion), voices }),
  };
}
