import type { VoiceLook } from "@/components/sources/source-colours";
import type { Axis } from "@/lib/assessments/schema";
import { shownVerdict, verdictsBetween } from "@/lib/assessments/standing";
import type { OutlinedEntry } from "@/lib/discussion/list-passages";
import type { Highlight } from "./highlight-class";

/** What the passages of the text can be coloured by. */
export const colourings = ["so", "said", "source", "mine"] as const;

export type Colouring = (typeof colourings)[number];

export type ColourOf = (entry: OutlinedEntry) => Pick<Highlight, "verdict" | "paint">;

type Given = { looks: ReadonlyMap<string, VoiceLook>; userId: string };

/**
 * How a passage is coloured. Each colouring tells everything by lines too (highlights.css): a verdict by its own, a source
 * by one for each pattern of its hue, mine by a solid one.
 */
export function colourBy(colouring: Colouring, { looks, userId }: Given): ColourOf {
  if (colouring === "source") return (entry) => ({ verdict: null, paint: voicePaint(entry, looks) });
  if (colouring === "mine") {
    return ({ people }) => ({ verdict: null, paint: people.includes(userId) ? "is-mine" : "is-others" });
  }
  return colourByVerdict(colouring);
}

/** By the verdict that a passage is shown with on an axis, where the viewer may know it. */
export function colourByVerdict(axis: Axis): ColourOf {
  return ({ verdicts }) => {
    const standing = verdicts[axis];
    if (!standing) return { verdict: null };
    if (standing.state === "split") return { verdict: "split" };
    return { verdict: verdictsBetween(standing) ? "between" : shownVerdict(standing) };
  };
}

/** By whose words they are. A source whose look is not known has a line without a hue. */
function voicePaint({ standing, sourceId }: OutlinedEntry, looks: Given["looks"]): string {
  const [first] = standing?.standing ?? [];
  if (!standing || !first) return "is-unsaid";
  if (standing.state === "differing") return "is-differing";
  if (first.voice === "reporter") return "is-reporter";
  const look = sourceId ? looks.get(sourceId) : undefined;
  return look ? `is-voice voice-${look.hue} line-${look.pattern}` : "is-voice";
}
