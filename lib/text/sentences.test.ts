import { describe, expect, it } from "vitest";
import {
  nextSentence,
  nextWordEnd,
  previousSentence,
  previousWordStart,
  sentenceAt,
  widenToWords,
} from "./sentences";

function allSentences(text: string, language: string): string[] {
  const found: string[] = [];
  const first = sentenceAt(text, 0, language);
  for (let one = first; one; one = nextSentence(text, one.start, language)) {
    found.push(text.slice(one.start, one.end));
  }
  return found;
}

const cases: [string, string, string[]][] = [
  ["en", "One here. Two there! Three?", ["One here.", "Two there!", "Three?"]],
  ["en", "First block.\n\nSecond block. With two.", ["First block.", "Second block.", "With two."]],
  ["en", '"Why?" she asked. Nobody knew.', ['"Why?" she asked.', "Nobody knew."]],
  ["en", "Mr. Smith met Gen. Jones. They left.", ["Mr. Smith met Gen. Jones.", "They left."]],
  ["en", "The U.S. European Command spoke. It won.", ["The U.S. European Command spoke.", "It won."]],
  ["en", "She lives in the U.K. Her work is there.", ["She lives in the U.K.", "Her work is there."]],
  ["en", "George W. Bush came. No. 5 left.", ["George W. Bush came.", "No. 5 left."]],
  ["en", "It rose 3.5 percent. Then it fell.", ["It rose 3.5 percent.", "Then it fell."]],
  ["en", "He said 😀. She said 👩‍👧.", ["He said 😀.", "She said 👩‍👧."]],
  ["de", "Am 3. Mai kam Dr. Weber. Er ging.", ["Am 3. Mai kam Dr. Weber.", "Er ging."]],
  ["fr", "M. Dupont est venu. Il est parti.", ["M. Dupont est venu.", "Il est parti."]],
  [
    "ru",
    "В. Петров приехал в 2020 г. и уехал. Потом вернулся.",
    ["В. Петров приехал в 2020 г. и уехал.", "Потом вернулся."],
  ],
  ["ar", "ذهب الولد. عاد الولد؟ نعم.", ["ذهب الولد.", "عاد الولد؟", "نعم."]],
  ["ja", "雨です。晴れです。", ["雨です。", "晴れです。"]],
  ["not a language", "One. Two.", ["One.", "Two."]],
  ["en", "", []],
];

describe("sentences", () => {
  it.each(cases)("%s: %j", (language, text, expected) => {
    expect(allSentences(text, language)).toEqual(expected);
  });

  it.each(cases)("%s backwards: %j", (language, text, expected) => {
    const found: string[] = [];
    for (
      let one = previousSentence(text, text.length, language);
      one;
      one = previousSentence(text, one.start, language)
    ) {
      found.unshift(text.slice(one.start, one.end));
    }
    expect(found).toEqual(expected);
  });

  it("holds the place asked for, and the space behind a sentence belongs to it", () => {
    const text = "One here.  Two there.";
    expect(sentenceAt(text, 4, "en")).toEqual({ start: 0, end: 9 });
    expect(sentenceAt(text, 10, "en")).toEqual({ start: 0, end: 9 });
    expect(sentenceAt(text, 11, "en")).toEqual({ start: 11, end: 21 });
    expect(sentenceAt(text, text.length, "en")).toEqual({ start: 11, end: 21 });
  });

  it("is none between two blocks or outside an empty text", () => {
    expect(sentenceAt("", 0, "en")).toBeNull();
    expect(sentenceAt("One.\n\nTwo.", 5, "en")).toBeNull();
    expect(nextSentence("One.", 0, "en")).toBeNull();
    expect(previousSentence("One.", 0, "en")).toBeNull();
  });
});

describe("widenToWords", () => {
  it.each([
    ["a cut at both ends", "weighing the rising costs", "ghing the ris", "weighing the rising"],
    ["a cut inside one word", "unpopularity", "popular", "unpopularity"],
    ["whole words", "one two three", "two", "two"],
    ["marks beside words", "He said “yes”, twice", "“yes”,", "“yes”,"],
    ["an apostrophe", "Moscow’s forces", "scow’s", "Moscow’s"],
    ["over a paragraph's end", "first line\n\nsecond line", "ine\n\nsec", "line\n\nsecond"],
  ])("%s", (_name, text, selected, expected) => {
    const start = text.indexOf(selected);
    const span = widenToWords(text, { start, end: start + selected.length }, "en");
    expect(text.slice(span.start, span.end)).toBe(expected);
  });
});

describe("words", () => {
  it("widens and narrows word by word, across blocks", () => {
    const text = "One two.\n\nThree";
    expect(nextWordEnd(text, 0, "en")).toBe(3);
    expect(nextWordEnd(text, 3, "en")).toBe(7);
    expect(nextWordEnd(text, 7, "en")).toBe(15);
    expect(nextWordEnd(text, 15, "en")).toBe(15);
    expect(previousWordStart(text, 15, "en")).toBe(10);
    expect(previousWordStart(text, 10, "en")).toBe(4);
    expect(previousWordStart(text, 4, "en")).toBe(0);
    expect(previousWordStart(text, 0, "en")).toBe(0);
  });
});
