"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useHandOn } from "@/components/ui/use-hand-on";
import { sourceKindWords } from "@/lib/sources/kind-words";
import type { SourceView } from "@/lib/sources/schema";
import { inQuotes } from "@/lib/text/in-quotes";
import { MergeDialog } from "./merge-dialog";
import { SourceDialog } from "./source-dialog";
import { useMerging } from "./use-merging";

type Props = {
  source: SourceView;
  /** What speaks as this source. */
  merged: SourceView[];
  /** What this source speaks as. */
  into: SourceView | null;
  mayEdit: boolean;
  mayMerge: boolean;
};

const noLooks = new Map();

/** What is known of a source, and what may be done to it. */
export function SourceHeader({ source, merged, into, mayEdit, mayMerge }: Props) {
  const router = useRouter();
  const refresh = useCallback(() => router.refresh(), [router]);
  const merging = useMerging(refresh);
  const [doing, setDoing] = useState<"edit" | "merge" | null>(null);
  const facts = [sourceKindWords[source.kind], source.role, source.isParty && "party to the matter"];
  const names = [...new Set([source, ...merged].flatMap((one) => one.aliases.map((alias) => alias.text)))];
  return (
    <header className="font-sans">
      <p className="mb-2 text-card">
        <a className="link" href={`/sources?workspace=${source.workspaceId}`}>
          All sources
        </a>
      </p>
      {into && (
        <Notice className="wrap-anywhere mb-4">
          This source was merged: it speaks as{" "}
          <a className="link" href={`/sources/${into.id}`}>
            {into.name}
          </a>
          .{" "}
          {mayMerge && (
            <Passing>
              <Button size="small" onClick={() => void merging.unmerge(source)}>
                Undo the merge
              </Button>
            </Passing>
          )}
        </Notice>
      )}
      <h1 tabIndex={-1} className="wrap-anywhere font-serif text-title font-medium">
        {source.name}
      </h1>
      <p className="wrap-anywhere mt-1 text-card text-muted">{facts.filter(Boolean).join(" · ")}</p>
      {names.length > 0 && (
        <p className="wrap-anywhere mt-2 text-card">
          <span className="text-muted">Also called</span> {names.join(", ")}
        </p>
      )}
      {source.note && (
        <p className="mt-2 max-w-prose wrap-anywhere whitespace-pre-wrap text-card">{source.note}</p>
      )}
      {merged.length > 0 && (
        <ul aria-label="Merged into it" className="wrap-anywhere mt-2 text-card">
          {merged.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-x-2">
              <span className="text-muted">
                {inQuotes(one.name)} speaks as it{one.mergedInto !== source.id && ", by way of another"}
              </span>
              {mayMerge && one.mergedInto === source.id && (
                <Passing>
                  <Button size="small" look="quiet" onClick={() => void merging.unmerge(one)}>
                    Undo the merge<span className="sr-only"> of {inQuotes(one.name)}</span>
                  </Button>
                </Passing>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="mt-4 flex flex-wrap gap-2">
        {mayEdit && <Button onClick={() => setDoing("edit")}>Edit</Button>}
        {mayMerge && !into && (
          <Passing>
            <Button onClick={() => setDoing("merge")}>Merge into another</Button>
          </Passing>
        )}
      </p>
      {doing === "edit" && (
        <SourceDialog source={source} articleId={null} onSaved={refresh} onClose={() => setDoing(null)} />
      )}
      {doing === "merge" && (
        <MergeDialog
          source={source}
          sources={[]}
          looks={noLooks}
          merging={merging}
          onClose={() => setDoing(null)}
        />
      )}
    </header>
  );
}

/** What goes away with what it does: the source that it was done to has the focus then. */
function Passing({ children }: { children: ReactNode }) {
  const part = useRef<HTMLSpanElement>(null);
  useHandOn(part, () => document.querySelector("h1"));
  return <span ref={part}>{children}</span>;
}
