"use client";

import { useRoom } from "@/components/discussion/room";
import { SourceMark } from "@/components/sources/source-mark";
import { TimeAgo } from "@/components/ui/time-ago";
import { originWords, speakerName } from "@/lib/attributions/describe-attribution";
import type { AttributionView } from "@/lib/attributions/schema";
import type { Standing } from "@/lib/attributions/standing";
import { can } from "@/lib/auth/permissions";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { nameOf } from "@/lib/discussion/name-of";
import { rootOf } from "@/lib/sources/merged";
import { AttributionLine } from "./attribution-line";
import type { Settling } from "./use-settling";

type Props = { attribution: AttributionView; standing: Standing; entry: PassageEntry; settling: Settling };

/** What one person has recorded, and for editors the way to settle on it where colleagues differ. */
export function AttributionRow({ attribution, standing, entry, settling }: Props) {
  const { article, surroundings, voices, open, looks } = useRoom();
  const { viewer, workspace, people } = surroundings;
  const root = attribution.sourceId ? rootOf(attribution.sourceId, voices.sources) : null;
  const mayTell = can(viewer, "attribution.settle", { workspaceId: workspace.id });
  const isOpenQuestion = standing.state === "differing";
  const by = nameOf(people, attribution.by, viewer.userId);
  const origin = originWords(attribution);
  return (
    <li className="text-card">
      <p className="flex items-start gap-2">
        {root && (
          // As high as the first line, and as a button of one line under a finger.
          <span className="flex min-h-6 items-center pointer-coarse:min-h-11">
            <SourceMark name={speakerName(attribution, voices)} look={looks.get(root)} small />
          </span>
        )}
        <span className="wrap-anywhere min-w-0 flex-1">
          {root ? (
            <button
              type="button"
              className="min-h-6 text-left hover:underline pointer-coarse:min-h-11"
              title="What this source says in the article"
              onClick={() => open({ sourceId: root }, "keyboard")}
            >
              <AttributionLine attribution={attribution} text={article.text} voices={voices} />
            </button>
          ) : (
            <AttributionLine attribution={attribution} text={article.text} voices={voices} />
          )}
        </span>
      </p>
      <p className="flex flex-wrap items-center gap-x-2 text-label text-muted">
        <span>
          {by}, <TimeAgo at={attribution.changedAt} />
          {origin && ` · ${origin}`}
        </span>
        {isOpenQuestion && mayTell && settling.on !== attribution.id && (
          <button
            type="button"
            className="link min-h-6 pointer-coarse:min-h-11"
            onClick={() => settling.begin(attribution)}
          >
            Settle on this
          </button>
        )}
      </p>
      <Vouching attribution={attribution} entry={entry} />
    </li>
  );
}

/** A verb that vouches for what was said, where nobody has looked whether it is so. */
function Vouching({ attribution: { cue, cueClass }, entry }: Pick<Props, "attribution" | "entry">) {
  const { article } = useRoom();
  const { so } = entry.verdicts;
  if (!cue || cueClass !== "vouching" || !so || so.count > 0 || so.resolution) return null;
  return (
    <p className="mt-1 border-caution border-l-2 bg-caution-tint px-2 py-1 text-label">
      <em className="font-serif">{article.text.slice(cue.start, cue.end)}</em> vouches for what they said.
      Nobody has judged whether it is so.
    </p>
  );
}
