import type { SuggestionCounts as Counts } from "@/lib/suggestions/schema";

type Rule = Counts["rules"][number];

const percent = new Intl.NumberFormat("en-GB", { style: "percent", maximumFractionDigits: 0 });

/** How the machine's suggestions were taken, by the rule that made them: whoever reads it sees which rules to trust. */
export function SuggestionCounts({ rules }: Counts) {
  if (rules.length === 0) {
    return (
      <p className="py-4 text-card text-muted">
        Suggestions are made when an article in English is opened for the first time. There are none yet.
      </p>
    );
  }
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-card">
        <caption className="sr-only">Suggestions by rule</caption>
        <thead>
          <tr className="border-hairline border-b text-label">
            <th scope="col" className="py-2 pr-3 text-left font-semibold">
              Rule
            </th>
            {["Accepted", "Changed", "Dismissed", "Open", "Right"].map((label) => (
              <th key={label} scope="col" className="py-2 pl-3 text-right font-semibold">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.rule} className="border-hairline border-b align-top">
              <th scope="row" className="min-w-40 py-2 pr-3 text-left font-normal">
                {rule.rule}
              </th>
              {[rule.accepted, rule.changed, rule.dismissed, rule.open].map((count, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: four columns that never move
                <td key={at} className="py-2 pl-3 text-right tabular-nums">
                  {count}
                </td>
              ))}
              <td className="py-2 pl-3 text-right tabular-nums">{rightShare(rule)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How many of those decided about were accepted as they were. */
function rightShare({ accepted, changed, dismissed }: Rule): string {
  const decided = accepted + changed + dismissed;
  return decided === 0 ? "–" : percent.format(accepted / decided);
}
