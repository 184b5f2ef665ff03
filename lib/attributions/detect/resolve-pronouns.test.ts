import { describe, expect, it } from "vitest";
import { unnamedWords } from "@/lib/attributions/describe-attribution";
import { detect } from "./detect";
import { type SourceCase, sources } from "./test-found";

const cases: SourceCase[] = [
  [
    "she is the woman, he the man",
    "Anna Berg met John Lund on Monday. She said rents rose. He said wages fell.",
    "She = Anna Berg (person)",
    "He = John Lund (person)",
  ],
  [
    "he is the last speaker, not a man he speaks about",
    "John Lund said that Peter Moe had lied. He said the files were gone.",
    "John Lund = John Lund (person)",
    "He = John Lund (person)",
  ],
  [
    "he may be the subject of the sentence before",
    "John Lund left the room. “I am done,” he said.",
    "he = John Lund (person)",
  ],
  [
    "one person may be they",
    "A council spokesman said the town was safe. They said rents rose.",
    "A council spokesman = council spokesman (anonymousPerson)",
    "They = council spokesman (anonymousPerson)",
  ],
  [
    "a speaker is carried over to the next quotation",
    "Roads are full, John Lund said on Monday. “It will take a week.”",
    "John Lund = John Lund (person)",
    "John Lund = John Lund (person)",
  ],
  [
    "he may be one of whom the text shows nothing, and so may she who meets another",
    "The pumps\n\nWenche Dahl met the mayor. She left. Mr. Dahl said rents rose. Andrea Lund left. Mr. Lund said wages fell. Chairman Bo Moe left. Ms. Moe said it rained.",
    "Mr. Dahl = Wenche Dahl (person)",
    "Mr. Lund = Andrea Lund (person)",
    "Ms. Moe = Bo Moe (person)",
  ],
  [
    "words that stand for people like a pronoun name nobody",
    "Twenty workers left. One of them said rents rose. Some of them said wages fell. Both said fares rose. Others said it was late. Many said it rained. The latter said it snowed. Several of them said it hailed.",
    "One of them = Somebody unnamed (unknown)",
    "Some of them = Somebody unnamed (unknown)",
    "Both = Somebody unnamed (unknown)",
    "Others = Somebody unnamed (unknown)",
    "Many = Somebody unnamed (unknown)",
    "The latter = Somebody unnamed (unknown)",
    "Several of them = Somebody unnamed (unknown)",
  ],
  [
    "he who goes on is one of them, and nobody else",
    "Kim Lund met Sam Moe. “We lost,” one of them said. He said it was late. Another said it rained.",
    "one of them = Somebody unnamed (unknown)",
    "He = Somebody unnamed (unknown)",
    "Another = Somebody unnamed (unknown)",
  ],
  [
    "she is no man, whoever else there may be",
    "A resident said rents rose. John Lund said wages fell. “I was not asked,” she said.",
    "A resident = resident (anonymousPerson)",
    "John Lund = John Lund (person)",
    "she = resident (anonymousPerson)",
  ],
  [
    "of two whose names tell nothing she is neither",
    "Kim Lund said rents rose. Sam Moe said wages fell. “I was not asked,” she said. She said it was late.",
    "Kim Lund = Kim Lund (person)",
    "Sam Moe = Sam Moe (person)",
    "she = Somebody unnamed (unknown)",
    "She = Somebody unnamed (unknown)",
  ],
  [
    "she is the chairwoman",
    "Kim Lund, the chairwoman, met Sam Moe. Moe said rents rose. Lund said wages fell. She said it was late.",
    "Moe = Sam Moe (person)",
    "Lund = Kim Lund (person)",
    "She = Kim Lund (person)",
  ],
  [
    "she is not whom she speaks about",
    "Anna Berg opened the door. Eva Lund had left, she said.",
    "she = Anna Berg (person)",
  ],
  [
    "she is who told it, not whom she cites",
    "The pumps\n\n“We lost,” Anna Berg said, citing her mother.\n\n“It failed,” she added. John Lund said rents rose, citing Eva Holm. He said it was late.",
    "Anna Berg = Anna Berg (person)",
    "her mother = Anna Berg’s mother (anonymousPerson)",
    "she = Anna Berg (person)",
    "John Lund = John Lund (person)",
    "Eva Holm = Eva Holm (person)",
    "He = John Lund (person)",
  ],
  [
    "who cites another goes on, not who is cited",
    "The pumps\n\n“We lost,” Anna Berg said, citing her mother. “It failed.”\n\n“Nobody knows why it failed.” She said it was late.",
    "Anna Berg = Anna Berg (person)",
    "her mother = Anna Berg’s mother (anonymousPerson)",
    "Anna Berg = Anna Berg (person)",
    "Anna Berg = Anna Berg (person)",
    "She = Anna Berg (person)",
  ],
  [
    "it is not a body that was spoken of before another",
    "The land office said rents rose. The tax board met on Monday. It said wages fell.",
    "The land office = land office (organisation)",
    "It = Somebody unnamed (unknown)",
  ],
  [
    "she who acts behind the words may go on",
    "Lena Bakke said Dahl had lied, but Ida Moe defended him. “He’s human,” she said.",
    "Lena Bakke = Lena Bakke (person)",
    "she = Somebody unnamed (unknown)",
  ],
  [
    "she of whom somebody tells does not go on",
    "Lena Bakke said Ida Moe had lied. “It is sad,” she said.",
    "Lena Bakke = Lena Bakke (person)",
    "she = Lena Bakke (person)",
  ],
  [
    "she who is asked is not who asks",
    "Amy Rolls said it was dirty. Asked by the coroner if it mattered, she said it might.",
    "Amy Rolls = Amy Rolls (person)",
    "the coroner = coroner (anonymousPerson)",
    "she = Amy Rolls (person)",
  ],
  [
    "he may be a brother who is called by his first name",
    "A cyclist had complained that it was dark. The letter was read out by her brother, Daniel. “It is,” he said.",
    "A cyclist = cyclist (anonymousPerson)",
    "he = Somebody unnamed (unknown)",
  ],
  [
    "he is not who spoke before somebody whom the text leaves open",
    "The Bishop of Vik left. Bishop Anders Holm wept.\n\nJon Dahl said it was late.\n\nThe bishop said it rained. “I know,” he said.",
    "Jon Dahl = Jon Dahl (person)",
    "The bishop = Somebody unnamed (unknown)",
    "he = Somebody unnamed (unknown)",
  ],
  [
    "a spokeswoman is she, whatever her first name is",
    "A passenger said it was dark. Police spokeswoman Eli Dahl would not confirm that. “It’s early,” she said.",
    "A passenger = passenger (anonymousPerson)",
    "she = Eli Dahl (person)",
  ],
];

describe("whom a pronoun means", () => {
  it.each(cases)("%s", (_name, text, ...expected) => {
    expect(sources(text)).toEqual(expected);
  });

  it.each([
    [
      "who was quoted last",
      "“No,” said Dr. Samira Okon, who ran it.\n\n“It failed,” she continued.",
      "Samira Okon",
    ],
    [
      "he, too",
      "“No,” Okon said.\n\n“It failed,” he went on.\n\n“It is over,” he concluded.",
      "Okon",
      "Okon",
    ],
    [
      "not who was cited",
      "“No,” Okon said, citing a confidant.\n\n“It failed,” she continued.",
      "confidant",
      "Okon",
    ],
    ["not who was told", "“No,” Okon told Sam Moe.\n\n“It failed,” she continued.", unnamedWords],
    ["not if another came", "“No,” Okon said. Kim Lund left.\n\n“It failed,” she added.", unnamedWords],
    ["not a man", "“No,” John Lund said.\n\n“It failed,” she continued.", unnamedWords],
    ["not far away", "“No,” Okon said.\n\nIt rained.\n\n“It failed,” she added.", unnamedWords],
    ["not who was not quoted", "It rained, Okon said.\n\n“It failed,” she added.", unnamedWords],
    ["not if it is unsaid who goes on", "“No,” Okon said.\n\n“It failed,” she said.", unnamedWords],
  ])("tells who goes on: %s", (_name, text, ...expected) => {
    const all = detect(`The pumps\n\nKim Lund met Sam Moe on Monday, and both paid for it.\n\n${text}`);
    expect(all.slice(1).map((one) => one.speaker?.resolvedTo)).toEqual(expected);
  });
});
