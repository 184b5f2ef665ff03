import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verdict } from "@/lib/assessments/schema";
import { readCursor } from "@/lib/text/cursor";
import { cellOf, filterClaims, isInState } from "./filter-claims";
import { countHidden, countStates, speakersOf } from "./overview";
import { axisState, type ClaimRow, type ClaimSort, claimSort } from "./row-schema";
import { pageOf, sortClaims, sortKey } from "./sort-claims";
import { axisOf, judgedAs, rowOf } from "./test-rows";

const states = [
  ["split", rowOf("a", { so: axisOf("split") }), true],
  ["split", rowOf("a", { said: axisOf("split") }), true],
  ["split", rowOf("a", { so: axisOf("hidden") }), false],
  ["one", rowOf("a", { so: axisOf("one"), said: axisOf("split") }), true],
  ["unjudged", rowOf("a", { said: axisOf("none") }), true],
  ["unjudged", rowOf("a", { said: axisOf("hidden") }), false],
  ["unjudged", rowOf("a", { said: axisOf("one") }), false],
  ["hidden", rowOf("a", { so: axisOf("hidden") }), true],
  ["open", rowOf("a", { so: axisOf("hidden") }), true],
  ["open", rowOf("a", { so: axisOf("resolved") }), false],
  ["resolved", rowOf("a", { so: axisOf("resolved") }), true],
  ["agreed", rowOf("a", { so: judgedAs("3") }), true],
  ["agreed", rowOf("a", { so: axisOf("hidden") }), false],
  ["unexamined", rowOf("a"), true],
  ["unexamined", rowOf("a", { voice: "reporter" }), false],
] as const;

describe("isInState", () => {
  it.each(states)("%s", (state, row, expected) => {
    expect(isInState(row, state)).toBe(expected);
  });
});

describe("filterClaims", () => {
  const rows = [
    rowOf("a", { voice: "source", sourceId: "ida", kinds: ["quantity"], mine: true }),
    rowOf("b", { voice: "reporter", assignee: "ana", so: axisOf("split") }),
    rowOf("c", { voice: "differing", said: judgedAs("4"), so: judgedAs("1") }),
    rowOf("d", { said: judgedAs("4"), so: axisOf("hidden") }),
  ];
  it.each([
    [{}, "abcd"],
    [{ state: "split" }, "b"],
    [{ source: "ida" }, "a"],
    [{ source: "reporter" }, "b"],
    [{ source: "differing" }, "c"],
    [{ source: "none" }, "d"],
    [{ kind: "quantity" }, "a"],
    [{ mine: "mine" }, "a"],
    [{ mine: "assigned" }, "b"],
    [{ cell: "4-1" }, "c"],
    [{ state: "split", mine: "mine" }, ""],
  ] as const)("%j", (asked, expected) => {
    expect(
      filterClaims(rows, asked, "ana")
        .map((row) => row.id)
        .join(""),
    ).toBe(expected);
  });

  it("puts only what has two levels in a cell", () => {
    const cell = (over: Parameters<typeof rowOf>[1]) => cellOf(rowOf("x", { so: judgedAs("1"), ...over }));
    expect(cell({ said: judgedAs("4"), so: judgedAs("U") })).toBeNull();
    expect(cell({ said: axisOf("hidden") })).toBeNull();
    expect(cell({ said: null })).toBeNull();
    expect(cell({ said: judgedAs("4") })).toBe("4-1");
    // Whoever denies what is not so has said nothing inaccurate.
    expect(cell({ said: judgedAs("4"), stance: "denies" })).toBeNull();
  });
});

describe("sortClaims", () => {
  const rows = [
    rowOf("a", { start: 0, so: judgedAs("4"), evidence: 1, updated: { number: 3, at: null } }),
    rowOf("b", { start: 9, so: axisOf("hidden"), evidence: 0, updated: { number: 9, at: null } }),
    rowOf("c", { start: 20, so: axisOf("split"), evidence: 4, updated: { number: 5, at: null } }),
    rowOf("d", { start: 30, so: judgedAs("1"), said: judgedAs("2"), evidence: 1 }),
    rowOf("e", { start: 40, so: axisOf("none") }),
    rowOf("f", { start: 50, so: axisOf("one", { shown: "U" }) }),
  ];
  it.each([
    ["text", "abcdef"],
    ["-text", "fedcba"],
    ["agreement", "cfebad"],
    ["so", "dafcbe"],
    ["-so", "ebcfad"],
    ["said", "dabcef"],
    ["evidence", "cadbef"],
    ["updated", "bcadef"],
  ] as const)("by %s", (sort, expected) => {
    expect(
      sortClaims(rows, sort)
        .map((row) => row.id)
        .join(""),
    ).toBe(expected);
  });

  it("puts the longer first of two that start together", () => {
    const two = [rowOf("a", { end: 10 }), rowOf("b", { end: 20 })];
    expect(sortClaims(two, "text").map((row) => row.id)).toEqual(["b", "a"]);
  });
});

const axis = fc
  .constantFrom(...axisState.options)
  .chain((state) =>
    fc
      .constantFrom(null, ...verdict.options)
      .map((shown) => axisOf(state, { shown: state === "hidden" ? null : shown })),
  );
const row = fc
  .record({
    id: fc.uuid(),
    start: fc.nat(3),
    end: fc.nat(1),
    so: axis,
    evidence: fc.nat(2),
    number: fc.nat(5),
  })
  .map(({ id, number, ...over }) => rowOf(id, { ...over, updated: { number, at: null } }));
const list = fc.uniqueArray(row, { selector: (one) => one.id, maxLength: 25 });

function walk(
  rows: ClaimRow[],
  sort: ClaimSort,
  change: (rows: ClaimRow[], page: number) => ClaimRow[],
): string[] {
  const seen: string[] = [];
  let cursor: ReturnType<typeof readCursor> = null;
  for (let page = 0; page < 60; page++) {
    const read = pageOf(rows, sort, cursor ?? undefined, 4);
    seen.push(...read.rows.map((one) => one.id));
    if (!read.nextCursor) return seen;
    cursor = readCursor(read.nextCursor);
    rows = change(rows, page);
  }
  throw new Error("The pages have no end.");
}

describe("pageOf", () => {
  it("hands out every claim once and in order, whatever the order", () => {
    fc.assert(
      fc.property(list, fc.constantFrom(...claimSort.options), (rows, sort) => {
        expect(walk(rows, sort, (same) => same)).toEqual(sortClaims(rows, sort).map((one) => one.id));
      }),
    );
  });

  it("loses and doubles none that stayed in its place, whatever comes, goes and moves meanwhile", () => {
    fc.assert(
      fc.property(list, list, fc.constantFrom(...claimSort.options), (rows, others, sort) => {
        const moving = new Set(rows.filter((_, at) => at % 3 === 0).map((one) => one.id));
        const ids = new Set(rows.map((one) => one.id));
        const seen = walk(rows, sort, (now, page) => [
          ...now.filter((one) => ids.has(one.id) && !moving.has(one.id)),
          ...now
            .filter((one) => moving.has(one.id))
            .map((one) => ({ ...one, start: (one.start + 7) % 30, evidence: page % 3 })),
          ...others.filter((one) => !ids.has(one.id)),
        ]);
        const stayed = sortClaims(rows, sort)
          .map((one) => one.id)
          .filter((id) => !moving.has(id));
        expect(seen.filter((id) => stayed.includes(id))).toEqual(stayed);
      }),
    );
  });

  it("makes keys that no cursor refuses", () => {
    const far = rowOf("a", {
      start: 9_999_999,
      end: 10_000_000,
      updated: { number: 2_147_483_647, at: null },
    });
    for (const sort of claimSort.options) expect(sortKey(far, sort).length).toBeLessThan(500);
  });
});

it("counts states, hidden questions and speakers", () => {
  const rows = [
    rowOf("a", {
      so: axisOf("split"),
      said: axisOf("one"),
      voice: "source",
      sourceId: "ida",
      speaker: "Ida",
    }),
    rowOf("b", {
      so: axisOf("hidden"),
      said: axisOf("hidden"),
      voice: "source",
      sourceId: "ida",
      speaker: "Ida",
    }),
    rowOf("c"),
  ];
  expect(countStates(rows)).toEqual({
    split: 1,
    one: 1,
    unjudged: 1,
    hidden: 1,
    agreed: 0,
    resolved: 0,
    open: 3,
    unexamined: 1,
  });
  expect(countHidden(rows)).toBe(2);
  expect(speakersOf(rows)).toEqual([{ id: "ida", name: "Ida", passages: 2 }]);
});
