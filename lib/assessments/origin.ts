import type { Axis, EvidenceView } from "./schema";

/** Sites (lib/text/site-of) that cannot corroborate: the article's own, and those of whoever is quoted, under all names. */
export type Origins = { article: string | null; sources: readonly string[] };

type SameOrigin = "article" | "source" | null;

/** Whether evidence comes from where the passage itself comes from. Without an address nobody can tell: it does not. */
export function sameOrigin({ site }: Pick<EvidenceView, "site">, origins: Origins): SameOrigin {
  if (site === null) return null;
  if (site === origins.article) return "article";
  return origins.sources.includes(site) ? "source" : null;
}

/**
 * Whether evidence can bear a verdict. What the article or the attributed source says of itself never corroborates
 * that it is so. That they said so is another question: the source's own page is the very place to look.
 */
export function corroborates(evidence: Pick<EvidenceView, "site">, axis: Axis, origins: Origins): boolean {
  const origin = sameOrigin(evidence, origins);
  return origin === null || (axis === "said" && origin === "source");
}
