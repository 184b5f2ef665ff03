"use client";

import { useMemo } from "react";
import { useRoom } from "@/components/discussion/room";
import { classNames } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import { type BlockCoverage, nextUnexamined, percentsOf, sharesOf } from "@/lib/attributions/coverage";
import type { Span } from "@/lib/text/offsets";
import { classOf } from "./coverage-strip";
import { describeBlock, nameOfStretch, percentWords } from "./coverage-words";

type Props = { isOpen: boolean; onOpen: (isOpen: boolean) => void; onGo: (span: Span | null) => void };

/** Whose words the article is made of, as a table: the same as the strip beside the text, for every reader. */
export function CoverageTable({ isOpen, onOpen, onGo }: Props) {
  return (
    <Dialog open={isOpen} onOpenChange={onOpen} title="Whose words">
      {isOpen && <Tables onGo={onGo} onOpen={onOpen} />}
    </Dialog>
  );
}

function Tables({ onGo, onOpen }: Omit<Props, "isOpen">) {
  const { article, coverage, voices, looks } = useRoom();
  const shares = useMemo(() => sharesOf(coverage), [coverage]);
  const percents = useMemo(() => percentsOf(shares), [shares]);
  const rows = [
    ...[...shares.sources]
      .sort((a, b) => b[1] - a[1])
      .map(([id, words]) => ({
        voice: "source" as const,
        sourceId: id === "unnamed" ? null : id,
        words,
        percent: percents.sources.get(id) ?? 0,
      })),
    ...(["reporter", "differing", "unexamined"] as const).map((voice) => ({
      voice,
      sourceId: null,
      words: shares[voice],
      percent: percents[voice],
    })),
  ].filter((row) => row.words > 0);
  const go = (block: BlockCoverage) => {
    onOpen(false);
    onGo(nextUnexamined(coverage, article.text, block.start, 1));
  };
  return (
    <>
      <table className="w-full text-card">
        <caption className="sr-only">Words by voice</caption>
        <thead>
          <tr className="border-ink border-b text-left text-label">
            <th className="py-1 font-semibold">Voice</th>
            <th className="py-1 pl-4 text-right font-semibold">Words</th>
            <th className="py-1 pl-4 text-right font-semibold">Share</th>
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {rows.map((row) => (
            <tr key={`${row.voice} ${row.sourceId}`} className="border-hairline border-b">
              <th scope="row" className="wrap-anywhere py-1.5 pr-3 text-left font-normal">
                <span className="flex gap-2">
                  <span
                    aria-hidden
                    className={classNames("mt-1 size-3 shrink-0 rounded-sm", classOf(row, looks))}
                  />
                  {nameOfStretch(row, voices)}
                </span>
              </th>
              <td className="py-1.5 pl-4 text-right">{row.words}</td>
              <td className="py-1.5 pl-4 text-right">{percentWords(row.percent)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="w-full text-card">
        <caption className="pb-1 text-left font-semibold">By paragraph</caption>
        <thead className="sr-only">
          <tr>
            <th>Paragraph</th>
            <th>Whose words</th>
            <th>Go there</th>
          </tr>
        </thead>
        <tbody>
          {coverage
            .filter((block) => block.words > 0)
            .map((block) => (
              <tr key={block.start} className="border-hairline border-b align-top">
                <th
                  scope="row"
                  className="max-w-40 truncate py-1.5 max-phone:max-w-24 pr-3 text-left font-normal font-serif"
                >
                  {article.text.slice(block.start, Math.min(block.end, block.start + 60))}
                </th>
                <td className="wrap-anywhere py-1.5 pr-2 text-label text-muted">
                  {describeBlock(block, voices)}
                </td>
                <td className="py-1 text-right">
                  {block.stretches.some((one) => one.voice === "unexamined" && one.words > 0) && (
                    <button
                      type="button"
                      className="link min-h-6 text-label pointer-coarse:min-h-11"
                      onClick={() => go(block)}
                    >
                      Examine
                    </button>
                  )}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </>
  );
}
