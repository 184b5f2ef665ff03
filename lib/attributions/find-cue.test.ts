import { describe, expect, it } from "vitest";
import { findCue, findWordsNear } from "./find-cue";

const text =
  "The port will reopen, Ida Holm said on Monday. “We lost two winters,” she told the Courier. According to the clerk, the money was there. A report lay on the desk.";
const place = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

describe("findCue", () => {
  it.each([
    ["The port will reopen", "said"],
    ["“We lost two winters,”", "told"],
    ["the money was there", "According to"],
    ["A report lay", null],
  ])("beside “%s” stands %s", (words, cue) => {
    const found = findCue(text, place(words), "en");
    expect(found && text.slice(found.start, found.end)).toBe(cue);
  });

  it.each([
    ["Norline has trouble with maintaining its old fleet, weighing the rising costs.", null],
    ["Norline has trouble with maintaining ferries, weighing the rising costs.", null],
    ["Norline maintained its fleet, weighing the rising costs.", null],
    ["The office ruled out a strike, weighing the rising costs.", null],
    ["He angered many by claiming that weighing the rising costs was easy.", "claiming"],
    ["He left after saying weighing the rising costs was easy.", "saying"],
    ["He maintained weighing the rising costs was easy.", "maintained"],
  ])("in “%s” finds %s", (own, cue) => {
    const words = "weighing the rising costs";
    const start = own.indexOf(words);
    const found = findCue(own, { start, end: start + words.length }, "en");
    expect(found && own.slice(found.start, found.end)).toBe(cue);
  });

  it("takes no verb inside the passage", () => {
    expect(findCue(text, place("The port will reopen, Ida Holm said on Monday."), "en")).toBeNull();
  });
});

describe("findWordsNear", () => {
  it.each([
    ["ida holm", "The port will reopen", "Ida Holm"],
    ["the", "the money was there", "the"],
    ["nobody", "The port will reopen", null],
    ["   ", "The port will reopen", null],
  ])("“%s” beside “%s” is %s", (words, passage, expected) => {
    const found = findWordsNear(text, words, place(passage));
    expect(found && text.slice(found.start, found.end)).toBe(expected);
  });

  it.each([
    ["UK", "Ukraine said the UK had agreed.", "the UK", 17],
    ["UK", "The sukiyaki was cold.", "The sukiyaki", null],
    ["Éva", "Révai Éva said so.", "said so", 6],
    ["U.K.", "It was safe, the U.K.", "It was safe", 17],
    ["“yes”", "It was “yes”all along.", "It was", 7],
    ["the outlet", "The outlets agreed; the outlet denied it.", "agreed", 20],
  ])("finds “%s” as a word of its own in “%s”", (words, own, passage, start) => {
    const at = own.indexOf(passage);
    expect(findWordsNear(own, words, { start: at, end: at + passage.length })?.start ?? null).toBe(start);
  });

  it("takes the nearest, and prefers what stands beside the passage", () => {
    const found = findWordsNear(text, "the", place("“We lost two winters,”"));
    expect(found?.start).toBe(text.indexOf("the Courier"));
  });
});
