import { type BlockCoverage, type CoveredStretch, percentsOf, sharesOf } from "@/lib/attributions/coverage";
import { speakerName } from "@/lib/attributions/describe-attribution";
import type { Voices } from "@/lib/attributions/voices";
import { countOf } from "@/lib/text/count-of";

/** Whose words a stretch is, in words. */
export function nameOfStretch(
  { voice, sourceId }: Pick<CoveredStretch, "voice" | "sourceId">,
  voices: Voices,
): string {
  if (voice === "source") return speakerName({ voice: "source", sourceId }, voices);
  if (voice === "reporter") return "Reporter’s own";
  return voice === "differing" ? "Colleagues differ" : "Not examined";
}

const percent = new Intl.NumberFormat("en-GB", { style: "percent", maximumFractionDigits: 0 });

/** "62 %" of a part. */
export function share(part: number, whole: number): string {
  return whole === 0 ? "–" : percent.format(part / whole);
}

/** The same of a share that is rounded already, so that several add up. */
export function percentWords(whole: number): string {
  return percent.format(whole / 100);
}

/** A block's voices with their shares, the largest first, and its claims without a source. */
export function describeBlock(block: BlockCoverage, voices: Voices): string {
  const shares = sharesOf([block]);
  const percents = percentsOf(shares);
  const parts: [string, number, number][] = [
    ...[...shares.sources].map(([id, words]): [string, number, number] => [
      nameOfStretch({ voice: "source", sourceId: id === "unnamed" ? null : id }, voices),
      words,
      percents.sources.get(id) ?? 0,
    ]),
    ["Reporter’s own", shares.reporter, percents.reporter],
    ["Colleagues differ", shares.differing, percents.differing],
    ["Not examined", shares.unexamined, percents.unexamined],
  ];
  const told = parts
    .filter(([, words]) => words > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([name, , whole]) => `${name} ${percentWords(whole)}`);
  const claims = block.bareClaims.length;
  if (claims > 0) told.push(`${countOf(claims, "claim")} without a source`);
  return told.join(", ");
}
