import { VerdictMark } from "@/components/assessments/verdict-mark";
import { classNames } from "@/components/ui/class-names";
import { verdictWords } from "@/lib/assessments/scale";
import type { Axis, Verdict } from "@/lib/assessments/schema";
import { outsideWords } from "@/lib/claims/claim-words";
import { matrixLevels } from "@/lib/claims/matrix";
import { addressOfClaims } from "@/lib/claims/read-claims-address";
import { type ClaimsMatrix, outsideReason } from "@/lib/claims/schema";
import { countOf } from "@/lib/text/count-of";
import { shorten } from "@/lib/text/shorten";
import { GoLink } from "./go-link";

type Props = { article: { id: string; language: string }; answer: ClaimsMatrix };

const verdictOf: Record<(typeof matrixLevels)[number], Verdict> = { 4: "4", 3: "3", 2: "2", 1: "1" };

/** Claims by whether they said so, downwards, and whether it is so, across. */
export function MatrixView({ article, answer }: Props) {
  const { cells, outside } = answer;
  const outsideCount = outsideReason.options.reduce((sum, reason) => sum + outside[reason], 0);
  const told = outsideReason.options
    .filter((reason) => outside[reason] > 0)
    .map((reason) => {
      const count = outside[reason];
      return `${count.toLocaleString("en-GB")} ${outsideWords[reason][count === 1 ? 0 : 1]}`;
    });
  return (
    <>
      {/* Where letters are large or far apart the table scrolls, not the page. */}
      <div className="overflow-x-auto">
        <table className="w-full table-fixed border-collapse text-card">
          <caption className="pb-3 text-left text-muted">
            Claims by what colleagues, or an editor, have answered. Downwards: did they say so? Across: is it
            so?
          </caption>
          <thead>
            <tr>
              <td className="w-[15%] max-phone:w-16" />
              {matrixLevels.map((so) => (
                <th
                  key={so}
                  scope="col"
                  className="px-2 pb-2 text-left align-bottom font-semibold text-label"
                >
                  <Level axis="so" verdict={verdictOf[so]} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrixLevels.map((said) => (
              <tr key={said}>
                <th scope="row" className="pr-2 text-left align-top font-semibold text-label">
                  <span className="block pt-2">
                    <Level axis="said" verdict={verdictOf[said]} />
                  </span>
                </th>
                {matrixLevels.map((so) => {
                  const cell = cells.find((one) => one.said === said && one.so === so);
                  return cell ? <Cell key={so} cell={cell} article={article} /> : <td key={so} />;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-4 max-w-prose text-card text-muted">
        {outsideCount === 0
          ? "Every claim has a place in it."
          : `${countOf(outsideCount, "claim")} ${outsideCount === 1 ? "has" : "have"} no place in it: ${told.join(", ")}.`}
      </p>
    </>
  );
}

function Level({ axis, verdict }: { axis: Axis; verdict: Verdict }) {
  return (
    <span className="inline-flex gap-x-2 gap-y-1 max-desk:flex-col max-desk:items-start desk:items-center">
      <VerdictMark axis={axis} verdict={verdict} small />
      <span aria-hidden className="max-phone:text-tiny">
        {verdictWords[axis][verdict]}
      </span>
    </span>
  );
}

type CellProps = { cell: ClaimsMatrix["cells"][number]; article: Props["article"] };

function Cell({ cell, article }: CellProps) {
  const { said, so, count, first } = cell;
  const isStory = said === 4 && so === 1;
  const href = addressOfClaims(article.id, { cell: `${said}-${so}` });
  return (
    <td
      className={classNames(
        "h-24 border border-control px-2 py-1.5 align-top max-phone:h-16",
        isStory && "outline-2 outline-ink -outline-offset-2",
        count === 0 ? "bg-transparent text-muted" : "bg-card",
      )}
    >
      {isStory && (
        <p className="font-semibold text-label leading-4 max-phone:text-tiny">
          Faithfully quoted, inaccurate
        </p>
      )}
      {count === 0 ? (
        <span className="tabular-nums">0</span>
      ) : (
        <GoLink
          className="inline-flex min-h-8 min-w-8 pointer-coarse:min-h-11 pointer-coarse:min-w-11 items-center font-semibold text-dek tabular-nums underline decoration-1 underline-offset-4"
          href={href}
        >
          {count.toLocaleString("en-GB")}
          <span className="sr-only"> {count === 1 ? "claim" : "claims"}, in the table</span>
        </GoLink>
      )}
      {first.length > 0 && (
        <ul className="flex flex-col gap-1 text-label max-phone:hidden">
          {first.map((one) => (
            <li key={one.id} className="wrap-anywhere">
              <a
                className="inline-block min-h-6 pointer-coarse:min-h-11 hover:underline"
                href={`/articles/${article.id}?passage=${one.id}`}
              >
                <span className="text-muted tabular-nums">{one.place} </span>
                <span lang={article.language}>{shorten(one.quote, 48)}</span>
              </a>
            </li>
          ))}
          {count > first.length && (
            <li>
              <GoLink className="link" href={href}>
                and {(count - first.length).toLocaleString("en-GB")} more
              </GoLink>
            </li>
          )}
        </ul>
      )}
    </td>
  );
}
