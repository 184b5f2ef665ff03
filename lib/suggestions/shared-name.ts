import { isUnnamed } from "@/lib/attributions/describe-attribution";
import { inQuotes } from "@/lib/text/in-quotes";
import type { SuggestionView } from "./schema";

type Proposed = Pick<SuggestionView, "speaker">;

/**
 * Whether the text names who speaks, by a name that it gives to several: nobody may record it as somebody unnamed, or
 * as one of them, without having said who is meant.
 */
export function bearsSharedName({ speaker }: Proposed): boolean {
  return speaker !== null && isUnnamed(speaker) && speaker.names.length > 0;
}

/** That name as a person would type it: "Vance" of "Vance, a farmer". */
export function sharedNameOf({ speaker }: Proposed, text: string): string {
  const mention = speaker ? text.slice(speaker.start, speaker.end) : "";
  return mention.split(",")[0]?.trim() ?? "";
}

/** Asks who is meant, by the names that may be meant: "Is “Vance” Marcus Vance or Petra Vance?" */
export function askWhoIsMeant(suggestion: Proposed, text: string): string {
  const name = inQuotes(sharedNameOf(suggestion, text));
  const names = suggestion.speaker?.names ?? [];
  const last = names.at(-1);
  if (names.length < 2 || !last) return `Who is ${name}?`;
  return `Is ${name} ${names.slice(0, -1).join(", ")} or ${last}?`;
}
