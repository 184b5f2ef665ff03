import { describe, expect, it } from "vitest";
import { detect } from "./detect";

// What nobody has said, by the kinds of sentence in which the rules once heard it, and beside them what was said all the
// same. Each case is a text and what must come out: source > words, "?" for somebody unnamed, "-" for nobody. A case
// without expectations: nothing may be suggested.

type Case = [text: string, ...expected: string[]];

function found(text: string): string[] {
  return detect(text).map(({ speaker, quoteText }) => {
    const source = speaker?.resolvedTo.replace("Somebody unnamed", "?") ?? "-";
    return `${source} > ${quoteText}`;
  });
}

const ends: Case[] = [
  ["Berg said she had been asked to run, and she would.", "Berg > she had been asked to run, and she would"],
  ["Berg said the men could stay, and they should.", "Berg > the men could stay, and they should"],
  [
    "The minister said she had promised to resign if the dam broke, and she would.",
    "minister > she had promised to resign if the dam broke, and she would",
    "minister > to resign if the dam broke, and she would",
  ],
  ["Holm said the dam would hold, but it did not.", "Holm > the dam would hold"],
  ["Berg said “Oklahoma!” at the Met would open in May.", "Berg > “Oklahoma!” at the Met would open in May"],
  ["Berg said “Hello, Dolly!” in the park had closed.", "Berg > “Hello, Dolly!” in the park had closed"],
  ["Protesters shouted “Resign!” at Berg when she left.", "Protesters > “Resign!”"],
  [
    "The sign read: “Keep out” and “No dogs,” said Holm.",
    "Holm > The sign read: “Keep out” and “No dogs,”",
    "sign > “Keep out” and “No dogs,”",
  ],
  ["“We lost,” Anna Berg told Tom Reed. “You did.” “I know.”", "Anna Berg > “We lost,”"],
  [
    "“We lost,” Anna Berg told Tom Reed. “We cried and cried all night.” “It was bad for us all.”",
    "Anna Berg > “We lost,”",
    "- > “We cried and cried all night.”",
    "- > “It was bad for us all.”",
  ],
  [
    "“We lost,” said the mayor. “We cried and cried all night.” “It was bad for us all.”",
    "mayor > “We lost,”",
    "mayor > “We cried and cried all night.”",
    "mayor > “It was bad for us all.”",
  ],
];

const groups = {
  "where words end, and whose the next are": ends,
};

for (const [name, cases] of Object.entries(groups)) {
  describe(name, () => {
    it.each(cases)("%s", (text, ...expected) => {
      expect(found(text)).toEqual(expected);
    });
  });
}
