import { describe, expect, it } from "vitest";
import { readDocument } from "./read-document";

/** Sentences of the first block, as text. */
function sentences(text: string): string[] {
  const block = readDocument(text)[0];
  return (block?.sentences ?? []).map((s) => text.slice(s[0]?.start, s.at(-1)?.end));
}

describe("splitSentences", () => {
  it.each([
    ["two plain ones", "It rained. We left.", ["It rained.", "We left."]],
    ["titles", "Mr. Berg met Gov. Lund. They spoke.", ["Mr. Berg met Gov. Lund.", "They spoke."]],
    ["initials", "John F. Berg spoke. He left.", ["John F. Berg spoke.", "He left."]],
    [
      "states behind a name",
      "Rep. Berg, D-Calif., spoke. He left.",
      ["Rep. Berg, D-Calif., spoke.", "He left."],
    ],
    [
      "an abbreviation at the end",
      "He lives in the U.S. The army called.",
      ["He lives in the U.S.", "The army called."],
    ],
    ["an abbreviation inside", "The U.S. Army called him.", ["The U.S. Army called him."]],
    ["numbers", "It cost 3.5 million. We paid.", ["It cost 3.5 million.", "We paid."]],
    ["a question somebody asked", "“Why?” he asked. We left.", ["“Why?” he asked.", "We left."]],
    [
      "a question and its asker by name",
      "“Why now?” Berg asked. We left.",
      ["“Why now?” Berg asked.", "We left."],
    ],
    ["a question of its own", "“Why?” The hall was quiet.", ["“Why?”", "The hall was quiet."]],
    ["a full stop inside the marks", "“We lost.” The hall was quiet.", ["“We lost.”", "The hall was quiet."]],
    ["a comma inside the marks", "“We lost,” Berg said. “Badly.”", ["“We lost,” Berg said.", "“Badly.”"]],
    ["a degree at the end", "It was 44C. The bank shut.", ["It was 44C.", "The bank shut."]],
    [
      "a plain no",
      "No. They told us to wait. It was No. 10.",
      ["No.", "They told us to wait.", "It was No. 10."],
    ],
    [
      "what others wrote behind a quotation",
      "He calls it “ours.” As the poet wrote, it is not.",
      ["He calls it “ours.”", "As the poet wrote, it is not."],
    ],
    [
      "words that lead to another quotation",
      "Low replied: “Never.” Dene then wrote, “Why?”",
      ["Low replied: “Never.”", "Dene then wrote, “Why?”"],
    ],
    [
      "sentences inside a quotation",
      "“We lost. Badly. Twice,” Berg said.",
      ["“We lost. Badly. Twice,” Berg said."],
    ],
  ])("%s", (_name, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

describe("guessBlocks", () => {
  it("cuts at blank lines and where a line ends like a sentence", () => {
    const text = "A Title\n\nOne line\nwrapped here.\nAnother paragraph.\n\n\nLast.\n";
    expect(readDocument(text).map((block) => text.slice(block.start, block.end))).toEqual([
      "A Title",
      "One line\nwrapped here.",
      "Another paragraph.",
      "Last.",
    ]);
  });

  it("takes the first short block for the title and a picture's line for a caption", () => {
    const text = "A Title\n\nThe mayor speaks in Oslo. Per Lund/AFP via Getty Images\n\nThe mayor spoke.";
    expect(readDocument(text).map((block) => block.role)).toEqual(["title", "caption", "body"]);
  });

  it.each(["", " \n\n ", "\n"])("reads nothing out of %j", (text) => {
    expect(readDocument(text)).toEqual([]);
  });
});
