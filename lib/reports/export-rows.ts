import { confidenceCountWords } from "@/lib/assessments/confidence";
import { bearingWords, verdictWords } from "@/lib/assessments/scale";
import type { Stance } from "@/lib/attributions/schema";
import type { ReviewedClaim } from "@/lib/export/claim-review";
import { plainTextOf } from "@/lib/threads/comment-schema";
import { attributionWords, dissentWords, evidenceMarks, otherAttributionWords } from "./report-words";
import type { Finding, ReportEvidence, ReportNote, ReportView } from "./schema";

const axisHead = (question: string) => [
  question,
  `${question} (letter)`,
  `${question} Resolved on`,
  `${question} Resolved by`,
  `${question} Why`,
  `${question} Confidence`,
  `${question} Dissent`,
];

const head = [
  "Note",
  "Words",
  "Who said it",
  "Said on",
  "Who said it Dissent",
  ...axisHead("Did they say so?"),
  ...axisHead("Is it so?"),
];

/** The notes of a report as rows of a table, one a note, the head first. */
export function reportRows({ notes }: ReportView): (string | number | null)[][] {
  return [
    [...head, "Evidence"],
    ...notes.map((note) => [
      note.number,
      note.quote,
      attributionWords(note),
      note.speaker?.saidOn ?? null,
      note.attribution.dissent.map(otherAttributionWords).join("; "),
      ...findingCells(note.said),
      ...findingCells(note.so),
      note.evidence.map(evidenceCell).join("\n"),
    ]),
  ];
}

/** Only what is resolved is a result; the rest is open. */
function findingCells(finding: Finding | null): (string | null)[] {
  if (!finding) return [null, null, null, null, null, null, null];
  const { axis, verdict, resolved, dissent } = finding;
  if (!resolved || !verdict) return ["Open", null, null, null, null, null, null];
  return [
    verdictWords[axis][verdict],
    verdict,
    resolved.on,
    resolved.by,
    resolved.rationale && plainTextOf(resolved.rationale),
    finding.confidence && confidenceCountWords(finding.confidence),
    dissent.map((one) => dissentWords(finding, one)).join("; "),
  ];
}

function evidenceCell(one: ReportEvidence): string {
  const said = [
    one.bearing && bearingWords[one.bearing],
    one.title,
    one.url,
    one.excerpt,
    ...evidenceMarks(one),
  ];
  return said.filter(Boolean).join(" · ");
}

/** The claims of a report that were resolved on the axis “so”. `address` is where the report can be read. */
export function reviewedClaims({ notes, article, workspace }: ReportView, address: string): ReviewedClaim[] {
  return notes.flatMap((note) => {
    const { number, quote, so } = note;
    if (!so?.resolved || !so.verdict) return [];
    return {
      url: `${address}#note-${number}`,
      words: quote,
      verdict: so.verdict,
      resolvedOn: so.resolved.on,
      speaker: claimantOf(note),
      article,
      reviewer: workspace,
    };
  });
}

/**
 * Who goes out as its speaker, with how they stand to it. Whoever has not said so at all, as an editor has found, does
 * not go out with it.
 */
function claimantOf(note: ReportNote): ReviewedClaim["speaker"] {
  const { speaker, said } = note;
  if (!speaker || (said?.resolved && said.verdict === "1")) return null;
  return { ...speaker, stance: stanceIn(note, speaker.stance) };
}

/** What was published before reports told the stance has a denial only in its line. */
function stanceIn({ attribution }: ReportNote, told: Stance): Stance {
  const isDenied = attribution.lines.flat().some(({ text, isCue }) => !isCue && text === ", denying it");
  return isDenied ? "denies" : told;
}
