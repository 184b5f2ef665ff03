/**
 * The parts as whole numbers that add up to `total`, each less than one away from its exact share: those that lose most
 * by being cut get what is left over, of equals the first. Only zeros where there is nothing to share.
 */
export function wholePercents(parts: readonly number[], total = 100): number[] {
  const sum = parts.reduce((all, one) => all + one, 0);
  if (sum === 0) return parts.map(() => 0);
  // Kept whole, so that equal remainders are seen as equal.
  const exact = parts.map((one) => one * total);
  const cut = exact.map((one) => Math.floor(one / sum));
  const left = total - cut.reduce((all, one) => all + one, 0);
  const inNeed = exact
    .map((one, at) => ({ at, rest: one % sum }))
    .sort((a, b) => b.rest - a.rest)
    .slice(0, left);
  const lifted = new Set(inNeed.map((one) => one.at));
  return cut.map((one, at) => (lifted.has(at) ? one + 1 : one));
}
