import type { BlockContent, FootnoteDefinition, ListItem, PhrasingContent, RootContent } from "mdast";
import { gfmFootnoteToMarkdown } from "mdast-util-gfm-footnote";
import { toMarkdown } from "mdast-util-to-markdown";
import { bearingWords, questionOf, verdictWords } from "@/lib/assessments/scale";
import type { Stance } from "@/lib/attributions/schema";
import { groupBy } from "@/lib/group-by";
import { isSafeAddress } from "@/lib/threads/comment-schema";
import { bodyTree } from "./markdown-body";
import {
  attributionWords,
  confidenceCounts,
  dissentWords,
  evidenceMarks,
  openAlikeWords,
  openWords,
  otherAttributionLabel,
  otherAttributionWords,
  questionsWords,
  summaryWords,
} from "./report-words";
import type { Finding, ReportBlock, ReportEvidence, ReportNote, ReportView } from "./schema";

/**
 * A report as Markdown (CommonMark with the footnotes of GitHub): the text of the article with the number of each note
 * behind its last words, the notes, and what is open. Whatever was written in it stays text; only addresses that are
 * safe become links.
 */
export function reportMarkdown(report: ReportView): string {
  const { article, notes, questions } = report;
  const children: RootContent[] = [
    heading(1, article.title),
    paragraph([text(factsOf(report))]),
    ...(article.url ? [paragraph([address(article.url)])] : []),
    paragraph([text(summaryWords(report))]),
    ...report.text.filter((block) => block.role !== "title" || block.pieces.some(isNoted)).map(blockTree),
    ...unprinted(report),
    ...(questions.length > 0 ? [heading(2, "Open questions"), questionList(report)] : []),
    ...notes.map(noteTree),
  ];
  return toMarkdown(
    { type: "root", children },
    { bullet: "-", emphasis: "_", extensions: [gfmFootnoteToMarkdown()] },
  );
}

const text = (value: string): PhrasingContent => ({ type: "text", value });
const paragraph = (children: PhrasingContent[]): BlockContent => ({ type: "paragraph", children });
const heading = (depth: 1 | 2, words: string): BlockContent => ({
  type: "heading",
  depth,
  children: [text(words)],
});

/** An address as a link to itself, where it is one that may be followed. */
function address(url: string): PhrasingContent {
  return isSafeAddress(url) ? { type: "link", url, children: [text(url)] } : text(url);
}

const isNoted = (piece: ReportBlock["pieces"][number]) => piece.notes.length > 0;

function factsOf({ article, workspace, madeOn }: ReportView): string {
  const facts = [
    article.author && `By ${article.author}`,
    article.publisher,
    article.publishedAt,
    `version ${article.revision}`,
    `report by ${workspace}, ${madeOn}`,
  ];
  return facts.filter(Boolean).join(" · ");
}

function blockTree({ role, pieces }: ReportBlock): BlockContent {
  const words = pieces.flatMap(({ text: words, ends }) => [
    ...linesOf(words),
    ...ends.map((number) => referTo(number)),
  ]);
  if (role === "quote") return { type: "blockquote", children: [paragraph(words)] };
  const isAside = role === "dek" || role === "caption" || role === "credit";
  return paragraph(isAside ? [{ type: "emphasis", children: words }] : words);
}

/** The lines of a block, as they were imported. */
function linesOf(words: string): PhrasingContent[] {
  return words.split("\n").flatMap((line, at) => {
    const shown = line === "" ? [] : [text(line)];
    return at > 0 ? [{ type: "break" as const }, ...shown] : shown;
  });
}

function referTo(number: number): PhrasingContent {
  return { type: "footnoteReference", identifier: String(number), label: String(number) };
}

/** Notes on words that are no part of the text here: what nothing refers to is not shown. */
function unprinted({ text: blocks, notes }: ReportView): BlockContent[] {
  const printed = new Set(blocks.flatMap((block) => block.pieces.flatMap((piece) => piece.ends)));
  const rest = notes.filter(({ number }) => !printed.has(number));
  if (rest.length === 0) return [];
  return [
    paragraph([text("On words that are left out above: "), ...rest.map(({ number }) => referTo(number))]),
  ];
}

function questionList({ questions, notes }: ReportView): BlockContent {
  return {
    type: "list",
    ordered: false,
    spread: false,
    children: [...groupBy(questions, (one) => one.note)].map(([note, ofNote]) =>
      item([
        paragraph([
          text(
            `Note ${note}: ${questionsWords(
              ofNote,
              notes.find(({ number }) => number === note),
            )}`,
          ),
        ]),
      ]),
    ),
  };
}

const item = (children: BlockContent[]): ListItem => ({ type: "listItem", spread: false, children });

function noteTree(note: ReportNote): FootnoteDefinition {
  const { number, quote, said, so, evidence, speaker, attribution } = note;
  const open = openAlikeWords(note);
  const saidOn = speaker?.saidOn ? `, on ${speaker.saidOn}` : "";
  return {
    type: "footnoteDefinition",
    identifier: String(number),
    label: String(number),
    children: [
      paragraph([{ type: "strong", children: linesOf(quote) }]),
      paragraph([text(`${attributionWords(note)}${saidOn}`)]),
      ...dissentTree(attribution.dissent),
      ...(open
        ? [paragraph([{ type: "strong", children: [text("Verdicts")] }, text(` ${open}`)])]
        : [said, so].flatMap((one) => (one ? findingTree(one, speaker?.stance) : []))),
      ...(evidence.length > 0 ? [evidenceList(evidence)] : []),
    ],
  };
}

function findingTree(finding: Finding, stance: Stance = "claims"): BlockContent[] {
  const { axis, verdict, resolved, dissent } = finding;
  const open = openWords(finding);
  const confidence = confidenceCounts(finding);
  const told = [
    open,
    open && verdict && "So far:",
    verdict && `${verdictWords[axis][verdict]} (${verdict})${resolved ? "," : ""}`,
    resolved && `resolved ${resolved.by ? `by ${resolved.by} ` : ""}on ${resolved.on}`,
  ];
  const more = [
    ...(confidence ? [`Confidence: ${confidence}.`] : []),
    ...(dissent.length > 0
      ? [
          toldDissent(
            "Dissent",
            dissent.map((one) => dissentWords(finding, one)),
          ),
        ]
      : []),
  ];
  return [
    paragraph([
      { type: "strong", children: [text(questionOf(axis, stance))] },
      text(` ${told.filter(Boolean).join(" ")}`),
    ]),
    ...(resolved?.rationale ? bodyTree(resolved.rationale) : []),
    ...(more.length > 0 ? [paragraph([text(more.join(" "))])] : []),
  ];
}

const toldDissent = (label: string, those: readonly string[]) => `${label}: ${those.join("; ")}.`;

function dissentTree(those: ReportNote["attribution"]["dissent"]): BlockContent[] {
  const told = toldDissent(otherAttributionLabel, those.map(otherAttributionWords));
  return those.length > 0 ? [paragraph([text(told)])] : [];
}

function evidenceList(evidence: readonly ReportEvidence[]): BlockContent {
  return { type: "list", ordered: false, spread: false, children: evidence.map(evidenceItem) };
}

function evidenceItem(one: ReportEvidence): ListItem {
  const { bearing, title, url, excerpt } = one;
  const head = [
    [bearing && `${bearingWords[bearing]}: `, title].filter(Boolean).join(""),
    ...evidenceMarks(one),
  ];
  return item([
    paragraph([text(head.join(" · ")), ...(url ? [text(" "), address(url)] : [])]),
    ...(excerpt ? [{ type: "blockquote" as const, children: [paragraph(linesOf(excerpt))] }] : []),
  ]);
}
