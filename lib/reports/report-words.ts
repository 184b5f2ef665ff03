import { confidenceCountWords } from "@/lib/assessments/confidence";
import { verdictWords } from "@/lib/assessments/scale";
import type { Stance } from "@/lib/attributions/schema";
import { countOf } from "@/lib/text/count-of";
import type {
  Finding,
  OpenQuestion,
  OtherAttribution,
  ReportEvidence,
  ReportNote,
  ReportView,
} from "./schema";

const people = (count: number) => (count === 1 ? "1 colleague has" : `${count} colleagues have`);

/** What was found, in numbers and in a sentence. */
export function summaryWords({ notes, counts: { resolved, open, split } }: ReportView): string {
  const partly = notes.filter(isPartlyResolved).length;
  const parts = [
    `${countOf(resolved, "passage")} ${resolved === 1 ? "is" : "are"} resolved`,
    partly > 0 && `${partly === resolved ? "" : `${partly} of them `}on one question only`,
    open !== null && `${open} ${open === 1 ? "is" : "are"} open`,
  ].filter(Boolean);
  const differing = notes.filter(({ attribution }) => attribution.state === "differing").length;
  const points = [
    differing > 0 && `on who said ${countOf(differing, "passage")}`,
    split && `on the verdict on ${countOf(split, "passage")}`,
  ].filter(Boolean);
  const differ = points.length > 0 ? `; colleagues differ ${points.join(" and ")}` : "";
  return notes.length === 0 ? "No passage is in this report." : `${parts.join(", ")}${differ}.`;
}

/** The other question is asked of it, and open. */
function isPartlyResolved({ said, so }: ReportNote): boolean {
  return said !== null && so !== null && (said.state === "resolved") !== (so.state === "resolved");
}

/** How it stands with what is not resolved, in a sentence; null for what is. */
export function openWords({ state, judged, counting }: Finding): string | null {
  const told = `Open: ${people(judged ?? 0)} judged it`;
  // What is shown of it is not the word of those whose verdict does not count.
  const isOfAll = counting === null || counting === judged;
  switch (state) {
    case "resolved":
      return null;
    case "open":
      return "Open.";
    case "none":
      return "Open: nobody has judged it yet.";
    case "split":
      return isOfAll ? `${told}, and they differ.` : `${told}; the ${counting} that count differ.`;
    case "agreed":
      return isOfAll ? `${told}, and they agree.` : `${told}; the ${counting} that count agree.`;
    default:
      if (isOfAll) return `${told}.`;
      return counting === 0 ? `${told}; none counts yet.` : `${told}; one verdict counts.`;
  }
}

/** How sure those are whose verdict it is: "2 high, 1 medium"; null where nobody chose other than the "medium" that is preset. */
export function confidenceCounts({ confidence }: Pick<Finding, "confidence">): string | null {
  return confidence && confidence.high + confidence.low > 0 ? confidenceCountWords(confidence) : null;
}

/** Who sees it differently: "Ana Lima and Ben Okoro: Distorted (2)", or "2 colleagues: …" without names. */
export function dissentWords({ axis }: Pick<Finding, "axis">, dissent: Finding["dissent"][number]): string {
  const { verdict, hollow } = dissent;
  return `${dissenters(dissent)}: ${verdictWords[axis][verdict]} (${verdict})${hollow ? ", without evidence" : ""}`;
}

/** What stands before those who had recorded another source: beside a verdict, dissent is about that. */
export const otherAttributionLabel = "Dissent on who said it";

/** Who had recorded another source: "Ben Okoro: The fish market, indirectly", or "1 colleague: …" without names. */
export function otherAttributionWords(other: OtherAttribution): string {
  return `${dissenters(other)}: ${lineWords(other.line)}`;
}

function dissenters({ names, count }: Pick<OtherAttribution, "names" | "count">): string {
  return names.length > 0 ? allOf(names) : countOf(count, "colleague");
}

const allOf = (names: readonly string[]) => new Intl.ListFormat("en-GB").format(names);

/** What is open, in a sentence that follows the number of its note. */
function questionWords({ kind, axis, count }: OpenQuestion, stance: Stance): string {
  const what = axis === "said" ? whetherSaid(stance) : "whether it is so";
  const whatFirst = `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
  switch (kind) {
    case "unsaid":
      return unsaid;
    case "speakers":
      return "Colleagues differ on who said it.";
    case "speakerThreads":
      return `${countOf(count, "discussion")} of who said it ${count === 1 ? "is" : "are"} open.`;
    case "split":
      return `Colleagues differ on ${what}.`;
    case "none":
      return `Nobody has judged ${what}.`;
    case "judged":
      return `${people(count)} judged ${what}; it is not resolved.`;
    case "reopened":
      return `${whatFirst} was resolved once; the words or their source were changed since.`;
    case "threads":
      return `${countOf(count, "discussion")} of whether it is so ${count === 1 ? "is" : "are"} open.`;
    case "open":
      return `${whatFirst} is not resolved.`;
  }
}

/**
 * What is open on one note, in sentences that follow its number. What is true of both questions is said once: of an
 * article that is hardly examined nothing else would be read.
 */
export function questionsWords(ofNote: readonly OpenQuestion[], note: ReportNote | undefined): string {
  const stance = note?.speaker?.stance ?? "claims";
  const words = ofNote.map((one, at) => {
    const ofBoth = ofBothWords[one.kind];
    const same = ofNote.findIndex(({ kind }) => kind === one.kind);
    const isOfBoth = ofNote.filter(({ kind }) => kind === one.kind).length > 1;
    if (!ofBoth || !isOfBoth) return questionWords(one, stance);
    return same === at ? ofBoth : "";
  });
  return words.filter(Boolean).join(" ");
}

/** The question as the note asks it (`questionOf`), within a sentence. */
function whetherSaid(stance: Stance): string {
  if (stance === "denies") return "whether they denied it";
  return stance === "doubts" ? "whether they doubted it" : "whether they said so";
}

const ofBothWords: Partial<Record<OpenQuestion["kind"], string>> = {
  none: "Nobody has judged it.",
  open: "It is not resolved.",
};

/** What stands in place of two verdicts where there is none and the same is to be said of both; null otherwise. */
export function openAlikeWords({ said, so }: Pick<ReportNote, "said" | "so">): string | null {
  if (said === null || so === null || said.state !== so.state) return null;
  return so.state === "none" || so.state === "open" ? openWords(so) : null;
}

/** The marks of evidence that weigh: "first-hand", and where it comes from the same place as the claim. */
export function evidenceMarks({ primary, sameOrigin }: ReportEvidence): string[] {
  return [
    ...(primary ? ["first-hand"] : []),
    ...(sameOrigin === "article" ? ["from the article’s own site"] : []),
    ...(sameOrigin === "source" ? ["from the site of whoever is quoted"] : []),
  ];
}

const unsaid = "Nobody has said whose words these are.";

/** Who said it, as plain text; where colleagues differ with who recorded what, as far as names are told. */
export function attributionWords({ attribution: { state, lines, tellers } }: ReportNote): string {
  if (state === "none") return unsaid;
  if (state === "agreed") return lines.map(lineWords).join("");
  const told = lines.map((line, at) => {
    const names = tellers[at] ?? [];
    return names.length > 0 ? `${lineWords(line)} (${allOf(names)})` : lineWords(line);
  });
  return ["Colleagues differ on who said it", ...(told.length > 0 ? [told.join("; or: ")] : [])].join(": ");
}

function lineWords(line: OtherAttribution["line"]): string {
  return line.map((one) => (one.isCue ? `“${one.text}”` : one.text)).join("");
}
