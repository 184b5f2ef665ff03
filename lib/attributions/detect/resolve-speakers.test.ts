import { describe, expect, it } from "vitest";
import { detect } from "./detect";

/** "mention = source (kind)" of every suggestion, in reading order. */
function sources(text: string): string[] {
  return detect(text).map(({ speaker }) =>
    speaker ? `${speaker.text} = ${speaker.resolvedTo} (${speaker.entityKind})` : "-",
  );
}

type Case = [name: string, text: string, ...expected: string[]];

const cases: Case[] = [
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
    "the outlet is the one named as an outlet",
    "News outlet Havnen reported that rents rose. Wages fell, according to the outlet.",
    "News outlet Havnen = Havnen (organisation)",
    "the outlet = Havnen (organisation)",
  ],
  [
    "the ministry is the ministry before",
    "The Transport Ministry said the bridge was safe. The ministry said it was new.",
    "The Transport Ministry = Transport Ministry (organisation)",
    "The ministry = Transport Ministry (organisation)",
  ],
  [
    "the paper is the paper that was named",
    "The Oslo Post reported that rents rose. John Lund said wages fell. The paper said taxes would follow.",
    "The Oslo Post = Oslo Post (organisation)",
    "John Lund = John Lund (person)",
    "The paper = Oslo Post (organisation)",
  ],
  [
    "the report is the report before",
    "A report by the auditor found that rents rose. The report said wages fell.",
    "A report by the auditor = report by the auditor (document)",
    "The report = report by the auditor (document)",
  ],
  [
    "the mayor is who was called so",
    "John Lund, the mayor of Moss, said rents rose. Taxes fell, the mayor said.",
    "John Lund, the mayor of Moss = John Lund (person)",
    "the mayor = John Lund (person)",
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
    "letters stand for the name they shorten",
    "The National Ferry Board said ships were late. The NFB said fares would rise.",
    "The National Ferry Board = National Ferry Board (organisation)",
    "The NFB = National Ferry Board (organisation)",
  ],
  ["nobody is named", "Officials said the bridge was safe.", "Officials = Officials (anonymousGroup)"],
  ["one is not named", "A spokesman said the bridge was safe.", "A spokesman = spokesman (anonymousPerson)"],
  [
    "one person may be they",
    "A council spokesman said the town was safe. They said rents rose.",
    "A council spokesman = council spokesman (anonymousPerson)",
    "They = council spokesman (anonymousPerson)",
  ],
  [
    "some of many",
    "Two people briefed on it said the bridge was safe.",
    "Two people briefed on it = Two people briefed on it (anonymousGroup)",
  ],
  [
    "his office is not another office",
    "John Lund left. The tax office said rents rose. His office said wages fell.",
    "The tax office = tax office (organisation)",
    "His office = His office (organisation)",
  ],
  [
    "one state's government under several names",
    "Norway’s roads are full: UK\n\nRoads are full, according to the U.K. government. The British Transport Ministry said lorries were stuck.",
    "UK = British Transport Ministry (organisation)",
    "the U.K. government = British Transport Ministry (organisation)",
    "The British Transport Ministry = British Transport Ministry (organisation)",
  ],
  [
    "two ministries of one state stay two sources",
    "The British Transport Ministry said lorries were stuck. The British Health Ministry said drivers were ill.",
    "The British Transport Ministry = British Transport Ministry (organisation)",
    "The British Health Ministry = British Health Ministry (organisation)",
  ],
  [
    "a speaker is carried over to the next quotation",
    "Roads are full, John Lund said on Monday. “It will take a week.”",
    "John Lund = John Lund (person)",
    "John Lund = John Lund (person)",
  ],
];

describe("resolveSpeakers", () => {
  it.each(cases)("%s", (_name, text, ...expected) => {
    expect(sources(text)).toEqual(expected);
  });

  it("gathers the names that the text gives a source", () => {
    const [first] = detect("Mayor Anna Berg said rents rose. Ms. Berg said wages fell.");
    expect(first?.speaker?.names).toEqual(expect.arrayContaining(["Mayor Anna Berg", "Ms. Berg"]));
  });
});
