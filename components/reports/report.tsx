import { printDay } from "@/components/articles/print-day";
import { groupBy } from "@/lib/group-by";
import { questionsWords } from "@/lib/reports/report-words";
import type { ReportView } from "@/lib/reports/schema";
import { ReportCounts } from "./report-counts";
import { ReportNotes } from "./report-notes";
import { ReportText } from "./report-text";
import "./report.css";

/** A report as it is read and printed: what was found in short, the text with its notes, what is open. Needs no script. */
export function Report({ report }: { report: ReportView }) {
  const { notes, questions, article } = report;
  return (
    <article className="report">
      <ReportHead report={report} />
      <ReportCounts report={report} />
      <Part id="report-text" title="The text">
        <ReportText text={report.text} title={article.title} notes={notes} language={article.language} />
      </Part>
      {notes.length > 0 && (
        <Part id="report-notes" title="Notes">
          <ReportNotes notes={notes} language={article.language} />
        </Part>
      )}
      {questions.length > 0 && (
        <Part id="report-questions" title="Open questions">
          <ul className="flex flex-col gap-2 text-card print:gap-1">
            {[...groupBy(questions, (one) => one.note)].map(([note, ofNote]) => (
              <li key={note} className="keep-whole flex gap-3">
                <a
                  className="link min-h-6 min-w-6 shrink-0 text-right font-semibold tabular-nums"
                  href={`#note-${note}`}
                  aria-label={`Note ${note}`}
                >
                  {note}
                </a>
                <span>
                  {questionsWords(
                    ofNote,
                    notes.find(({ number }) => number === note),
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </article>
  );
}

function ReportHead({ report: { article, workspace, madeOn } }: { report: ReportView }) {
  const facts = [
    article.author && `By ${article.author}`,
    article.publisher,
    article.publishedAt && printDay(article.publishedAt),
    `version ${article.revision}`,
  ].filter(Boolean);
  return (
    <header className="rule-masthead mb-6 pb-4">
      <p className="mb-2 text-label text-muted">
        <span className="font-semibold text-ink">Report</span> by {workspace}, {printDay(madeOn)}
      </p>
      <h1
        className="mb-3 font-medium text-headline-small tracking-tight phone:text-headline"
        lang={article.language}
      >
        {article.title}
      </h1>
      <p className="text-card text-muted">{facts.join(" · ")}</p>
      {article.url && (
        <p className="wrap-anywhere mt-1 text-label">
          <a className="link" href={article.url} rel="noreferrer noopener nofollow">
            {article.url}
          </a>
        </p>
      )}
    </header>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-10 print:mt-6">
      <h2 id={id} className="mb-4 border-ink border-t pt-2 font-medium text-dek print:mb-3">
        {title}
      </h2>
      {children}
    </section>
  );
}
