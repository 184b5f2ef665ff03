import { describe, expect, it } from "vitest";
import { detect } from "./detect";
import { type SourceCase, sources } from "./test-found";

const cases: SourceCase[] = [
  [
    "a sentence that is mostly names still tells who is called so",
    "The river\n\nMarcus Vance, Petra Vance and Olga Vance live by the river.\n\n“We lost it,” said Vance.",
    "Vance = Somebody unnamed (unknown)",
  ],
  [
    "of two people of one surname neither is meant by it alone",
    "Anna Berg said rents rose. John Berg said wages fell. Berg said taxes fell. Ms. Berg said fares fell.",
    "Anna Berg = Anna Berg (person)",
    "John Berg = John Berg (person)",
    "Berg = Somebody unnamed (unknown)",
    "Ms. Berg = Anna Berg (person)",
  ],
  [
    "a shared surname is nobody in a new paragraph, nor is she who follows",
    "Henrik Dahl, the owner, said rents rose. Anna Dahl, no relation, said wages fell.\n\n“It is late,” Dahl said. She said fares rose.",
    "Henrik Dahl, the owner = Henrik Dahl (person)",
    "Anna Dahl, no relation = Anna Dahl (person)",
    "Dahl = Somebody unnamed (unknown)",
    "She = Somebody unnamed (unknown)",
  ],
  [
    "a shared surname is the only one of the two who speaks in the paragraph",
    "Henrik Dahl, the owner, said rents rose.\n\nAnna Dahl, no relation, said wages fell. “It is late,” Dahl said.",
    "Henrik Dahl, the owner = Henrik Dahl (person)",
    "Anna Dahl, no relation = Anna Dahl (person)",
    "Dahl = Anna Dahl (person)",
  ],
  [
    "one who was called so before the other came is still called so, but not beside the other",
    "Henrik Dahl said rents rose. Dahl said wages fell.\n\nAnna Dahl left.\n\nDahl said fares rose.\n\nIt was late, Dahl said.",
    "Henrik Dahl = Henrik Dahl (person)",
    "Dahl = Henrik Dahl (person)",
    "Dahl = Somebody unnamed (unknown)",
    "Dahl = Henrik Dahl (person)",
  ],
  [
    "a shared surname is nobody before the text has named either in full",
    "The pumps\n\nDahl said wages fell.\n\nAnna Dahl said rents rose. Dahl said fares rose.\n\nHenrik Dahl said it was late.",
    "Dahl = Somebody unnamed (unknown)",
    "Anna Dahl = Anna Dahl (person)",
    "Dahl = Anna Dahl (person)",
    "Henrik Dahl = Henrik Dahl (person)",
  ],
  [
    "nor is it anybody in a headline",
    "Dahl says rents rose\n\nAnna Dahl said rents rose.\n\nHenrik Dahl said it was late.",
    "Dahl = Somebody unnamed (unknown)",
    "Anna Dahl = Anna Dahl (person)",
    "Henrik Dahl = Henrik Dahl (person)",
  ],
  [
    "a headline may call by the surname who is the only one to bear it",
    "Dahl says rents rose\n\nAnna Dahl said rents rose.",
    "Dahl = Anna Dahl (person)",
    "Anna Dahl = Anna Dahl (person)",
  ],
  [
    "one who was called so is called so no more once the other has spoken",
    "Henrik Dahl said rents rose. Dahl said wages fell.\n\nAnna Dahl said fares rose.\n\nIt rained.\n\n“It is late,” Dahl said. Henrik Dahl said it snowed.",
    "Henrik Dahl = Henrik Dahl (person)",
    "Dahl = Henrik Dahl (person)",
    "Anna Dahl = Anna Dahl (person)",
    "Dahl = Somebody unnamed (unknown)",
    "Henrik Dahl = Henrik Dahl (person)",
  ],
  [
    "a title tells nothing where both may bear it",
    "The pumps\n\nEva Dahl said rents rose. Ms. Dahl said wages fell.\n\nAnna Dahl said fares rose.\n\nIt rained.\n\nMs. Dahl said it was late.",
    "Eva Dahl = Eva Dahl (person)",
    "Ms. Dahl = Eva Dahl (person)",
    "Anna Dahl = Anna Dahl (person)",
    "Ms. Dahl = Somebody unnamed (unknown)",
  ],
  [
    "a shared surname behind a role is nobody, either",
    "The pumps\n\n“It is late,” the mayor, Dahl, said.\n\nAnna Dahl said rents rose.\n\nHenrik Dahl said it was late.",
    "the mayor, Dahl = Somebody unnamed (unknown)",
    "Anna Dahl = Anna Dahl (person)",
    "Henrik Dahl = Henrik Dahl (person)",
  ],
  [
    "she is nobody after a shared surname",
    "The pumps\n\nDahl left early. She said it rained.\n\nAnna Dahl said rents rose.\n\nEva Dahl said it was late.",
    "She = Somebody unnamed (unknown)",
    "Anna Dahl = Anna Dahl (person)",
    "Eva Dahl = Eva Dahl (person)",
  ],
  [
    "Mr. Dahl is no woman, nor is the surname hers once he is there",
    "The pumps\n\nAnna Dahl said rents rose. Mr. Dahl said wages fell. “It is cold,” he added. Dahl said fares rose. Ms. Dahl said it was late.",
    "Anna Dahl = Anna Dahl (person)",
    "Mr. Dahl = Somebody unnamed (unknown)",
    "he = Somebody unnamed (unknown)",
    "Dahl = Somebody unnamed (unknown)",
    "Ms. Dahl = Anna Dahl (person)",
  ],
  [
    "nor is he one who is she, whose title comes later, or who is named later",
    "The pumps\n\nWenche Dahl said rents rose. She said wages fell. Mr. Dahl said it rained.\n\nBao Lund said it snowed. Mrs. Lund said it hailed. Mr. Bao Lund left.\n\nMrs. Moe said fares rose. John Moe left.",
    "Wenche Dahl = Wenche Dahl (person)",
    "She = Wenche Dahl (person)",
    "Mr. Dahl = Somebody unnamed (unknown)",
    "Bao Lund = Bao Lund (person)",
    "Mrs. Lund = Somebody unnamed (unknown)",
    "Mrs. Moe = Somebody unnamed (unknown)",
  ],
  [
    "a surname in several words is shared, too",
    "Piet van der Meer met Anna van der Meer. Van der Meer said fares rose. Mr. van der Meer said wages fell.",
    "Van der Meer = Somebody unnamed (unknown)",
    "Mr. van der Meer = Somebody unnamed (unknown)",
  ],
];

describe("a name that several have", () => {
  it.each(cases)("%s", (_name, text, ...expected) => {
    expect(sources(text)).toEqual(expected);
  });

  it("gives nobody a surname that another has, too", () => {
    const [, found] = detect("Henrik Dahl left.\n\nAnna Dahl said rents rose. “It is late,” Dahl said.");
    expect(found?.speaker).toMatchObject({ resolvedTo: "Anna Dahl", names: ["Anna Dahl"] });
    expect(found?.confidence).toBe(0.55);
  });

  it("gives nobody a surname that came before either was named in full", () => {
    const text = "The pumps\n\nDahl said wages fell.\n\nAnna Dahl said rents rose.\n\nHenrik Dahl left.";
    expect(detect(text)[1]?.speaker).toMatchObject({ resolvedTo: "Anna Dahl", names: ["Anna Dahl"] });
  });
});
