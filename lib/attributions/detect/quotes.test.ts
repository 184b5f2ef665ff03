import { describe, expect, it } from "vitest";
import { findQuotations } from "./quotes";
import { readDocument } from "./read-document";

/** What stands between the outermost marks. */
function inside(text: string): string[] {
  return findQuotations(text, 0, text.length).map((one) => text.slice(one.innerStart, one.innerEnd));
}

describe("findQuotations", () => {
  it.each([
    ["no marks at all", "Nothing was said.", []],
    ["curly", "He said “yes” and “no”.", ["yes", "no"]],
    ["straight", 'He said "yes" and "no".', ["yes", "no"]],
    ["single curly", "He said ‘yes’ and left.", ["yes"]],
    ["single straight", "He said 'yes' and left.", ["yes"]],
    ["two single marks for a double one", "He said ''yes'' and left.", ["yes"]],
    ["guillemets", "He said «yes» and left.", ["yes"]],
    ["low opener", "He said „yes“ and left.", ["yes"]],
    ["single inside double", "“He cried ‘stop’ twice,” she said.", ["He cried ‘stop’ twice,"]],
    ["double inside single", "‘He cried “stop” twice,’ she said.", ["He cried “stop” twice,"]],
    ["three marks at the end", "''He cried, 'Stop,''' she said.", ["He cried, 'Stop,'"]],
    ["apostrophes", "It’s the boys’ ball, isn’t it? Rock ’n’ roll.", []],
    ["straight apostrophes", "It's the boys' ball, isn't it? The '90s.", []],
    ["apostrophe inside single marks", "‘It’s ours,’ she said.", ["It’s ours,"]],
    [
      "plural possessive inside single marks",
      "‘The voters’ anger grew,’ she said.",
      ["The voters’ anger grew,"],
    ],
    ["feet and inches", "He is 6'2\" tall.", []],
    ["a closer set the wrong way round", "“We lost,“ said Berg.", ["We lost,"]],
    ["a closing mark alone", 'We lost." The hall was quiet.', []],
    ["behind a bracket and a dash", "(“yes”) —“no”", ["yes", "no"]],
  ])("%s", (_name, text, expected) => {
    expect(inside(text)).toEqual(expected);
  });

  it("ends an opener that is never closed with its paragraph and says so", () => {
    const text = "“We lost. It hurts.  ";
    expect(findQuotations(text, 0, text.length)).toMatchObject([
      { start: 0, end: 19, closed: false, goesOn: false },
    ]);
  });

  it("does not look beyond its paragraph", () => {
    const text = "“We lost.\n\nBut why?” he asked.";
    expect(findQuotations(text, 0, 9)).toMatchObject([{ start: 0, end: 9, closed: false }]);
  });

  it("knows that a quotation goes on where the next paragraph opens with the same mark", () => {
    const [first, second] = readDocument("Berg said: “We lost.\n\n“It hurts.”");
    expect(first?.quotations).toMatchObject([{ closed: false, goesOn: true }]);
    expect(second?.quotations).toMatchObject([{ closed: true, goesOn: false }]);
  });

  it("does not go on where the next paragraph does not open with a mark", () => {
    const [first] = readDocument("Berg said: “We lost.\n\nShe left.");
    expect(first?.quotations).toMatchObject([{ closed: false, goesOn: false }]);
  });
});
