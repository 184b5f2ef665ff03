import { ExternalLink } from "lucide-react";
import { type Origins, sameOrigin } from "@/lib/assessments/origin";
import { bearingWords } from "@/lib/assessments/scale";
import type { Bearing, EvidenceView } from "@/lib/assessments/schema";

type Props = {
  evidence: EvidenceView;
  origins: Origins;
  /** Without its link: it stands in a label. */
  isPlain?: boolean;
};

const signs: Record<Bearing, string> = { supports: "+", refutes: "−", context: "·" };

/**
 * A piece of evidence in a line: what it does, its title, where it is from, and what that means. Whoever has not judged
 * yet does not get to know what it does for a colleague.
 */
export function EvidenceLine({ evidence, origins, isPlain = false }: Props) {
  const { bearing, title, url, site, primary } = evidence;
  const origin = sameOrigin(evidence, origins);
  return (
    <span className="wrap-anywhere min-w-0">
      {bearing && (
        <>
          {/* In ink: the colours are those of verdicts, and evidence is none. */}
          <span className="font-semibold text-ink">
            <span aria-hidden>{signs[bearing]} </span>
            {bearingWords[bearing]}
          </span>
          {": "}
        </>
      )}
      {url && !isPlain ? (
        <a className="link" href={url} target="_blank" rel="noopener noreferrer nofollow ugc">
          {title}
          <ExternalLink aria-hidden className="ml-1 inline size-3" />
          <span className="sr-only"> (opens in a new tab)</span>
        </a>
      ) : (
        <span className="text-ink">{title}</span>
      )}
      <span className="text-muted">
        {site && ` · ${site}`}
        {primary && " · first-hand"}
      </span>
      {origin && (
        <span className="block text-caution">
          Same origin: {origin === "article" ? "the article’s own site" : "the source’s own site"}
        </span>
      )}
    </span>
  );
}
