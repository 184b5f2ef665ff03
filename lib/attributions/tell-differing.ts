import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db/transaction";
import { groupBy } from "@/lib/group-by";
import { notify } from "@/lib/notifications/mutations";
import { readWithRoots } from "@/lib/sources/queries";
import { speakerKey } from "./chain";
import { settlementSelect, toSettlementView } from "./queries";
import type { AttributionView } from "./schema";
import { stanceOf } from "./stance";
import { standingOf } from "./standing";
import type { Living } from "./store-content";

type Write = {
  articleId: string;
  number: number;
  passageIds: readonly string[];
  /** The article's attributions as the write leaves them. */
  living: Living;
  /** What the viewer had recorded of the passage until now, so that the same difference is not told twice. */
  before?: AttributionView;
};

/**
 * Tells colleagues of passages whose words the viewer has just given to another speaker than somebody whose attribution
 * counts, or has denied where they are claimed: the manner alone is settled beside the text. Called at the end of a
 * write that records who said something.
 */
export async function tellDiffering(
  tx: Tx,
  viewer: Viewer,
  { articleId, number, passageIds, living, before }: Write,
): Promise<void> {
  const byPassage = groupBy([...living.values()], (one) => one.passageId);
  const shared = passageIds.filter((id) => byPassage.get(id)?.some((one) => one.by !== viewer.userId));
  if (shared.length === 0) return;
  const rows = await tx.settlement.findMany({
    where: { passageId: { in: shared } },
    select: settlementSelect,
  });
  const settlements = groupBy(rows.map(toSettlementView), (one) => one.passageId);
  const recorded = [...shared.flatMap((id) => byPassage.get(id) ?? []), ...(before ? [before] : [])];
  const named = await readWithRoots(
    tx,
    recorded.flatMap((one) => one.sourceId ?? []),
  );
  const sources = new Map(named.map((one) => [one.id, one]));
  const whose = (one: AttributionView) => `${speakerKey(one, sources)} ${stanceOf(one)}`;
  for (const passageId of shared) {
    const { standing } = standingOf(
      byPassage.get(passageId) ?? [],
      settlements.get(passageId) ?? [],
      living,
      sources,
    );
    const mine = standing.find((one) => one.by === viewer.userId);
    const isOther = mine !== undefined && standing.some((one) => whose(one) !== whose(mine));
    const isNews = isOther && !(before && whose(before) === whose(mine));
    if (isNews) await notify(tx, viewer, { what: "differing", articleId, number, passageId });
  }
}
