import { confidenceCountWords } from "@/lib/assessments/confidence";
import { bearingWords, verdictWords } from "@/lib/assessments/scale";
import type { Stance } from "@/lib/attributions/schema";
import type { ReviewedClaim } from "@/lib/export/claim-review";
import { groupBy } from "@/lib/group-by";
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

/** A report that everybody can read, and where. */
export type Published = { report: ReportView; address: string };

/**
 * The claims of a report that were resolved on the axis “so”. Each has the address of the note in `published` that says
 * the same of the same words, and none where there is no such note: what came since can be read by members alone.
 */
export function reviewedClaims(
  { notes, article, workspace }: ReportView,
  published: Published | null,
): ReviewedClaim[] {
  const numbers = groupBy(published?.report.notes ?? [], reviewKey);
  return notes.flatMap((note) => {
    const { quote, so } = note;
    if (!so?.resolved || !so.verdict) return [];
    // Of notes that are alike the first is the first.
    const there = numbers.get(reviewKey(note))?.shift();
    return {
      url: published && there ? `${published.address}#note-${there.number}` : null,
      words: quote,
      verdict: so.verdict,
      resolvedOn: so.resolved.on,
      speaker: claimantOf(note),
      article,
      reviewer: workspace,
    };
  });
}

/** What a review says, by which it is known again under another number. */
function reviewKey(note: ReportNote): string {
  const { quote, so } = note;
  return JSON.stringify([quote, so?.verdict, so?.resolved?.on, claimantOf(note)]);
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
