import { share } from "@/components/attributions/coverage-words";
import { classNames } from "@/components/ui/class-names";
import type { Progress } from "@/lib/claims/row-schema";
import { countOf } from "@/lib/text/count-of";
import "./claims.css";

type Props = {
  articleId: string;
  progress: Progress;
  /** Questions on which colleagues' verdicts are hidden from this viewer: they may be split. */
  hidden: number;
};

/** How far the work on an article has come: one bar of its passages by how far each has come, and the same in words. */
export function ProgressBar({ articleId, progress, hidden }: Props) {
  const { passages, words, examinedWords, attributed, judged, onlyAttributed, resolved, split } = progress;
  const parts = [
    { stage: "resolved", count: resolved },
    { stage: "judged", count: judged - resolved },
    { stage: "attributed", count: onlyAttributed },
    { stage: "marked", count: passages - judged - onlyAttributed },
  ];
  const of = (count: number) => `${count.toLocaleString("en-GB")} of ${passages.toLocaleString("en-GB")}`;
  const told = [
    { stage: "resolved", words: `${of(resolved)} resolved` },
    { stage: "judged", words: `${of(judged)} judged` },
    { stage: "attributed", words: `${of(attributed)} attributed` },
    { stage: null, words: `${share(examinedWords, words)} of the words examined` },
    { stage: null, words: splitWords(split, hidden > 0) },
  ];
  let at = 0;
  return (
    <section aria-label="Progress" className="mb-6">
      {passages > 0 && (
        <svg
          aria-hidden
          viewBox={`0 0 ${passages} 1`}
          preserveAspectRatio="none"
          className="progress-bar mb-2 block h-3 w-full"
        >
          {parts.map(({ stage, count }) => {
            const x = at;
            at += count;
            return <rect key={stage} className={`stage-${stage}`} x={x} y={0} width={count} height={1} />;
          })}
        </svg>
      )}
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-card tabular-nums">
        {passages > 0 &&
          told.map((one) => (
            <li key={one.words} className="inline-flex items-center gap-1.5">
              {one.stage && <span aria-hidden className={classNames("stage-swatch", `stage-${one.stage}`)} />}
              {one.words}
            </li>
          ))}
      </ul>
      {passages > 0 && judged === passages && (
        <p className="mt-2 text-card">
          {passages === 1 ? "The one passage is judged." : `All ${countOf(passages, "passage")} judged.`}{" "}
          <a className="link" href={`/articles/${articleId}/report`}>
            Make the report
          </a>
        </p>
      )}
    </section>
  );
}

function splitWords(split: number, isPartlyHidden: boolean): string {
  const words = split === 0 ? "none split" : `${split.toLocaleString("en-GB")} split`;
  return isPartlyHidden ? `${words} of what you see` : words;
}
