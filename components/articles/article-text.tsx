import { Fragment } from "react";
import {
  detailsOf,
  type Edges,
  type Emphasis,
  edgeAttributes,
  edgesOf,
  type Highlight,
  markClass,
  noEmphasis,
  noLook,
  passageHref,
  refId,
} from "@/components/passages/highlights/highlight-class";
import type { BlockPlace } from "@/lib/articles/document-schema";
import { foldBlocks } from "@/lib/articles/fold-blocks";
import { cover, type Segment } from "@/lib/passages/cover";
import { cutBlock } from "@/lib/passages/cut-block";
import { blockShape, foldSummary } from "./block-shape";

type Props = {
  text: string;
  blocks: BlockPlace[];
  /** In text order. */
  highlights: Highlight[];
  activeId?: string | null;
  /** Where the link behind a passage leads; usually it opens the passage. */
  hrefOf?: (passageId: string) => string;
  /** Screen readers are to hear where a passage begins and ends. */
  isAnnounced?: boolean;
};

/**
 * The article with its highlights as plain HTML: one `<mark>` a stretch of equal cover, and behind each passage's last
 * word a link for the keyboard that takes no room. Needs no script. The editor (reader-editor.ts) draws the same
 * elements, so it can take the place of this without anything moving.
 */
export function ArticleText({
  text,
  blocks,
  highlights,
  activeId = null,
  hrefOf = passageHref,
  isAnnounced = false,
}: Props) {
  const draw: Draw = {
    text,
    segments: cover(highlights),
    byId: new Map(highlights.map((one) => [one.id, one])),
    endings: endingsOf(highlights),
    hrefOf,
    edges: edgesOf(isAnnounced ? highlights : []),
    on: activeId ? { active: activeId, lit: null } : noEmphasis,
  };
  return foldBlocks(blocks).map(({ folded, from, to }) => {
    const inside = blocks.slice(from, to + 1);
    const shown = inside.map((block) => <Block key={block.start} block={block} draw={draw} />);
    if (!folded) return shown;
    return (
      <details className="fold" key={inside[0]?.start}>
        <summary>{foldSummary(inside.map((block) => block.role))}</summary>
        <div>{shown}</div>
      </details>
    );
  });
}

type Draw = {
  text: string;
  segments: Segment[];
  byId: ReadonlyMap<string, Highlight>;
  endings: ReadonlyMap<number, Highlight[]>;
  hrefOf: (passageId: string) => string;
  edges: Edges;
  on: Emphasis;
};

function Block({ block, draw }: { block: BlockPlace; draw: Draw }) {
  const { tag: Tag, className } = blockShape(block.role, draw.text.slice(block.start, block.start + 1));
  return (
    <Tag className={className} data-start={block.start}>
      {cutBlock(block, draw.segments).map(({ start, end, passages }) => (
        <Fragment key={start}>
          {passages.length === 0 ? (
            draw.text.slice(start, end)
          ) : (
            <mark
              className={markClass(
                passages.map((id) => draw.byId.get(id) ?? noLook),
                passages,
                draw.on,
              )}
              aria-details={detailsOf(passages)}
              {...edgeAttributes(draw.edges, start, end)}
            >
              {draw.text.slice(start, end)}
            </mark>
          )}
          {draw.endings.get(end)?.map((one) => (
            // biome-ignore lint/a11y/useAnchorContent: the label is its content; text would be copied with the article
            <a
              key={one.id}
              id={refId(one.id)}
              className="ref"
              href={draw.hrefOf(one.id)}
              data-place={one.place}
              aria-label={one.label}
            />
          ))}
        </Fragment>
      ))}
    </Tag>
  );
}

function endingsOf(highlights: readonly Highlight[]): Map<number, Highlight[]> {
  const endings = new Map<number, Highlight[]>();
  for (const one of highlights) {
    const same = endings.get(one.end);
    if (same) same.push(one);
    else endings.set(one.end, [one]);
  }
  return endings;
}
