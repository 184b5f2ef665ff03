import { describe, expect, it } from "vitest";
import { type SeenWindow, sheetHeights, sheetPixels, snapSheet } from "./sheet-size";

const phone: SeenWindow = { window: 844, keyboard: 0 };
const typing: SeenWindow = { window: 844, keyboard: 336 };
const landscape: SeenWindow = { window: 375, keyboard: 0 };
const small: SeenWindow = { window: 568, keyboard: 0 };
const landscapeTyping: SeenWindow = { window: 375, keyboard: 190 };

const sizes: [string, SeenWindow, number[]][] = [
  ["a phone", phone, [96, 422, 660]],
  ["a phone with its keyboard", typing, [96, 254, 436]],
  ["a phone on its side", landscape, [96, 220, 303]],
  ["a small phone", small, [96, 284, 384]],
  ["on its side with the keyboard", landscapeTyping, [96, 113, 113]],
];

describe("sheetPixels", () => {
  it.each(sizes)("%s", (_, seen, expected) => {
    expect(sheetHeights.map((height) => sheetPixels(height, seen))).toEqual(expected);
  });

  it("always leaves some of the text in sight", () => {
    for (const [, seen] of sizes)
      expect(seen.window - seen.keyboard - sheetPixels("full", seen)).toBeGreaterThanOrEqual(72);
  });
});

const releases: [string, number, number, string | null][] = [
  ["let go near half", 400, 0, "half"],
  ["let go nearer to full", 560, 0.1, "full"],
  ["flicked up from half", 440, 0.8, "full"],
  ["flicked up beyond full", 680, 0.8, "full"],
  ["flicked down from half", 410, -0.8, "peek"],
  ["flicked down from full goes one step", 640, -1.5, "half"],
  ["a small flick up from peek", 104, 0.6, "half"],
  ["flicked down from peek", 90, -0.9, null],
  ["pushed out slowly", 30, -0.1, null],
  ["pushed a little and let go", 80, -0.1, "peek"],
];

describe("snapSheet", () => {
  it.each(releases)("%s", (_, pixels, speed, expected) => {
    expect(snapSheet({ pixels, speed, seen: phone })).toBe(expected);
  });
});
