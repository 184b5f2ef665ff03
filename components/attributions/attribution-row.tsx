"use client";

import { useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { attempt } from "@/components/outbox/attempt";
import { SourceMark } from "@/components/sources/source-mark";
import { Button } from "@/components/ui/button";
import { Conflict, type Faster } from "@/components/ui/conflict";
import { TimeAgo } from "@/components/ui/time-ago";
import { speakerName } from "@/lib/attributions/describe-attribution";
import { type AttributionView, attributionView } from "@/lib/attributions/schema";
import type { Standing } from "@/lib/attributions/standing";
import { can } from "@/lib/auth/permissions";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { nameOf } from "@/lib/discussion/name-of";
import { CallError } from "@/lib/http/client";
import { rootOf } from "@/lib/sources/merged";
import { AttributionLine } from "./attribution-line";

type Props = { attribution: AttributionView; standing: Standing; entry: PassageEntry };

/** What one person has recorded, and for editors the way to settle on it where colleagues differ. */
export function AttributionRow({ attribution, standing, entry }: Props) {
  const { article, surroundings, voices, open, attributing, looks } = useRoom();
  const { viewer, workspace, people } = surroundings;
  const [isSettling, setSettling] = useState(false);
  const [isChanged, setChanged] = useState(false);
  const root = attribution.sourceId ? rootOf(attribution.sourceId, voices.sources) : null;
  const mayTell = can(viewer, "attribution.settle", { workspaceId: workspace.id });
  const isOpenQuestion = standing.state === "differing";
  const leave = () => {
    setSettling(false);
    setChanged(false);
  };
  async function settle(why: string | null): Promise<void> {
    const settling = attributing.settle(entry.passage.id, attribution, why);
    try {
      await settling;
      leave();
    } catch (error) {
      // By now the row says what its author has made of it.
      if (error instanceof CallError && attributionView.safeParse(error.details).success) setChanged(true);
      else await attempt(settling);
    }
  }
  const by = nameOf(people, attribution.by, viewer.userId);
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
          {attribution.origin !== "person" && " · accepted from a suggestion"}
        </span>
        {isOpenQuestion && mayTell && !isSettling && (
          <button
            type="button"
            className="link min-h-6 pointer-coarse:min-h-11"
            onClick={() => setSettling(true)}
          >
            Settle on this
          </button>
        )}
      </p>
      <Vouching attribution={attribution} entry={entry} />
      {isSettling && (
        <SettleForm
          onLeave={leave}
          changed={
            isChanged
              ? {
                  by: attribution.by === viewer.userId ? null : nameOf(people, attribution.by),
                  at: attribution.changedAt,
                  did: (
                    <>
                      changed this to{" "}
                      <AttributionLine attribution={attribution} text={article.text} voices={voices} />
                    </>
                  ),
                }
              : null
          }
          onSettle={settle}
        />
      )}
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

type SettleProps = {
  /** What became of it since the editor looked. */
  changed: Faster | null;
  onSettle: (why: string | null) => Promise<void>;
  onLeave: () => void;
};

function SettleForm({ changed, onSettle, onLeave }: SettleProps) {
  const [why, setWhy] = useState("");
  const [isBusy, setBusy] = useState(false);
  const settle = () => {
    setBusy(true);
    void onSettle(why.trim() || null).finally(() => setBusy(false));
  };
  return (
    <form
      className="mt-1 flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        settle();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <label className="flex flex-col gap-1 text-label">
        Why (if you like)
        <input
          // biome-ignore lint/a11y/noAutofocus: it was asked for by a press, to begin here
          autoFocus
          className="min-h-9 pointer-coarse:min-h-11 rounded-md border border-control bg-card px-2.5 text-card text-ink max-phone:text-body"
          maxLength={500}
          value={why}
          onChange={({ target }) => setWhy(target.value)}
        />
      </label>
      {changed && (
        <Conflict
          {...changed}
          isBusy={isBusy}
          onKeep={settle}
          onTake={onLeave}
          words={{ keep: "Settle on that", take: "Leave it open" }}
        />
      )}
      <span className="flex gap-2">
        <Button type="submit" size="small" look="primary" busy={isBusy}>
          Settle
        </Button>
        <Button size="small" look="quiet" onClick={onLeave}>
          Cancel
        </Button>
      </span>
    </form>
  );
}
