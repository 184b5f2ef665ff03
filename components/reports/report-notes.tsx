import { Fragment } from "react";
import { printDay } from "@/components/articles/print-day";
import { VerdictMark } from "@/components/assessments/verdict-mark";
import { CommentBody } from "@/components/threads/comment-body";
import { bearingWords, questionOf, verdictWords } from "@/lib/assessments/scale";
import type { Stance } from "@/lib/attributions/schema";
import {
  attributionWords,
  confidenceCounts,
  dissentWords,
  evidenceMarks,
  openAlikeWords,
  openWords,
  otherAttributionLabel,
  otherAttributionWords,
} from "@/lib/reports/report-words";
import type { Finding, ReportEvidence, ReportNote } from "@/lib/reports/schema";
import { isSafeAddress } from "@/lib/threads/comment-schema";

/** A question beside its answer, where there is room; above it on a phone. */
const row = "gap-x-4 gap-y-0.5 phone:grid phone:grid-cols-dated";

type Props = { notes: readonly ReportNote[]; language: string };

/** The notes in text order: the words, whose they are, what was found and on which evidence. */
export function ReportNotes({ notes, language }: Props) {
  return (
    <ol className="flex flex-col gap-8 print:block">
      {notes.map((note) => (
        <Note key={note.number} note={note} language={language} />
      ))}
    </ol>
  );
}

function Note({ note, language }: { note: ReportNote; language: string }) {
  const { number, said, so, evidence, attribution } = note;
  const stance = note.speaker?.stance ?? "claims";
  const open = openAlikeWords(note);
  return (
    <li id={`note-${number}`} value={number} className="report-note relative list-none pl-10 print:mb-5">
      <div className="note-head">
        <a
          className="link absolute top-0 left-0 min-h-6 min-w-7 text-right font-semibold text-body tabular-nums"
          href={`#ref-${number}`}
          aria-label={`Note ${number}, back to the text`}
        >
          {number}
        </a>
        <h3 className="font-normal font-serif text-quote" lang={language}>
          {note.quote}
        </h3>
        <p className="mt-1 text-card text-muted">
          <Attribution note={note} />
        </p>
        <Dissent label={otherAttributionLabel} those={attribution.dissent.map(otherAttributionWords)} />
      </div>
      <dl className="mt-3 flex flex-col gap-3 text-card print:mt-2 print:gap-2">
        {open ? (
          <div className={row}>
            <dt className="font-semibold">Verdicts</dt>
            <dd>{open}</dd>
          </div>
        ) : (
          <>
            {said && <FindingRow finding={said} stance={stance} />}
            {so && <FindingRow finding={so} stance={stance} />}
          </>
        )}
        {evidence.length > 0 && (
          <div className={row}>
            <dt className="font-semibold">Evidence</dt>
            <dd className="flex flex-col gap-2 print:block">
              {evidence.map((one, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a report is drawn as a whole
                <EvidenceRow key={at} evidence={one} />
              ))}
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}

/** Who said it, the article's own cue in italics. */
function Attribution({ note }: { note: ReportNote }) {
  const { state, lines } = note.attribution;
  const [line] = lines;
  if (state !== "agreed" || !line) return attributionWords(note);
  return (
    <>
      {line.map(({ text, isCue }, at) => {
        const key = `${at} ${text}`;
        if (isCue)
          return (
            <em key={key} className="font-serif">
              {text}
            </em>
          );
        return at > 0 ? (
          <Fragment key={key}>{text}</Fragment>
        ) : (
          <span key={key} className="font-semibold text-ink">
            {text}
          </span>
        );
      })}
      {note.speaker?.saidOn && `, on ${printDay(note.speaker.saidOn)}`}
    </>
  );
}

function FindingRow({ finding, stance }: { finding: Finding; stance: Stance }) {
  const { axis, verdict, resolved, dissent } = finding;
  const open = openWords(finding);
  const confidence = confidenceCounts(finding);
  return (
    <div className={`keep-whole ${row}`}>
      <dt className="font-semibold">{questionOf(axis, stance)}</dt>
      <dd className="flex flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {open && <span>{open}</span>}
          {open && verdict && <span>So far:</span>}
          {verdict && (
            <>
              <span aria-hidden className="flex">
                <VerdictMark verdict={verdict} axis={axis} small />
              </span>
              <span>
                {verdictWords[axis][verdict]} ({verdict})
              </span>
            </>
          )}
          {resolved && (
            <span className="text-muted">
              resolved {resolved.by && `by ${resolved.by} `}on {printDay(resolved.on)}
            </span>
          )}
        </p>
        {resolved?.rationale && (
          <CommentBody body={resolved.rationale} nameOf={() => undefined} viewerId="" />
        )}
        {confidence && (
          <p>
            <span className="text-muted">Confidence:</span> {confidence}
          </p>
        )}
        <Dissent label="Dissent" those={dissent.map((one) => dissentWords(finding, one))} />
      </dd>
    </div>
  );
}

/** What colleagues see otherwise. */
function Dissent({ label, those }: { label: string; those: readonly string[] }) {
  if (those.length === 0) return null;
  return (
    <p className="text-card">
      <span className="text-muted">{label}:</span> {those.join("; ")}
    </p>
  );
}

function EvidenceRow({ evidence }: { evidence: ReportEvidence }) {
  const { title, url, excerpt, bearing } = evidence;
  return (
    <div className="keep-whole border-control border-l-2 pl-3 print:mb-2">
      <p>
        {bearing && <span className="font-semibold">{bearingWords[bearing]}: </span>}
        {title}
        {evidenceMarks(evidence).map((mark) => (
          <span key={mark} className="text-muted">
            {" "}
            · {mark}
          </span>
        ))}
      </p>
      {url && (
        <p className="wrap-anywhere text-label">
          {isSafeAddress(url) ? (
            <a className="link" href={url} rel="noreferrer noopener nofollow ugc">
              {url}
            </a>
          ) : (
            url
          )}
        </p>
      )}
      {excerpt && <p className="mt-0.5 whitespace-pre-line font-serif text-body">{excerpt}</p>}
    </div>
  );
}
