import { linksAbove, speakerKey } from "./chain";
import type { AttributionView } from "./schema";
import type { Voices } from "./voices";

/**
 * A voice in the drawing of who reports whom. source: a source of the ledger. unnamed: a link that somebody has
 * recorded as unknown. gone: a link whose attribution was deleted.
 */
export type ChainNode = {
  kind: "source" | "unnamed" | "gone";
  /** The source as it speaks after merges; null for what has no name. */
  sourceId: string | null;
  /** Passages that are this voice's own words, in the order given. */
  passageIds: string[];
  /** Whom this voice reports, those with the most passages below them first. */
  reports: ChainNode[];
};

/**
 * Draws all chains of an article as one tree: at its first level those who speak to the reporter, below each of them
 * whom they report. A source that is heard on several ways stands once on each of them.
 */
export function chainTree(passageIds: readonly string[], voices: Voices): ChainNode[] {
  const roots: ChainNode[] = [];
  for (const passageId of passageIds) {
    for (const attribution of voices.standings.get(passageId)?.standing ?? []) {
      if (attribution.voice === "reporter") continue;
      const outward = linksAbove(attribution, voices.attributions).map((link) => link.attribution);
      let level = roots;
      let node: ChainNode | null = null;
      for (const link of [...outward.reverse(), attribution]) {
        // The reporter's own words need no place of their own: the tree stands on them.
        if (link?.voice === "reporter") continue;
        node = nodeFor(level, link, voices);
        level = node.reports;
      }
      if (node && !node.passageIds.includes(passageId)) node.passageIds.push(passageId);
    }
  }
  return inOrder(roots);
}

/** What of a tree is drawn, and what is told in words below it: together each source of the ledger, once or drawn. */
export type ChainDrawn = {
  /** Those who report others; also beside them whom they report, where that one is heard without them as well. */
  chains: ChainNode[];
  /** Other sources, which speak to the reporter and to nobody else. */
  direct: string[];
  /** Passages of somebody unnamed who speaks to the reporter: no source. */
  unnamed: string[];
};

/** Parts a tree into chains and those who only speak to the reporter. */
export function drawnOf(tree: readonly ChainNode[]): ChainDrawn {
  const named = ({ reports }: ChainNode): string[] =>
    reports.flatMap((one) => [...(one.sourceId ? [one.sourceId] : []), ...named(one)]);
  const reported = new Set(tree.flatMap(named));
  const isDrawn = (node: ChainNode) => node.reports.length > 0 || reported.has(node.sourceId ?? "");
  const rest = tree.filter((node) => !isDrawn(node));
  return {
    chains: tree.filter(isDrawn),
    direct: rest.flatMap((node) => node.sourceId ?? []),
    unnamed: rest.flatMap((node) => (node.sourceId ? [] : node.passageIds)),
  };
}

function nodeFor(level: ChainNode[], link: AttributionView | null, voices: Voices): ChainNode {
  const key = link && speakerKey(link, voices.sources);
  const kind = key === null ? "gone" : key === "unnamed" ? "unnamed" : "source";
  const sourceId = kind === "source" ? key : null;
  const there = level.find((one) => one.kind === kind && one.sourceId === sourceId);
  if (there) return there;
  const made: ChainNode = { kind, sourceId, passageIds: [], reports: [] };
  level.push(made);
  return made;
}

function inOrder(nodes: ChainNode[]): ChainNode[] {
  const depth = (node: ChainNode): number => 1 + Math.max(0, ...node.reports.map(depth));
  const size = (node: ChainNode): number =>
    node.passageIds.length + node.reports.reduce((sum, one) => sum + size(one), 0);
  return nodes
    .map((node) => ({ ...node, reports: inOrder(node.reports) }))
    .sort((a, b) => Number(depth(b) > 1) - Number(depth(a) > 1) || size(b) - size(a));
}
