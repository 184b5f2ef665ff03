import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Agreement,
  agreementByPair,
  agreementOf,
  blindOnly,
  fewestShared,
  type GivenVerdict,
  ordinalAlpha,
} from "./agreement";
import type { Verdict } from "./schema";

/** From one row of values a person, "." where they gave none, to the values of each unit. */
function unitsOf(rows: string[]): number[][] {
  const table = rows.map((row) => row.split(" "));
  return (table[0] ?? []).map((_, unit) =>
    table.flatMap((row) => (row[unit] === "." ? [] : Number(row[unit]))),
  );
}

/** The formula as it is printed: every pair of values, unit by unit and then over all units. */
function alphaByDefinition(units: number[][]): number {
  const paired = units.filter((unit) => unit.length > 1);
  const all = paired.flat();
  const count = (from: number, to: number) => all.filter((value) => from <= value && value <= to).length;
  const squared = (a: number, b: number) =>
    (count(Math.min(a, b), Math.max(a, b)) - (count(a, a) + count(b, b)) / 2) ** 2;
  const sumOf = (values: number[]) =>
    values
      .flatMap((a, at) => values.map((b, other) => (at === other ? 0 : squared(a, b))))
      .reduce((sum, one) => sum + one, 0);
  const observed = paired.reduce((sum, unit) => sum + sumOf(unit) / (unit.length - 1), 0) / all.length;
  return 1 - observed / (sumOf(all) / (all.length * (all.length - 1)));
}

const krippendorff2011 = unitsOf([
  "1 2 3 3 2 1 4 1 2 . . .",
  "1 2 3 3 2 2 4 1 2 5 . 3",
  ". 3 3 3 2 3 4 2 2 5 1 .",
  "1 2 3 3 2 4 4 1 2 5 1 .",
]);

describe("ordinal alpha, as published", () => {
  const cases: { source: string; units: number[][]; alpha: number; digits: number }[] = [
    {
      // The same data and answer are in his Content Analysis, 4th edition (2018), p. 290, and in the documentation of
      // R's irr::kripp.alpha.
      source:
        "Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, data of section C, alpha of D",
      units: krippendorff2011,
      alpha: 0.815,
      digits: 3,
    },
    {
      source: "Hayes and Krippendorff (2007), Answering the Call for a Standard Reliability Measure, table 1",
      units: unitsOf([
        "1 1 2 . 0 0 1 1 2 2 . 0 1 3 1 1 2 1 1 0 0 0 2 0 1 0 0 1 1 1 1 2 2 3 2 2 2 2 2 1",
        "1 1 3 0 0 0 0 . 2 1 1 0 2 3 1 1 1 2 1 0 0 0 3 0 2 1 0 2 1 1 1 1 2 2 2 2 2 2 2 1",
        "2 0 3 0 0 0 2 2 2 1 0 0 2 2 1 1 2 3 0 0 1 . 3 0 . 1 0 1 2 2 0 2 . 2 2 3 2 . 2 1",
        ". 1 3 . . . . 0 . 1 0 0 2 2 . . . 3 1 . 1 0 3 0 2 1 1 2 2 . . 1 2 2 . . . 1 2 .",
        "2 . . 0 0 0 1 . 2 . . . . 3 1 1 2 . . 0 . 0 . . 2 . 0 . . 2 0 . 2 . 2 2 2 2 . 1",
      ]),
      alpha: 0.7598,
      digits: 4,
    },
    {
      // Published there: nominal 0.691 and interval 0.811. The ordinal one was worked out by the definition, in
      // fractions.
      source: "Wikipedia, Krippendorff's alpha, A computational example",
      units: unitsOf([
        ". . . . . 3 4 1 2 1 1 3 3 . 3",
        "1 . 2 1 3 3 4 3 . . . . . . .",
        ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
      ]),
      alpha: 112_173 / 139_048,
      digits: 12,
    },
  ];
  it.each(cases)("$source", ({ units, alpha, digits }) => {
    expect(ordinalAlpha(units)).toBeCloseTo(alpha, digits);
  });
});

describe("ordinal alpha", () => {
  const cases: { what: string; rows: string[]; alpha: number | null }[] = [
    { what: "perfect agreement", rows: ["1 2 4", "1 2 4", ". 2 ."], alpha: 1 },
    { what: "no units", rows: [], alpha: null },
    { what: "no unit with two values", rows: ["1 . .", ". 2 ."], alpha: null },
    { what: "no variation", rows: ["3 3", "3 3", ". 3"], alpha: null },
    { what: "variation only where nobody else has judged", rows: ["3 3 1", "3 3 ."], alpha: null },
    // Observed: all pairs differ. Expected: 8 of 12.
    { what: "each says what the other denies", rows: ["1 4", "4 1"], alpha: -0.5 },
    // With one unit, observed and expected come from the same pairs.
    { what: "one unit", rows: ["1", "4"], alpha: 0 },
  ];
  it.each(cases)("$what: $alpha", ({ rows, alpha }) => {
    expect(ordinalAlpha(unitsOf(rows))).toBe(alpha);
  });

  it("does not count units with one value", () => {
    const more = [...krippendorff2011, [1], [5], [9], []];
    expect(ordinalAlpha(more)).toBe(ordinalAlpha(krippendorff2011));
  });

  it("holds far-off answers worse than near ones", () => {
    const near = ordinalAlpha(unitsOf(["1 2 3 4 3", "1 2 3 4 4"]));
    const far = ordinalAlpha(unitsOf(["1 2 3 4 1", "1 2 3 4 4"]));
    expect(near).toBeGreaterThan(far ?? 1);
  });

  const someUnits = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 6 }), { maxLength: 12 });

  it("is what the definition gives, pair by pair", () => {
    fc.assert(
      fc.property(someUnits, (units) => {
        const alpha = ordinalAlpha(units);
        if (alpha === null) expect(alphaByDefinition(units)).toBeNaN();
        else expect(alpha).toBeCloseTo(alphaByDefinition(units), 9);
      }),
    );
  });

  it("only asks for the order of the values, not for their size nor for the order in which they come", () => {
    const relabelled = new Map([1, 2, 3, 4, 5].map((value) => [value, value ** 3 - 10]));
    fc.assert(
      fc.property(someUnits, (units) => {
        const other = units
          .map((unit) => unit.map((value) => relabelled.get(value) ?? 0).reverse())
          .reverse();
        const [alpha, same] = [ordinalAlpha(units), ordinalAlpha(other)];
        if (alpha === null || same === null) expect(same).toBe(alpha);
        else expect(same).toBeCloseTo(alpha, 9);
      }),
    );
  });
});

const people = ["ana", "ben", "cleo", "dan"];

/** From one row a passage: what ana, ben, cleo and dan say, null where they have not judged. */
function judge(rows: (Verdict | null)[][], blind = true): GivenVerdict[] {
  return rows.flatMap((row, passage) =>
    row.flatMap((verdict, person) =>
      verdict === null ? [] : { passageId: `p${passage}`, by: people[person] ?? "", verdict, blind },
    ),
  );
}

const five: Verdict[][] = [
  ["4", "4"],
  ["3", "3"],
  ["2", "2"],
  ["1", "1"],
  ["4", "4"],
];

describe("how far people agree", () => {
  const within: { verdicts: Verdict[]; withinOne: number | null }[] = [
    { verdicts: [], withinOne: null },
    { verdicts: ["4"], withinOne: null },
    { verdicts: ["3", "3"], withinOne: 1 },
    { verdicts: ["3", "2"], withinOne: 1 },
    { verdicts: ["2", "4"], withinOne: 0 },
    { verdicts: ["1", "4"], withinOne: 0 },
    { verdicts: ["U", "U"], withinOne: 1 },
    { verdicts: ["O", "O"], withinOne: 1 },
    { verdicts: ["U", "O"], withinOne: 0 },
    { verdicts: ["1", "U"], withinOne: 0 },
    { verdicts: ["O", "4"], withinOne: 0 },
    { verdicts: ["4", "3", "2"], withinOne: 2 / 3 },
    { verdicts: ["4", "4", "U", "U"], withinOne: 2 / 6 },
  ];
  it.each(within)("$verdicts: $withinOne of the pairs within one level", ({ verdicts, withinOne }) => {
    expect(agreementOf(judge([verdicts])).withinOne).toBe(withinOne);
  });

  const cases: { what: string; rows: (Verdict | null)[][]; agreement: Agreement }[] = [
    {
      what: "nobody has judged",
      rows: [],
      agreement: { shared: 0, pairs: 0, withinOne: null, alpha: null, n: 0 },
    },
    {
      what: "everybody has judged something else",
      rows: [["4"], [null, "1"], [null, null, "U"]],
      agreement: { shared: 0, pairs: 0, withinOne: null, alpha: null, n: 0 },
    },
    {
      what: "pairs only come from the same passage",
      rows: [["4", "3", "1", "1"], ["2", null, "2"], ["4"]],
      agreement: { shared: 2, pairs: 7, withinOne: 3 / 7, alpha: null, n: 2 },
    },
    {
      what: "five passages are enough for alpha",
      rows: five,
      agreement: { shared: 5, pairs: 5, withinOne: 1, alpha: 1, n: 5 },
    },
    {
      what: "four are too few",
      rows: five.slice(1),
      agreement: { shared: 4, pairs: 4, withinOne: 1, alpha: null, n: 4 },
    },
    {
      what: "a passage with one verdict is not shared",
      rows: [...five.slice(1), ["4"]],
      agreement: { shared: 4, pairs: 4, withinOne: 1, alpha: null, n: 4 },
    },
    {
      what: "a passage with one verdict on the scale does not make up the fifth",
      rows: [...five.slice(1), ["4", "U"]],
      agreement: { shared: 5, pairs: 5, withinOne: 4 / 5, alpha: null, n: 4 },
    },
    {
      what: "off the scale is left out of alpha",
      rows: [...five, ["U", "U"], ["O", "4"]],
      agreement: { shared: 7, pairs: 7, withinOne: 6 / 7, alpha: 1, n: 5 },
    },
    {
      what: "two on the scale count beside one off it",
      rows: [...five.slice(1), ["4", "4", "U"]],
      agreement: { shared: 5, pairs: 7, withinOne: 5 / 7, alpha: 1, n: 5 },
    },
    {
      what: "no variation, no alpha",
      rows: Array.from({ length: 6 }, (): Verdict[] => ["3", "3"]),
      agreement: { shared: 6, pairs: 6, withinOne: 1, alpha: null, n: 6 },
    },
  ];
  it.each(cases)("$what", ({ rows, agreement }) => {
    expect(agreementOf(judge(rows))).toEqual(agreement);
  });

  it("hands alpha the levels in their order", () => {
    const rows: Verdict[][] = [
      ["4", "3"],
      ["3", "3"],
      ["2", "1"],
      ["1", "1"],
      ["4", "2"],
    ];
    expect(fewestShared).toBe(5);
    expect(agreementOf(judge(rows)).alpha).toBe(
      ordinalAlpha([
        [4, 3],
        [3, 3],
        [2, 1],
        [1, 1],
        [4, 2],
      ]),
    );
  });
});

describe("how far each two agree", () => {
  const rows: (Verdict | null)[][] = [
    ...five.map((row) => [...row, null, null]),
    ["4", null, "1", null],
    [null, null, null, "2"],
  ];

  it("is told for those who share a passage, in the order of their ids", () => {
    const pairs = agreementByPair(judge(rows).reverse());
    expect(pairs).toEqual([
      { people: ["ana", "ben"], agreement: { shared: 5, pairs: 5, withinOne: 1, alpha: 1, n: 5 } },
      { people: ["ana", "cleo"], agreement: { shared: 1, pairs: 1, withinOne: 0, alpha: null, n: 1 } },
    ]);
  });

  it("orders the second of a pair too", () => {
    const pairs = agreementByPair(
      judge([
        ["4", null, null, "4"],
        [null, "1", "1"],
        ["2", "2", "3", "3"],
      ]),
    );
    expect(pairs.map((one) => one.people.join(" "))).toEqual([
      "ana ben",
      "ana cleo",
      "ana dan",
      "ben cleo",
      "ben dan",
      "cleo dan",
    ]);
  });

  it("is what these two alone come to", () => {
    const verdict = fc.constantFrom<(Verdict | null)[]>("4", "3", "2", "1", "U", "O", null);
    fc.assert(
      fc.property(fc.array(fc.array(verdict, { maxLength: 4 }), { maxLength: 20 }), (given) => {
        const judgements = judge(given);
        const pairs = agreementByPair(judgements);
        for (const { people, agreement } of pairs) {
          const alone = agreementOf(judgements.filter((one) => people.includes(one.by)));
          expect(agreement).toEqual({ ...alone, alpha: agreement.alpha });
          expect(agreement.alpha === null).toBe(alone.alpha === null);
          expect(agreement.alpha ?? 0).toBeCloseTo(alone.alpha ?? 0, 9);
        }
        const total = pairs.reduce((sum, one) => sum + one.agreement.pairs, 0);
        expect(total).toBe(agreementOf(judgements).pairs);
      }),
    );
  });
});

it("can be asked only for what was judged blind", () => {
  const blind = judge(five);
  const seen: GivenVerdict[] = judge([["1"]], false).map((one) => ({ ...one, by: "dan" }));
  expect(blindOnly([...seen, ...blind])).toEqual(blind);
  expect(agreementOf([...seen, ...blind]).pairs).toBe(7);
  expect(agreementOf(blindOnly([...seen, ...blind])).pairs).toBe(5);
});
