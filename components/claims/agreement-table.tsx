import { fewestShared } from "@/lib/assessments/agreement";
import { axisQuestions } from "@/lib/assessments/scale";
import type { ClaimsBoard } from "@/lib/claims/schema";
import { nameOf } from "@/lib/discussion/name-of";
import { countOf } from "@/lib/text/count-of";

type Figures = ClaimsBoard["agreement"][number]["all"];

/** How far colleagues agree: in the whole article and pair by pair, over all verdicts and over those given blind. */
export function AgreementTable({ answer }: { answer: ClaimsBoard }) {
  const { agreement, pairs, pairCount, people, hidden } = answer;
  const shown = agreement.filter((one) => one.all.pairs > 0);
  return (
    <section aria-labelledby="agreement">
      <h2 id="agreement" className="mb-2 font-medium text-dek">
        How far colleagues agree
      </h2>
      <p className="mb-4 max-w-prose text-card text-muted">
        Within one level: how many pairs of verdicts on the same passage lie no further apart than one level.
        Alpha is Krippendorff’s for ordered levels: 1 is perfect agreement, 0 what chance would give. Below{" "}
        {fewestShared} shared passages there are too few for either, and for alpha where all verdicts are the
        same.
        {hidden > 0 && " Verdicts that are hidden from you have no part in it."}
      </p>
      {shown.length === 0 ? (
        <p className="text-card text-muted">
          No passage has two verdicts yet{hidden > 0 ? " that you can see" : ""}.
        </p>
      ) : (
        <div className="overflow-x-auto">
          <table className="text-card tabular-nums max-phone:w-full">
            <caption className="sr-only">Agreement in the article and by pair of colleagues</caption>
            <thead>
              <tr className="border-ink border-b text-left text-label">
                <th scope="col" className="py-2 pr-8 font-semibold">
                  Who
                </th>
                <th scope="col" className="py-2 pr-8 font-semibold max-phone:hidden">
                  Question
                </th>
                <th scope="col" className="py-2 pr-8 font-semibold">
                  All verdicts
                </th>
                <th scope="col" className="py-2 font-semibold">
                  Given blind
                </th>
              </tr>
            </thead>
            <tbody>
              {[
                ...shown.map((one) => ({ ...one, who: "Everybody", key: one.axis })),
                ...pairs.map((one) => ({
                  ...one,
                  who: one.people
                    .map((id) => nameOf(people, id))
                    .sort()
                    .join(" and "),
                  key: `${one.axis} ${one.people.join(" ")}`,
                })),
              ].map(({ key, who, axis, all, blind }) => (
                <tr key={key} className="border-hairline border-b align-top">
                  <th scope="row" className="wrap-anywhere py-2 pr-8 text-left font-normal">
                    {who}
                    <span className="block text-label text-muted phone:hidden">{axisQuestions[axis]}</span>
                  </th>
                  <td className="py-2 pr-8 max-phone:hidden">{axisQuestions[axis]}</td>
                  <td className="py-2 pr-8">
                    <Cell of={all} />
                  </td>
                  <td className="py-2">{blind && blind.pairs > 0 ? <Cell of={blind} /> : "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {pairCount > pairs.length && (
        <p className="mt-2 text-label text-muted">
          The {pairs.length} pairs that share most of {pairCount.toLocaleString("en-GB")}.
        </p>
      )}
    </section>
  );
}

const percent = new Intl.NumberFormat("en-GB", { style: "percent", maximumFractionDigits: 0 });

/** A share of a handful would be read as a finding. */
function withinWords({ shared, withinOne }: Figures): string {
  if (shared < fewestShared) return "Too few to say";
  return withinOne === null ? "–" : `${percent.format(withinOne)} within one level`;
}

function Cell({ of }: { of: Figures }) {
  return (
    <>
      {withinWords(of)}
      <span className="block text-label text-muted">
        {countOf(of.shared, "passage")} ·{" "}
        {of.alpha === null ? "alpha: too few" : `alpha ${of.alpha.toFixed(2)} (n = ${of.n})`}
      </span>
    </>
  );
}
