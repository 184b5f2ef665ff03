import {
  type CodeBlock,
  type CommentBlock,
  type CommentBody,
  type Inline,
  isSafeAddress,
  type ListItem,
  type Mark,
  type Paragraph,
  plainTextOf,
} from "./comment-schema";

/** As an editor gives it: the right nodes, with more attributes than are kept. */
export type EditorNode = {
  type?: string | undefined;
  text?: string | undefined;
  attrs?: Record<string, unknown> | undefined;
  marks?: { type: string; attrs?: Record<string, unknown> | undefined }[] | undefined;
  content?: EditorNode[] | undefined;
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * What an editor holds, reduced to what a comment may be: only known nodes, marks and attributes, no control
 * characters, no empty lines at either end. What cannot be kept as it is stays as its text. An address becomes a link:
 * the editor waits for a space behind it, which the last word of a comment has not.
 */
export function tidyBody(doc: EditorNode): CommentBody {
  const blocks = tidyBlocks(doc.content);
  const first = blocks.findIndex((block) => !isBlank(block));
  const last = blocks.findLastIndex((block) => !isBlank(block));
  const content = first < 0 ? [] : blocks.slice(first, last + 1);
  return { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

function isBlank(block: CommentBlock): boolean {
  return plainTextOf({ type: "doc", content: [block] }).trim() === "";
}

function tidyBlocks(nodes: EditorNode[] = []): CommentBlock[] {
  return nodes.flatMap((node): CommentBlock[] => {
    switch (node.type) {
      case "codeBlock":
        return [tidyCode(node)];
      case "blockquote": {
        const content = tidyBlocks(node.content);
        return content.length > 0 ? [{ type: "blockquote", content }] : [];
      }
      case "bulletList": {
        const content = tidyItems(node.content);
        return content.length > 0 ? [{ type: "bulletList", content }] : [];
      }
      case "orderedList": {
        const content = tidyItems(node.content);
        const start = node.attrs?.start;
        const isCounted = Number.isInteger(start) && Number(start) > 1 && Number(start) < 1_000_000;
        const attrs = isCounted ? { attrs: { start: Number(start) } } : {};
        return content.length > 0 ? [{ type: "orderedList", ...attrs, content }] : [];
      }
      default:
        return [tidyParagraph(node)];
    }
  });
}

function tidyItems(nodes: EditorNode[] = []): ListItem[] {
  return nodes.map((node) => {
    const [first, ...rest] = node.content ?? [];
    if (first?.type !== "paragraph")
      return { type: "listItem", content: [{ type: "paragraph" }, ...tidyBlocks(node.content)] };
    return { type: "listItem", content: [tidyParagraph(first), ...tidyBlocks(rest)] };
  });
}

function tidyParagraph(node: EditorNode): Paragraph {
  const content = (node.content ?? []).flatMap(tidyInline);
  return content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" };
}

function tidyCode(node: EditorNode): CodeBlock {
  const text = tidyText((node.content ?? []).map((child) => child.text ?? "").join(""));
  return text ? { type: "codeBlock", content: [{ type: "text", text }] } : { type: "codeBlock" };
}

function tidyInline(node: EditorNode): Inline[] {
  if (node.type === "hardBreak") return [{ type: "hardBreak" }];
  if (node.type === "mention") return tidyMention(node.attrs ?? {});
  const text = tidyText(node.text ?? "");
  if (!text) return [];
  const marks = tidyMarks(node.marks);
  if (marks.some(({ type }) => type === "code" || type === "link")) return [textNode(text, marks)];
  return linked(text).map(({ part, href }) =>
    textNode(part, href ? [...marks, { type: "link", attrs: { href } }] : marks),
  );
}

function textNode(text: string, marks: Mark[]): Inline {
  return marks.length > 0 ? { type: "text", text, marks } : { type: "text", text };
}

/** The parts of a text that are addresses, without the signs that end a sentence behind them, and those between. */
function linked(text: string): { part: string; href: string | null }[] {
  const parts: { part: string; href: string | null }[] = [];
  let from = 0;
  for (const { 0: run, index } of text.matchAll(/(?<![\p{L}\p{N}])https?:\/\/[^\s<>"“”]+/giu)) {
    const address = withoutEnd(run);
    if (!isSafeAddress(address)) continue;
    parts.push({ part: text.slice(from, index), href: null }, { part: address, href: address });
    from = index + address.length;
  }
  return [...parts, { part: text.slice(from), href: null }].filter(({ part }) => part !== "");
}

/** Without the signs that end a sentence behind an address. A bracket that the address opens itself is part of it. */
function withoutEnd(run: string): string {
  let unopened = run.split(")").length - run.split("(").length;
  let end = run.length;
  while (".,;:!?'’)]".includes(run.charAt(end - 1))) {
    if (run.charAt(end - 1) === ")" && unopened-- <= 0) break;
    end--;
  }
  return run.slice(0, end);
}

function tidyMention(attrs: Record<string, unknown>): Inline[] {
  const label = tidyText(String(attrs.label ?? "")).replace(/[\n\t]/g, " ");
  if (!label) return [];
  const id = String(attrs.id ?? "").toLowerCase();
  return uuid.test(id) && label.length <= 200
    ? [{ type: "mention", attrs: { id, label } }]
    : [{ type: "text", text: `@${label}` }];
}

function tidyMarks(marks: EditorNode["marks"] = []): Mark[] {
  const kept = marks.flatMap(({ type, attrs }): Mark[] => {
    if (type === "bold" || type === "italic" || type === "code") return [{ type }];
    const href = String(attrs?.href ?? "");
    return type === "link" && isSafeAddress(href) ? [{ type, attrs: { href } }] : [];
  });
  const code = kept.find((mark) => mark.type === "code");
  return code ? [code] : kept.filter((mark, at) => kept.findIndex((one) => one.type === mark.type) === at);
}

function tidyText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "");
}
