import type {
  AssessmentView,
  Axis,
  EvidenceView,
  JudgedView,
  ResolutionView,
  Verdict,
} from "@/lib/assessments/schema";
import type { Discussion } from "@/lib/discussion/schema";
import { blocksOf, placeOf, viewAttribution, viewPassage, viewSource } from "@/lib/discussion/test-views";
import { bodyOfText } from "@/lib/threads/comment-schema";
import type { ThreadView } from "@/lib/threads/schema";
import { buildReport } from "./build-report";
import { usualChoices } from "./choices";
import type { ReportChoices } from "./schema";

// An article of three paragraphs on which four passages are marked, for tests of pure functions.

const at = "2026-11-24T10:00:00.000Z";

export const { text, blocks } = blocksOf([
  ["title", "Harbour to reopen in spring"],
  ["body", "The harbour will reopen in March, the port authority said."],
  ["body", "“We lost two winters,” said Ida Holm. Half of the boats have left."],
  ["boilerplate", "Read more about the harbour. The boats are for sale."],
]);

export function viewAssessment(
  passageId: string,
  by: string,
  verdict: Verdict,
  over: Partial<AssessmentView> = {},
): AssessmentView {
  const passage = passages.find((one) => one.id === passageId);
  return {
    id: `${passageId} ${over.axis ?? "so"} ${by}`,
    passageId,
    axis: "so",
    by,
    verdict,
    confidence: "medium",
    reasons: [],
    rationale: null,
    text: "",
    blind: true,
    exact: passage?.exact ?? "",
    sourceId: null,
    evidence: [],
    replaces: null,
    was: null,
    changeNote: null,
    at,
    number: 20,
    ...over,
  };
}

export function viewResolution(
  passageId: string,
  verdict: Verdict | null,
  over: Partial<ResolutionView> = {},
): ResolutionView {
  const passage = passages.find((one) => one.id === passageId);
  const rationale = bodyOfText("The register says so.");
  return {
    id: `${passageId} ${over.axis ?? "so"}`,
    passageId,
    axis: "so",
    verdict,
    rationale,
    text: "The register says so.",
    by: "eve",
    exact: passage?.exact ?? "",
    sourceId: null,
    replaces: null,
    at,
    number: 30,
    ...over,
  };
}

export function viewEvidence(passageId: string, over: Partial<EvidenceView> = {}): EvidenceView {
  return {
    id: `e ${passageId}`,
    passageId,
    url: "https://records.example.net/berths",
    site: "example.net",
    title: "Register of berths",
    excerpt: "41 of 80",
    bearing: "refutes",
    primary: true,
    addedBy: "ben",
    addedAt: at,
    version: 1,
    number: 10,
    ...over,
  };
}

export function viewJudged(passageId: string, axis: Axis, over: Partial<JudgedView> = {}): JudgedView {
  return { id: `${passageId} ${axis}`, passageId, axis, count: 3, revealed: false, number: 1, ...over };
}

export function viewThread(id: string, passageId: string, over: Partial<ThreadView> = {}): ThreadView {
  const numbers = { version: 1, createdNumber: 1, number: 1 };
  const place = { passageId, sourceId: null, assessmentId: null };
  const state = { about: "accuracy" as const, state: "open" as const, assignee: null, changes: [] };
  return { id, ...place, ...state, createdBy: "ana", createdAt: at, ...numbers, ...over };
}

const mark = (id: string, words: string) => viewPassage(id, placeOf(text, words), { exact: words });

export const passages = [
  mark("winters", "“We lost two winters,”"),
  mark("march", "reopen in March"),
  mark("boats", "Half of the boats have left"),
  mark("sale", "The boats are for sale"),
];

/** Ida Holm is quoted; the rest is nobody's word yet. March is resolved on “so”, the winters on both axes. */
export function viewDiscussion(over: Partial<Discussion> = {}): Discussion {
  return {
    articleId: "a",
    number: 40,
    site: "gazette.example",
    archived: false,
    firstTime: false,
    peopleMark: "m",
    passages,
    threads: [],
    comments: [],
    attributions: [
      viewAttribution("w", "winters", "ida", { directness: "direct", saidAt: "2026-11-02" }),
      viewAttribution("m", "march", null),
    ],
    settlements: [],
    assessments: [],
    judged: [],
    evidence: [viewEvidence("winters")],
    resolutions: [
      viewResolution("march", "2"),
      viewResolution("winters", "4"),
      viewResolution("winters", "3", { axis: "said", sourceId: "ida" }),
    ],
    sources: [viewSource("ida", { name: "Ida Holm" })],
    suggestions: [],
    people: [
      { id: "ana", name: "Ana Lima", role: "member" },
      { id: "ben", name: "Ben Okoro", role: "member" },
      { id: "eve", name: "Eve Strand", role: "editor" },
    ],
    seen: { number: 0, at, threads: {}, passages: {} },
    ...over,
  };
}

export const article = {
  title: "Harbour to reopen in spring",
  author: "Nils Berg",
  publisher: "Lund Gazette",
  publishedAt: "2026-11-20",
  url: "https://gazette.example/harbour",
  language: "en",
  workspaceName: "The Harbour Desk",
  revision: {
    id: "r",
    number: 1,
    document: { type: "doc" as const, content: [] },
    text,
    blocks,
  },
};

export function report(
  over: Partial<Discussion> = {},
  choices: Partial<ReportChoices> = {},
  isPublic = false,
) {
  return buildReport({
    article,
    discussion: viewDiscussion(over),
    choices: { ...usualChoices, ...choices },
    now: new Date("2026-11-25T12:00:00Z"),
    isPublic,
  });
}
