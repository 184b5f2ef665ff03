"use client";

import { type MouseEvent, useMemo } from "react";
import { attempt } from "@/components/outbox/attempt";
import { afterFrame } from "@/components/ui/after-frame";
import { landFocus } from "@/components/ui/land-focus";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/http/client";
import {
  distinguishSources,
  mergeSource,
  type SourceView,
  undistinguishSources,
  unmergeSource,
} from "@/lib/sources/schema";
import { inQuotes } from "@/lib/text/in-quotes";
import { ledgerRowOf } from "./ledger-row-of";

/** What a person can do about sources that may be one. Each can be undone from the message that tells of it. */
export type Merging = {
  merge: (source: SourceView, into: SourceView) => Promise<boolean>;
  unmerge: (source: SourceView) => Promise<boolean>;
  distinguish: (source: SourceView, other: SourceView) => Promise<boolean>;
};

/** `onChanged` hears of every source as it is after the change. */
export function useMerging(onChanged: (sources: SourceView[]) => void): Merging {
  return useMemo(() => {
    const run = (work: Promise<SourceView[]>) => attempt(work.then(onChanged));
    const merging: Merging = {
      async merge(source, into) {
        const params = { sourceId: source.id };
        const work = call(mergeSource, { params, body: { into: into.id } });
        // Where `into` was not on the screen yet, it has to come along.
        if (!(await run(work.then((merged) => [into, merged])))) return false;
        toast(`${inQuotes(source.name)} speaks as ${inQuotes(into.name)} now`, {
          action: { label: "Undo", onClick: (press) => void undo(press, source, merging.unmerge(source)) },
        });
        return true;
      },
      async unmerge(source) {
        const work = call(unmergeSource, { params: { sourceId: source.id } });
        if (!(await run(work.then((one) => [one])))) return false;
        toast(`${inQuotes(source.name)} counts as a source of its own again`);
        return true;
      },
      async distinguish(source, other) {
        const params = { sourceId: source.id, otherId: other.id };
        if (!(await run(call(distinguishSources, { params }).then(({ sources }) => sources)))) return false;
        const back = () => call(undistinguishSources, { params }).then(({ sources }) => sources);
        toast(`${inQuotes(source.name)} and ${inQuotes(other.name)} stay apart`, {
          action: { label: "Undo", onClick: (press) => void undo(press, source, run(back())) },
        });
        return true;
      },
    };
    return merging;
  }, [onChanged]);
}

/**
 * The message goes away with its button: it gives the focus back to where it came from, and where that has gone, the
 * focus goes to the source that it was about, also where undoing was refused.
 */
async function undo(
  { currentTarget }: MouseEvent<HTMLButtonElement>,
  source: SourceView,
  work: Promise<boolean>,
): Promise<void> {
  currentTarget.blur();
  await work;
  afterFrame(() => landFocus(ledgerRowOf(source.id)));
}
