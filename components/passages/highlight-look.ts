import type { Verdict } from "@/lib/assessments/schema";
import { type AxisStanding, shownVerdict, verdictsBetween } from "@/lib/assessments/standing";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { passageLabel } from "@/lib/discussion/list-passages";
import type { SuggestionView } from "@/lib/suggestions/schema";

/** What the text needs to know of a passage to draw it. */
export type Highlight = {
  id: string;
  start: number;
  end: number;
  place: number;
  /** What a screen reader says at its end. */
  label: string;
  look: "none" | "open" | "resolved" | "pending" | "failed" | "suggested";
  /** What it is shown with on the question whether it is so; null where nobody knows, or the reader may not yet. */
  verdict: Verdict | "split" | "between" | null;
};

/** Whether a passage that I marked has arrived; those that are not named here are stored. */
export type Unsaved = ReadonlyMap<string, { state: "pending" | "failed"; message: string | null }>;

const allSaved: Unsaved = new Map();

export function highlightsOf(entries: readonly PassageEntry[], unsaved = allSaved): Highlight[] {
  return entries.map((entry) => ({
    id: entry.passage.id,
    start: entry.passage.start,
    end: entry.passage.end,
    place: entry.place,
    label: passageLabel(entry),
    look: unsaved.get(entry.passage.id)?.state ?? entry.state,
    verdict: lookOf(entry.verdicts.so),
  }));
}

function lookOf(so: AxisStanding): Highlight["verdict"] {
  if (so.state === "split") return "split";
  return verdictsBetween(so) ? "between" : shownVerdict(so);
}

/** Suggestions as the text draws them: a quieter layer beside the passages. */
export function suggestedHighlights(suggestions: readonly SuggestionView[]): Highlight[] {
  return suggestions.map(({ id, start, end, speaker }, index) => ({
    id,
    start,
    end,
    place: index + 1,
    label: `Suggestion ${index + 1}, ${speaker?.name ?? "claim without a source"}`,
    look: "suggested",
    verdict: null,
  }));
}

/** Passages that are drawn stronger: the open one and the one under the pointer. */
export type Emphasis = { active: string | null; lit: string | null };

export const noEmphasis: Emphasis = { active: null, lit: null };

export type Look = Pick<Highlight, "look" | "verdict">;

export const noLook: Look = { look: "none", verdict: null };

/**
 * Class names of a stretch under these passages, the shortest first. Tints do not add up: the shortest passage gives
 * the line, the open one and the one under the pointer come on top.
 */
export function markClass(looks: readonly Look[], ids: readonly string[], on: Emphasis): string {
  // What people have marked comes before what is only proposed.
  const { look, verdict } = looks.find((one) => one.look !== "suggested") ?? looks[0] ?? noLook;
  const names = ["passage", `is-${look}`];
  if (verdict) names.push(verdict.length > 1 ? `is-${verdict}` : `is-v${verdict.toLowerCase()}`);
  if (look !== "suggested" && looks.some((one) => one.look === "suggested")) names.push("has-suggestion");
  if (ids.length > 1) names.push("is-layered");
  if (on.lit && ids.includes(on.lit)) names.push("is-lit");
  if (on.active && ids.includes(on.active)) names.push("is-active");
  return names.join(" ");
}

/** The address that opens a passage. */
export function passageHref(id: string): string {
  return `?passage=${id}`;
}
