import { fold } from "@/lib/text/fold";

const mostShown = 8;

/**
 * The members whose name fits what was typed after the @, best first, at most eight: names that start so, then names
 * with a word that starts so, then names that have it anywhere. Former members and the writer are left out.
 */
export function matchPeople<P extends { id: string; name: string; role: string | null }>(
  people: readonly P[],
  query: string,
  writerId: string,
): P[] {
  const wanted = fold(query);
  const rank = (name: string) => {
    const folded = fold(name);
    if (folded.startsWith(wanted)) return 0;
    if (folded.split(/[\s-]+/u).some((word) => word.startsWith(wanted))) return 1;
    return folded.includes(wanted) ? 2 : 3;
  };
  return people
    .filter((one) => one.role !== null && one.id !== writerId)
    .map((person) => ({ person, rank: rank(person.name) }))
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank || (fold(a.person.name) < fold(b.person.name) ? -1 : 1))
    .slice(0, mostShown)
    .map((one) => one.person);
}
