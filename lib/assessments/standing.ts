import { corroborates, type Origins } from "./origin";
import { levelOf, needsEvidence } from "./scale";
import type { AssessmentView, Axis, EvidenceView, JudgedView, ResolutionView, Verdict } from "./schema";

/** One person's verdict, and how it counts. */
export type Judgement = {
  assessment: AssessmentView;
  verdict: Verdict;
  /** Claims most and rests on no evidence that could corroborate it. */
  isHollow: boolean;
  /** Other words, or another source, than those that were judged stand there by now. */
  isStale: boolean;
};

/**
 * How it stands with a passage on one axis, as far as the viewer may know. hidden: colleagues have judged, and the
 * viewer has neither judged nor asked to see it. none: nobody has. one: one verdict counts, or only hollow ones were
 * given. agreed: two or more, no further apart than one level, or all the same answer off the scale. split: further
 * apart, or some on the scale and some off it. resolved: an editor has decided.
 */
type AxisState = "hidden" | "none" | "one" | "agreed" | "split" | "resolved";

export type AxisStanding = {
  axis: Axis;
  state: AxisState;
  /** Everybody's verdict, oldest first; empty while it is hidden. */
  judgements: Judgement[];
  /** How many people have judged, also while it is hidden. */
  count: number;
  /**
   * The median of the verdicts that count and lie on the scale: the two middle ones where their number is even (they
   * may be the same); null without any.
   */
  median: { low: number; high: number } | null;
  /** The editor's word, while it holds. */
  resolution: ResolutionView | null;
  /** There was one, and the passage says or is something else by now. */
  isReopened: boolean;
};

/** What stands there now: the words of the passage and, on the axis "said", whose they are. */
export type Ground = { exact: string; sourceId: string | null };

type Given = {
  axis: Axis;
  ground: Ground;
  /** Whom a source speaks as, through all merges. */
  rootOf: (sourceId: string) => string;
  /** Of this passage and axis; older verdicts of the same person may be among them. */
  assessments: readonly AssessmentView[];
  resolutions: readonly ResolutionView[];
  judged: JudgedView | null;
  /** Evidence that stands, by id. */
  evidence: ReadonlyMap<string, EvidenceView>;
  origins: Origins;
};

/** Tells how it stands with a passage on one axis. */
export function axisStanding(given: Given): AxisStanding {
  const { axis, judged } = given;
  // Most passages of a long article are judged by nobody, and an article has many.
  if (given.assessments.length === 0 && given.resolutions.length === 0 && judged === null)
    return untouched(axis);
  const isHidden = judged !== null && !judged.revealed && judged.count > 0;
  const judgements = latestOf(given.assessments).flatMap((one) => judgementOf(one, given));
  const counting = judgements.filter((one) => !one.isHollow && !one.isStale);
  const latest = given.resolutions.toSorted((a, b) => a.number - b.number).at(-1) ?? null;
  const isDecided = latest !== null && latest.verdict !== null;
  const holds = isDecided && !isOnOtherGround(latest, given);
  const shown = { axis, judgements, median: medianOf(counting), isReopened: isDecided && !holds };
  const count = isHidden ? judged.count : judgements.length;
  if (holds) return { ...shown, state: "resolved", count, resolution: latest };
  const state = isHidden ? "hidden" : stateOf(counting, judgements.length);
  return { ...shown, state, count, resolution: null };
}

function untouched(axis: Axis): AxisStanding {
  return { axis, state: "none", judgements: [], count: 0, median: null, resolution: null, isReopened: false };
}

/** Each person's last word, without those that were taken back; oldest first. */
function latestOf(assessments: readonly AssessmentView[]): AssessmentView[] {
  const latest = new Map<string, AssessmentView>();
  for (const one of assessments) {
    const other = latest.get(one.by);
    if (!other || other.number < one.number) latest.set(one.by, one);
  }
  return [...latest.values()].sort((a, b) => a.number - b.number);
}

function judgementOf(assessment: AssessmentView, given: Given): Judgement[] {
  const { verdict, axis } = assessment;
  if (verdict === null) return [];
  const isBacked = assessment.evidence.some((id) => {
    const one = given.evidence.get(id);
    return one !== undefined && corroborates(one, axis, given.origins);
  });
  const isHollow = needsEvidence(verdict) && !isBacked;
  return [{ assessment, verdict, isHollow, isStale: isOnOtherGround(assessment, given) }];
}

function isOnOtherGround(one: Ground, { axis, ground, rootOf }: Given): boolean {
  if (one.exact !== ground.exact) return true;
  if (axis === "so") return false;
  const root = (id: string | null) => (id === null ? null : rootOf(id));
  return root(one.sourceId) !== root(ground.sourceId);
}

function stateOf(counting: readonly Judgement[], given: number): "none" | "one" | "agreed" | "split" {
  if (given === 0) return "none";
  if (counting.length < 2) return "one";
  const levels = counting.flatMap((one) => levelOf(one.verdict) ?? []);
  if (levels.length === 0) return new Set(counting.map((one) => one.verdict)).size === 1 ? "agreed" : "split";
  const isApart = levels.length < counting.length || Math.max(...levels) - Math.min(...levels) > 1;
  return isApart ? "split" : "agreed";
}

function medianOf(counting: readonly Judgement[]): AxisStanding["median"] {
  const levels = counting.flatMap((one) => levelOf(one.verdict) ?? []).sort((a, b) => a - b);
  const low = levels[(levels.length - 1) >> 1];
  const high = levels[levels.length >> 1];
  return low === undefined || high === undefined ? null : { low, high };
}

type Resolving = {
  userId: string;
  verdict: Verdict | null;
  /** Why, in plain text. */
  text: string;
  exact: string;
  /** The latest resolution that was known. */
  known: string | null;
};

/** Whether the latest resolution, which came since, is the very one that this person was about to give. */
export function isResolvedAs(
  { userId, verdict, text, exact, known }: Resolving,
  latest: ResolutionView | undefined,
): boolean {
  return (
    latest !== undefined &&
    latest.id !== known &&
    latest.by === userId &&
    latest.verdict === verdict &&
    latest.text.trim() === text.trim() &&
    (verdict === null || latest.exact === exact)
  );
}

/**
 * The one verdict that a passage is shown with: the editor's, else the median of those that count, else the answer off
 * the scale that all give; null where there is none, where the median lies between two (neither is what all of them
 * said), or the viewer may not know it yet.
 */
export function shownVerdict({ state, resolution, median, judgements }: AxisStanding): Verdict | null {
  if (resolution) return resolution.verdict;
  if (state === "hidden" || state === "split") return null;
  if (median) return median.low === median.high ? (levels[median.low] ?? null) : null;
  const [first, ...rest] = judgements.filter((one) => !one.isStale && !one.isHollow);
  return first && rest.every((one) => one.verdict === first.verdict) ? first.verdict : null;
}

/** The two neighbouring verdicts between which those that count lie, the higher first; null where there is one to show. */
export function verdictsBetween({ state, median }: AxisStanding): [Verdict, Verdict] | null {
  if (state !== "agreed" || !median || median.low === median.high) return null;
  const [high, low] = [levels[median.high], levels[median.low]];
  return high && low ? [high, low] : null;
}

const levels: Record<number, Verdict> = { 1: "1", 2: "2", 3: "3", 4: "4" };
