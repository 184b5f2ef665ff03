import type { EvidenceView } from "@/lib/assessments/schema";
import type { PassageEntry } from "@/lib/discussion/list-passages";

/** Whether which way a colleague takes this evidence would tell somebody what they have not asked to see yet. */
export function isBlindTo(
  evidence: Pick<EvidenceView, "addedBy">,
  { verdicts }: Pick<PassageEntry, "verdicts">,
  viewerId: string,
): boolean {
  return verdicts.so.state === "hidden" && evidence.addedBy !== viewerId;
}
