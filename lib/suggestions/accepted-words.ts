import { unnamedWords, withStance, withStanceWithin } from "@/lib/attributions/describe-attribution";
import type { Stance } from "@/lib/attributions/schema";
import { stanceOf } from "@/lib/attributions/stance";
import { inQuotes } from "@/lib/text/in-quotes";
import type { SuggestionView } from "./schema";
import { bearsSharedName, sharedNameOf } from "./shared-name";

/** Those who report what is accepted, in words that follow on its source: " and 1 of Henrik Dahl", or nothing. */
export function andReporting(reporting: readonly SuggestionView[]): string {
  const names = new Set(reporting.map(nameOf));
  const [name] = names;
  if (!name) return "";
  return ` and ${reporting.length} of ${names.size === 1 ? name : "others"}`;
}

/** What was accepted, in words: also whose report of it was accepted with it. */
export function tellAccepted(
  suggestions: readonly SuggestionView[],
  reporting: readonly SuggestionView[],
): string {
  const [first] = suggestions;
  // Of words whose source I had recorded myself only what reports them is new.
  if (!first) return `Accepted: ${reporting.map(nameOf).join(", ")}`;
  if (!first.speaker) return "Marked as a claim";
  const of = nameOf(first);
  if (suggestions.length > 1) return `Accepted ${suggestions.length} of ${of}${andReporting(reporting)}`;
  const told = withStanceWithin(of, stanceIn(first.cue));
  return `Accepted: ${[told, ...reporting.map((one) => `reported by ${nameOf(one)}`)].join(", ")}`;
}

/** Who was faster, by name, or "You" for whoever looks, in another window; null where it is not known. */
export function tellDecided(by: string | null): string {
  return `${by ?? "A colleague"} ${by === "You" ? "have" : "has"} decided about this suggestion.`;
}

/** One who reports the words, with what of the text says so. */
export function tellReport(reporting: SuggestionView, text: string): { name: string; words: string } {
  // A name that several have is not anybody unnamed.
  const name = bearsSharedName(reporting) ? inQuotes(sharedNameOf(reporting, text)) : nameOf(reporting);
  return { name, words: inQuotes(text.slice(reporting.start, reporting.end)) };
}

function nameOf({ speaker }: SuggestionView): string {
  return speaker?.name ?? unnamedWords;
}

type Proposed = Pick<SuggestionView, "speaker" | "cue">;

/** Who is proposed, as they stand to the words: "Denied by Colin Frayne". Null for a claim without a speaker. */
export function tellProposed({ speaker, cue }: Proposed): string | null {
  return speaker && withStance(speaker.name, stanceIn(cue));
}

function stanceIn(cue: SuggestionView["cue"]): Stance {
  return stanceOf({ voice: "source", polarity: cue?.polarity ?? "positive", cueClass: cue?.class ?? null });
}
