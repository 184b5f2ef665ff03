import { describe, expect, it } from "vitest";
import { isWhiteSpace, withoutWhiteSpace } from "@/lib/text/white-space";
import { blockText, coversOriginal, placeInOriginal, readSource } from "./block-text";
import { makeDraft } from "./make-draft";

function textsOf(original: string): string[] {
  const result = makeDraft(original, "markdown");
  return result.ok ? result.draft.blocks.map(({ role, text }) => `${role}: ${text}`) : [result.reason];
}

describe("Markdown becomes the words without their marks", () => {
  it.each([
    [
      "lists",
      "The words come first, she said, and then come others.\n\n- one\n- two\n\n* three\n+ four\n• five",
      [
        "body: The words come first, she said, and then come others.",
        "body: one",
        "body: two",
        "body: three",
        "body: four • five",
      ],
    ],
    [
      "numbers, which are words",
      "The words come first, she said, and then come others.\n\n1. one\n2) two",
      ["body: The words come first, she said, and then come others.", "body: 1. one", "body: 2) two"],
    ],
    [
      "headings",
      "# A *title* of it ##\n\nWords follow here.\n\n## Part\n\nMore words.",
      ["title: A title of it", "body: Words follow here.", "body: Part", "body: More words."],
    ],
    [
      "code, line by line",
      "The words come first, she said, and then come others.\n\n```js\nlet *a* = 1\n\n  b()\n```\nAnd go on.",
      [
        "body: The words come first, she said, and then come others.",
        "body: let *a* = 1",
        "body: b()",
        "body: And go on.",
      ],
    ],
    [
      "code that never ends",
      "The words come first, she said, and then come others.\n\n```\nand go on\nand on.",
      ["body: The words come first, she said, and then come others.", "body: ``` and go on and on."],
    ],
    [
      "empty code",
      "The words come first, she said, and then come others.\n\n```\n```\n\nAnd go on.",
      ["body: The words come first, she said, and then come others.", "body: And go on."],
    ],
    [
      "tables, row by row",
      "The words come first, she said, and then come others.\n\n| year | sum |\n| :--- | --: |\n|2019|*2.1*|\n| 2021 | 2.4 |\n\nThey go on.",
      [
        "body: The words come first, she said, and then come others.",
        "body: year sum",
        "body: 2019 2.1",
        "body: 2021 2.4",
        "body: They go on.",
      ],
    ],
    [
      "a picture and what it shows",
      "The words come first, she said, and then come others.\n\n![A quay](quay.jpg)\n*The empty quay*\n\nThey go on.",
      [
        "body: The words come first, she said, and then come others.",
        "caption: A quay",
        "caption: The empty quay",
        "body: They go on.",
      ],
    ],
    [
      "a picture with a credit",
      "The words come first, she said, and then come others.\n\n![A quay. Photo: Lise Holm](quay.jpg)\n\nThey go on.",
      [
        "body: The words come first, she said, and then come others.",
        "caption: A quay.",
        "credit: Photo: Lise Holm",
        "body: They go on.",
      ],
    ],
    [
      "a picture without words",
      "The words come first, she said, and then come others.\n\n![](quay.jpg)\n\nThey go on.",
      ["body: The words come first, she said, and then come others.", "body: They go on."],
    ],
    [
      "link targets",
      "See [the audit][1] for more.\n\n[1]: https://example.org 'Audit'\n",
      ["body: See the audit for more."],
    ],
    [
      "a bold byline",
      "# Title of it\n\n**By Kit Marlow**\n\nThe words follow here, he said.",
      ["title: Title of it", "byline: By Kit Marlow", "body: The words follow here, he said."],
    ],
    [
      "quotes",
      "The words come first, she said, and then come others.\n\n> We *asked*\n> twice.\n>\n> Nobody came.",
      [
        "body: The words come first, she said, and then come others.",
        "quote: We asked twice.",
        "quote: Nobody came.",
      ],
    ],
    ["marks alone", "#\n\n>\n\n[a]: https://example.org", ["noWords"]],
  ])("%s", (_name, original, expected) => {
    expect(textsOf(original)).toEqual(expected);
  });
});

/** A small fixed generator: the same numbers in every run, so that a failure can be repeated. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const fragments = [
  ..."*_`~[]()!|#>-+\\<:^".split(""),
  "**",
  "***",
  "```",
  "~~~",
  "~~",
  "](",
  "](x)",
  "![",
  "[a]",
  "[^1]",
  "[a]: b",
  "| - |",
  "---",
  "===",
  "> ",
  "- ",
  "1. ",
  "word",
  "Wörter",
  "слово",
  "字",
  "👩‍👩‍👧",
  "e\u0301",
  "\u200b",
  "\u00a0",
  "  ",
  "\\\n",
  " ",
  " ",
  "\n",
  "\n",
  "\n\n",
  "\r\n",
  "\t",
  "a b",
  "By Ana",
  "Photo: A",
  "3",
  ".",
];

describe("any Markdown", () => {
  it.each(Array.from({ length: 300 }, (_, seed) => seed + 1))(
    "no. %i maps every letter to itself",
    (seed) => {
      const random = numbers(seed);
      const original = Array.from({ length: 5 + random(60) }, () => fragments[random(fragments.length)]).join(
        "",
      );
      const result = makeDraft(original, "markdown");
      if (!result.ok) return;
      const source = readSource(original, "markdown");
      const { blocks } = result.draft;
      expect(coversOriginal(original, blocks)).toBe(true);
      for (const block of blocks) {
        expect(block.text).not.toBe("");
        expect(blockText(source, block)).toBe(block.text);
        let before = block.start - 1;
        for (let offset = 0; offset < block.text.length; offset++) {
          if (isWhiteSpace(block.text.charAt(offset))) continue;
          const place = placeInOriginal(source, block, offset);
          expect(original.charAt(place)).toBe(block.text.charAt(offset));
          expect(place).toBeGreaterThan(before);
          before = place;
          // A cut there puts every letter on one of the two sides.
          const halves = [
            { start: block.start, end: place },
            { start: place, end: block.end },
          ];
          const [head = "", tail = ""] = halves.map((half) => withoutWhiteSpace(blockText(source, half)));
          expect(head + tail).toBe(withoutWhiteSpace(block.text));
          expect(head).toBe(withoutWhiteSpace(block.text.slice(0, offset)));
        }
      }
      const words = withoutWhiteSpace(blocks.map(({ text }) => text).join(""));
      const whole = { start: 0, end: original.length };
      expect(withoutWhiteSpace(blockText(source, whole))).toBe(words);
    },
  );
});
