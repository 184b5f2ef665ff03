import { Download } from "lucide-react";
import { buttonClass, wrapsClass } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";

type Props = {
  /** The address of the files. */
  from: string;
  /** What they are asked for. */
  query?: string;
  /** Passages and comments too, which are no part of a published report. */
  hasAnnotations?: boolean;
};

/** The report to take along. */
export function ReportFiles({ from, query = "", hasAnnotations = false }: Props) {
  return (
    <ul className="flex flex-wrap gap-2">
      {[
        { path: "claim-review", label: "ClaimReview (JSON-LD)" },
        { path: "csv", label: "CSV" },
        { path: "markdown", label: "Markdown" },
        ...(hasAnnotations
          ? [{ path: "annotations", label: "Passages and comments (Web Annotations)" }]
          : []),
      ].map(({ path, label }) => (
        <li key={path}>
          <a
            className={classNames(buttonClass("plain", "small"), wrapsClass)}
            href={`${from}/${path}${query}`}
            download
          >
            <Download aria-hidden className="size-4 shrink-0" />
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
