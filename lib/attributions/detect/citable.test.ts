import { type Case, tryCases } from "./test-found";

// Who is cited or quoted is a source, and a reason is none. Each case is a text and what must come out: source > words. A
// case without expectations: nothing may be suggested.

const quotedAs: Case[] = [
  ["“It was late,” the Courier quoted Berg as saying.", "Berg > “It was late,”"],
  ["“It was late,” Berg was quoted as saying by the Courier.", "Berg > “It was late,”"],
  ["“It was late,” Berg was quoted as saying.", "Berg > “It was late,”"],
  ["“It was late,” Berg was wrongly quoted as saying."],
];

const silent: Case[] = [
  ["The ministry declined to say who had signed the letter, citing the criminal investigation."],
  ["The hospital refused to release the names, citing privacy laws."],
  ["The company did not say how many were hurt, citing commercial secrecy."],
  ["The company would not say why, citing security."],
  ["The police refused to say who had been arrested, citing the Privacy Act."],
  ["The firm declined to say who paid, citing its lawyers."],
  ["The hospital declined to say who died, citing “privacy rules”.", "hospital > “privacy rules”"],
];

const reasons = [
  "rising costs",
  "the weather",
  "its health",
  "safety concerns",
  "a lack of money",
  "concerns of residents",
  "an ongoing investigation",
  "the lawsuit",
  "a shortage of doctors",
  "poor service",
  "the state of the economy",
  "the Geneva Conventions",
].map(
  (words): Case => [
    `The firm said it would close the mill, citing ${words}.`,
    "firm > it would close the mill",
  ],
);

const citable = [
  "police reports",
  "documents",
  "two officials",
  "the study",
  "health officials",
  "the health ministry",
  "state media",
  "figures from the bank",
  "an investigation by the BBC",
  "two of the doctors",
  "people familiar with the matter",
  "Anna Berg",
  "Russia's Defence Ministry",
  "hospital sources and witnesses",
].map(
  (words): Case => [
    `The Courier said ten people died, citing ${words}.`,
    "Courier > ten people died",
    `${words.replace(/^(?:the|an) /, "")} > ten people died`,
  ],
);

tryCases({
  "quoted as saying": quotedAs,
  "silent for a reason": silent,
  "no source, but a reason": reasons,
  "a source": citable,
});
