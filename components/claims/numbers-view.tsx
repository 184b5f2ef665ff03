import { buttonClass } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { stacked } from "@/components/ui/stacked";
import { numberKindWords, speakerWords } from "@/lib/claims/claim-words";
import { addressOfClaims, type ClaimsAddress } from "@/lib/claims/read-claims-address";
import type { NumberRow } from "@/lib/claims/row-schema";
import type { ClaimsNumbers } from "@/lib/claims/schema";
import { countOf } from "@/lib/text/count-of";
import { wordsFragment } from "@/lib/text/words-fragment";
import { AxisCell } from "./axis-cell";
import { GoLink } from "./go-link";

type Props = { article: { id: string; language: string }; asked: ClaimsAddress; answer: ClaimsNumbers };

/** The list that a checker would make by hand: every quantity and date with its sentence, source and verdict. */
export function NumbersView({ article, asked, answer }: Props) {
  const { numbers, nextFrom, total, uncovered } = answer;
  if (total === 0) {
    return (
      <EmptyState title="No numbers or dates">
        <p>The rules find no quantity and no date in this text. They read English words and all figures.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <p className="mb-3 max-w-prose text-card">
        {countOf(total, "number")} and dates in the text
        {uncovered > 0
          ? `; ${uncovered.toLocaleString("en-GB")} in no passage yet.`
          : ", each of them in a passage."}
      </p>
      <table className={classNames("w-full text-card", stacked.table)}>
        <caption className="sr-only">Numbers and dates of this article</caption>
        <thead className="max-tiny:sr-only">
          <tr className="border-ink border-b text-left text-label">
            <Head>Words</Head>
            <Head>Sentence</Head>
            <Head wide>Kind</Head>
            <Head wide>Source</Head>
            <Head wide>So</Head>
          </tr>
        </thead>
        <tbody className={stacked.rows}>
          {numbers.map((one) => (
            <Row key={one.start} of={one} article={article} />
          ))}
        </tbody>
      </table>
      <nav aria-label="Pages" className="mt-6 flex gap-3 print:hidden">
        {asked.from !== undefined && (
          <GoLink
            className={buttonClass("plain", "small")}
            href={addressOfClaims(article.id, { view: "numbers" })}
          >
            Back to the top
          </GoLink>
        )}
        {nextFrom !== null && (
          <a
            className={buttonClass("plain", "small")}
            href={addressOfClaims(article.id, { view: "numbers", from: nextFrom })}
          >
            Next 200
          </a>
        )}
      </nav>
    </>
  );
}

function Head({ children, wide = false }: { children: string; wide?: boolean }) {
  return (
    <th scope="col" className={`py-2 pr-5 font-semibold last:pr-0 ${wide ? "max-desk:hidden" : ""}`}>
      {children}
    </th>
  );
}

function Row({ of, article }: { of: NumberRow; article: Props["article"] }) {
  const { sentence, kind, claim } = of;
  const [lead, words, rest] = sentence;
  const speaker = claim && speakerWords(claim);
  return (
    <tr className={classNames("border-hairline border-b align-top", stacked.row)}>
      <th
        scope="row"
        className={classNames(
          "wrap-anywhere w-44 py-2.5 pr-5 text-left font-semibold max-phone:w-[30%]",
          stacked.line,
        )}
      >
        <a
          className="hover:underline"
          lang={article.language}
          href={`/articles/${article.id}${claim ? `?passage=${claim.id}` : `#${wordsFragment(words, { before: lead, after: rest })}`}`}
        >
          {words}
        </a>
        <span className="block font-normal text-label text-muted desk:hidden">{numberKindWords[kind]}</span>
      </th>
      <td
        className={classNames(
          "wrap-anywhere max-w-prose py-2.5 pr-5 max-desk:pr-0 max-tiny:pt-0",
          stacked.line,
        )}
      >
        <span lang={article.language} className="font-serif text-body">
          {lead}
          <mark className="bg-active-tint text-ink">{words}</mark>
          {rest}
        </span>
        <span className="mt-1 flex flex-wrap items-center gap-2 text-label text-muted desk:hidden">
          {claim ? (
            <>
              {speaker} <AxisCell axis="so" of={claim.so} />
            </>
          ) : (
            "In no passage"
          )}
        </span>
      </td>
      <td className="whitespace-nowrap py-2.5 pr-5 text-muted max-desk:hidden">{numberKindWords[kind]}</td>
      <td className="wrap-anywhere max-w-48 py-2.5 pr-5 max-desk:hidden">
        {speaker ?? <span className="text-muted">In no passage</span>}
      </td>
      <td className="py-2.5 max-desk:hidden">{claim && <AxisCell axis="so" of={claim.so} />}</td>
    </tr>
  );
}
