import { describe, expect, it } from "vitest";
import { findSpeakers, isTurn, saysSomething } from "./recognise-speech";

describe("findSpeakers", () => {
  it.each([
    [
      ["MINISTER: Ours.", "REPORTER (The Post): A letter.", "[00:12:40] SPEAKER 2: Can I?"],
      ["MINISTER", "REPORTER", "SPEAKER 2"],
    ],
    [
      ["Q: Why?", "A: Because."],
      ["Q", "A"],
    ],
    [["Ana Ruiz: Why?", "Mayor: No.", "Ana Ruiz: When?"], ["Ana Ruiz"]],
    [["记者：为什么？", "市长：没有。", "记者：何时？"], ["记者"]],
    [["Here is what I found: The meter was right.", "She had one wish: sleep."], []],
  ])("%j", (texts, speakers) => {
    expect(Array.from(findSpeakers(texts))).toEqual(speakers);
  });
});

it("isTurn asks for a speaker of the text", () => {
  const speakers = findSpeakers(["Mayor: No.", "Ana Ruiz: Why?", "Mayor: Never."]);
  expect(isTurn("Mayor (laughs): No comment.", speakers)).toBe(true);
  expect(isTurn("Ana Ruiz: Why?", speakers)).toBe(false);
});

describe("saysSomething", () => {
  it.each([
    ["The council votes on Thursday.", true],
    ["Nobody laughed.", true],
    ["“All lies,” said its lawyer", true],
    ["'Nor is the rest,' she added", true],
    ["The council named two conditions:", true],
    ["NOBODY WAS CHARGED.", true],
    ["Никто не ответил.", true],
    ["“没有人回答。”", true],
    ["لا يوجد نقص.", true],
    ["Mill plans too tall, say neighbours", false],
    ["RELATED ARTICLES", false],
    ["Tarnpost Inc.", false],
    ["Menu", false],
  ])("%j: %s", (text, expected) => {
    expect(saysSomething(text)).toBe(expected);
  });

  it("asks for a full stop where headlines are expected", () => {
    expect(saysSomething("Mill plans “too tall”, say neighbours", { isHard: true })).toBe(false);
    expect(saysSomething("Who owns the Old Mill?", { isHard: true })).toBe(false);
    expect(saysSomething("The council votes on Thursday.", { isHard: true })).toBe(true);
  });
});
