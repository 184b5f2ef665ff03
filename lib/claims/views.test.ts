import { describe, expect, it } from "vitest";
import { agreementsOf, boardSections } from "./board";
import { matrixOf, mostInCell } from "./matrix";
import { numberRows } from "./number-rows";
import { axisOf, judgedAs, rowOf } from "./test-rows";

describe("matrixOf", () => {
  const rows = [
    ...Array.from({ length: 7 }, (_, at) => rowOf(`s${at}`, { said: judgedAs("4"), so: judgedAs("1") })),
    rowOf("n"),
    rowOf("h", { said: axisOf("hidden"), so: axisOf("split") }),
    rowOf("p", { said: judgedAs("4"), so: axisOf("split") }),
    rowOf("u", { said: axisOf("none"), so: judgedAs("4") }),
    rowOf("o", { said: judgedAs("4"), so: judgedAs("O") }),
    rowOf("d", { said: judgedAs("4"), so: judgedAs("1"), stance: "denies" }),
    rowOf("w", { said: judgedAs("4"), so: axisOf("one") }),
  ];
  const { cells, outside } = matrixOf(rows);

  it("has sixteen cells, from the best to the worst, with the first of each", () => {
    expect(cells.map(({ said, so }) => `${said}-${so}`).slice(0, 5)).toEqual([
      "4-4",
      "4-3",
      "4-2",
      "4-1",
      "3-4",
    ]);
    expect(cells).toHaveLength(16);
    expect(cells[3]).toMatchObject({ count: 7, first: { length: mostInCell } });
  });

  it("tells of each of the others one reason", () => {
    const each = { noSource: 1, notClaimed: 1, hidden: 1, split: 1, unjudged: 1, offScale: 1, hollow: 1 };
    expect(outside).toEqual(each);
  });
});

describe("the board", () => {
  it("names each claim once, the split first, and none whose verdicts are hidden", () => {
    const rows = [
      rowOf("a"),
      rowOf("b", { so: axisOf("one"), said: axisOf("split") }),
      rowOf("c", { so: axisOf("one") }),
      rowOf("d", { so: axisOf("hidden") }),
      rowOf("e", { so: judgedAs("3") }),
    ];
    const sections = boardSections(rows).map(({ state, rows: of }) => [state, of.map((one) => one.id)]);
    expect(sections).toEqual([
      ["split", ["b"]],
      ["one", ["c"]],
      ["unjudged", ["a"]],
    ]);
  });

  it("measures agreement over what counts now, and over what was blind", () => {
    const says = (by: string, verdict: "4" | "2" | "1", over = {}) => ({
      by,
      verdict,
      confidence: "medium" as const,
      blind: true,
      hollow: false,
      stale: false,
      ...over,
    });
    const rows = [
      rowOf("a", {
        so: axisOf("split", { verdicts: [says("ana", "4"), says("ben", "1", { blind: false })] }),
      }),
      rowOf("b", { so: axisOf("agreed", { verdicts: [says("ana", "2"), says("ben", "2")] }) }),
      rowOf("c", { so: axisOf("one", { verdicts: [says("ana", "4"), says("ben", "1", { stale: true })] }) }),
    ];
    const { agreement, pairs } = agreementsOf(rows);
    expect(agreement[0]).toMatchObject({
      axis: "so",
      all: { shared: 2, pairs: 2, withinOne: 0.5, alpha: null },
      blind: { shared: 1, withinOne: 1 },
    });
    expect(pairs).toMatchObject([
      { axis: "so", people: ["ana", "ben"], all: { shared: 2 }, blind: { shared: 1 } },
    ]);
  });
});

describe("numberRows", () => {
  const text = "Half left. In May 40 came back.";
  const place = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const sentence = place("In May 40 came back.");
  const found = [
    { ...place("Half"), kind: "number" as const, sentence: place("Half left.") },
    { ...place("May"), kind: "date" as const, sentence },
    { ...place("40"), kind: "number" as const, sentence },
  ];

  it("gives the sentence in three pieces, and the shortest claim that holds all of the words", () => {
    const claims = [
      rowOf("whole", place("In May 40 came back.")),
      rowOf("short", place("May 40")),
      rowOf("cut", place("May 4")),
    ];
    expect(
      numberRows(text, found, claims).map(({ sentence, claim }) => [sentence, claim?.id ?? null]),
    ).toEqual([
      [["", "Half", " left."], null],
      [["In ", "May", " 40 came back."], "cut"],
      [["In May ", "40", " came back."], "short"],
    ]);
  });
});
