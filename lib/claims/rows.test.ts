import { describe, expect, it } from "vitest";
import type { AssessmentView } from "@/lib/assessments/schema";
import type { AttributionView } from "@/lib/attributions/schema";
import { readVoices } from "@/lib/attributions/voices";
import {
  viewAssessment,
  viewAttribution,
  viewEvidence,
  viewPassage,
  viewResolution,
  viewSource,
} from "@/lib/discussion/test-views";
import { claimRows, type Given } from "./rows";

const at = "2026-11-20T10:00:00.000Z";

const judge = (by: string, verdict: AssessmentView["verdict"], over: Partial<AssessmentView> = {}) =>
  viewAssessment(by, "p1", {
    id: `${by} ${over.axis ?? "so"}`,
    verdict,
    exact: "half of the boats",
    number: 5,
    ...over,
  });

const show = (id: string, site: string | null) =>
  viewEvidence(id, "p1", { site, title: "A count", number: 6 });

const resolved = viewResolution("p1", { id: "r", exact: "half of the boats", number: 9 });

const passages = [
  viewPassage("p2", { start: 50, end: 60 }, { assignee: "ana", createdBy: "ben" }),
  viewPassage("p1", { start: 5, end: 22 }, { exact: "half of the boats", createdBy: "ben" }),
];
const ida = viewSource("ida", { site: "market.example" });

function rows(over: Partial<Given> = {}) {
  const voices = readVoices({
    attributions: [viewAttribution("a", "p1", "ida", { number: 4 })],
    settlements: [],
    sources: [ida],
  });
  const nothing = { assessments: [], judged: [], evidence: [], resolutions: [], threads: [] };
  return claimRows({ viewerId: "ana", site: "paper.example", passages, voices, ...nothing, ...over });
}

const judged = (axis: "so" | "said", count: number, revealed: boolean) => ({
  id: `p1 ${axis}`,
  passageId: "p1",
  axis,
  count,
  revealed,
  number: 8,
});

describe("claimRows", () => {
  it("come in text order, with their places", () => {
    expect(rows().map(({ id, place }) => [id, place])).toEqual([
      ["p1", 1],
      ["p2", 2],
    ]);
  });

  it("say who said it, and ask whether they did only where somebody is known", () => {
    const [first, second] = rows();
    expect(first).toMatchObject({
      voice: "source",
      speaker: "ida",
      sourceId: "ida",
      said: { state: "none" },
    });
    expect(second).toMatchObject({ voice: "none", speaker: null, sourceId: null, said: null });
  });

  it("say how their speaker stands to them, and leave the reporter’s words out between theirs", () => {
    const exact = "“We lost two,” said Ida. “Or more.”";
    const quoted = [viewPassage("p1", { start: 5, end: 5 + exact.length }, { exact })];
    const cue = { start: 5 + exact.indexOf("said"), end: 5 + exact.indexOf(" Ida") };
    const said = (...all: Partial<AttributionView>[]) =>
      rows({
        passages: quoted,
        voices: readVoices({
          attributions: all.map((over, at) =>
            viewAttribution(`${at}`, "p1", "ida", { by: `${at}`, cue, ...over }),
          ),
          settlements: [],
          sources: [ida],
        }),
      })[0];
    expect(said({ directness: "direct" })).toMatchObject({
      stance: "claims",
      exact,
      quote: "“We lost two, […] Or more.”",
    });
    expect(said({ polarity: "negative" })).toMatchObject({ speaker: "ida", stance: "denies" });
    expect(said({ polarity: "negative" }, {})).toMatchObject({ speaker: "ida", stance: "differing" });
    expect(rows()[1]).toMatchObject({ speaker: null, stance: "claims" });
  });

  it("count evidence, and what of it comes from the article's or the source's own site", () => {
    const evidence = [show("e1", "paper.example"), show("e2", "market.example"), show("e3", "else.example")];
    expect(rows({ evidence })[0]).toMatchObject({ evidence: 3, sameOrigin: 2, updated: { number: 6 } });
  });

  it("show everybody's verdict, and which count", () => {
    const assessments = [
      judge("ana", "4", { evidence: ["e"] }),
      judge("ben", "1"),
      judge("cy", "3", { exact: "other words" }),
    ];
    const [row] = rows({
      assessments,
      evidence: [show("e", "else.example")],
      judged: [judged("so", 3, true)],
    });
    expect(row?.so).toMatchObject({
      state: "one",
      count: 3,
      hidden: false,
      shown: "4",
      median: { low: 4, high: 4 },
    });
    expect(row?.so.verdicts).toEqual([
      { by: "ana", verdict: "4", confidence: "medium", blind: true, hollow: false, stale: false },
      { by: "ben", verdict: "1", confidence: "medium", blind: true, hollow: true, stale: false },
      { by: "cy", verdict: "3", confidence: "medium", blind: true, hollow: false, stale: true },
    ]);
    expect(row?.mine).toBe(true);
  });

  it("tell of hidden verdicts how many there are, and nothing of when", () => {
    const [row] = rows({ judged: [judged("so", 3, false)] });
    expect(row?.so).toEqual({
      state: "hidden",
      count: 3,
      hidden: true,
      shown: null,
      median: null,
      verdicts: [],
      resolution: null,
      reopened: false,
    });
    expect(row?.updated.number).toBe(4);
    expect(row?.mine).toBe(false);
  });

  it("show an editor's word also where colleagues' verdicts are hidden", () => {
    const [row] = rows({ judged: [judged("so", 3, false)], resolutions: [resolved] });
    expect(row?.so).toMatchObject({ state: "resolved", hidden: true, count: 3, shown: "3", verdicts: [] });
    expect(row?.so.resolution).toEqual({ by: "eve", verdict: "3", at });
  });

  it("count threads and comments", () => {
    const threads = [
      { passageId: "p1", state: "open" as const, comments: 2, number: 7 },
      { passageId: "p1", state: "resolved" as const, comments: 3, number: 12 },
    ];
    expect(rows({ threads })[0]).toMatchObject({ openThreads: 1, comments: 5, updated: { number: 12 } });
  });

  it("are the viewer's own when they are asked to check them", () => {
    expect(rows().map((row) => row.mine)).toEqual([false, true]);
  });
});
