import { isSameContent } from "@/components/ui/use-kept";
import type { CommentBody } from "@/lib/threads/comment-schema";
import { type EditorNode, tidyBody } from "@/lib/threads/tidy-body";

/**
 * A body as it is put into an editor: an address that is a link to itself is the address alone, of which `tidyBody`
 * makes the link again. What is typed behind a link belongs to it, and would leave it leading to the half of an address.
 */
export function writableBody(body: CommentBody): EditorNode {
  const plain = withoutOwnLinks(body);
  return isSameContent(tidyBody(plain), tidyBody(body)) ? plain : body;
}

function withoutOwnLinks(node: EditorNode): EditorNode {
  if (node.type === "text") {
    const marks = (node.marks ?? []).filter(
      ({ type, attrs }) => type !== "link" || attrs?.href !== node.text,
    );
    return { type: "text", text: node.text, ...(marks.length > 0 ? { marks } : {}) };
  }
  return node.content ? { ...node, content: joined(node.content.map(withoutOwnLinks)) } : node;
}

/** Texts that follow each other with the same marks are one, as an editor has them. */
function joined(nodes: readonly EditorNode[]): EditorNode[] {
  const all: EditorNode[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    const isOn = last?.type === "text" && node.type === "text" && isSameContent(last.marks, node.marks);
    if (isOn) all.splice(-1, 1, { ...last, text: `${last.text}${node.text}` });
    else all.push(node);
  }
  return all;
}
