import { describe, expect, it } from "vitest";
import { quoteInContext } from "./quote-in-context";

const text = [
  "Harbour to reopen",
  "Nobody waved. “We lost two winters,” said Ida Holm, of the port. Half of the boats have left. Nobody counted them.",
  "The mayor was away.",
].join("\n\n");

function placeOf(words: string) {
  const start = text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return { start, end: start + words.length };
}

function quote(words: string, marked: { mention?: string; cue?: string } = {}, of = text) {
  const span = (one: string | undefined) =>
    one ? { start: of.indexOf(one), end: of.indexOf(one) + one.length } : null;
  const passage = span(words) ?? { start: 0, end: 0 };
  const pieces = quoteInContext({
    ...{ text: of, language: "en", passage },
    ...{ mention: span(marked.mention), cue: span(marked.cue) },
  });
  // The quotation in brackets, roles after a colon.
  return pieces.map(({ text: said, isQuote, role }) => {
    const shown = isQuote ? `[${said}]` : said;
    return role ? `${role}:${shown}` : shown;
  });
}

describe("a quotation in its context", () => {
  const cases: [what: string, words: string, expected: string[]][] = [
    [
      "the rest of its sentence",
      "two winters",
      ["“We lost ", "[two winters]", ",” said Ida Holm, of the port."],
    ],
    [
      "the sentence before where a quotation mark is all that comes before it",
      "We lost two winters",
      ["Nobody waved. “", "[We lost two winters]", ",” said Ida Holm, of the port."],
    ],
    [
      "the sentences next to a whole one",
      "Half of the boats have left.",
      [
        "“We lost two winters,” said Ida Holm, of the port. ",
        "[Half of the boats have left.]",
        " Nobody counted them.",
      ],
    ],
    [
      "the next sentence where a full stop is all that comes after it",
      "Half of the boats have left",
      [
        "“We lost two winters,” said Ida Holm, of the port. ",
        "[Half of the boats have left]",
        ". Nobody counted them.",
      ],
    ],
    ["nothing of another paragraph", "The mayor was away.", ["[The mayor was away.]"]],
    [
      "the outer sides of one that goes over paragraphs",
      "Nobody counted them.\n\nThe mayor",
      ["Half of the boats have left. ", "[Nobody counted them.\n\nThe mayor]", " was away."],
    ],
  ];
  it.each(cases)("has %s", (_, words, expected) => {
    expect(quote(words)).toEqual(expected);
    expect(placeOf(words).end).toBeGreaterThan(0);
  });

  it("tells who is named and what says so, inside and outside of the quotation", () => {
    expect(quote("two winters,” said", { mention: "Ida Holm", cue: "said" })).toEqual([
      "“We lost ",
      "[two winters,” ]",
      "cue:[said]",
      " ",
      "mention:Ida Holm",
      ", of the port.",
    ]);
  });

  it("leaves out what stands further away", () => {
    expect(quote("Nobody counted them.", { mention: "Ida Holm" })).toEqual([
      "Half of the boats have left. ",
      "[Nobody counted them.]",
    ]);
  });

  it("cuts a long sentence between two words", () => {
    const long = `Before ${"and so on ".repeat(40)}it came, ${"and so on ".repeat(40)}after.`;
    const [dots, before, words, after, end] = quote("it came", {}, long);
    expect([dots, words, end]).toEqual(["…", "[it came]", "…"]);
    for (const side of [before, after]) {
      expect(side?.length).toBeLessThanOrEqual(160);
      expect(side?.trim()).toMatch(/^(?:,|and|so|on)\b.* ?(?:and|so|on)$|^, and.*(?:and|so|on)$/);
    }
  });
});
