import { type BlockRole, mostBlocks } from "@/lib/articles/document-schema";
import { withoutBlankEnds } from "@/lib/text/white-space";
import { blockText, marksOf, placeInOriginal, type Source } from "./block-text";
import type { Candidate } from "./candidate";
import { classifyBlocks } from "./classify-blocks";
import { guessMetadata, type MetadataGuesses } from "./guess-metadata";
import { type Piece, parseText, type TextFormat } from "./parse-text";
import { isBylineLine } from "./recognise-byline";
import { findCredit } from "./recognise-credit";
import { type ImportRefusal, refuseText } from "./refuse-text";
import { endsWithStop, isProse } from "./text-shape";

/** One block of a draft: a stretch of the original (UTF-16), its text, and its role with the reason. */
export type DraftBlock = {
  start: number;
  end: number;
  text: string;
  role: BlockRole;
  why: string;
  /** Index of the earlier block with the same words. */
  duplicateOf: number | null;
};

export type ArticleDraft = { blocks: DraftBlock[]; metadata: MetadataGuesses };

export type DraftResult = { ok: true; draft: ArticleDraft } | { ok: false; reason: ImportRefusal };

/**
 * Makes an article of an imported text: blocks with roles and what the text tells about itself. Every character of
 * the original that is no white space is in exactly one block. Refuses what is no article, with the reason.
 */
export function makeDraft(original: string, format: TextFormat): DraftResult {
  const refused = refuseText(original);
  if (refused) return { ok: false, reason: refused };
  const parsed = parseText(original, format);
  const source = { original, marks: marksOf(parsed) };
  const joined = joinEmpty(source, parsed);
  if (joined.length > mostBlocks) return { ok: false, reason: "tooManyBlocks" };
  const pieces = cutCredits(source, joined);
  if (pieces.length === 0) return { ok: false, reason: "noWords" };
  if (pieces.length > mostBlocks) return { ok: false, reason: "tooManyBlocks" };
  const candidates: Candidate[] = pieces.map((piece) => ({
    ...piece,
    text: asSeen(blockText(source, piece)),
    role: piece.role ?? null,
    why: piece.why ?? "",
    duplicateOf: null,
  }));
  classifyBlocks(candidates);
  if (isTitleAlone(candidates)) return { ok: false, reason: "titleAlone" };
  return {
    ok: true,
    draft: {
      blocks: candidates.map(({ start, end, role, why, duplicateOf }) => ({
        start,
        end,
        text: blockText(source, { start, end }),
        role: role ?? "body",
        why,
        duplicateOf,
      })),
      metadata: guessMetadata(candidates, original),
    },
  };
}

const unseen = /[\u00AD\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** The most that is looked at of a block's beginning and of its end. */
const mostSeen = 2000;

/**
 * A block's text as a reader sees it: without soft hyphens and marks of direction, a zero-width space is a space, no
 * run of spaces is longer than one, and no quote mark of a mail program stands before it. Of a very long block only
 * both ends: it is a paragraph whatever stands in its middle, and what tells roles apart reads a text again and again.
 */
function asSeen(text: string): string {
  const ends =
    text.length <= 2 * mostSeen ? text : `${text.slice(0, mostSeen)} … ${text.slice(text.length - mostSeen)}`;
  return ends
    .replace(unseen, "")
    .replace(/[\s\u200B\u2060\uFEFF]{2,}|[\u200B\u2060\uFEFF]/gu, " ")
    .replace(/^(?:>\s*)+/u, "")
    .trim();
}

function isTitleAlone(candidates: Candidate[]): boolean {
  const text = candidates.filter(({ role }) => role === "body" || role === "quote" || role === "dek");
  if (text.length > 0) return text.length === 1 && candidates.length === 1 && isHeadline(text[0]?.text ?? "");
  return candidates.some(({ role }) => role === "title");
}

function isHeadline(text: string): boolean {
  return !isProse(text) && !endsWithStop(text);
}

type RolePiece = Piece & { role?: BlockRole; why?: string };

/** Marks without words ("#" alone) cannot be a block; they go with their neighbour so that nothing is lost. */
function joinEmpty(source: Source, pieces: Piece[]): Piece[] {
  const kept: Piece[] = [];
  let waitingFrom: number | null = null;
  for (const piece of pieces) {
    const last = kept.at(-1);
    if (blockText(source, piece) === "") {
      if (last) last.end = piece.end;
      else waitingFrom ??= piece.start;
    } else {
      kept.push({ ...piece, start: waitingFrom ?? piece.start });
      waitingFrom = null;
    }
  }
  return kept;
}

function cutCredits(source: Source, pieces: Piece[]): RolePiece[] {
  return pieces.flatMap((piece, index): RolePiece[] => {
    if (piece.kind !== "text" && piece.kind !== "quoted" && piece.kind !== "image") return [piece];
    const text = blockText(source, piece);
    const at = text.length > 1200 ? null : findCredit(text);
    if (at === null || at === 0 || isBylineLine(text)) return [asCaption(piece, pieces[index - 1])];
    const cut = placeInOriginal(source, piece, at);
    const caption = withoutBlankEnds(source.original, { start: piece.start, end: cut });
    const why = "Caption and credit stand on one line.";
    return [
      { ...piece, ...caption, role: "caption", why },
      { ...piece, start: cut, apart: false, role: "credit", why },
    ];
  });
}

/** A picture in Markdown is its description, and the line in italics right below it what it shows. */
function asCaption(piece: Piece, before: Piece | undefined): RolePiece {
  if (piece.kind === "image") return { ...piece, role: "caption", why: "The description of a picture." };
  const isBelow = before?.kind === "image" && !piece.apart && piece.emphasised;
  return isBelow ? { ...piece, role: "caption", why: "A line in italics right below a picture." } : piece;
}
