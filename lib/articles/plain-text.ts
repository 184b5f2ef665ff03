import type { ArticleDocument, BlockPlace, BlockRole } from "./document-schema";

/** What stands between two blocks in the plain text. */
const blockBreak = "\n\n";

type PlainText = { text: string; blocks: BlockPlace[] };

/** The one text that passages count in, with the place of each block in it (UTF-16 units). */
export function toPlainText(document: ArticleDocument): PlainText {
  const blocks: BlockPlace[] = [];
  const texts: string[] = [];
  let start = 0;
  for (const { attrs, content } of document.content) {
    const { text } = content[0];
    const end = start + text.length;
    const place: BlockPlace = { start, end, role: attrs.role };
    if (attrs.duplicateOf != null) place.duplicateOf = attrs.duplicateOf;
    blocks.push(place);
    texts.push(text);
    start = end + blockBreak.length;
  }
  return { text: texts.join(blockBreak), blocks };
}

/** Makes a document of blocks whose white space is collapsed already. */
export function toDocument(
  blocks: { text: string; role: BlockRole; duplicateOf: number | null }[],
): ArticleDocument {
  return {
    type: "doc",
    content: blocks.map(({ text, role, duplicateOf }) => ({
      type: "block",
      attrs: { role, duplicateOf },
      content: [{ type: "text", text }],
    })),
  };
}
