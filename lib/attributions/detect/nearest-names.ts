import { countBefore, mostLookedAt } from "./latest-before";

/** The most names of a source that a suggestion tells, and that are kept for it in an article. */
export const mostNames = 12;

/** Everything that a text calls somebody, and where. */
export type Names = Map<string, number[]>;

/** Notes that somebody is called so at these places; the list itself is not kept. */
export function addName(names: Names, name: string, places: readonly number[]): void {
  const known = names.get(name);
  if (!known) names.set(name, [...places]);
  else for (const place of places) known.push(place);
}

/** Finds what somebody is called around a place. */
export type NearestNames = (place: number) => string[];

/**
 * Where there are more names than a suggestion tells, those nearest to the place, the nearest first: with all of them
 * in each of its suggestions, a text that has a new name for somebody in every line would give the square of itself.
 */
export function indexNames(names: Names): NearestNames {
  const all = [...names.keys()];
  if (all.length <= mostNames) return () => all;
  const namings = [...names].flatMap(([name, places]) => places.map((place) => ({ name, place })));
  namings.sort((a, b) => a.place - b.place);
  return (place) => {
    const near = new Set<string>();
    let after = countBefore(namings.length, place, (at) => namings[at]?.place ?? 0);
    let before = after - 1;
    for (let looked = 0; looked < mostLookedAt && near.size < mostNames; looked++) {
      const [last, next] = [namings[before], namings[after]];
      const isNext = next && (!last || next.place - place < place - last.place);
      const found = isNext ? next : last;
      if (!found) break;
      near.add(found.name);
      if (isNext) after++;
      else before--;
    }
    return [...near];
  };
}
