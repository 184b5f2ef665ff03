import { unnamedWords, withStance } from "@/lib/attributions/describe-attribution";
import { printedWords } from "@/lib/attributions/quoted-words";
import { agreedStance } from "@/lib/attributions/stance";
import type { Standing } from "@/lib/attributions/standing";
import type { Voices } from "@/lib/attributions/voices";
import type { PassageView } from "@/lib/passages/schema";
import { countOf } from "@/lib/text/count-of";

type Props = {
  articleId: string;
  /** In text order. */
  passages: readonly PassageView[];
  voices: Voices;
};

/** What somebody unnamed says, with the way to each of it: they are no source, so no row of the ledger has it. */
export function UnnamedPassages({ articleId, passages, voices }: Props) {
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
              {printedWords(passage, voices.standings.get(passage.id), voices)}
            </a>
            <Stance standing={voices.standings.get(passage.id)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** That they deny it, where they do. */
function Stance({ standing }: { standing: Standing | undefined }) {
  const stance = agreedStance({ standing: standing?.standing ?? [] });
  if (stance === "claims") return null;
  return <span className="text-label text-muted">{withStance(unnamedWords, stance)}</span>;
}

/** Where on the page they stand. */
export const unnamedId = "unnamed";
