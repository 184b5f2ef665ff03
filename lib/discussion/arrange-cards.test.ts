import { describe, expect, it } from "vitest";
import { type Anchor, arrangeCards, cardGap, cardsInWindow, cardsOutOfSight } from "./arrange-cards";

const anchorsAt = (...tops: number[]): Anchor[] => tops.map((top, at) => ({ id: `c${at}`, top }));

function arrange(
  tops: number[],
  activeId: string | null = null,
  over: { active?: number; floor?: number } = {},
) {
  return arrangeCards({
    anchors: anchorsAt(...tops),
    activeId,
    heightOf: (ids) => (ids[0] === activeId ? (over.active ?? 300) : ids.length > 1 ? 30 : 50),
    floor: over.floor ?? 0,
    reach: 120,
  });
}

const places = (cards: ReturnType<typeof arrange>) => cards.map(({ ids, top }) => [ids.join(" "), top]);

describe("arrangeCards", () => {
  const cases: [what: string, tops: number[], active: string | null, expected: [string, number][]][] = [
    ["no cards", [], null, []],
    [
      "room for all",
      [0, 100, 300],
      null,
      [
        ["c0", 0],
        ["c1", 100],
        ["c2", 300],
      ],
    ],
    [
      "pushed down in order",
      [0, 10, 20],
      null,
      [
        ["c0", 0],
        ["c1", 62],
        ["c2", 124],
      ],
    ],
    [
      "too far from their words, they share",
      [0, 0, 0, 0],
      null,
      [
        ["c0", 0],
        ["c1 c2", 62],
        ["c3", 104],
      ],
    ],
    [
      "earlier ones give way upward",
      [200, 210, 220],
      "c2",
      [
        ["c0", 96],
        ["c1", 158],
        ["c2", 220],
      ],
    ],
    [
      "later ones give way downward",
      [200, 210, 220],
      "c0",
      [
        ["c0", 200],
        ["c1 c2", 512],
      ],
    ],
    [
      "only those that must",
      [0, 200, 210],
      "c2",
      [
        ["c0", 0],
        ["c1", 148],
        ["c2", 210],
      ],
    ],
    [
      "at the top they share a card",
      [70, 75, 80],
      "c2",
      [
        ["c0 c1", 38],
        ["c2", 80],
      ],
    ],
    [
      "with no room at all the active one stands lower",
      [0, 0, 10],
      "c2",
      [
        ["c0 c1", 0],
        ["c2", 42],
      ],
    ],
    [
      "an unknown active card",
      [0, 10],
      "gone",
      [
        ["c0", 0],
        ["c1", 62],
      ],
    ],
  ];
  it.each(cases)("%s", (_, tops, active, expected) => {
    expect(places(arrange(tops, active))).toEqual(expected);
  });

  it("puts the active card at its words however many stand before it", () => {
    const tops = Array.from({ length: 400 }, (_, at) => 100 + Math.floor(at / 5) * 130 + (at % 5) * 25);
    for (const active of [12, 50, 199, 399]) {
      const cards = arrange(tops, `c${active}`);
      const card = cards.find((one) => one.ids.includes(`c${active}`));
      expect(card).toMatchObject({ ids: [`c${active}`], top: tops[active] });
    }
  });

  it("keeps the order, never overlaps, loses nobody and strays no further than its reach (random cards)", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const next = randomFrom(seed);
      const tops = Array.from({ length: 1 + next(60) }, () => 800 + next(2000)).sort((a, b) => a - b);
      const active = next(3) === 0 ? null : `c${next(tops.length)}`;
      const cards = arrange(tops, active);
      expect(cards.flatMap((card) => card.ids)).toEqual(tops.map((_, at) => `c${at}`));
      const activeAt = cards.findIndex((card) => card.ids[0] === active);
      cards.forEach(({ ids, top, height }, at) => {
        const after = cards[at + 1];
        if (after) expect(after.top).toBeGreaterThanOrEqual(top + height + cardGap);
        const words = ids.map((id) => tops[Number(id.slice(1))] ?? 0);
        if (at === activeAt) expect(top).toBe(words[0]);
        // What stands beside the tall active card has to go below it.
        if (activeAt < 0 || at < activeAt) expect(top - Math.min(...words)).toBeLessThanOrEqual(120);
        expect(Math.min(...words) - top).toBeLessThanOrEqual(120);
      });
    }
  });
});

describe("cardsInWindow", () => {
  const cards = arrange([0, 100, 200, 300]);
  it.each([
    [0, 1000, 0, 4],
    [60, 90, 1, 1],
    [60, 100, 1, 2],
    [120, 210, 1, 3],
    [151, 199, 2, 2],
    [400, 900, 4, 4],
    [-500, -10, 0, 0],
  ])("%i to %i draws %i to %i", (from, to, start, end) => {
    expect(cardsInWindow(cards, from, to)).toEqual({ start, end });
  });

  it("takes no time for ten thousand", () => {
    const many = arrange(
      Array.from({ length: 10_000 }, (_, at) => at * 60),
      "c5000",
    );
    const seen = cardsInWindow(many, 300_000, 301_000);
    expect(seen.end - seen.start).toBeLessThan(25);
    expect(many.slice(seen.start, seen.end).some((card) => card.ids[0] === "c5000")).toBe(true);
  });
});

describe("cardsOutOfSight", () => {
  const cards = arrange([0, 0, 0, 0, 400, 900]);
  it("tells how many there are on each side, and the nearest", () => {
    // c0, then c1 and c2 on one card, then c3: the four share the first 154 pixels.
    const ids = cards.map((card) => card.ids.join(" "));
    expect(ids).toEqual(["c0", "c1 c2", "c3", "c4", "c5"]);
    expect(cardsOutOfSight(cards, 300, 500)).toEqual({
      above: { count: 4, nearest: "c3" },
      below: { count: 1, nearest: "c5" },
    });
    expect(cardsOutOfSight(cards, 95, 100)).toEqual({
      above: { count: 3, nearest: "c2" },
      below: { count: 3, nearest: "c3" },
    });
  });
  it("counts none that is partly seen, and nothing that is no passage", () => {
    expect(cardsOutOfSight(cards, 0, 920)).toMatchObject({ above: { count: 0 }, below: { count: 0 } });
    expect(cardsOutOfSight(cards, 300, 500, (id) => id !== "c3" && id !== "c5")).toEqual({
      above: { count: 3, nearest: "c2" },
      below: { count: 0, nearest: null },
    });
  });
});

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
