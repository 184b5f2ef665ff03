import { classNames } from "@/components/ui/class-names";
import type { SuggestionCounts as Counts } from "@/lib/suggestions/schema";

type Rule = Counts["rules"][number];

const columns = [
  { key: "accepted", label: "Accepted" },
  { key: "changed", label: "Changed" },
  { key: "dismissed", label: "Dismissed" },
  { key: "open", label: "Open" },
] as const;

/** Columns that a phone has no room for; under the rule's words it tells the same. */
const wide = "max-phone:hidden";

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
    <table className="w-full text-card">
      <caption className="sr-only">Suggestions by rule</caption>
      <thead>
        <tr className="border-hairline border-b text-label">
          <th scope="col" className="py-2 pr-3 text-left font-semibold">
            Rule
          </th>
          {columns.map(({ key, label }) => (
            <th key={key} scope="col" className={classNames("py-2 pl-3 text-right font-semibold", wide)}>
              {label}
            </th>
          ))}
          <th scope="col" className="py-2 pl-3 text-right font-semibold">
            Right
          </th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.rule} className="border-hairline border-b align-top">
            <th scope="row" className="py-2 pr-3 text-left font-normal">
              {rule.rule}
              <span className="block text-label text-muted phone:hidden">
                {columns.map(({ key, label }) => `${rule[key]} ${label.toLowerCase()}`).join(" · ")}
              </span>
            </th>
            {columns.map(({ key }) => (
              <td key={key} className={classNames("py-2 pl-3 text-right tabular-nums", wide)}>
                {rule[key]}
              </td>
            ))}
            <td className="py-2 pl-3 text-right tabular-nums">{rightShare(rule)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many of those decided about were accepted as they were. */
function rightShare({ accepted, changed, dismissed }: Rule): string {
  const decided = accepted + changed + dismissed;
  return decided === 0 ? "–" : percent.format(accepted / decided);
}
