import { isPassing, messageOf } from "@/lib/http/client";

/** What became of each row: done, refused and why, or not tried any more. */
type RunOutcome<Row> = { done: Row[]; failed: { row: Row; why: string }[]; left: Row[] };

/**
 * Does something with each row, one after the other. A refusal of one does not keep the next from being done; where
 * the server cannot be reached or asks to wait, the rest is left alone. `onStep` hears how many are behind it.
 */
export async function runOver<Row>(
  rows: readonly Row[],
  work: (row: Row) => Promise<unknown>,
  onStep: (behind: number) => void,
): Promise<RunOutcome<Row>> {
  const done: Row[] = [];
  const failed: RunOutcome<Row>["failed"] = [];
  for (const [at, row] of rows.entries()) {
    onStep(at);
    try {
      await work(row);
      done.push(row);
    } catch (error) {
      failed.push({ row, why: messageOf(error) });
      if (isPassing(error)) return { done, failed, left: rows.slice(at + 1) };
    }
  }
  return { done, failed, left: [] };
}

type Numbered = { place: number };

/** What did not work, in words: "9 of 12 are done. Claims 4 and 7: This was changed meanwhile. 2 were not tried." */
export function tellFailure({ done, failed, left }: RunOutcome<Numbered>): string {
  const all = done.length + failed.length + left.length;
  const reasons = new Map<string, number[]>();
  for (const { row, why } of failed) reasons.set(why, [...(reasons.get(why) ?? []), row.place]);
  const sentences = [...reasons].map(
    ([why, places]) => `Claim${places.length > 1 ? "s" : ""} ${joinNumbers(places)}: ${why}`,
  );
  if (left.length > 0) sentences.push(`${left.length} ${left.length > 1 ? "were" : "was"} not tried.`);
  return [`${done.length} of ${all} ${done.length === 1 ? "is" : "are"} done.`, ...sentences].join(" ");
}

function joinNumbers(numbers: number[]): string {
  const last = numbers.at(-1);
  return numbers.length > 1 ? `${numbers.slice(0, -1).join(", ")} and ${last}` : `${last}`;
}
