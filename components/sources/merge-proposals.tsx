"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { useHandOn } from "@/components/ui/use-hand-on";
import { mergeReasonWords } from "@/lib/sources/merge-words";
import type { MergeProposal } from "@/lib/sources/schema";
import { inQuotes } from "@/lib/text/in-quotes";
import { ledgerRowOf } from "./ledger-row-of";
import type { Merging } from "./use-merging";

/** Sources that may be one and the same, each pair to merge or to keep apart. */
export function MergeProposals({ proposals, merging }: { proposals: MergeProposal[]; merging: Merging }) {
  if (proposals.length === 0) return null;
  return (
    <section aria-labelledby="proposals" className="mb-8 border-note border-l-2 bg-note-tint px-4 py-3">
      <h2 id="proposals" className="font-sans font-semibold text-card">
        {proposals.length === 1 ? "Two sources may be one" : "Some sources may be one"}
      </h2>
      <ul className="mt-1 divide-y divide-hairline">
        {proposals.map((proposal) => (
          <Proposal key={`${proposal.source.id} ${proposal.into.id}`} proposal={proposal} merging={merging} />
        ))}
      </ul>
    </section>
  );
}

function Proposal({ proposal, merging }: { proposal: MergeProposal; merging: Merging }) {
  const { source, into, reason } = proposal;
  const item = useRef<HTMLLIElement>(null);
  useHandOn(item, ({ beside }) =>
    beside?.isConnected ? beside.querySelector("button") : ledgerRowOf(into.id),
  );
  return (
    <li ref={item} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 text-card">
      <span className="wrap-anywhere min-w-0">
        {inQuotes(source.name)} and {inQuotes(into.name)}{" "}
        <span className="text-muted">· {mergeReasonWords[reason]}</span>
      </span>
      <span className="flex gap-1">
        <Button size="small" onClick={() => void merging.merge(source, into)}>
          Merge
          <span className="sr-only">
            {" "}
            {inQuotes(source.name)} into {inQuotes(into.name)}
          </span>
        </Button>
        <Button size="small" look="quiet" onClick={() => void merging.distinguish(source, into)}>
          Not the same
          <span className="sr-only">
            : {inQuotes(source.name)} and {inQuotes(into.name)}
          </span>
        </Button>
      </span>
    </li>
  );
}
