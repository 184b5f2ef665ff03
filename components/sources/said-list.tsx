import { channelWords, directnessWords, withStance } from "@/lib/attributions/describe-attribution";
import type { SaidPassage } from "@/lib/attributions/ledger-schema";
import { saidHeading } from "@/lib/sources/kind-words";
import type { SourceView } from "@/lib/sources/schema";
import { inQuotes } from "@/lib/text/in-quotes";
import { printDay } from "../articles/print-day";

type Props = { source: SourceView; passages: readonly SaidPassage[]; isStart: boolean };

/**
 * What a source said over all articles, the latest first and what has no date last: each passage leads to its place in
 * the text.
 */
export function SaidList({ source, passages, isStart }: Props) {
  return (
    <section aria-labelledby="said" className="mt-10">
      <h2 id="said" className="border-ink border-b pb-2 text-dek font-medium">
        {saidHeading(source.kind)}
      </h2>
      {passages.length === 0 && isStart && (
        <p className="wrap-anywhere mt-4 text-card text-muted">
          No passage is recorded as the words of {inQuotes(source.name)} at the moment.
        </p>
      )}
      <ol>
        {passages.map((passage, at) => (
          <li
            key={passage.passageId}
            className="grid gap-x-6 gap-y-1 border-hairline border-b py-4 phone:grid-cols-dated"
          >
            {/* One day stands once, before all that was said on it. */}
            <p className="text-label text-muted">
              {passages[at - 1]?.day !== passage.day && <Day day={passage.day} />}
            </p>
            <div className="min-w-0">
              <a
                className="line-clamp-4 break-words pointer-coarse:min-h-11 pointer-coarse:py-2 font-serif text-quote hover:underline"
                href={`/articles/${passage.articleId}?passage=${passage.passageId}`}
              >
                {passage.quote}
              </a>
              <p className="wrap-anywhere mt-1 font-sans text-label text-muted">{factsOf(passage, source)}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Day({ day }: Pick<SaidPassage, "day">) {
  return day ? <time dateTime={day}>{printDay(day)}</time> : "No date";
}

function factsOf(passage: SaidPassage, source: SourceView): string {
  return [
    passage.stance !== "claims" && withStance(source.name, passage.stance),
    passage.directness && directnessWords[passage.directness],
    passage.channel !== "unknown" && channelWords[passage.channel].toLowerCase(),
    passage.name !== source.name && `as ${inQuotes(passage.name)}`,
    `in ${inQuotes(passage.articleTitle)}`,
    passage.publisher,
    passage.isDiffering && "colleagues differ on who said it",
  ]
    .filter(Boolean)
    .join(" · ");
}
