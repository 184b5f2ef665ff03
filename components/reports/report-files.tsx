import { Download } from "lucide-react";
import { buttonClass } from "@/components/ui/button";

/** The report to take along. `from` is the address of its files, `query` what they are asked for. */
export function ReportFiles({ from, query = "" }: { from: string; query?: string }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {[
        { path: "claim-review", label: "ClaimReview (JSON-LD)" },
        { path: "csv", label: "CSV" },
      ].map(({ path, label }) => (
        <li key={path}>
          <a className={buttonClass("plain", "small")} href={`${from}/${path}${query}`} download>
            <Download aria-hidden className="size-4" />
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
