"use client";

import { useMemo } from "react";
import { classNames } from "@/components/ui/class-names";
import { type ChainNode, chainTree, drawnOf } from "@/lib/attributions/chain-tree";
import type { Voices } from "@/lib/attributions/voices";
import type { PassageView } from "@/lib/passages/schema";
import { countOf } from "@/lib/text/count-of";
import type { VoiceLook } from "./source-colours";
import { SourceMark } from "./source-mark";

type Props = {
  articleId: string;
  /** Who prints the article: where all chains end. */
  publisher: string | null;
  /** In text order. */
  passages: readonly PassageView[];
  voices: Voices;
  looks: ReadonlyMap<string, VoiceLook>;
};

/** Who reports whom: the article, those who speak to it, and below each of them whom they report. */
export function ChainDrawing({ articleId, publisher, passages, voices, looks }: Props) {
  const tree = useMemo(
    () =>
      chainTree(
        passages.map((one) => one.id),
        voices,
      ),
    [passages, voices],
  );
  const { chains, direct, unnamed } = drawnOf(tree);
  if (tree.length === 0) return null;
  return (
    <section aria-labelledby="chains" className="mt-12">
      <h2 id="chains" className="border-ink border-b pb-2 text-dek font-medium">
        Who reports whom
      </h2>
      {chains.length === 0 ? (
        <p className="mt-4 text-card text-muted">
          Every source speaks to the reporter directly, as far as anybody has recorded.
        </p>
      ) : (
        <div className="mt-4 overflow-x-auto text-card">
          <p className="wrap-anywhere inline-block max-w-full rounded-md border border-ink px-2 py-1 font-semibold">
            {publisher ?? "This article"}
          </p>
          <Level nodes={chains} articleId={articleId} voices={voices} looks={looks} />
          {direct.length + unnamed.length > 0 && (
            <p className="mt-3 text-label text-muted">{directWords(direct.length, unnamed.length)}</p>
          )}
        </div>
      )}
    </section>
  );
}

/** "3 more sources speak to the reporter directly, and somebody unnamed in 1 passage." */
function directWords(sources: number, unnamed: number): string {
  if (sources === 0)
    return `Somebody unnamed speaks to the reporter directly, in ${countOf(unnamed, "passage")}.`;
  const more = sources === 1 ? "One more source speaks" : `${sources} more sources speak`;
  const also = unnamed > 0 ? `, and somebody unnamed in ${countOf(unnamed, "passage")}` : "";
  return `${more} to the reporter directly${also}.`;
}

type LevelProps = Pick<Props, "articleId" | "voices" | "looks"> & { nodes: readonly ChainNode[] };

/** Lines from each voice to whom it reports; the last one's ends at it. */
const branch =
  "relative pt-2 pl-7 before:absolute before:top-0 before:left-3 before:h-6 before:w-4 before:border-control before:border-b before:border-l after:absolute after:top-6 after:bottom-0 after:left-3 after:border-control after:border-l last:after:hidden";

function Level({ nodes, ...rest }: LevelProps) {
  return (
    <ul>
      {nodes.map((node, at) => (
        <li key={node.sourceId ?? `${node.kind} ${at}`} className={branch}>
          <Node node={node} {...rest} />
          {node.reports.length > 0 && <Level nodes={node.reports} {...rest} />}
        </li>
      ))}
    </ul>
  );
}

function Node({ node, articleId, voices, looks }: Omit<LevelProps, "nodes"> & { node: ChainNode }) {
  const source = node.sourceId ? voices.sources.get(node.sourceId) : undefined;
  const isMissing = !source;
  const count = node.passageIds.length;
  const first = node.passageIds[0] ?? firstBelow(node);
  return (
    <span
      className={classNames(
        "inline-flex max-w-full items-center gap-2 rounded-md border px-2 py-1",
        isMissing ? "border-control border-dashed text-muted" : "border-hairline bg-card",
      )}
    >
      {source && <SourceMark name={source.name} look={looks.get(source.id)} small />}
      {source ? (
        <a className="min-w-0 truncate hover:underline" href={`/articles/${articleId}?source=${source.id}`}>
          {source.name}
        </a>
      ) : (
        <a className="link" href={`/articles/${articleId}?passage=${first}`}>
          {node.kind === "gone" ? "A link that was deleted" : "Nobody knows who"}
        </a>
      )}
      {count > 0 && <span className="shrink-0 text-label text-muted">{countOf(count, "passage")}</span>}
    </span>
  );
}

/** The first passage of a chain that goes through a missing link: where it can be filled in. */
function firstBelow(node: ChainNode): string {
  for (const below of node.reports) {
    const found = below.passageIds[0] ?? firstBelow(below);
    if (found) return found;
  }
  return "";
}
