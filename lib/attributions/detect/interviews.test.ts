import { expect, it } from "vitest";
import { detect } from "./detect";
import { type Case, tryCases } from "./test-found";

// Talks that are printed as they were held. Each case is a text and what must come out: source > words, "?" for somebody
// unnamed. A case without expectations: nothing may be suggested.

const interviews: Case[] = [
  [
    "The gate\n\nAnna Berg: Nobody else would listen.\n\nIda Holm: I told them. They laughed.\n\nAnna Berg: She did not.\n\nIda Holm: I did.",
    "Anna Berg > Nobody else would listen",
    "Ida Holm > I told them. They laughed",
    "Anna Berg > She did not",
    "Ida Holm > I did",
  ],
  ["A day at the port\n\nShip Notes: three of them arrived.\n\nThe gate was shut at night."],
];

const talks: Case[] = [
  [
    "The gate\n\nBy Joanna Akers\n\nLiv Haugland ran it for years. She met us on Monday.\n\nAkers: Why?\n\nHaugland: His adviser knew. She wrote: “Go on.”\n\nAkers: And you?\n\nHaugland: I was told. I wrote: “Stop.”",
    "Joanna Akers > Why",
    "Liv Haugland > His adviser knew. She wrote: “Go on.”",
    "? > “Go on.”",
    "Joanna Akers > And you",
    "Liv Haugland > I was told. I wrote: “Stop.”",
  ],
  ["Advice\n\nDear Abby: My husband left me.\n\nDear Tom: Find another.\n\nDear Abby: He came back."],
  ["Courts\n\nAnna Berg: Convicted in June.\n\nSupreme Court: Open in May.\n\nAnna Berg: Arrested in May."],
  ["Weather\n\nNew York: It rained.\n\nSouth Korea: It snowed.\n\nNew York: It rained again."],
];

/** An interview of four paragraphs behind what leads to it. */
const asked = (intro: string, ...answers: string[]): string =>
  ["The lock man", intro, "Q: How long?", answers[0], "Q: And now?", answers[1]].join("\n\n");

const [since, now] = [
  "A: Since 1984. I wrote that crime doubled.",
  "A: She called him twice. He said it was safe.",
];

const byTimmer = [
  "Rolf Timmer > Since 1984. I wrote that crime doubled",
  "Rolf Timmer > She called him twice. He said it was safe",
];

const answers: Case[] = [
  ...[
    "Rolf Timmer, 61, a locksmith, spoke to us.",
    "Rolf Timmer meets me in his shop in Halden. He makes tea.",
    "We spoke to the locksmith Rolf Timmer.",
    "I met Rolf Timmer in his shop. Timmer talked to us about Ida Holm.",
    "An interview with Rolf Timmer, who makes locks.",
    "Rolf Timmer answered our questions.",
  ].map((intro): Case => [asked(intro, since, now), ...byTimmer, "? > it was safe"]),
  // Who answers is not known: nobody does.
  ...[
    "It is a shop in Halden.",
    "Rolf Timmer, 61, is a locksmith.",
    "Rolf Timmer and Ida Holm spoke to us.",
    "We spoke to Rolf Timmer and to his wife, Ida Timmer.",
    "We spoke to Rolf Timmer and Ida Holm.",
    "Ida Holm spoke to Rolf Timmer.",
    "Rolf Timmer spoke to us. Ida Holm met us, too.",
  ].map((intro): Case => [asked(intro, since, now)]),
  [
    asked("It is a shop.", "A: The mayor told me that it was safe.", "A: “It was not.” You say that it was."),
    "mayor > that it was safe",
  ],
  // Paragraphs without a label: who says "I" between two turns goes on, and what is told of him is nobody's.
  [
    asked(
      "Rolf Timmer, 61, a locksmith, spoke to us.",
      "A: Since 1984.\n\nI never wanted anything else.\n\nHe pauses. I wait.\n\nI was young.",
      "A: I close.\n\nI leave the shop.",
    ),
    "Rolf Timmer > Since 1984",
    "Rolf Timmer > I never wanted anything else",
    "Rolf Timmer > I close",
  ],
  [asked("It is a shop.", "A: Since 1984.\n\nI never wanted anything else.", "A: I close.")],
  // What nobody asks is a list.
  ["The exam\n\nA: Berg said it was safe.\n\nA: Holm said no.", "Berg > it was safe"],
];

tryCases({
  interviews,
  "printed talks": talks,
  "who answers in an interview": answers,
});

it("a paragraph without a label is no more than likely whoever’s the turn is", () => {
  const text = `${asked("We spoke to Rolf Timmer.", "A: Since 1984.", "A: No.\n\nI close.")}\n\nQ: Why?`;
  expect(detect(text).at(-1)).toMatchObject({ quoteText: "I close", confidence: 0.55 });
});
