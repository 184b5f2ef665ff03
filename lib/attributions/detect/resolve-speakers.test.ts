import { describe, expect, it } from "vitest";
import { unnamedWords } from "@/lib/attributions/describe-attribution";
import { detect } from "./detect";
import { sources } from "./test-found";

type Case = [name: string, text: string, ...expected: string[]];

const cases: Case[] = [
  [
    "a sentence that is mostly names still tells who is called so",
    "The river\n\nMarcus Vance, Petra Vance and Olga Vance live by the river.\n\n“We lost it,” said Vance.",
    "Vance = Somebody unnamed (unknown)",
  ],
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
    "a speaker is carried over to the next quotation",
    "Roads are full, John Lund said on Monday. “It will take a week.”",
    "John Lund = John Lund (person)",
    "John Lund = John Lund (person)",
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
    "he may be one of whom the text shows nothing, and so may she who meets another",
    "The pumps\n\nWenche Dahl met the mayor. She left. Mr. Dahl said rents rose. Andrea Lund left. Mr. Lund said wages fell. Chairman Bo Moe left. Ms. Moe said it rained.",
    "Mr. Dahl = Wenche Dahl (person)",
    "Mr. Lund = Andrea Lund (person)",
    "Ms. Moe = Bo Moe (person)",
  ],
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
  [
    "a surname in several words is shared, too",
    "Piet van der Meer met Anna van der Meer. Van der Meer said fares rose. Mr. van der Meer said wages fell.",
    "Van der Meer = Somebody unnamed (unknown)",
    "Mr. van der Meer = Somebody unnamed (unknown)",
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
    "her brother may be another woman’s",
    "Rents rise\n\nHer brother said rents rose.\n\nA teacher left.\n\nHer brother said wages fell.",
    "Her brother = Her brother (anonymousPerson)",
    "Her brother = Somebody unnamed (unknown)",
  ],
  [
    "an office by its owner’s whole name, however the text says it",
    "Rents rise\n\nMayor Lena Holm left. Holm’s office said rents rose.\n\n“They did,” her office said. The office said wages fell.",
    "Holm’s office = Lena Holm’s office (organisation)",
    "her office = Lena Holm’s office (organisation)",
    "The office = Lena Holm’s office (organisation)",
  ],
  [
    "whose brother he is only where one woman can be meant",
    "Rents rise\n\nEva Lund left. Her brother said rents rose. Ida Holm left. Her brother said wages fell.",
    "Her brother = Eva Lund’s brother (anonymousPerson)",
    "Her brother = Her brother (anonymousPerson)",
  ],
  [
    "the son may be he",
    "Rents rise\n\nIda Holm’s son was arrested, and Tom Berg watched. His lawyer said rents rose.",
    "His lawyer = His lawyer (anonymousPerson)",
  ],
  [
    "he who is named in the very words, and whose lawyer is no lawyer’s",
    "Rents rise\n\nTom Berg had left, his lawyer said. On Friday his lawyer said rents rose.",
    "his lawyer = Tom Berg’s lawyer (anonymousPerson)",
    "his lawyer = Tom Berg’s lawyer (anonymousPerson)",
  ],
  [
    "which Berg’s lawyer is not told",
    "Rents rise\n\nAnna Berg and Sofie Berg left. Berg’s lawyer said rents rose. Sofie Berg’s lawyer said wages fell.",
    "Berg’s lawyer = Berg’s lawyer (anonymousPerson)",
    "Sofie Berg’s lawyer = Sofie Berg’s lawyer (anonymousPerson)",
  ],
  [
    "a body’s by the words of the text",
    "Rents rise\n\nNorline’s chief executive said rents rose. Russia’s Defence Ministry said wages fell.",
    "Norline’s chief executive = Norline’s chief executive (anonymousPerson)",
    "Russia’s Defence Ministry = Russia’s Defence Ministry (organisation)",
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

  it("takes nobody’s name for somebody who is left open", () => {
    const [, , open] = detect(
      "The tax office said wages rose. The land office said fares rose. The office said rents rose.",
    );
    expect(open?.speaker).toMatchObject({ text: "The office", resolvedTo: "Somebody unnamed", names: [] });
    expect(open?.rule).toContain("The text leaves open who it is.");
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

  it("knows that documents are read, whichever they are", () => {
    const [found] = detect("Rents rise\n\nDocuments showed that rents rose.");
    expect(found?.speaker?.resolvedTo).toBe("Somebody unnamed");
    expect(found?.cue?.channel).toBe("document");
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

  it("gathers the names that the text gives a source", () => {
    const [first] = detect("Mayor Anna Berg said rents rose. Ms. Berg said wages fell.");
    expect(first?.speaker?.names).toEqual(expect.arrayContaining(["Mayor Anna Berg", "Ms. Berg"]));
  });
});
