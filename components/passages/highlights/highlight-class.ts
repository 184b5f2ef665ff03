import type { Verdict } from "@/lib/assessments/schema";

// Small on purpose: the page needs this much before it can be read, and nothing of the room.

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
  /** More class names, where the text is coloured by something else than a verdict. */
  paint?: string;
};

/** Passages that are drawn stronger: the open one and the one under the pointer. */
export type Emphasis = { active: string | null; lit: string | null };

export const noEmphasis: Emphasis = { active: null, lit: null };

export type Look = Pick<Highlight, "look" | "verdict" | "paint">;

export const noLook: Look = { look: "none", verdict: null };

/**
 * Class names of a stretch under these passages, the shortest first. Tints do not add up: the shortest passage gives
 * the line, the open one and the one under the pointer come on top.
 */
export function markClass(looks: readonly Look[], ids: readonly string[], on: Emphasis): string {
  // What people have marked comes before what is only proposed.
  const { look, verdict, paint } = looks.find((one) => one.look !== "suggested") ?? looks[0] ?? noLook;
  const names = ["passage", `is-${look}`];
  if (verdict) names.push(verdict.length > 1 ? `is-${verdict}` : `is-v${verdict.toLowerCase()}`);
  if (paint) names.push(paint);
  if (look !== "suggested" && looks.some((one) => one.look === "suggested")) names.push("has-suggestion");
  if (looks.filter((one) => one.look !== "suggested").length > 1) names.push("is-layered");
  if (on.lit && ids.includes(on.lit)) names.push("is-lit");
  if (on.active && ids.includes(on.active)) names.push("is-active");
  return names.join(" ");
}

/** Which passages that people have marked begin and end at a place, as they are read out: "12", or "3 and 4". */
export type Edges = { starts: ReadonlyMap<number, string>; ends: ReadonlyMap<number, string> };

export function edgesOf(highlights: readonly Highlight[]): Edges {
  const starts = new Map<number, string>();
  const ends = new Map<number, string>();
  const note = (places: Map<number, string>, at: number, place: number) =>
    places.set(at, places.has(at) ? `${places.get(at)} and ${place}` : `${place}`);
  for (const { look, start, end, place } of highlights) {
    if (look === "suggested") continue;
    note(starts, start, place);
    note(ends, end, place);
  }
  return { starts, ends };
}

/** What a mark says of the passages that begin and end with it, for those who ask to hear it (settings.css). */
export function edgeAttributes({ starts, ends }: Edges, start: number, end: number): Record<string, string> {
  const [begun, done] = [starts.get(start), ends.get(end)];
  return { ...(begun ? { "data-starts": begun } : {}), ...(done ? { "data-ends": done } : {}) };
}

/** The address that opens a passage. */
export function passageHref(id: string): string {
  return `?passage=${id}`;
}

const refPrefix = "ref-";

/** The id of a passage's numbered link. */
export function refId(id: string): string {
  return refPrefix + id;
}

/** Which passage a numbered link belongs to; null where the element is none. */
export function passageOfRef({ id }: Element): string | null {
  return id.startsWith(refPrefix) ? id.slice(refPrefix.length) : null;
}

/** Where more is said of a stretch under these passages: their links, whose names hold place and verdict. */
export function detailsOf(ids: readonly string[]): string {
  return ids.map(refId).join(" ");
}

/** The passages of a stretch, the shortest first: those whose links it names. */
export function passagesOfMark(mark: Element): string[] {
  const refs = mark.getAttribute("aria-details")?.split(" ") ?? [];
  return refs.map((ref) => ref.slice(refPrefix.length));
}

/** Finds the stretches of a passage. */
export function markSelector(passageId: string): string {
  return `mark[aria-details~="${CSS.escape(refId(passageId))}"]`;
}
