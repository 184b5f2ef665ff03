import type { CommentBlock, CommentBody, Inline, ListItem, Paragraph } from "./comment-schema";

/**
 * The body with every mention under the name that its person has; the id says who is meant, a label sent along is not
 * believed. People without a name in `names` keep the label.
 */
export function nameMentions(body: CommentBody, names: ReadonlyMap<string, string>): CommentBody {
  return { ...body, content: body.content.map((block) => nameInBlock(block, names)) };
}

function nameInBlock(block: CommentBlock, names: ReadonlyMap<string, string>): CommentBlock {
  switch (block.type) {
    case "paragraph":
      return nameInParagraph(block, names);
    case "codeBlock":
      return block;
    case "blockquote":
      return { ...block, content: block.content.map((one) => nameInBlock(one, names)) };
    default:
      return { ...block, content: block.content.map((one) => nameInItem(one, names)) };
  }
}

function nameInItem(
  { content: [first, ...rest], ...item }: ListItem,
  names: ReadonlyMap<string, string>,
): ListItem {
  return {
    ...item,
    content: [nameInParagraph(first, names), ...rest.map((one) => nameInBlock(one, names))],
  };
}

function nameInParagraph(paragraph: Paragraph, names: ReadonlyMap<string, string>): Paragraph {
  if (!paragraph.content) return paragraph;
  return { ...paragraph, content: paragraph.content.map((one) => nameInline(one, names)) };
}

function nameInline(node: Inline, names: ReadonlyMap<string, string>): Inline {
  if (node.type !== "mention") return node;
  return { ...node, attrs: { ...node.attrs, label: names.get(node.attrs.id) ?? node.attrs.label } };
}
