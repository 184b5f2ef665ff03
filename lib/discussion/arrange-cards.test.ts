import { describe, expect, it } from "vitest";
import {
  type Anchor,
  cardGap,
  cardsInWindow,
  cardsOutOfSight,
  groupHeight,
  placeCards,
  shareCards,
  usualHeight,
} from "./arrange-cards";

const windowHeight = 800;
/** How far a card may be from its words: half a window. */
const reach = 400;
/** From the top of one card to that of the next. */
const step = usualHeight + cardGap;

const anchorsAt = (...tops: number[]): Anchor[] => tops.map((top, at) => ({ id: `c${at}`, top }));

type Over = { tall?: number; floor?: number; other?: Anchor };

function arrange(tops: readonly number[], activeId: string | null = null, over: Over = {}) {
  const anchors = anchorsAt(...tops);
  const margin = { floor: over.floor ?? 0, windowHeight };
  return placeCards({
    ...margin,
    shares: shareCards(anchors, margin),
    active: over.other ?? anchors.find((one) => one.id === activeId) ?? null,
    heightOf: (ids, isOpen) => (isOpen ? (over.tall ?? 300) : ids.length > 1 ? groupHeight : usualHeight),
  });
}

type Placed = ReturnType<typeof arrange>;
const places = (cards: Placed) => cards.map(({ ids, top }) => [ids.join(" "), top]);
const sharedIn = (cards: Placed) => cards.filter((card) => card.ids.length > 1).map((card) => card.ids);
const evenly = (count: number, by: number) => Array.from({ length: count }, (_, at) => 1000 + at * by);

describe("shareCards", () => {
  it.each([
    ["three in one line", [50, 50, 50]],
    ["six in four lines", [50, 50, 82, 114, 114, 146]],
    ["eight, one a line", evenly(8, 32)],
    ["forty, spread over the article", evenly(40, 90)],
    ["three hundred with room for each", evenly(300, step)],
  ])("leaves each its own card: %s", (_, tops) => {
    expect(
      shareCards(anchorsAt(...tops), { floor: 0, windowHeight }).every(({ ids }) => ids.length === 1),
    ).toBe(true);
  });

  it("counts nothing as too far that stands below what takes the top of the margin", () => {
    const anchors = anchorsAt(20, 60, 60, 130);
    expect(shareCards(anchors, { floor: 600, windowHeight }).length).toBe(4);
  });

  it.each([40, 300, 10_000])("lets %i share where they are too many, none far from its words", (count) => {
    const tops = evenly(count, 20);
    const cards = arrange(tops);
    expect(sharedIn(cards).length).toBeGreaterThan(count / 8);
    for (const { ids, top } of cards) {
      const words = tops[Number(ids[0]?.slice(1))] ?? 0;
      expect(top - words).toBeGreaterThanOrEqual(0);
      expect(top - words).toBeLessThanOrEqual(160);
    }
  });

  it("gathers where they are too many, and nowhere else", () => {
    const crowd = Array.from({ length: 30 }, (_, at) => 3000 + at * 12);
    const cards = arrange([100, 110, 120, ...crowd, 6000, 6010]);
    expect(cards.slice(0, 3).every((card) => card.ids.length === 1)).toBe(true);
    expect(cards.slice(-2).every((card) => card.ids.length === 1)).toBe(true);
    expect(sharedIn(cards).length).toBeGreaterThan(0);
  });
});

describe("placeCards", () => {
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
        ["c1", 74],
        ["c2", 148],
      ],
    ],
    [
      "earlier ones give way upward",
      [200, 210, 220],
      "c2",
      [
        ["c0", 72],
        ["c1", 146],
        ["c2", 220],
      ],
    ],
    [
      "later ones give way downward",
      [200, 210, 220],
      "c0",
      [
        ["c0", 200],
        ["c1", 512],
        ["c2", 586],
      ],
    ],
    [
      "only those that must",
      [0, 200, 210, 600],
      "c2",
      [
        ["c0", 0],
        ["c1", 136],
        ["c2", 210],
        ["c3", 600],
      ],
    ],
    [
      "with no room above, it stands below them",
      [0, 0, 10],
      "c2",
      [
        ["c0", 0],
        ["c1", 74],
        ["c2", 148],
      ],
    ],
    [
      "an unknown one",
      [0, 10],
      "gone",
      [
        ["c0", 0],
        ["c1", 74],
      ],
    ],
  ];
  it.each(cases)("%s", (_, tops, active, expected) => {
    expect(places(arrange(tops, active))).toEqual(expected);
  });

  it("takes what is open out of the card that it shared", () => {
    const tops = evenly(40, 20);
    const closed = arrange(tops);
    const [group = []] = sharedIn(closed).filter((ids) => ids.length > 2);
    const [first = "", middle = ""] = group;
    const cards = arrange(tops, middle);
    const at = cards.findIndex((card) => card.ids[0] === middle);
    expect(cards[at]).toMatchObject({ ids: [middle], top: tops[Number(middle.slice(1))] });
    expect(cards[at - 1]?.ids).toEqual([first]);
    expect(cards[at + 1]?.ids).toEqual(group.slice(2));
  });

  it("makes room for what has no card of its own, in text order", () => {
    const cards = arrange([100, 200, 300], null, { other: { id: "source", top: 210 } });
    expect(places(cards)).toEqual([
      ["c0", 62],
      ["c1", 136],
      ["source", 210],
      ["c2", 522],
    ]);
  });

  it.each([3, 8, 40, 300])("folds no other card of %i away when one opens, however tall", (count) => {
    for (const by of [step + 20, 140]) {
      const tops = evenly(count, by);
      for (const active of [0, Math.floor(count / 2), count - 1]) {
        expect(sharedIn(arrange(tops, `c${active}`, { tall: 700 }))).toEqual([]);
      }
    }
    // All of them beside the tall one.
    if (count <= 8) expect(sharedIn(arrange(evenly(count, 30), "c0", { tall: 900 }))).toEqual([]);
  });

  it("brings a crowd that a tall one has pushed away back to its words, out of sight", () => {
    const tops = evenly(300, 20);
    const closed = new Set(arrange(tops).map((card) => card.ids.join(" ")));
    const cards = arrange(tops, "c20", { tall: 900 });
    const at = cards.findIndex((card) => card.ids[0] === "c20");
    const bottom = (cards[at]?.top ?? 0) + 900;
    // In the first window below it, all are as they were, but for the card that it was taken out of.
    const inSight = cards.slice(at + 2).filter((card) => card.top < bottom + windowHeight);
    expect(inSight.length).toBeGreaterThan(5);
    expect(inSight.filter((card) => !closed.has(card.ids.join(" ")))).toEqual([]);
    const last = cards.at(-1);
    expect((last?.top ?? 0) - (tops[Number(last?.ids[0]?.slice(1))] ?? 0)).toBeLessThanOrEqual(160);
  });

  it("keeps the order, never overlaps, loses nobody and strays no further than its reach (random cards)", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const next = randomFrom(seed);
      const tops = Array.from({ length: 1 + next(60) }, () => 800 + next(4000)).sort((a, b) => a - b);
      const active = next(3) === 0 ? null : `c${next(tops.length)}`;
      const cards = arrange(tops, active, { tall: 200 + next(900) });
      expect(cards.flatMap((card) => card.ids)).toEqual(tops.map((_, at) => `c${at}`));
      const activeAt = cards.findIndex((card) => card.ids[0] === active);
      cards.forEach(({ ids, top, height }, at) => {
        const after = cards[at + 1];
        if (after) expect(after.top).toBeGreaterThanOrEqual(top + height + cardGap);
        const words = ids.map((id) => tops[Number(id.slice(1))] ?? 0);
        if (at === activeAt) expect(top).toBe(words[0]);
        // What stands beside the tall active card has to go below it.
        if (activeAt < 0 || at < activeAt) expect(top - Math.min(...words)).toBeLessThanOrEqual(reach);
        expect(Math.min(...words) - top).toBeLessThanOrEqual(reach + groupHeight + cardGap);
      });
    }
  });

  it("stands at its words however many stand before it", () => {
    const tops = Array.from({ length: 400 }, (_, at) => 600 + Math.floor(at / 5) * 130 + (at % 5) * 25);
    for (const active of [12, 50, 199, 399]) {
      const card = arrange(tops, `c${active}`).find((one) => one.ids.includes(`c${active}`));
      expect(card).toMatchObject({ ids: [`c${active}`], top: tops[active] });
    }
  });
});

describe("cardsInWindow", () => {
  const cards = [0, 100, 200, 300].map((top, at) => ({ ids: [`c${at}`], top, height: 50 }));
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
  const cards = [
    { ids: ["c0"], top: 0, height: 50 },
    { ids: ["c1", "c2"], top: 62, height: 30 },
    { ids: ["c3"], top: 104, height: 50 },
    { ids: ["c4"], top: 400, height: 50 },
    { ids: ["c5"], top: 900, height: 50 },
  ];
  it("tells how many there are on each side, and the nearest", () => {
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
