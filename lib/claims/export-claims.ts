import "server-only";
import { axisQuestions, confidenceWords, verdictWords } from "@/lib/assessments/scale";
import type { Axis, Verdict } from "@/lib/assessments/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { nameOf } from "@/lib/discussion/name-of";
import { type File, fileName } from "@/lib/http/file";
import { claimKindWords } from "@/lib/passages/kind-words";
import { toCsv } from "@/lib/text/csv";
import { storeAudit } from "@/lib/workspaces/audit";
import { speakerWords, stateWords } from "./claim-words";
import { filterClaims } from "./filter-claims";
import { withTimes } from "./queries";
import { readClaims } from "./read-claims";
import type { ClaimAxis, ClaimRow } from "./row-schema";
import type { ClaimsChoice, ClaimsOverview } from "./schema";
import { sortClaims } from "./sort-claims";

const columnsOf = (question: string) => [
  question,
  `${question}: letter`,
  `${question}: state`,
  `${question}: verdicts`,
];

const head = [
  "No.",
  "Passage",
  "Kinds of claim",
  "Source",
  ...columnsOf(axisQuestions.said),
  ...columnsOf(axisQuestions.so),
  "Evidence",
  "Of the same origin",
  "Assignee",
  "Open threads",
  "Comments",
  "Updated",
];

/**
 * The claims of an article that are asked for, in the order that is asked for, as CSV; what is hidden from the viewer
 * is hidden in the file. That somebody took them out is kept in the workspace's history.
 */
export async function exportClaims(
  viewer: Viewer,
  articleId: string,
  { sort = "text", ...asked }: ClaimsChoice,
): Promise<File> {
  const { article, rows, overview } = await readClaims(viewer, articleId);
  await storeAudit(db(), {
    workspaceId: article.workspaceId,
    actor: viewer,
    action: "claims.exported",
    detail: { articleId, title: article.title },
  });
  const found = sortClaims(filterClaims(rows, asked, viewer.userId), sort);
  return {
    name: fileName(`${article.title} claims`, "csv"),
    text: toCsv([head, ...(await withTimes(articleId, found)).map((row) => cells(row, overview.people))]),
  };
}

type People = ClaimsOverview["people"];

function cells(row: ClaimRow, people: People): (string | number | null)[] {
  return [
    row.place,
    row.quote,
    row.kinds.map((kind) => claimKindWords[kind]).join("; "),
    speakerWords(row),
    ...axisCells("said", row.said, people),
    ...axisCells("so", row.so, people),
    row.evidence,
    row.sameOrigin,
    row.assignee && nameOf(people, row.assignee),
    row.openThreads,
    row.comments,
    row.updated.at,
  ];
}

function axisCells(axis: Axis, of: ClaimAxis | null, people: People): (string | null)[] {
  if (!of) return [null, null, null, null];
  const word = (verdict: Verdict) => `${verdict} ${verdictWords[axis][verdict]}`;
  const all = of.verdicts.map(({ by, verdict, confidence, hollow, stale }) => {
    const notes = [
      // As on the screen: what is usual is not said.
      confidence !== "medium" && `${confidenceWords[confidence].toLowerCase()} confidence`,
      hollow && "without evidence",
      stale && "on other words",
    ].filter(Boolean);
    const note = notes.length > 0 ? ` (${notes.join(", ")})` : "";
    return `${nameOf(people, by)}: ${word(verdict)}${note}`;
  });
  return [
    of.shown && verdictWords[axis][of.shown],
    of.shown,
    stateWords[of.state],
    of.hidden ? `${of.count} judged, hidden` : all.join("; "),
  ];
}
