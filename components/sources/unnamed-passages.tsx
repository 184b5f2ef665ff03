import type { PassageView } from "@/lib/passages/schema";
import { countOf } from "@/lib/text/count-of";

type Props = {
  articleId: string;
  /** In text order. */
  passages: readonly PassageView[];
};

/** What somebody unnamed says, with the way to each of it: they are no source, so no row of the ledger has it. */
export function UnnamedPassages({ articleId, passages }: Props) {
  if (passages.length === 0) return null;
  return (
    <section id={unnamedId} aria-labelledby={`${unnamedId}-title`} className="mt-6">
      <h2 id={`${unnamedId}-title`} className="font-sans font-semibold text-card">
        And {countOf(passages.length, "passage")} of somebody unnamed
      </h2>
      <ol className="mt-1 flex max-w-prose flex-col gap-2">
        {passages.map((passage) => (
          <li key={passage.id}>
            <a
              className="wrap-anywhere line-clamp-3 pointer-coarse:min-h-11 pointer-coarse:py-2.5 font-serif text-body hover:underline"
              href={`/articles/${articleId}?passage=${passage.id}`}
            >
              {passage.exact}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Where on the page they stand. */
export const unnamedId = "unnamed";
