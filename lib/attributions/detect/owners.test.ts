import { describe, expect, it } from "vitest";
import { type SourceCase, sources } from "./test-found";

const cases: SourceCase[] = [
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

describe("what is somebody’s", () => {
  it.each(cases)("%s", (_name, text, ...expected) => {
    expect(sources(text)).toEqual(expected);
  });
});
