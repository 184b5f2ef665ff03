import { describe, expect, test } from "vitest";
import { type CardAnchor, cardGap, cardsInWindow, groupAnchors, layOutCards } from "./lay-out-cards";

function cards(...given: [top: number, height: number][]): CardAnchor[] {
  return given.map(([top, height], at) => ({ id: `c${at}`, top, height }));
}

describe("layOutCards", () => {
  const cases: [name: string, given: CardAnchor[], active: string | null, expected: number[]][] = [
    ["no cards", [], null, []],
    ["room for all", cards([0, 50], [100, 50], [300, 50]), null, [0, 100, 300]],
    ["pushed down in order", cards([0, 50], [10, 50], [20, 50]), null, [0, 62, 124]],
    ["a pile, then air", cards([0, 50], [10, 50], [400, 50]), null, [0, 62, 400]],
    ["earlier ones give way", cards([200, 50], [210, 50], [220, 50]), "c2", [96, 158, 220]],
    ["both sides give way", cards([200, 50], [210, 80], [220, 50]), "c1", [148, 210, 302]],
    ["only those that must", cards([0, 50], [200, 50], [210, 50]), "c2", [0, 148, 210]],
    ["a higher active card", cards([100, 60], [120, 300], [130, 60]), "c1", [48, 120, 432]],
    ["no room at the top", cards([10, 50], [20, 50], [30, 50]), "c2", [0, 62, 124]],
    ["an unknown active card", cards([0, 50], [10, 50]), "gone", [0, 62]],
  ];
  test.each(cases)("%s", (_, given, active, expected) => {
    expect(layOutCards(given, active)).toEqual(expected);
  });

  test("cards behind the active one stand as near to their words as they can", () => {
    const given = cards([0, 30], [700, 400], [720, 50], [900, 50]);
    expect(layOutCards(given, "c2")).toEqual([0, 308, 720, 900]);
  });

  test("keeps the order, never overlaps and puts the active card at its words (random cards)", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const next = randomFrom(seed);
      const tops = Array.from({ length: 1 + next(30) }, () => 3000 + next(2000)).sort((a, b) => a - b);
      const given = cards(...tops.map((top): [number, number] => [top, 20 + next(90)]));
      const active = given[next(given.length)]?.id ?? null;
      const laid = layOutCards(given, active);
      for (let at = 1; at < given.length; at++) {
        const before = (laid[at - 1] ?? 0) + (given[at - 1]?.height ?? 0) + cardGap;
        expect(laid[at]).toBeGreaterThanOrEqual(before);
      }
      const activeAt = given.findIndex((card) => card.id === active);
      expect(laid[activeAt]).toBe(given[activeAt]?.top);
    }
  });
});

describe("cardsInWindow", () => {
  const given = cards([0, 50], [100, 50], [200, 50], [300, 50]);
  const tops = [0, 100, 200, 300];
  test.each([
    [0, 1000, 0, 4],
    [60, 90, 1, 1],
    [60, 100, 1, 2],
    [120, 210, 1, 3],
    [151, 199, 2, 2],
    [400, 900, 4, 4],
    [-500, -10, 0, 0],
  ])("%i to %i draws %i to %i", (from, to, start, end) => {
    expect(cardsInWindow(given, tops, from, to)).toEqual({ start, end });
  });

  test("ten thousand cards take no time", () => {
    const many = cards(...Array.from({ length: 10_000 }, (_, at): [number, number] => [at * 60, 44]));
    const laid = layOutCards(many, "c5000");
    const seen = cardsInWindow(many, laid, 300_000, 301_000);
    expect(seen.end - seen.start).toBeLessThan(25);
    expect(seen.start).toBeLessThanOrEqual(5000);
    expect(seen.end).toBeGreaterThan(5000);
  });
});

describe("groupAnchors", () => {
  const density = { screen: 800, most: 3, reach: 64 };
  const anchors = [0, 10, 70, 80, 900].map((top, at) => ({ id: `p${at}`, top }));

  test("leaves a calm margin alone", () => {
    const groups = groupAnchors(anchors, null, { ...density, most: 4 });
    expect(groups.map((group) => group.ids)).toEqual([["p0"], ["p1"], ["p2"], ["p3"], ["p4"]]);
  });
  test("gathers what stands close together", () => {
    const groups = groupAnchors(anchors, null, density);
    expect(groups).toEqual([
      { ids: ["p0", "p1"], top: 0 },
      { ids: ["p2", "p3"], top: 70 },
      { ids: ["p4"], top: 900 },
    ]);
  });
  test("gives the active passage a card of its own", () => {
    const groups = groupAnchors(anchors, "p2", density);
    expect(groups.map((group) => group.ids)).toEqual([["p0", "p1"], ["p2"], ["p3"], ["p4"]]);
  });
});

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
