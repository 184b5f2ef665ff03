import { Wordmark } from "@/components/ui/wordmark";
import type { ReportView } from "@/lib/reports/schema";
import { PrintButton } from "./print-button";
import { Report } from "./report";
import { ReportFiles } from "./report-files";

type Props = { report: ReportView; address: string; url: string; claimReviews: string | null };

/**
 * A published report, the same for everybody who has its address. Drawn from the stored snapshot alone; `claimReviews`
 * is the same for machines (lib/export/script-json: it cannot leave its tag).
 */
export function PublicReport({ report, address, url, claimReviews }: Props) {
  return (
    <div className="mx-auto w-full max-w-report px-4 py-8 phone:px-6 print:max-w-none print:p-0">
      <header className="mb-8 flex flex-wrap items-center justify-between gap-4 print:hidden">
        <Wordmark />
        <PrintButton />
      </header>
      <main id="main">
        <Report report={report} />
      </main>
      <footer className="wrap-anywhere mt-12 flex flex-col gap-4 border-hairline border-t pt-5 text-label print:mt-6 print:gap-1 print:pt-3 text-muted">
        <p>
          Published by {report.workspace} on Sayso, where colleagues read an article together and ask of each
          passage who said it, and whether it is so. A verdict is an editor’s final word on a passage. The
          report is as it was on the day above.
        </p>
        <p className="hidden print:block">{url}</p>
        <div className="print:hidden">
          <ReportFiles from={`/api/reports/${address}`} />
        </div>
      </footer>
      {claimReviews && <script type="application/ld+json">{claimReviews}</script>}
    </div>
  );
}
