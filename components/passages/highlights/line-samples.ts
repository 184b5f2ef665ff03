import type { VoiceLook } from "@/components/sources/source-colours";
import { verdictOrder, verdictWords } from "@/lib/assessments/scale";
import { reporterWords } from "@/lib/attributions/describe-attribution";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { type Colouring, colourBy } from "./colour-by";
import { type Look, noLook } from "./highlight-class";

type Sample = Look & { words: string };

/** All that a text can show when it is coloured so; of sources those that this one has. */
export function samplesOf(
  colouring: Colouring,
  entries: readonly PassageEntry[],
  looks: ReadonlyMap<string, VoiceLook>,
): Sample[] {
  const painted = (paint: string, words: string): Sample => ({ ...noLook, paint, words });
  if (colouring === "mine") return [painted("is-mine", "mine"), painted("is-others", "others’"), proposed];
  if (colouring === "source") {
    const colourOf = colourBy(colouring, { looks, userId: "" });
    const spoken = new Map(entries.flatMap((entry) => (entry.sourceId ? [[entry.sourceId, entry]] : [])));
    return [
      ...[...spoken.values()].map((entry) => ({ ...noLook, ...colourOf(entry), words: entry.speaker ?? "" })),
      painted("is-reporter", reporterWords.toLowerCase()),
      painted("is-differing", "colleagues differ on who said it"),
      painted("is-unsaid", "nobody has said who said it"),
      proposed,
    ];
  }
  return [
    ...verdictOrder.map((verdict) => ({
      ...noLook,
      verdict,
      words: verdictWords[colouring][verdict].toLowerCase(),
    })),
    { ...noLook, verdict: "between", words: "between two levels" },
    { ...noLook, verdict: "split", words: "split" },
    { ...noLook, words: "marked, and not judged" },
    { ...noLook, look: "open", words: "an open thread" },
    { ...noLook, look: "resolved", words: "its threads are resolved" },
    proposed,
  ];
}

const proposed: Sample = { ...noLook, look: "suggested", words: "proposed by the machine" };
