import { ChevronRight } from "lucide-react";
import { VerdictMark } from "@/components/assessments/verdict-mark";
import { CommentBody } from "@/components/threads/comment-body";
import { TimeAgo } from "@/components/ui/time-ago";
import {
  axisQuestions,
  bearingWords,
  confidenceWords,
  reasonWords,
  verdictWords,
} from "@/lib/assessments/scale";
import type { Axis, EvidenceView } from "@/lib/assessments/schema";
import { speakerWords } from "@/lib/claims/claim-words";
import type { ClaimsOverview, BoardItem as Item } from "@/lib/claims/schema";
import { nameOf, nameWithin } from "@/lib/discussion/name-of";
import { shorten } from "@/lib/text/shorten";
import { AxisCell } from "./axis-cell";

type Props = {
  item: Item;
  article: { id: string; language: string };
  viewerId: string;
  people: ClaimsOverview["people"];
};

const mostLetters = 300;

/** A claim of the board: its words and how it stands; opened, everybody's verdict with reasons and evidence. */
export function BoardItem({ item, article, viewerId, people }: Props) {
  const { row, evidence } = item;
  const names = { people, viewerId };
  return (
    <details className="group">
      <summary className="flex list-none gap-3 py-3 marker:hidden hover:bg-sunk">
        <ChevronRight
          aria-hidden
          className="mt-1 size-4 shrink-0 text-muted transition-transform group-open:rotate-90"
        />
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-6 gap-y-1.5">
          <span className="wrap-anywhere min-w-0 max-w-prose">
            <span lang={article.language} className="font-serif text-body">
              {shorten(row.quote, mostLetters)}
            </span>
            <span className="block text-label text-muted">
              {row.place} · {speakerWords(row)}
            </span>
          </span>
          <span className="flex flex-wrap gap-x-5 gap-y-1 text-card">
            {row.said && (
              <span className="inline-flex items-center gap-1.5">
                <span className="text-label text-muted">Said</span>
                <AxisCell axis="said" of={row.said} />
              </span>
            )}
            <span className="inline-flex items-center gap-1.5">
              <span className="text-label text-muted">So</span>
              <AxisCell axis="so" of={row.so} />
            </span>
          </span>
        </span>
      </summary>
      <div className="flex flex-col gap-4 pt-1 pb-5 pl-7 text-card">
        <Question axis="said" item={item} {...names} />
        <Question axis="so" item={item} {...names} />
        {evidence.length > 0 && (
          <div>
            <h3 className="mb-1 font-semibold text-label">Evidence</h3>
            <ul className="flex flex-col gap-1">
              {evidence.map((one) => (
                <li key={one.id} className="wrap-anywhere">
                  <EvidenceLine of={one} />
                </li>
              ))}
            </ul>
          </div>
        )}
        <p>
          <a className="link" href={`/articles/${article.id}?passage=${row.id}`}>
            Open the passage
          </a>
        </p>
      </div>
    </details>
  );
}

type Names = { people: ClaimsOverview["people"]; viewerId: string };

/** What everybody has answered to one question, and what an editor has decided. */
function Question({ axis, item, ...names }: Names & { axis: Axis; item: Item }) {
  const of = item.row[axis];
  if (!of) return null;
  const given = item.assessments.filter((one) => one.axis === axis);
  const resolution = item.resolutions.find((one) => one.axis === axis);
  const person = (id: string) => names.people.find((one) => one.id === id)?.name;
  return (
    <div>
      <h3 className="mb-1 font-semibold text-label">{axisQuestions[axis]}</h3>
      {of.hidden && (
        <p className="text-muted">
          {of.count} {of.count === 1 ? "colleague has" : "colleagues have"} judged. What they said is hidden
          from you.
        </p>
      )}
      {!of.hidden && given.length === 0 && <p className="text-muted">Nobody has judged yet.</p>}
      <ul className="flex flex-col gap-2">
        {given.map((one) => {
          const standing = of.verdicts.find((other) => other.by === one.by);
          const notes = [
            one.verdict && verdictWords[axis][one.verdict],
            `${confidenceWords[one.confidence].toLowerCase()} confidence`,
            ...one.reasons.map((reason) => reasonWords[reason].toLowerCase()),
            standing?.hollow && "without evidence",
            standing?.stale && "of what stood there before",
            !one.blind && "not blind",
          ];
          return (
            <li key={one.id} className="flex gap-2.5">
              {one.verdict && (
                <VerdictMark axis={axis} verdict={one.verdict} hollow={standing?.hollow ?? false} small />
              )}
              <div className="wrap-anywhere min-w-0">
                <span className="font-semibold">
                  {one.by === names.viewerId ? "You" : nameOf(names.people, one.by)}
                </span>{" "}
                <span className="text-muted">{notes.filter(Boolean).join(" · ")}</span>
                {one.rationale && (
                  <CommentBody body={one.rationale} nameOf={person} viewerId={names.viewerId} />
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {resolution?.verdict && (
        <div className="mt-2 flex gap-2.5 border-ink border-l-2 pl-3">
          <VerdictMark axis={axis} verdict={resolution.verdict} small />
          <div className="wrap-anywhere min-w-0">
            <span className="font-semibold">
              Resolved by {nameWithin(names.people, resolution.by, names.viewerId)}
            </span>{" "}
            <span className="text-muted">
              {verdictWords[axis][resolution.verdict]} · <TimeAgo at={resolution.at} />
              {of.reopened && " · holds no more, since the passage has changed"}
            </span>
            {resolution.rationale && (
              <CommentBody body={resolution.rationale} nameOf={person} viewerId={names.viewerId} />
            )}
          </div>
        </div>
      )}
    </div>
  );
}

/** Whoever has not judged yet does not get to know which way a colleague takes it. */
function EvidenceLine({ of }: { of: EvidenceView }) {
  return (
    <>
      {of.bearing && <span className="text-muted">{bearingWords[of.bearing]}: </span>}
      {of.url ? (
        <a className="link" href={of.url} target="_blank" rel="noopener nofollow ugc">
          {of.title}
        </a>
      ) : (
        of.title
      )}
      {of.site && <span className="text-muted"> · {of.site}</span>}
    </>
  );
}
