import { agreementByPair, agreementOf, blindOnly, type GivenVerdict } from "@/lib/assessments/agreement";
import { type Axis, axis } from "@/lib/assessments/schema";
import { isInState } from "./filter-claims";
import type { ClaimRow } from "./row-schema";
import type { ClaimsBoard } from "./schema";

/** How many claims of a section, and pairs of colleagues, are listed. */
export const mostInSection = 30;
const mostPairs = 30;

export type Section = { state: "split" | "one" | "unjudged"; rows: ClaimRow[] };

const order = ["split", "one", "unjudged"] as const;

/** What a meeting looks at, each claim once: what is split, what only one has judged, what nobody has. */
export function boardSections(rows: readonly ClaimRow[]): Section[] {
  const placed = new Map(order.map((state) => [state, [] as ClaimRow[]]));
  for (const row of rows) {
    const state = order.find((one) => isInState(row, one));
    if (state) placed.get(state)?.push(row);
  }
  return order.map((state) => ({ state, rows: placed.get(state) ?? [] }));
}

/** The verdicts on one axis that are in sight and on what stands there now. */
function judgementsOn(rows: readonly ClaimRow[], on: Axis): GivenVerdict[] {
  return rows.flatMap((row) =>
    (row[on]?.verdicts ?? [])
      .filter((one) => !one.stale)
      .map(({ by, verdict, blind }) => ({ passageId: row.id, by, verdict, blind })),
  );
}

/** How far colleagues agree, in all and by pair, over all verdicts and over those given blind; by what the viewer sees. */
export function agreementsOf(
  rows: readonly ClaimRow[],
): Pick<ClaimsBoard, "agreement" | "pairs" | "pairCount"> {
  const sides = axis.options.map((on) => ({ axis: on, judgements: judgementsOn(rows, on) }));
  const pairs = sides.flatMap(({ axis, judgements }) => {
    const blind = new Map(
      agreementByPair(blindOnly(judgements)).map(({ people, agreement }) => [people.join(" "), agreement]),
    );
    return agreementByPair(judgements).map(({ people, agreement: all }) => ({
      axis,
      people,
      all,
      blind: blind.get(people.join(" ")) ?? null,
    }));
  });
  return {
    agreement: sides.map(({ axis, judgements }) => ({
      axis,
      all: agreementOf(judgements),
      blind: agreementOf(blindOnly(judgements)),
    })),
    pairs: pairs.toSorted((a, b) => b.all.shared - a.all.shared).slice(0, mostPairs),
    pairCount: pairs.length,
  };
}
