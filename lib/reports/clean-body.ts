import type {
  CommentBlock,
  CommentBody,
  Inline,
  ListItem,
  Mark,
  TextNode,
} from "@/lib/threads/comment-schema";

/** Bounded as addresses are (RFC 5321), so that a long text without one is read in a moment. */
const emailAddress = /[^\s@/<>()[\]"'“”,;:]{1,64}@[^\s@/<>()[\]"'“”,;:]{1,255}\.[\p{L}\p{N}]+/gu;

/** What stands where an e-mail address was. */
const maskedAddress = "(e-mail address)";

/**
 * A rationale as a report may hold it: people who are mentioned are plain words without an id, "a colleague" where names
 * are left out, and e-mail addresses are masked. What its writer typed is otherwise left as it is.
 */
export function cleanBody(body: CommentBody, hasNames: boolean): CommentBody {
  const cleanInline = (node: Inline): Inline => {
    if (node.type === "hardBreak") return node;
    if (node.type === "mention") return plain(hasNames ? `@${node.attrs.label}` : "a colleague");
    return withMarks(plain(node.text), node.marks);
  };
  const cleanBlock = (block: CommentBlock): CommentBlock => {
    switch (block.type) {
      case "paragraph":
        return { ...block, ...(block.content ? { content: block.content.map(cleanInline) } : {}) };
      case "codeBlock":
        return {
          ...block,
          ...(block.content
            ? { content: block.content.map(({ text }) => ({ type: "text", text: mask(text) })) }
            : {}),
        };
      case "blockquote":
        return { ...block, content: block.content.map(cleanBlock) };
      case "bulletList":
      case "orderedList":
        return { ...block, content: block.content.map(cleanItem) };
    }
  };
  const cleanItem = ({ content: [first, ...rest] }: ListItem): ListItem => {
    const words = first.content ? { content: first.content.map(cleanInline) } : {};
    return { type: "listItem", content: [{ ...first, ...words }, ...rest.map(cleanBlock)] };
  };
  return { type: "doc", content: body.content.map(cleanBlock) };
}

function plain(text: string): TextNode {
  return { type: "text", text: mask(text) };
}

/** Without links that write to somebody, or that hold an e-mail address. */
function withMarks(node: TextNode, marks: readonly Mark[] | undefined): TextNode {
  const kept = (marks ?? []).filter(
    (mark) =>
      mark.type !== "link" ||
      (/^https?:/i.test(mark.attrs.href) && mask(mark.attrs.href) === mark.attrs.href),
  );
  return kept.length > 0 ? { ...node, marks: kept } : node;
}

/** Also for texts that are no rationale: an evidence's excerpt, say. */
export function mask(text: string): string {
  return text.replace(emailAddress, maskedAddress);
}
