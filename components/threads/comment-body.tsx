import { Fragment, type ReactNode } from "react";
import type { CommentBody as Body, CommentBlock, Inline, ListItem, Mark } from "@/lib/threads/comment-schema";
import { isSafeAddress } from "@/lib/threads/comment-schema";
import "./comment-text.css";

type Props = {
  body: Body;
  /** The name of a person as it is today; a mention whose person is unknown keeps the name it was written with. */
  nameOf: (id: string) => string | undefined;
  viewerId: string;
};

/** Draws a comment's wording. There is no HTML on the way: only the nodes below can come out. */
export function CommentBody({ body, ...names }: Props) {
  return <div className="comment-text text-card">{drawBlocks(body.content, names)}</div>;
}

type Names = Omit<Props, "body">;

function drawBlocks(blocks: readonly (CommentBlock | ListItem)[], names: Names): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: a body is drawn as a whole, its parts have no identity
  return blocks.map((block, at) => <Fragment key={at}>{drawBlock(block, names)}</Fragment>);
}

function drawBlock(block: CommentBlock | ListItem, names: Names): ReactNode {
  switch (block.type) {
    case "paragraph":
      return <p>{(block.content ?? []).map((node, at) => drawInline(node, at, names))}</p>;
    case "codeBlock":
      return (
        <pre>
          <code>{(block.content ?? []).map((node) => node.text).join("")}</code>
        </pre>
      );
    case "blockquote":
      return <blockquote>{drawBlocks(block.content, names)}</blockquote>;
    case "bulletList":
      return <ul>{drawBlocks(block.content, names)}</ul>;
    case "orderedList":
      return <ol start={block.attrs?.start}>{drawBlocks(block.content, names)}</ol>;
    case "listItem":
      return <li>{drawBlocks(block.content, names)}</li>;
  }
}

function drawInline(node: Inline, at: number, { nameOf, viewerId }: Names): ReactNode {
  if (node.type === "hardBreak") return <br key={at} />;
  if (node.type === "text")
    return <Fragment key={at}>{(node.marks ?? []).reduceRight<ReactNode>(drawMark, node.text)}</Fragment>;
  const { id, label } = node.attrs;
  return (
    <span key={at} className="mention" data-me={id === viewerId || undefined}>
      @{nameOf(id) ?? label}
    </span>
  );
}

function drawMark(children: ReactNode, mark: Mark): ReactNode {
  switch (mark.type) {
    case "bold":
      return <strong>{children}</strong>;
    case "italic":
      return <em>{children}</em>;
    case "code":
      return <code>{children}</code>;
    case "link":
      // Checked when it was stored; checked again because this is the place where it would hurt.
      if (!isSafeAddress(mark.attrs.href)) return children;
      return (
        <a href={mark.attrs.href} target="_blank" rel="noopener nofollow ugc">
          {children}
        </a>
      );
  }
}
