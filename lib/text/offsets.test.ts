import { describe, expect, it } from "vitest";
import {
  borderAfter,
  borderBefore,
  isGraphemeBorder,
  lineAt,
  snapOutward,
  tidySelection,
  toCodePoints,
  trimSpan,
} from "./offsets";

const family = "👩‍👩‍👧‍👦";
const samples = [
  "",
  "plain",
  `before ${family} after`,
  "e\u0301te\u0301 na\u0308ive",
  "שלום עולם 🇮🇱 \u202bابجد\u202c",
  "one\r\ntwo\n\nthree\rfour",
  "🇺🇦🇷🇺🇬🇧 flags",
  "नमस्ते दुनिया",
  "👍🏽 skin and ❤️ heart",
  "zero\u200bwidth\u200djoin",
];

describe("code points", () => {
  it.each([
    ["a letter", "abc", 2, 2],
    ["behind an emoji", "😀x", 2, 1],
    ["inside a surrogate pair counts as before it", "😀x", 1, 0],
    ["behind a family of seven code points", `${family}!`, family.length, 7],
    ["beyond the end", "ab", 99, 2],
    ["before the start", "ab", -1, 0],
  ])("%s", (_name, text, offset, expected) => {
    expect(toCodePoints(text, offset)).toBe(expected);
  });

  it.each(samples)("counts those before each of %j", (text) => {
    const points = Array.from(text);
    let units = 0;
    for (let count = 0; count <= points.length; count++) {
      expect(toCodePoints(text, units)).toBe(count);
      units += points[count]?.length ?? 0;
    }
  });
});

describe("grapheme borders", () => {
  it.each(samples)("agree with the segmenter on the whole of %j", (text) => {
    const expected = new Set([text.length]);
    for (const one of new Intl.Segmenter().segment(text)) expected.add(one.index);
    for (let at = 0; at <= text.length; at++) {
      expect([at, isGraphemeBorder(text, at)]).toEqual([at, expected.has(at)]);
      expect(expected.has(borderBefore(text, at))).toBe(true);
      expect(borderBefore(text, at)).toBeLessThanOrEqual(at);
      expect(expected.has(borderAfter(text, at))).toBe(true);
      expect(borderAfter(text, at)).toBeGreaterThanOrEqual(at);
    }
  });

  it("agree with the segmenter on mixtures of all that joins and does not", () => {
    const pieces = [
      ..."a Z9\r\n\t\u00a0é½ßжשاक्ष가ᄀ각한日ひカ。“…",
      ..."\u0301\u0903\u093f\u0600\u200d\u200c\ufe0f\u0e33\u094d\u00ad\u2028🏽👩❤©🇺🇦",
      family,
      "\ud83d",
    ];
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    for (let round = 0; round < 400; round++) {
      const text = Array.from({ length: 12 }, () => pieces[next(pieces.length)]).join("");
      const expected = new Set([text.length]);
      for (const one of new Intl.Segmenter().segment(text)) expected.add(one.index);
      const found = Array.from({ length: text.length + 1 }, (_, at) => at).filter((at) =>
        isGraphemeBorder(text, at),
      );
      expect([text, found]).toEqual([text, [...expected].sort((a, b) => a - b)]);
    }
  });

  it("are found in a line of two million letters as fast as in a short one", () => {
    const text = "We lost two winters, she said. ".repeat(65_000);
    for (let at = 0; at < 2_000; at++) expect(isGraphemeBorder(text, at * 1_000)).toBe(true);
  });

  it("are none outside the text", () => {
    expect(isGraphemeBorder("a", -1)).toBe(false);
    expect(isGraphemeBorder("a", 2)).toBe(false);
  });
});

describe("snapOutward", () => {
  it.each([
    ["a cut through a family takes all of it", `x${family}y`, 3, 5, family],
    ["a letter takes its accent", "xe\u0301y", 1, 2, "e\u0301"],
    ["an accent takes its letter", "xe\u0301y", 2, 3, "e\u0301"],
    ["half a flag takes the flag", "a🇺🇦b", 1, 3, "🇺🇦"],
    ["half a CRLF takes both", "a\r\nb", 2, 3, "\r\n"],
    ["clean borders stay", "one two", 4, 7, "two"],
    ["the wrong order is mended", "one two", 7, 4, "two"],
    ["beyond the end is cut", "one", 1, 99, "ne"],
    ["an empty span stays empty", `${family}`, 3, 3, ""],
  ])("%s", (_name, text, start, end, expected) => {
    const span = snapOutward(text, start, end);
    expect(text.slice(span.start, span.end)).toBe(expected);
  });
});

describe("trimming", () => {
  it.each([
    ["both ends", "a  bc \n d", 1, 7, "bc"],
    ["no-break spaces too", "\u00a0x\u00a0", 0, 3, "x"],
    ["zero-width characters stay", "\u200bx\u200b", 0, 3, "\u200bx\u200b"],
    ["only white space", "a   b", 1, 4, ""],
  ])("%s", (_name, text, start, end, expected) => {
    const span = trimSpan(text, { start, end });
    expect(text.slice(span.start, span.end)).toBe(expected);
  });

  it("a tidy selection is whole characters without white space at the ends", () => {
    const text = `a ${family} b`;
    const span = tidySelection(text, 1, 4);
    expect(text.slice(span.start, span.end)).toBe(family);
  });
});

it("lineAt keeps a line feed with its line", () => {
  const text = "ab\n\ncd";
  expect([0, 2, 3, 4, 6].map((at) => lineAt(text, at))).toEqual([
    { start: 0, end: 3 },
    { start: 0, end: 3 },
    { start: 3, end: 4 },
    { start: 4, end: 6 },
    { start: 4, end: 6 },
  ]);
});
