import { describe, expect, it } from "vitest";
import { detect } from "./detect";
import { type SourceCase, sources } from "./test-found";

const cases: SourceCase[] = [
  [
    "a surname means the full name before it",
    "Mayor Anna Berg said rents rose. Berg said wages fell.",
    "Mayor Anna Berg = Anna Berg (person)",
    "Berg = Anna Berg (person)",
  ],
  [
    "a title does not make another person",
    "Anna Berg said rents rose. Ms. Berg said wages fell. Mayor Berg said taxes would follow.",
    "Anna Berg = Anna Berg (person)",
    "Ms. Berg = Anna Berg (person)",
    "Mayor Berg = Anna Berg (person)",
  ],
  [
    "a name in an apposition is the source",
    "The head of the roads office, Anna Berg, said the bridge was safe.",
    "The head of the roads office, Anna Berg = Anna Berg (person)",
  ],
  [
    "a company in an apposition is the source",
    "The former owner, Calder Hydro, said it was pleased.",
    "The former owner, Calder Hydro = Calder Hydro (organisation)",
  ],
  [
    "a role before the name is no part of it",
    "The film’s star, actress Jamie Lund, said it was late.",
    "The film’s star, actress Jamie Lund = Jamie Lund (person)",
  ],
  [
    "a surname in several words is one name",
    "The harbour trust has a plan. “Nobody asked,” its chair, Piet van der Meer, said. Van der Meer said rents rose. Wages fell, van der Meer said. Fares rose, Meer said.",
    "its chair, Piet van der Meer = Piet van der Meer (person)",
    "Van der Meer = Piet van der Meer (person)",
    "van der Meer = Piet van der Meer (person)",
    "Meer = Piet van der Meer (person)",
  ],
  [
    "a surname in several words may open the sentence and the text",
    "Ludo de la Cruz said rents rose. De la Cruz said wages fell. Omar bin Rahim said fares rose. Wages rose, bin Rahim said. Khalid al-Rashid said taxes rose. Al-Rashid said taxes fell.",
    "Ludo de la Cruz = Ludo de la Cruz (person)",
    "De la Cruz = Ludo de la Cruz (person)",
    "Omar bin Rahim = Omar bin Rahim (person)",
    "bin Rahim = Omar bin Rahim (person)",
    "Khalid al-Rashid = Khalid al-Rashid (person)",
    "Al-Rashid = Khalid al-Rashid (person)",
  ],
  [
    "von, da, le and ter stand in names, too",
    "Ida von Halden said rents rose. “No,” said engineer Leo da Costa. Wages fell, Jean le Roux said. Jan ter Horst said taxes fell. Ms. von Halden said fares rose.",
    "Ida von Halden = Ida von Halden (person)",
    "engineer Leo da Costa = Leo da Costa (person)",
    "Jean le Roux = Jean le Roux (person)",
    "Jan ter Horst = Jan ter Horst (person)",
    "Ms. von Halden = Ida von Halden (person)",
  ],
  [
    "a van is no name, and ten are no more than ten",
    "A van Anna Berg hired burnt, John Lund said. In Moss ten Norwegians said rents rose.",
    "John Lund = John Lund (person)",
    "Norwegians = Norwegians (unknown)",
  ],
  [
    "letters stand for the name they shorten",
    "The National Ferry Board said ships were late. The NFB said fares would rise.",
    "The National Ferry Board = National Ferry Board (organisation)",
    "The NFB = National Ferry Board (organisation)",
  ],
  [
    "a body that is called by a first name is no she",
    "Victoria Police said rents rose. She said wages fell. Hope Trust said fares rose. She said it was late.",
    "Victoria Police = Victoria Police (organisation)",
    "She = Somebody unnamed (unknown)",
    "Hope Trust = Hope Trust (organisation)",
    "She = Somebody unnamed (unknown)",
  ],
  [
    "a church may be a singer, and who has a title is a person",
    "Grace Church said rents rose. Ms. Charlotte Church said wages fell. She said fares rose.",
    "Grace Church = Grace Church (unknown)",
    "Ms. Charlotte Church = Charlotte Church (person)",
    "She = Charlotte Church (person)",
  ],
  [
    "the end of a body's name stands for it",
    "The Ormhaven Port Authority said ships were late. It snowed, the Port Authority said.",
    "The Ormhaven Port Authority = Ormhaven Port Authority (organisation)",
    "the Port Authority = Ormhaven Port Authority (organisation)",
  ],
  [
    "not where two end so, and not before the whole name",
    "The Ormhaven Port Authority said ships were late. The Halsund Port Authority said it rained. The Port Authority said it snowed. The Seamen’s Union said fares rose. The Moss Seamen’s Union said wages fell.",
    "The Ormhaven Port Authority = Ormhaven Port Authority (organisation)",
    "The Halsund Port Authority = Halsund Port Authority (organisation)",
    "The Port Authority = Port Authority (organisation)",
    "The Seamen’s Union = Seamen’s Union (organisation)",
    "The Moss Seamen’s Union = Moss Seamen’s Union (organisation)",
  ],
  [
    "a court, a party or a state's office may be another one",
    "The Halland Supreme Court said rents rose. The Supreme Court said wages fell. The Halland Green Party said it rained. The Green Party said it snowed. The Norwegian Port Authority said ships were late. The Port Authority said fares rose.",
    "The Halland Supreme Court = Halland Supreme Court (organisation)",
    "The Supreme Court = Supreme Court (organisation)",
    "The Halland Green Party = Halland Green Party (organisation)",
    "The Green Party = Green Party (organisation)",
    "The Norwegian Port Authority = Norwegian Port Authority (organisation)",
    "The Port Authority = Port Authority (organisation)",
  ],
  ["nobody is named", "Officials said the bridge was safe.", "Officials = Officials (anonymousGroup)"],
  ["one is not named", "A spokesman said the bridge was safe.", "A spokesman = spokesman (anonymousPerson)"],
  [
    "titles of other tongues make another name",
    "The pumps\n\nAnna Dahl said rents rose. Herr Dahl said wages fell. Sr. Dahl said fares rose. He said it rained.",
    "Anna Dahl = Anna Dahl (person)",
    "Herr Dahl = Herr Dahl (person)",
    "Sr. Dahl = Sr. Dahl (person)",
    "He = Sr. Dahl (person)",
  ],
  [
    "a Spanish title ends no sentence",
    "The pumps\n\nHenrik Dahl said rents rose. Sra. Dahl said wages fell.",
    "Henrik Dahl = Henrik Dahl (person)",
    "Sra. Dahl = Sra. Dahl (person)",
  ],
  [
    "a King by name is no man for that",
    "The pumps\n\nGayle King said rents rose. She said wages fell. John Lund left.",
    "Gayle King = Gayle King (person)",
    "She = Gayle King (person)",
  ],
];

describe("resolveSpeakers", () => {
  it.each(cases)("%s", (_name, text, ...expected) => {
    expect(sources(text)).toEqual(expected);
  });

  it.each([
    ["named", "John Lund said rents rose. He said wages fell.", [0.95, 0.95]],
    ["the only one there is", "Kim Lund said rents rose. He said wages fell.", [0.95, 0.55]],
    [
      "he who is he because he was likely",
      "Kim Lund said rents rose. He said wages fell. He said it rained.",
      [0.95, 0.55, 0.55],
    ],
    ["Jamal is a man", "Jamal Lund said rents rose. He said wages fell.", [0.95, 0.95]],
    ["Kari is a woman or a man", "Kari Lund said rents rose. He said wages fell.", [0.95, 0.55]],
    [
      "left open by a shared name",
      "Kim Lund met Ida Lund. Lund said wages fell. She said it rained.",
      [0.5, 0.5],
    ],
    [
      "called by a surname that another was given since",
      "Ida Lund said wages fell. Lund said it rained.\n\nKim Lund left.\n\nIt snowed.\n\nLund said it was late.",
      [0.95, 0.95, 0.55],
    ],
    [
      "she, after a name that is only likely",
      "Ida Lund left. Lund said it rained.\n\nKim Lund left.\n\nIt snowed.\n\nLund said it was late. She said it was cold. She said it hailed.",
      [0.95, 0.55, 0.55, 0.55],
    ],
    [
      "she who goes on, after a name that is only likely",
      "Ida Lund left. Lund said it rained.\n\nKim Lund left.\n\nIt snowed.\n\n“It is late,” Lund said. “It is cold,” she added.",
      [0.95, 0.55, 0.55],
    ],
    [
      "she, where neither the name nor that they are a woman is sure",
      "Kim Lund left. Lund said it rained.\n\nSam Lund left.\n\nIt snowed.\n\n“It is late,” Lund said. “It is cold,” she added.",
      [0.95, 0.55, 0.5],
    ],
    [
      "they, after one who may be another",
      "A buyer said it was late. A buyer said it snowed. They said it was cold.",
      [0.95, 0.55, 0.55],
    ],
    [
      "named in full again since",
      "Ida Lund left. Lund said it rained.\n\nKim Lund left.\n\nIda Lund left.\n\nIt was late, Lund said.",
      [0.95, 0.95],
    ],
    [
      "who is only cited",
      "John Lund said rents rose, citing Eva Holm. She said it was late.",
      [0.95, 0.75, 0.55],
    ],
    [
      "carried over from who cites another, whose it may be, too",
      "“We lost,” John Lund said, citing Eva Holm. “It failed.”",
      [0.95, 0.75, 0.55],
    ],
    [
      "carried over from one who only tells what another said",
      "Rents rose, John Lund said, citing Eva Holm. “It failed.”",
      [0.95, 0.75, 0.55],
    ],
    ["no more than likely a person", "Grace Church said rents rose. She said it was late.", [0.95, 0.55]],
    ["left open", "Kim Lund met Sam Moe. He said wages fell.", [0.5]],
  ])("is as sure as the text is: %s", (_name, text, sureness) => {
    expect(detect(text).map((one) => one.confidence)).toEqual(sureness);
  });

  it("gathers the names that the text gives a source", () => {
    const [first] = detect("Mayor Anna Berg said rents rose. Ms. Berg said wages fell.");
    expect(first?.speaker?.names).toEqual(expect.arrayContaining(["Mayor Anna Berg", "Ms. Berg"]));
  });
});
