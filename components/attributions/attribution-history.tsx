"use client";

import { TextButton } from "@/components/assessments/text-button";
import { NotLoaded, useAsked } from "@/components/assessments/use-asked";
import { useBusy } from "@/components/assessments/use-busy";
import { useRoom } from "@/components/discussion/room";
import { attempt } from "@/components/outbox/attempt";
import { Skeleton } from "@/components/ui/skeleton";
import { TimeAgo } from "@/components/ui/time-ago";
import type { AttributionView } from "@/lib/attributions/schema";
import type { Standing } from "@/lib/attributions/standing";
import type { Voices } from "@/lib/attributions/voices";
import { can } from "@/lib/auth/permissions";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { nameOf } from "@/lib/discussion/name-of";
import { AttributionLine } from "./attribution-line";

type Props = {
  standing: Standing;
  entry: PassageEntry;
  /** Mine is back: the button that did it is gone. */
  onRestored: () => void;
};

/** What was overruled or taken back, what attributions said before, and every settlement, the latest first. */
export function AttributionHistory({ standing, entry, onRestored }: Props) {
  const { article, surroundings, voices, attributing, discussion } = useRoom();
  const { people, viewer, workspace } = surroundings;
  const all = [...standing.standing, ...standing.overruled];
  const asOf = [entry.passage.id, ...all.map((one) => `${one.id} ${one.version}`)].join();
  const ask = async () => {
    const changed = all.filter((one) => one.version > 1);
    const [{ takenBack, sources }, ...histories] = await Promise.all([
      attributing.takenBack(entry.passage.id),
      ...changed.map((one) => attributing.history(one.id)),
    ]);
    const was = histories.flatMap(({ revisions }) => revisions.map((one) => one.was));
    return { was, takenBack, sources: [...sources, ...histories.flatMap((one) => one.sources)] };
  };
  const { answer, failure, again } = useAsked(ask, asOf, "The history could not be loaded.");
  if (failure) return <NotLoaded failure={failure} again={again} />;
  if (!answer) return <Skeleton lines={2} label="Loading the history" />;
  const links = answer.takenBack.flatMap((one) => one.links);
  const then: Voices = {
    ...voices,
    attributions: new Map([...links.map((one) => [one.id, one] as const), ...voices.attributions]),
    sources: new Map([...answer.sources.map((one) => [one.id, one] as const), ...voices.sources]),
  };
  // Each person says one thing of a passage: what they took back returns only to an empty place.
  const isMine = (one: AttributionView) => one.by === viewer.userId;
  const mayRestore = (was: AttributionView) =>
    !all.some(isMine) && can(viewer, "attribution.edit", { workspaceId: workspace.id, madeBy: was.by });
  const line = (attribution: AttributionView) => (
    <AttributionLine attribution={attribution} text={article.text} voices={then} />
  );
  const settlements = discussion.settlements.filter((one) => one.passageId === entry.passage.id).toReversed();
  const isEmpty = [answer.was, answer.takenBack, settlements].every((one) => !one.length);
  return (
    <ul className="wrap-anywhere flex flex-col gap-1 border-hairline border-l-2 pl-2 text-label text-muted">
      {isEmpty && <li>Nothing was changed or settled yet.</li>}
      {settlements.map((one) => (
        <li key={one.id}>
          {nameOf(people, one.by)} {one.attributionId ? "settled it" : "opened it again"},{" "}
          <TimeAgo at={one.at} />
          {one.why && `: ${one.why}`}
        </li>
      ))}
      {answer.takenBack.map(({ was, at }) => (
        <li key={was.id}>
          {nameOf(people, was.by)} said and took back, <TimeAgo at={at} />: {line(was)}{" "}
          {mayRestore(was) && <Restore attributionId={was.id} onRestored={onRestored} />}
        </li>
      ))}
      {answer.was.map((was) => (
        <li key={`${was.id} ${was.version}`}>
          {nameOf(people, was.by)} said before, <TimeAgo at={was.changedAt} />: {line(was)}
        </li>
      ))}
    </ul>
  );
}

function Restore({ attributionId, onRestored }: { attributionId: string } & Pick<Props, "onRestored">) {
  const { attributing, undoing } = useRoom();
  const [isBusy, run] = useBusy();
  const restore = async () => {
    if (!(await attempt(attributing.putBack(attributionId)))) return;
    undoing.broughtBack(`taken back ${attributionId}`);
    onRestored();
  };
  return (
    <TextButton busy={isBusy} onClick={() => void run(restore)}>
      Restore
    </TextButton>
  );
}
