import { describe, expect, it } from "vitest";
import { nearest, revealDistance, type Stretch } from "./reveal-distance";

const seen = { top: 100, bottom: 900 };
const at = (top: number, height: number): Stretch => ({ top, bottom: top + height });

describe("revealDistance", () => {
  const cases: [
    what: string,
    words: Stretch,
    panel: Stretch | null,
    form: Stretch | null,
    expected: number,
  ][] = [
    ["all in sight", at(300, 30), at(290, 400), null, 0],
    ["no panel beside the text", at(850, 30), null, null, 0],
    ["words below the window: to a quarter of it", at(1200, 30), null, null, 900],
    ["words above it, too", at(20, 30), null, null, -280],
    ["a panel that has room: as little as shows all of it", at(800, 30), at(790, 400), null, 290],
    ["one that has room only with its words at the very top", at(850, 30), at(840, 790), null, 730],
    ["one too tall: the words to a quarter", at(850, 30), at(840, 1400), null, 550],
    ["one too tall, beside words that stand well", at(350, 30), at(340, 1400), null, 0],
    ["one too tall, whose words are out of sight", at(-2000, 30), at(-2010, 1400), null, -2300],
    ["a form in the panel comes before the words", at(850, 30), at(840, 1400), at(1600, 300), 1000],
    ["a form that is in sight with them", at(850, 30), at(840, 1400), at(1000, 300), 550],
    ["long words whose beginning is in sight", at(700, 600), at(690, 150), null, 0],
  ];
  it.each(cases)("%s", (_, words, panel, form, expected) => {
    expect(revealDistance({ words, panel, form, seen })).toBe(expected);
  });

  it("never takes the words out of sight for the sake of the panel, nor moves twice", () => {
    for (let top = -500; top < 1500; top += 37) {
      for (const height of [60, 300, 700, 790, 810, 2000]) {
        const words = at(top, 30);
        const panel = at(top - 10, height);
        const by = revealDistance({ words, panel, form: null, seen });
        expect(words.top - by).toBeGreaterThanOrEqual(seen.top);
        expect(words.bottom - by).toBeLessThanOrEqual(seen.bottom);
        const after = { words: at(top - by, 30), panel: at(top - 10 - by, height), form: null, seen };
        expect(revealDistance(after)).toBe(0);
      }
    }
  });
});

describe("nearest", () => {
  it.each([
    ["in sight", at(200, 300), 0],
    ["below", at(800, 300), 200],
    ["above", at(50, 300), -50],
    ["too tall: from its top", at(700, 1000), 600],
  ])("%s", (_, stretch, expected) => {
    expect(nearest(stretch, seen)).toBe(expected);
  });
});
