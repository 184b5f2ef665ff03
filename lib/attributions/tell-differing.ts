import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db/transaction";
import { groupBy } from "@/lib/group-by";
import { notify } from "@/lib/notifications/mutations";
import { readWithRoots } from "@/lib/sources/queries";
import { speakerKey } from "./chain";
import { settlementSelect, toSettlementView } from "./queries";
import type { AttributionView, SettlementView } from "./schema";
import { stanceOf } from "./stance";
import { standingOf } from "./standing";
import type { Living } from "./store-content";

type Write = {
  articleId: string;
  number: number;
  passageIds: readonly string[];
  /** The article's attributions as the write leaves them. */
  living: Living;
  /** What the viewer had recorded of the passage until now: the same difference is not told twice while it lasts. */
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
  /** Whose word the viewer's is among these, where it counts and somebody has it otherwise; null elsewhere. */
  const differing = (ofPassage: readonly AttributionView[], ofSettling: readonly SettlementView[]) => {
    const { standing } = standingOf(ofPassage, ofSettling, living, sources);
    const mine = standing.find((one) => one.by === viewer.userId);
    return mine && standing.some((one) => whose(one) !== whose(mine)) ? whose(mine) : null;
  };
  for (const passageId of shared) {
    const [ofPassage, ofSettling] = [byPassage.get(passageId) ?? [], settlements.get(passageId) ?? []];
    const now = differing(ofPassage, ofSettling);
    const others = ofPassage.filter((one) => one.by !== viewer.userId);
    const isTold = before !== undefined && differing([...others, before], ofSettling) === now;
    if (now !== null && !isTold)
      await notify(tx, viewer, { what: "differing", articleId, number, passageId });
  }
}
