import { describe, expect, it } from "vitest";
import type { VoiceLook } from "@/components/sources/source-colours";
import type { Axis, Verdict } from "@/lib/assessments/schema";
import { listPassages } from "@/lib/discussion/list-passages";
import {
  viewAssessment,
  viewAttribution,
  viewDiscussion,
  viewPassage,
  viewSource,
} from "@/lib/discussion/test-views";
import { type Colouring, colourBy } from "./colour-by";
import { highlightsOf } from "./highlight-look";

const at = "2026-11-20T10:00:00.000Z";
const sources = ["s0", "s1", "s7"].map((id) => viewSource(id));

const judged = (passageId: string, axis: Axis, by: string, verdict: Verdict) =>
  viewAssessment(by, passageId, { axis, verdict, sourceId: axis === "said" ? "s0" : null, number: 2 });

const names = ["first", "seventh", "reporter", "unnamed", "differing", "unsaid"];
const discussion = viewDiscussion({
  seen: { number: 20, at, threads: {}, passages: {} },
  sources,
  passages: names.map((id, index) =>
    viewPassage(id, { start: index * 10, end: index * 10 + 5 }, { createdBy: index === 0 ? "me" : "ana" }),
  ),
  attributions: [
    viewAttribution("a", "first", "s0"),
    viewAttribution("b", "seventh", "s7"),
    viewAttribution("c", "reporter", null),
    viewAttribution("d", "unnamed", null, { voice: "source" }),
    viewAttribution("e", "differing", "s0"),
    viewAttribution("f", "differing", "s1", { by: "ben" }),
  ],
  assessments: [
    judged("first", "so", "ana", "3"),
    judged("first", "said", "ana", "2"),
    judged("reporter", "so", "ana", "3"),
    judged("reporter", "so", "ben", "1"),
    judged("reporter", "so", "cleo", "U"),
  ],
});

const entries = listPassages(discussion, "me");
const looks = new Map<string, VoiceLook>([
  ["s0", { hue: 0, pattern: "plain" }],
  ["s1", { hue: 2, pattern: "plain" }],
  ["s7", { hue: 1, pattern: "stripes" }],
]);

function coloured(colouring: Colouring) {
  const list = highlightsOf(entries, undefined, colourBy(colouring, { looks, userId: "me" }));
  return list.map(({ verdict, paint = null }) => verdict ?? paint);
}

describe("the text can be coloured by", () => {
  const cases: [Colouring, (string | null)[]][] = [
    ["so", ["3", null, "split", null, null, null]],
    ["said", ["2", null, null, null, null, null]],
    [
      "source",
      [
        "is-voice voice-0 line-plain",
        "is-voice voice-1 line-stripes",
        "is-reporter",
        "is-voice",
        "is-differing",
        "is-unsaid",
      ],
    ],
    ["mine", ["is-mine", "is-others", "is-others", "is-others", "is-others", "is-others"]],
  ];
  it.each(cases)("%s", (colouring, expected) => {
    expect(coloured(colouring)).toEqual(expected);
  });

  it("whether it is so, as the served page is", () => {
    expect(highlightsOf(entries).map((one) => one.verdict)).toEqual(coloured("so"));
  });

  it("nothing that is hidden from me", () => {
    const hidden = {
      id: "first so",
      passageId: "first",
      axis: "so" as const,
      count: 1,
      revealed: false,
      number: 2,
    };
    const blind = listPassages({ ...discussion, assessments: [], judged: [hidden] }, "me");
    expect(
      highlightsOf(blind)
        .map((one) => one.verdict)
        .filter(Boolean),
    ).toEqual([]);
  });
});
