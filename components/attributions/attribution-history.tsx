"use client";

import { useEffect, useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { nameOf } from "@/components/passages/passage-card";
import { Skeleton } from "@/components/ui/skeleton";
import { TimeAgo } from "@/components/ui/time-ago";
import type { AttributionView } from "@/lib/attributions/schema";
import type { Standing } from "@/lib/attributions/standing";
import type { Voices } from "@/lib/attributions/voices";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { CallError } from "@/lib/http/client";
import type { SourceView } from "@/lib/sources/schema";
import { AttributionLine } from "./attribution-line";

type Loaded = { was: AttributionView[]; sources: SourceView[] } | { message: string };

/** What was overruled, what attributions said before, and every settlement, the latest first. */
export function AttributionHistory({ standing, entry }: { standing: Standing; entry: PassageEntry }) {
  const { article, surroundings, voices, attributing, discussion } = useRoom();
  const { people } = surroundings;
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const changed = [...standing.standing, ...standing.overruled].filter((one) => one.version > 1);
  const key = changed.map((one) => `${one.id} ${one.version}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which of them there are
  useEffect(() => {
    let isGone = false;
    Promise.all(changed.map((one) => attributing.history(one.id))).then(
      (all) => {
        const was = all.flatMap(({ revisions }) => revisions.map((one) => one.was));
        if (!isGone) setLoaded({ was, sources: all.flatMap(({ sources }) => sources) });
      },
      (error: unknown) => {
        const message = error instanceof CallError ? error.message : "The history could not be loaded.";
        if (!isGone) setLoaded({ message });
      },
    );
    return () => {
      isGone = true;
    };
  }, [key, attributing]);

  if (!loaded) return <Skeleton lines={2} label="Loading the history" />;
  if ("message" in loaded) return <p className="text-failure text-label">{loaded.message}</p>;
  const then: Voices = {
    ...voices,
    sources: new Map([...loaded.sources.map((one) => [one.id, one] as const), ...voices.sources]),
  };
  const line = (attribution: AttributionView) => (
    <AttributionLine attribution={attribution} text={article.text} voices={then} />
  );
  const settlements = discussion.settlements.filter((one) => one.passageId === entry.passage.id).toReversed();
  const isEmpty = loaded.was.length + standing.overruled.length + settlements.length === 0;
  return (
    <ul className="flex flex-col gap-1 border-hairline border-l-2 pl-2 text-label text-muted">
      {isEmpty && <li>Nothing was changed or settled yet.</li>}
      {settlements.map((one) => (
        <li key={one.id}>
          {nameOf(people, one.by)} {one.attributionId ? "settled it" : "opened it again"},{" "}
          <TimeAgo at={one.at} />
          {one.why && `: ${one.why}`}
        </li>
      ))}
      {standing.overruled.map((one) => (
        <li key={one.id}>
          {nameOf(people, one.by)} saw it otherwise: {line(one)}
        </li>
      ))}
      {loaded.was.map((was) => (
        <li key={`${was.id} ${was.version}`}>
          {nameOf(people, was.by)} said before, <TimeAgo at={was.changedAt} />: {line(was)}
        </li>
      ))}
    </ul>
  );
}
