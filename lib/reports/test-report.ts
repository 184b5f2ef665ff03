import type {
  AssessmentView,
  Axis,
  EvidenceView,
  JudgedView,
  ResolutionView,
  Verdict,
} from "@/lib/assessments/schema";
import type { Discussion } from "@/lib/discussion/schema";
import {
  blocksOf,
  placeOf,
  viewAssessment,
  viewAttribution,
  viewDiscussion,
  viewEvidence,
  viewPassage,
  viewResolution,
  viewSource,
  viewThread,
} from "@/lib/discussion/test-views";
import { bodyOfText } from "@/lib/threads/comment-schema";
import type { ThreadView } from "@/lib/threads/schema";
import { buildReport } from "./build-report";
import { usualChoices } from "./choices";
import type { ReportChoices } from "./schema";

// An article of three paragraphs on which four passages are marked, for tests of pure functions.

export const { text, blocks } = blocksOf([
  ["title", "Harbour to reopen in spring"],
  ["body", "The harbour will reopen in March, the port authority said."],
  ["body", "“We lost two winters,” said Ida Holm. Half of the boats have left."],
  ["boilerplate", "Read more about the harbour. The boats are for sale."],
]);

const at = "2026-11-24T10:00:00.000Z";
const exactOf = (passageId: string) => passages.find((one) => one.id === passageId)?.exact ?? "";

/** What somebody judges of one of the passages, on its words as they are. */
export const judge = (passageId: string, by: string, verdict: Verdict, over: Partial<AssessmentView> = {}) =>
  viewAssessment(by, passageId, { verdict, exact: exactOf(passageId), at, number: 20, ...over });

/** An editor's word on one of the passages, with its reason. */
export function resolve(passageId: string, verdict: Verdict | null, over: Partial<ResolutionView> = {}) {
  const text = "The register says so.";
  const words = { rationale: bodyOfText(text), text, exact: exactOf(passageId) };
  return viewResolution(passageId, { verdict, ...words, at, number: 30, ...over });
}

/** The register, which refutes a passage. */
export const register = (passageId: string, over: Partial<EvidenceView> = {}) =>
  viewEvidence(`e ${passageId}`, passageId, {
    url: "https://records.example.net/berths",
    site: "example.net",
    title: "Register of berths",
    excerpt: "41 of 80",
    bearing: "refutes",
    primary: true,
    number: 10,
    ...over,
  });

export function viewJudged(passageId: string, axis: Axis, over: Partial<JudgedView> = {}): JudgedView {
  return { id: `${passageId} ${axis}`, passageId, axis, count: 3, revealed: false, number: 1, ...over };
}

/** An open thread on whether a passage is so. */
export const thread = (id: string, passageId: string, over: Partial<ThreadView> = {}) =>
  viewThread(id, passageId, { about: "accuracy", ...over });

const mark = (id: string, words: string) => viewPassage(id, placeOf(text, words), { exact: words });

export const passages = [
  mark("winters", "“We lost two winters,”"),
  mark("march", "reopen in March"),
  mark("boats", "Half of the boats have left"),
  mark("sale", "The boats are for sale"),
];

/** Ida Holm is quoted; the rest is nobody's word yet. March is resolved on “so”, the winters on both axes. */
function talk(over: Partial<Discussion> = {}): Discussion {
  return viewDiscussion({
    number: 40,
    site: "gazette.example",
    passages,
    attributions: [
      viewAttribution("w", "winters", "ida", { directness: "direct", saidAt: "2026-11-02" }),
      viewAttribution("m", "march", null),
    ],
    evidence: [register("winters")],
    resolutions: [
      resolve("march", "2"),
      resolve("winters", "4"),
      resolve("winters", "3", { axis: "said", sourceId: "ida" }),
    ],
    sources: [viewSource("ida", { name: "Ida Holm" })],
    people: [
      { id: "ana", name: "Ana Lima", role: "member" },
      { id: "ben", name: "Ben Okoro", role: "member" },
      { id: "eve", name: "Eve Strand", role: "editor" },
    ],
    ...over,
  });
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
    discussion: talk(over),
    choices: { ...usualChoices, ...choices },
    now: new Date("2026-11-25T12:00:00Z"),
    isPublic,
  });
}
