import { describe, expect, it } from "vitest";
import { detect } from "./detect";
import { type SourceCase, sources } from "./test-found";

const cases: SourceCase[] = [
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
    "some of many",
    "Two people briefed on it said the bridge was safe.",
    "Two people briefed on it = Two people briefed on it (anonymousGroup)",
  ],
  [
    "his office is not another office",
    "John Lund left. The tax office said rents rose. His office said wages fell.",
    "The tax office = tax office (organisation)",
    "His office = John Lund’s office (organisation)",
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
    "an office with another purpose is another office",
    "The licence office said rents rose. The land office said wages fell. Taxes fell, according to the audit office.",
    "The licence office = licence office (organisation)",
    "The land office = land office (organisation)",
    "the audit office = audit office (organisation)",
  ],
  [
    "an official of an office is not the office",
    "A senior official in the land office said rents rose. The land office said wages fell.",
    "A senior official in the land office = senior official in the land office (anonymousPerson)",
    "The land office = land office (organisation)",
  ],
  [
    "a longer description is the same where nothing differs",
    "The county land office said rents rose. The land office said wages fell.",
    "The county land office = county land office (organisation)",
    "The land office = county land office (organisation)",
  ],
  [
    "the office is the one that there is, though it has not spoken",
    "Moss has a land office. Rents rose, the office said.",
    "the office = land office (organisation)",
  ],
  [
    "of two offices the office is neither",
    "The land office said rents rose. The tax office is shut. Wages fell, the office said.",
    "The land office = land office (organisation)",
    "the office = Somebody unnamed (unknown)",
  ],
  [
    "the police chief is not the fire chief",
    "John Lund, the fire chief, said rents rose. The police chief said wages fell. The fire chief said taxes fell.",
    "John Lund, the fire chief = John Lund (person)",
    "The police chief = police chief (anonymousPerson)",
    "The fire chief = John Lund (person)",
  ],
  [
    "the police are not their chief",
    "Anna Berg, police chief, said rents rose. The police said wages fell.",
    "Anna Berg, police chief = Anna Berg (person)",
    "The police = police (organisation)",
  ],
  [
    "the bank is no airline",
    "Airline Nordvind said rents rose. The bank said wages fell.",
    "Airline Nordvind = Airline Nordvind (person)",
    "The bank = bank (organisation)",
  ],
  [
    "a noun beside them tells who they are",
    "Another resident said it was hot. Many residents said rents rose. One of the workers said wages fell.",
    "Another resident = Another resident (anonymousPerson)",
    "Many residents = Many residents (anonymousGroup)",
    "One of the workers = One of the workers (anonymousPerson)",
  ],
  [
    "documents may be any, the documents are those",
    "Rents rise\n\nRents rose, documents showed. The court documents said wages fell. Wages rose, according to records.",
    "documents = Somebody unnamed (unknown)",
    "The court documents = court documents (document)",
    "records = Somebody unnamed (unknown)",
  ],
  [
    "the second doctor is not the first",
    "“It is late,” said the first doctor. “It is early,” said the second doctor.",
    "the first doctor = first doctor (anonymousPerson)",
    "the second doctor = second doctor (anonymousPerson)",
  ],
];

describe("whom a description means", () => {
  it.each(cases)("%s", (_name, text, ...expected) => {
    expect(sources(text)).toEqual(expected);
  });

  it("takes nobody’s name for somebody who is left open", () => {
    const [, , open] = detect(
      "The tax office said wages rose. The land office said fares rose. The office said rents rose.",
    );
    expect(open?.speaker).toMatchObject({ text: "The office", resolvedTo: "Somebody unnamed", names: [] });
    expect(open?.rule).toContain("The text leaves open who it is.");
  });

  it("knows that documents are read, whichever they are", () => {
    const [found] = detect("Rents rise\n\nDocuments showed that rents rose.");
    expect(found?.speaker?.resolvedTo).toBe("Somebody unnamed");
    expect(found?.cue?.channel).toBe("document");
  });
});
