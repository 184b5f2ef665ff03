import type { BlockPlace, BlockRole } from "@/lib/articles/document-schema";
import type { Span } from "@/lib/text/offsets";
import { isSaying } from "./cues";
import { findQuotations, type Quotation } from "./quotes";
import { splitSentences } from "./sentences";
import { type TaggedToken, tagSentence } from "./tag";
import { tokenise } from "./tokenise";

export type ReadBlock = BlockPlace & {
  quotations: Quotation[];
  sentences: TaggedToken[][];
  /** Capitals mean nothing here: most words have one. */
  capitals: boolean;
};

/** Reads blocks into tagged sentences. Without `blocks` the text is cut at blank lines and roles are guessed. */
export function readDocument(text: string, blocks?: BlockPlace[]): ReadBlock[] {
  const cut = blocks ?? guessBlocks(text);
  const known = knownNames(text);
  const isKnownName = (word: string) => known.has(word);
  const read = cut.map((block) => readBlock(text, block, isKnownName));
  joinQuotations(text, read);
  return read;
}

/** Cuts plain text at blank lines; the first short paragraph is taken for the title, a picture's line for a caption. */
export function guessBlocks(text: string): BlockPlace[] {
  const blocks: BlockPlace[] = [];
  let open: Span | null = null;
  let at = 0;
  for (const line of text.split("\n")) {
    const start = at + line.length - line.trimStart().length;
    const end = at + line.trimEnd().length;
    at += line.length + 1;
    // A line that ends like a sentence ends its paragraph, too; any other line break is a wrapped line.
    const wrapped: boolean =
      open !== null && !(endsSentence.test(text.charAt(open.end - 1)) && startsSentence.test(line));
    if (open !== null && (end <= start || !wrapped)) {
      blocks.push(guessBlock(text, open, blocks.length));
      open = null;
    }
    if (end > start) open = { start: open === null ? start : open.start, end };
  }
  if (open !== null) blocks.push(guessBlock(text, open, blocks.length));
  return blocks;
}

const endsSentence = /[.?!:…"”’)]/u;
const startsSentence = /^\s{0,20}["“‘'(]?[\p{Lu}\d]/u;

function guessBlock(text: string, { start, end }: Span, index: number): BlockPlace {
  return { start, end, role: guessRole(text.slice(start, end), index) };
}

const credit =
  /\b(?:via Getty Images|Getty Images|AFP via|AP Photo|\(AP\/|Reuters\/|REUTERS\/|Photo(?:graph)? by|Photo:|Image credit|Credit:)/u;

/** "Photo: …", "Foto: … / Name, Agency": a line that begins so tells of a picture, however long it is. */
const opensCaption = /^(?:photo|foto|picture|image|caption)s?\s?:/iu;

function guessRole(part: string, index: number): BlockRole {
  if (index === 0 && part.length <= 200) return "title";
  if (part.length < 700 && (opensCaption.test(part) || credit.test(part.slice(-160)))) return "caption";
  if (
    /^(?:About the (?:writer|author)|Read more|Sign up|Subscribe|Follow us)/iu.test(part) &&
    part.length < 160
  )
    return "boilerplate";
  return "body";
}

function readBlock(text: string, block: BlockPlace, isKnownName: (word: string) => boolean): ReadBlock {
  const marked = findQuotations(text, block.start, block.end);
  const quotations = marked.length === 0 && block.role === "quote" ? [wholeQuotation(text, block)] : marked;
  const tokens = tokenise(text, block.start, block.end, quotations);
  const words = text.slice(block.start, block.end);
  // A sentence that is mostly names is none in title case: "Marcus Vance, Petra Vance and Olga Vance live there."
  const capitals = hasTitleCase(words) && (block.role === "title" || !/\p{Ll}\.$/u.test(words));
  const sentences = splitSentences(tokens, isSaying).map(({ from, to }) =>
    tagSentence(tokens.slice(from, to), capitals, isKnownName),
  );
  return { ...block, quotations, sentences, capitals };
}

/** A block quotation needs no marks; a name behind a dash at its end signs it. */
function wholeQuotation(text: string, { start, end }: BlockPlace): Quotation {
  const signature = /\s+[—–-]{1,2}\s*\p{Lu}[^.?!]{1,80}$/u.exec(text.slice(start, end));
  const stop = signature ? start + signature.index : end;
  return { start, end: stop, innerStart: start, innerEnd: stop, closed: true, goesOn: false, single: false };
}

function hasTitleCase(part: string): boolean {
  if (part.length > 300) return false;
  const words = part.match(/\p{L}[\p{L}’'.-]*/gu) ?? [];
  const long = words.filter((word) => word.length > 3);
  if (long.length < 3) return false;
  return long.filter((word) => /^\p{Lu}/u.test(word)).length / long.length > 0.7;
}

/** Words that carry a capital where no sentence begins. */
function knownNames(text: string): Set<string> {
  const names = new Set<string>();
  for (const match of text.matchAll(/[\p{Ll},]['’]?s? (\p{Lu}[\p{L}’'.-]*(?: \p{Lu}[\p{L}’'.-]*)*)/gu)) {
    for (const word of match[1]?.split(" ") ?? []) {
      const plain = word.replace(/['’]s$|[’'.]$/u, "");
      if (plain !== "I") names.add(plain);
    }
  }
  return names;
}

/** An opener that is not closed goes on where the next paragraph opens with a mark again. */
function joinQuotations(text: string, blocks: ReadBlock[]): void {
  blocks.forEach((block, index) => {
    const last = block.quotations.at(-1);
    const next = blocks[index + 1];
    if (!last || last.closed || last.single || !next) return;
    last.goesOn = next.quotations[0]?.start === next.start && text[next.start] === text[last.start];
  });
}
