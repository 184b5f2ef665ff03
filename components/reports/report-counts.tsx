import { VerdictMark } from "@/components/assessments/verdict-mark";
import { axisQuestions, verdictOrder, verdictWords } from "@/lib/assessments/scale";
import type { Axis } from "@/lib/assessments/schema";
import { summaryWords } from "@/lib/reports/report-words";
import type { ReportView } from "@/lib/reports/schema";

/** What was found, in numbers: how many passages came out at each level, which is also the key to the lines in the text. */
export function ReportCounts({ report }: { report: ReportView }) {
  const { counts } = report;
  return (
    <section aria-labelledby="report-counts">
      <h2 id="report-counts" className="sr-only">
        In short
      </h2>
      <p className="mb-5 text-body">{summaryWords(report)}</p>
      <div className="grid gap-x-10 gap-y-6 phone:grid-cols-2 print:grid-cols-2">
        <Levels axis="so" counts={counts.so} />
        <Levels axis="said" counts={counts.said} />
      </div>
    </section>
  );
}

function Levels({ axis, counts }: { axis: Axis; counts: ReportView["counts"][Axis] }) {
  const found = verdictOrder.filter((verdict) => counts[verdict] > 0);
  return (
    <div className="keep-whole">
      <h3 className="mb-1 border-hairline border-b pb-1 font-sans font-semibold text-card">
        {axisQuestions[axis]}
      </h3>
      {found.length === 0 && <p className="py-1 text-card text-muted">Nothing is resolved.</p>}
      <ul className="text-card">
        {found.map((verdict) => (
          <li key={verdict} className="flex items-center gap-3 py-1">
            <span aria-hidden className="flex">
              <VerdictMark verdict={verdict} axis={axis} small />
            </span>
            <span className="flex-1">
              {axis === "so" ? (
                <span className="verdict-line" data-verdict={verdict}>
                  {verdictWords[axis][verdict]}
                </span>
              ) : (
                verdictWords[axis][verdict]
              )}
            </span>
            <span className="font-semibold tabular-nums">{counts[verdict]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
