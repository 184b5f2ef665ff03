import { Fragment } from "react";
import { blockShape } from "@/components/articles/block-shape";
import { verdictWords } from "@/lib/assessments/scale";
import type { ReportBlock, ReportNote, ReportView } from "@/lib/reports/schema";

type Props = {
  text: ReportView["text"];
  /** What stands above the report already. */
  title: string;
  notes: readonly ReportNote[];
  language: string;
};

/** The article's words, each passage with the line of its verdict, and behind its last word the number of its note. */
export function ReportText({ text, title, notes, language }: Props) {
  const byNumber = new Map(notes.map((one) => [one.number, one]));
  return (
    <div className="article-text report-text" lang={language}>
      {text.map((block, at) =>
        isOnlyTitle(block, title) ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text is drawn as a whole, its blocks have no other identity
          <Block key={at} block={block} notes={byNumber} />
        ),
      )}
    </div>
  );
}

/** The headline, when nobody has said anything about it: the report has it at its top. */
function isOnlyTitle({ role, pieces }: ReportBlock, title: string): boolean {
  if (role !== "title" || pieces.some(({ notes }) => notes.length > 0)) return false;
  return pieces.map(({ text }) => text).join("") === title;
}

type BlockProps = { block: ReportBlock; notes: ReadonlyMap<number, ReportNote> };

function Block({ block, notes }: BlockProps) {
  const { tag, className } = blockShape(block.role, block.pieces[0]?.text ?? "");
  // The headline of the page is the report's own.
  const Tag = tag === "h1" ? "p" : tag;
  return (
    <Tag className={className}>
      {block.pieces.map((piece, at) => {
        const [shortest] = piece.notes;
        const verdict = shortest === undefined ? null : (notes.get(shortest)?.so?.verdict ?? null);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Fragment key={at}>
            {shortest === undefined ? (
              piece.text
            ) : (
              <mark className="verdict-line" data-verdict={verdict ?? undefined}>
                {piece.text}
              </mark>
            )}
            {piece.ends.map((number) => (
              <a
                key={number}
                id={`ref-${number}`}
                className="note-ref"
                href={`#note-${number}`}
                aria-label={refLabel(number, notes.get(number))}
              >
                {number}
              </a>
            ))}
          </Fragment>
        );
      })}
    </Tag>
  );
}

function refLabel(number: number, note: ReportNote | undefined): string {
  const verdict = note?.so?.verdict;
  return verdict ? `Note ${number}, ${verdictWords.so[verdict]}` : `Note ${number}`;
}
