import { describe, expect, it } from "vitest";
import { placeOf, viewAttribution, viewSource } from "@/lib/discussion/test-views";
import {
  attributionLine,
  describeAttribution,
  originOf,
  originWords,
  reporterWords,
  speakerName,
} from "./describe-attribution";
import type { AttributionView } from "./schema";
import { readVoices } from "./voices";

const text = "The line was safe, according to Norline, the Courier reported.";

const sources = [
  viewSource("norline", { name: "Norline" }),
  viewSource("courier", { name: "The Courier" }),
  viewSource("line", { name: "The line", mergedInto: "norline" }),
  viewSource("a", { name: "A", mergedInto: "b" }),
  viewSource("b", { name: "B", mergedInto: "a" }),
];

const attributions = [
  viewAttribution("court", "p", "courier", { parentId: "unnamed" }),
  viewAttribution("unnamed", "p", null, { voice: "source" }),
  viewAttribution("lost", "q", "courier", { parentId: "gone" }),
  viewAttribution("denial", "r", "courier", { polarity: "negative" }),
];
const voices = readVoices({ attributions, settlements: [], sources });

const cases: { what: string; given: Partial<AttributionView>; line: string }[] = [
  { what: "name and manner", given: {}, line: "Norline, indirectly" },
  { what: "another manner", given: { directness: "mixed" }, line: "Norline, partly quoted" },
  { what: "no manner known", given: { directness: null }, line: "Norline" },
  {
    what: "the article's own words that do the attributing",
    given: { directness: "direct", cue: placeOf(text, "according to") },
    line: "Norline, directly, “according to”",
  },
  {
    what: "a denial",
    given: { polarity: "negative", cue: placeOf(text, "safe") },
    line: "Denied by Norline, indirectly, “safe”",
  },
  {
    what: "a doubt",
    given: { polarity: "negative", cueClass: "hedging" },
    line: "Doubted by Norline, indirectly",
  },
  {
    what: "a denial that the text itself denies",
    given: { cueClass: "denying" },
    line: "Not claimed by Norline, indirectly",
  },
  {
    what: "a denial by somebody unnamed",
    given: { polarity: "negative", sourceId: null },
    line: "Denied by somebody unnamed, indirectly",
  },
  {
    what: "a report that denies that it was said",
    given: { parentId: "denial" },
    line: "Norline, indirectly, via The Courier, denied there",
  },
  {
    what: "what was merged, by the name of what it speaks as",
    given: { sourceId: "line" },
    line: "Norline, indirectly",
  },
  { what: "somebody unnamed", given: { sourceId: null }, line: "Somebody unnamed, indirectly" },
  { what: "a source that is not known here", given: { sourceId: "?" }, line: "Somebody unnamed, indirectly" },
  {
    what: "a chain, the nearest first",
    given: { parentId: "court" },
    line: "Norline, indirectly, via The Courier, via somebody unnamed",
  },
  {
    what: "a chain with a link that was taken back",
    given: { parentId: "lost" },
    line: "Norline, indirectly, via The Courier, via a link that is gone",
  },
  {
    what: "the reporter, and nothing more",
    given: { voice: "reporter", sourceId: null, cue: placeOf(text, "reported"), parentId: "court" },
    line: reporterWords,
  },
];

describe("an attribution in a line", () => {
  it.each(cases)("$what: $line", ({ given, line }) => {
    const of = viewAttribution("x", "p", "norline", given);
    expect(attributionLine(of, text, voices)).toBe(line);
    const phrases = describeAttribution(of, text, voices);
    expect(phrases.map((one) => one.text).join("")).toBe(line.replace(/[“”]/g, ""));
    const cues = phrases.filter((one) => one.isCue).map((one) => one.text);
    const isSaid = of.cue !== null && of.voice === "source";
    expect(cues).toEqual(isSaid && of.cue ? [text.slice(of.cue.start, of.cue.end)] : []);
  });

  it.each([",", ":", " — "])("prints no cue without letters: “%s”", (sign) => {
    const own = `Norline${sign}all is safe`;
    const cue = { start: "Norline".length, end: "Norline".length + sign.length };
    const of = viewAttribution("x", "p", "norline", { cue });
    expect(attributionLine(of, own, voices)).toBe("Norline, indirectly");
  });

  it("ends in a circle of merges", () => {
    expect(["A", "B"]).toContain(speakerName({ voice: "source", sourceId: "a" }, voices));
  });
});

it("claims to be what the machine proposed only as long as nobody has changed it", () => {
  const said = (origin: string, version: number) => originWords({ origin, version });
  expect([said("rules@7", 1), said("rules@7", 2)]).toEqual([
    "accepted from a suggestion",
    "a suggestion, changed since",
  ]);
  const changed = originOf("rules@7", { isChanged: true });
  expect([said(changed, 1), said(changed, 2)]).toEqual([
    "accepted from a suggestion, with changes",
    "a suggestion, changed since",
  ]);
  expect(originOf("rules@7", { isChanged: false })).toBe("rules@7");
  expect([said("person", 1), said("person", 2)]).toEqual([null, null]);
});
