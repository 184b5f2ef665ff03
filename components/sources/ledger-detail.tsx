"use client";

import { useRef } from "react";
import { AxisCell } from "@/components/claims/axis-cell";
import { Button, buttonClass } from "@/components/ui/button";
import { useHandOn } from "@/components/ui/use-hand-on";
import type { Axis } from "@/lib/assessments/schema";
import type { PassageVerdicts } from "@/lib/assessments/verdicts";
import { attributionLine, channelWords } from "@/lib/attributions/describe-attribution";
import type { LedgerRow } from "@/lib/attributions/ledger";
import { printedWords } from "@/lib/attributions/quoted-words";
import type { Voices } from "@/lib/attributions/voices";
import { toClaimAxis } from "@/lib/claims/rows";
import { rootOf } from "@/lib/sources/merged";
import type { SourceView } from "@/lib/sources/schema";
import { countOf } from "@/lib/text/count-of";
import { inQuotes } from "@/lib/text/in-quotes";
import type { ThreadCount } from "./count-threads";

export type LedgerDetailProps = {
  row: LedgerRow;
  articleId: string;
  text: string;
  voices: Voices;
  /** By passage, as far as the viewer may know. */
  verdicts: ReadonlyMap<string, PassageVerdicts>;
  /** How many threads there are about a source, by its id. */
  threads: ReadonlyMap<string, ThreadCount>;
  /** Null for those who may not. */
  onEdit: ((source: SourceView) => void) | null;
  /** Null for those who may not. */
  onUnmerge: ((source: SourceView) => void) | null;
};

/** A source's passages in text order, its names, what was merged into it, and where to go on. */
export function LedgerDetail({
  row,
  articleId,
  text,
  voices,
  verdicts,
  threads,
  onEdit,
  onUnmerge,
}: LedgerDetailProps) {
  const { source } = row;
  const merged = [...voices.sources.values()].filter(
    (one) => one.id !== source.id && rootOf(one.id, voices.sources) === source.id,
  );
  const count = threads.get(source.id)?.all ?? 0;
  const others = row.names.filter((name) => name !== source.name);
  return (
    <div className="wrap-anywhere flex flex-col gap-3">
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-label text-muted">
        {others.length > 0 && <Fact label="Also" value={others.join(" · ")} />}
        <Fact label="Direct / partly / indirect" value={`${row.direct} / ${row.mixed} / ${row.indirect}`} />
        <Fact label="Hops from the origin" value={hopsRange(row)} />
        {row.channels.length > 0 && (
          <Fact label="Heard in" value={row.channels.map((one) => channelWords[one]).join(", ")} />
        )}
        {row.reports > 0 && (
          <Fact label="Reports others" value={row.reports === 1 ? "once" : `${row.reports} times`} />
        )}
        {row.differing > 0 && <Fact label="Colleagues differ on" value={countOf(row.differing, "passage")} />}
      </dl>
      {source.note && <p className="max-w-prose whitespace-pre-wrap">{source.note}</p>}
      {row.passages.length > 0 && (
        <ol className="flex max-w-prose flex-col gap-2">
          {row.passages.map((passage) => (
            <li key={passage.id}>
              <a
                className="line-clamp-3 pointer-coarse:min-h-11 pointer-coarse:py-2.5 font-serif text-body hover:underline"
                href={`/articles/${articleId}?passage=${passage.id}`}
              >
                {printedWords(passage, voices.standings.get(passage.id), voices)}
              </a>
              <span className="text-label text-muted">
                {linesOf(passage.id, source.id, voices)
                  .map((one) => attributionLine(one, text, voices))
                  .join(" · ")}
              </span>
              {row.agreed.includes(passage) ? (
                <Standing of={verdicts.get(passage.id)} />
              ) : (
                <span className="block text-label text-muted">Colleagues differ on who said this.</span>
              )}
            </li>
          ))}
        </ol>
      )}
      {row.passages.length === 0 && (
        <p className="text-muted">It has no words of its own here; it reports others.</p>
      )}
      {merged.length > 0 && (
        <ul className="text-label text-muted">
          {merged.map((one) => (
            <Merged key={one.id} source={one} onUnmerge={onUnmerge} />
          ))}
        </ul>
      )}
      <p className="-ml-3 flex flex-wrap gap-1 max-phone:-ml-2">
        <Go href={`/articles/${articleId}?only=${source.id}`}>Show in the text</Go>
        <Go href={`/articles/${articleId}?source=${source.id}`}>
          {count === 0 ? "Discuss" : countOf(count, "thread")}
        </Go>
        <Go href={`/sources/${source.id}`}>In all articles</Go>
        {onEdit && (
          <Button size="small" look="quiet" onClick={() => onEdit(source)}>
            Edit
          </Button>
        )}
      </p>
    </div>
  );
}

function Merged({ source, onUnmerge }: { source: SourceView; onUnmerge: LedgerDetailProps["onUnmerge"] }) {
  const item = useRef<HTMLLIElement>(null);
  useHandOn(item);
  return (
    <li ref={item} className="flex flex-wrap items-center gap-2">
      {inQuotes(source.name)} was merged into it.
      {onUnmerge && source.mergedInto && (
        <Button size="small" look="quiet" onClick={() => onUnmerge(source)}>
          Undo the merge<span className="sr-only"> of {inQuotes(source.name)}</span>
        </Button>
      )}
    </li>
  );
}

/** What the two questions are called where there is little room. */
export const axisWords: Record<Axis, string> = { said: "Said", so: "So" };

/** Whether they said so, and whether it is so. */
function Standing({ of }: { of: PassageVerdicts | undefined }) {
  if (!of) return null;
  const { said, so } = of;
  return (
    <dl className="mt-1 flex flex-wrap gap-x-6 gap-y-1 text-label text-muted">
      {[said, so].map(
        (one) =>
          one && (
            <div key={one.axis} className="flex items-center gap-1.5">
              <dt>{axisWords[one.axis]}:</dt>
              <dd>
                <AxisCell axis={one.axis} of={toClaimAxis(one)} />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** "1", or "1–3" where the source is heard on ways of different length. */
export function hopsRange({ hops }: Pick<LedgerRow, "hops">): string {
  return hops.least === hops.most ? String(hops.least) : `${hops.least}–${hops.most}`;
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex gap-1">
      <dt className="shrink-0">{label}:</dt>
      <dd className="min-w-0 text-ink">{value}</dd>
    </div>
  );
}

function Go({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <a className={buttonClass("quiet", "small")} href={href}>
      {children}
    </a>
  );
}

function linesOf(passageId: string, sourceId: string, voices: Voices) {
  const standing = voices.standings.get(passageId)?.standing ?? [];
  return standing.filter((one) => one.sourceId && rootOf(one.sourceId, voices.sources) === sourceId);
}
