import { describe, expect, it } from "vitest";
import { findParents, reportedByOthers } from "./chains";
import { detect } from "./detect";

/** "speaker < speaker of the parent" for each suggestion. */
function chains(text: string): string[] {
  const all = detect(text);
  return all.map((one) => {
    const parent = one.parent === null ? undefined : all[one.parent];
    return parent ? `${one.speaker?.text} < ${parent.speaker?.text}` : `${one.speaker?.text}`;
  });
}

describe("chains", () => {
  it.each([
    ["Berg said that Lund told the court that he lied.", ["Berg", "Lund < Berg", "he < Lund"].slice(0, 2)],
    ["The Post reported that the ministry said rents rose.", ["The Post", "the ministry < The Post"]],
    ["Berg said rents rose, according to the Post.", ["the Post", "Berg < the Post"]],
    ["Rents rose, the Post reported, citing two officials.", ["the Post", "two officials < the Post"]],
    ["“We lost,” Berg said, citing Eva Holm. “It failed.”", ["Berg", "Eva Holm < Berg", "Berg"]],
    ["“It failed.” “We lost,” Berg said, citing Eva Holm.", ["Berg", "Eva Holm < Berg"]],
    ["Berg said rents rose, citing Eva Holm:\n\n“It failed.”", ["Berg", "Eva Holm < Berg"]],
    ["Berg said rents rose. Lund said wages fell.", ["Berg", "Lund"]],
    [
      "The log was quoted by Mr Berg at the hearing as saying “The mill may fall.”",
      ["The log < Mr Berg at the hearing", "Mr Berg at the hearing"],
    ],
    ["Anna Berg said that she had warned that the mill would fall.", ["Anna Berg", "she"]],
    ["Eva Holm spoke. Holm said Eva Holm had called it “rotten”.", ["Holm", "Eva Holm"]],
    [
      "Lund said Anna Berg said that she had warned that the mill would fall.",
      ["Lund", "Anna Berg < Lund", "she < Lund"],
    ],
    ["“No comment,” Berg said, before adding: “Ask the mayor.”", ["Berg"]],
  ])("%s", (text, expected) => {
    expect(chains(text)).toEqual(expected);
  });

  it("comes to an end where links go round", () => {
    expect(reportedByOthers([1, 0], () => true)).toEqual([null, null]);
  });

  it("never makes a circle", () => {
    const span = { start: 0, end: 50 };
    const links = [
      { spans: [span], cue: { start: 10, end: 14 } },
      { spans: [span], cue: { start: 20, end: 24 } },
    ];
    expect(findParents(links)).toEqual([null, 0]);
    const crossed = [
      { spans: [{ start: 20, end: 50 }], cue: { start: 10, end: 14 } },
      { spans: [{ start: 5, end: 40 }], cue: { start: 42, end: 46 } },
    ];
    expect(findParents(crossed).filter((parent) => parent !== null).length).toBeLessThan(2);
  });

  it("takes the smallest words around", () => {
    const links = [
      { spans: [{ start: 10, end: 100 }], cue: { start: 5, end: 9 } },
      { spans: [{ start: 30, end: 100 }], cue: { start: 20, end: 24 } },
      { spans: [{ start: 50, end: 100 }], cue: { start: 40, end: 44 } },
    ];
    expect(findParents(links)).toEqual([null, 0, 1]);
  });
});
