import type { BlockPlace } from "@/lib/articles/document-schema";
import { cover, type Segment } from "@/lib/passages/cover";
import { cutBlock } from "@/lib/passages/cut-block";
import type { ReportBlock } from "./schema";

type Noted = { number: number; start: number; end: number };
type Given = { text: string; blocks: readonly BlockPlace[]; notes: readonly Noted[] };

/**
 * The text of a report: its blocks without boilerplate, cut where notes begin and end. A note's number stands behind
 * its last words; behind the last that are left where those are boilerplate.
 */
export function cutText({ text, blocks, notes }: Given): ReportBlock[] {
  const segments: Segment[] = cover(notes.map(({ number, ...place }) => ({ id: String(number), ...place })));
  const lastOf = new Map<number, { ends: number[] }>();
  const cut = blocks
    .filter((block) => block.role !== "boilerplate")
    .map((block) => ({
      role: block.role,
      pieces: cutBlock(block, segments).map(({ start, end, passages }) => {
        const ends: number[] = [];
        const piece = { text: text.slice(start, end), notes: passages.map(Number), ends };
        for (const number of piece.notes) lastOf.set(number, piece);
        return piece;
      }),
    }));
  for (const { number } of notes) lastOf.get(number)?.ends.push(number);
  return cut;
}
