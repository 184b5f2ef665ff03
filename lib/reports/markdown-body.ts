import type { BlockContent, PhrasingContent } from "mdast";
import {
  type CommentBlock,
  type CommentBody,
  type Inline,
  isSafeAddress,
  type ListItem,
  type Mark,
  type Paragraph,
} from "@/lib/threads/comment-schema";

/** The wording of a rationale as Markdown's tree (mdast). Mentions become plain words. */
export function bodyTree({ content }: CommentBody): BlockContent[] {
  return content.map(blockTree);
}

function blockTree(block: CommentBlock): BlockContent {
  switch (block.type) {
    case "paragraph":
      return paragraphTree(block);
    case "codeBlock":
      return { type: "code", value: (block.content ?? []).map((node) => node.text).join("") };
    case "blockquote":
      return { type: "blockquote", children: block.content.map(blockTree) };
    case "bulletList":
      return { type: "list", ordered: false, children: block.content.map(itemTree) };
    case "orderedList":
      return {
        type: "list",
        ordered: true,
        start: block.attrs?.start ?? 1,
        children: block.content.map(itemTree),
      };
  }
}

function paragraphTree({ content = [] }: Paragraph): BlockContent {
  return { type: "paragraph", children: content.map(inlineTree) };
}

function itemTree({ content }: ListItem) {
  return { type: "listItem" as const, children: content.map(blockTree) };
}

function inlineTree(node: Inline): PhrasingContent {
  if (node.type === "hardBreak") return { type: "break" };
  if (node.type === "mention") return { type: "text", value: `@${node.attrs.label}` };
  const marks = node.marks ?? [];
  const plain: PhrasingContent = marks.some((mark) => mark.type === "code")
    ? { type: "inlineCode", value: node.text }
    : { type: "text", value: node.text };
  return marks.reduceRight<PhrasingContent>(markTree, plain);
}

function markTree(inside: PhrasingContent, mark: Mark): PhrasingContent {
  if (mark.type === "bold") return { type: "strong", children: [inside] };
  if (mark.type === "italic") return { type: "emphasis", children: [inside] };
  if (mark.type === "code" || !isSafeAddress(mark.attrs.href)) return inside;
  return { type: "link", url: mark.attrs.href, children: [inside] };
}
