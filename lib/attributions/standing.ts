import { headsOf, linksAbove, speakerKey } from "./chain";
import type { AttributionView, SettlementView } from "./schema";

type Source = { id: string; mergedInto: string | null };

/**
 * How it stands with who said a passage. none: nobody has said so. one: one person has. agreed: several have, all the
 * same. differing: they do not say the same. settled: an editor has decided.
 */
export type Standing = {
  state: "none" | "one" | "agreed" | "differing" | "settled";
  /** Those that count, each person's one, oldest first; one of them when it is settled. */
  standing: AttributionView[];
  /** Those that a settlement has overruled, oldest first. */
  overruled: AttributionView[];
  /** The settlement that holds. */
  settlement: SettlementView | null;
  /** The settled attribution was changed since, so that the settlement holds no more. */
  isLapsed: boolean;
};

/**
 * Tells how it stands with a passage from all its attributions that are not deleted. `all` are those of the whole
 * article, for chains that go on elsewhere.
 */
export function standingOf(
  ofPassage: readonly AttributionView[],
  settlements: readonly SettlementView[],
  all: ReadonlyMap<string, AttributionView>,
  sources: ReadonlyMap<string, Source>,
): Standing {
  const heads = headsOf(ofPassage).toSorted(byAge);
  const latest = settlements.toSorted((a, b) => a.number - b.number).at(-1);
  const settled = heads.find((one) => one.id === latest?.attributionId);
  const isLapsed = Boolean(latest?.attributionId) && settled?.version !== latest?.attributionVersion;
  if (latest && settled && !isLapsed) {
    const since = heads.filter((one) => one !== settled && isSince(one, latest));
    const overruled = heads.filter((one) => one !== settled && !isSince(one, latest));
    const isDisputed = since.some((one) => !saysTheSame(one, settled, all, sources));
    return {
      state: isDisputed ? "differing" : "settled",
      standing: [settled, ...since],
      overruled,
      settlement: latest,
      isLapsed: false,
    };
  }
  const [first, ...rest] = heads;
  const isAgreed = first && rest.every((one) => saysTheSame(one, first, all, sources));
  const state = !first ? "none" : rest.length === 0 ? "one" : isAgreed ? "agreed" : "differing";
  return { state, standing: heads, overruled: [], settlement: null, isLapsed };
}

/** Ids of the attributions of a passage that count for it, for whoever has no sources at hand. */
export function idsStanding(
  ofPassage: readonly AttributionView[],
  settlements: readonly SettlementView[],
): Set<string> {
  const { standing } = standingOf(ofPassage, settlements, new Map(), new Map());
  return new Set(standing.map((one) => one.id));
}

type Settling = {
  attribution: Pick<AttributionView, "id" | "version">;
  /** The latest settlement that was known. */
  settlement: string | null;
  why: string;
};

/** Whether the latest settlement, which came since, is the very one that this person was about to make. */
export function isSettledAs(
  userId: string,
  { attribution, settlement, why }: Settling,
  latest: SettlementView | undefined,
): boolean {
  return (
    latest !== undefined &&
    latest.id !== settlement &&
    latest.by === userId &&
    latest.attributionId === attribution.id &&
    latest.attributionVersion === attribution.version &&
    (latest.why ?? "") === why.trim()
  );
}

/** Came to say what it says after the settlement, whose editor cannot have known it. */
function isSince(one: AttributionView, settlement: SettlementView): boolean {
  return one.contentNumber > settlement.number;
}

/** Whether two attributions put the same words into the same mouths in the same manner. */
export function saysTheSame(
  a: AttributionView,
  b: AttributionView,
  all: ReadonlyMap<string, AttributionView>,
  sources: ReadonlyMap<string, Source>,
): boolean {
  const key = (one: AttributionView) => [
    speakerKey(one, sources),
    one.directness,
    one.polarity,
    ...linksAbove(one, all).map((link) =>
      link.attribution ? speakerKey(link.attribution, sources) : "gone",
    ),
  ];
  return key(a).join(" ") === key(b).join(" ");
}

/** The one speaker on whom all that count agree ("reporter", "unnamed" or a source's id), or null. */
export function agreedSpeaker(
  { standing }: Pick<Standing, "standing">,
  sources: ReadonlyMap<string, Source>,
): string | null {
  const keys = new Set(standing.map((one) => speakerKey(one, sources)));
  const [only] = keys;
  return keys.size === 1 && only !== undefined ? only : null;
}

function byAge(a: AttributionView, b: AttributionView): number {
  return a.createdNumber - b.createdNumber || (a.id < b.id ? -1 : 1);
}
