import { describe, expect, it } from "vitest";
import { looksOf } from "@/components/sources/source-colours";
import { verdict } from "@/lib/assessments/schema";
import { readVoices } from "@/lib/attributions/voices";
import { listPassages } from "@/lib/discussion/list-passages";
import { viewAttribution, viewDiscussion, viewPassage, viewSource } from "@/lib/discussion/test-views";
import { colourings } from "./colour-by";
import { markClass, noEmphasis } from "./highlight-class";
import { samplesOf } from "./line-samples";

const sources = [viewSource("ida"), viewSource("otto")];
const discussion = viewDiscussion({
  sources,
  passages: ["a", "b", "c"].map((id, at) => viewPassage(id, { start: at * 10, end: at * 10 + 5 })),
  attributions: [
    viewAttribution("one", "a", "ida"),
    viewAttribution("two", "b", "ida"),
    viewAttribution("three", "c", "otto"),
  ],
});
const looks = looksOf(readVoices(discussion));
const entries = listPassages(discussion, "ana");
const samples = (colouring: (typeof colourings)[number]) => samplesOf(colouring, entries, looks);
const lineOf = (id: string) => `is-voice voice-${looks.get(id)?.hue} line-plain`;

describe("samplesOf", () => {
  it.each(colourings)("has no two lines alike of %s", (colouring) => {
    const all = samples(colouring);
    expect(new Set(all.map((one) => markClass([one], [], noEmphasis))).size).toBe(all.length);
  });

  it.each(["so", "said"] as const)("has every verdict of %s", (axis) => {
    const shown = samples(axis).map((one) => one.verdict);
    expect(shown).toEqual(expect.arrayContaining([...verdict.options, "split", "between"]));
  });

  it("names the sources that somebody named, each once", () => {
    const paints = samples("source").map((one) => one.paint);
    expect(paints.filter((one) => one?.startsWith("is-voice"))).toEqual([lineOf("ida"), lineOf("otto")]);
  });
});
