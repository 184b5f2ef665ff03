import { groupBy } from "@/lib/group-by";
import { levelOf } from "./scale";
import type { Verdict } from "./schema";

/** One person's verdict on one passage (all of one axis). A person has at most one on each passage. */
export type GivenVerdict = { passageId: string; by: string; verdict: Verdict; blind: boolean };

/** How far people agree on the passages that they share. */
export type Agreement = {
  /** Passages that two or more of these people have judged. */
  shared: number;
  /** Pairs of verdicts on the same passage. */
  pairs: number;
  /**
   * Share of the pairs within one level of each other, 0 to 1. Off the scale only the same answer is within, and one
   * on the scale with one off it is not. Null without pairs.
   */
  withinOne: number | null;
  /**
   * Ordinal alpha over the verdicts on the scale. Null where a number would say nothing: n is below `fewestShared`, or
   * all these verdicts are the same.
   */
  alpha: number | null;
  /** Passages that alpha was computed over, or would have been: those with two or more verdicts on the scale. */
  n: number;
};

/** Below so many passages alpha is too much a matter of chance to be shown. */
export const fewestShared = 5;

/** How far all these people agree. */
export function agreementOf(judgements: readonly GivenVerdict[]): Agreement {
  return agreementOn(byPassage(judgements).map((ofPassage) => ofPassage.map((one) => one.verdict)));
}

/** The same for each two people who share a passage: the lesser id first in a pair, and the pairs in order of ids. */
export function agreementByPair(
  judgements: readonly GivenVerdict[],
): { people: [string, string]; agreement: Agreement }[] {
  const found = new Map<string, { people: [string, string]; verdicts: Verdict[][] }>();
  const inOrder = judgements.toSorted((a, b) => compare(a.by, b.by));
  for (const [a, b] of byPassage(inOrder).flatMap(pairsOf)) {
    const key = JSON.stringify([a.by, b.by]);
    const pair = found.get(key) ?? { people: [a.by, b.by], verdicts: [] };
    pair.verdicts.push([a.verdict, b.verdict]);
    found.set(key, pair);
  }
  return [...found.values()]
    .sort((a, b) => compare(a.people[0], b.people[0]) || compare(a.people[1], b.people[1]))
    .map(({ people, verdicts }) => ({ people, agreement: agreementOn(verdicts) }));
}

/** Only what was judged before anybody else's verdict could be seen. */
export function blindOnly(judgements: readonly GivenVerdict[]): GivenVerdict[] {
  return judgements.filter((one) => one.blind);
}

/**
 * Krippendorff's alpha with the ordinal metric, over the values that each unit was given, in any order, without the
 * missing ones: 1 is perfect agreement, 0 what chance would give, below 0 worse than chance. Units with fewer than two
 * values do not count. Null where nothing can be said: no unit counts, or all values are the same.
 *
 * After Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability". Only the order of the values matters.
 */
export function ordinalAlpha(units: readonly (readonly number[])[]): number | null {
  const counting = units.filter((values) => values.length > 1);
  const all = tally(counting.flat());
  if (all.size < 2) return null;
  const rankOf = ranksAmong(all);
  const observed = counting.reduce((sum, values) => sum + disagreement(tally(values), rankOf), 0);
  return 1 - observed / disagreement(all, rankOf);
}

type Tally = ReadonlyMap<number, number>;

/** Each value with how often it was given. */
function tally(values: readonly number[]): Tally {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/**
 * The rank of a value: all that lie below it, and half of its own. Two ranks are as far apart as the ordinal metric
 * wants it: by what lies from one value to the other, both ends included, less half of both ends.
 */
function ranksAmong(all: Tally): (value: number) => number {
  const ranks = new Map<number, number>();
  let below = 0;
  for (const [value, count] of [...all].sort(([a], [b]) => a - b)) {
    ranks.set(value, below + count / 2);
    below += count;
  }
  return (value) => ranks.get(value) ?? 0;
}

/**
 * The squared distances of all pairs of these values, each value's pairs weighing as much as one value. Summed over
 * the units it is Krippendorff's observed disagreement, over all values at once the expected one, both times n.
 */
function disagreement(counts: Tally, rankOf: (value: number) => number): number {
  const ranked = Array.from(counts, ([value, count]) => ({ rank: rankOf(value), count }));
  let size = 0;
  let sum = 0;
  for (const a of ranked) {
    size += a.count;
    for (const b of ranked) sum += a.count * b.count * (a.rank - b.rank) ** 2;
  }
  return sum / (size - 1);
}

/** From the verdicts on each passage, one list a passage. */
function agreementOn(passages: readonly (readonly Verdict[])[]): Agreement {
  const pairs = passages.flatMap(pairsOf);
  const within = pairs.filter(([a, b]) => areWithinOne(a, b)).length;
  const levels = passages
    .map((verdicts) => verdicts.flatMap((one) => levelOf(one) ?? []))
    .filter((ofPassage) => ofPassage.length > 1);
  return {
    shared: passages.filter((verdicts) => verdicts.length > 1).length,
    pairs: pairs.length,
    withinOne: pairs.length === 0 ? null : within / pairs.length,
    alpha: levels.length < fewestShared ? null : ordinalAlpha(levels),
    n: levels.length,
  };
}

function areWithinOne(a: Verdict, b: Verdict): boolean {
  const [one, other] = [levelOf(a), levelOf(b)];
  return one === null || other === null ? a === b : Math.abs(one - other) <= 1;
}

function byPassage(judgements: readonly GivenVerdict[]): GivenVerdict[][] {
  return [...groupBy(judgements, (one) => one.passageId).values()];
}

function pairsOf<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((a, index) => list.slice(index + 1).map((b): [T, T] => [a, b]));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
