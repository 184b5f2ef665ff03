import { type Case, tryCases } from "./test-found";

// Where somebody's words begin and end, and how long the name of a speaker is. Each case is a text and what must come out:
// source > words. A case without expectations: nothing may be suggested.

const begins: Case[] = [
  [
    "The ministry said in a statement carried by the state news agency that nobody had been arrested.",
    "ministry > that nobody had been arrested",
  ],
  [
    "Writing for the majority, Justice Ellen Marks said the permit was void.",
    "Ellen Marks > the permit was void",
  ],
  ["Writing in the Post, Holm said it was over.", "Holm > it was over"],
];

const besides: Case[] = [
  ["“You are not alone,” he told residents, some of whom shouted at him.", "? > “You are not alone,”"],
  ["The cyclist had complained that it was dark, an inquest heard on Monday.", "cyclist > that it was dark"],
  ["The driver had said it was dark, the court was told.", "driver > it was dark"],
  [
    "Swift denied that it spied on drivers, after a report claimed it did.",
    "Swift > that it spied on drivers",
    "report > it did",
  ],
  ["Holm told the Courier last year it would be hers.", "Holm > it would be hers"],
  ["Holm told Berg this week he was late.", "Holm > he was late"],
];

const mixed: Case[] = [
  [
    "Vik said the data were bad, a view shared by the Swiss glaciologist Urs Frei.",
    "Vik > the data were bad",
  ],
  ["Cole said: “Call us.” Told of this, Holm laughed.", "Cole > “Call us.”"],
  ["But an ally of Berg’s said that Holm was late.", "ally of Berg’s > that Holm was late"],
  ["“Go,” wrote one. “No,” said another.", "? > “Go,”", "? > “No,”"],
  [
    "Residents said it was late. “It is,” said one, Karim. “Very.”",
    "Residents > it was late",
    "Karim > “It is,” … “Very.”",
  ],
  [
    "Hans Meier wept. Ruth Keller asked him where it was. “What?” he replied. Keller then showed him a bill. “Is it yours?” “No.” “It says so.” “Well.”",
    "Ruth Keller > where it was",
    "Hans Meier > “What?”",
    "Ruth Keller > “Is it yours?”",
  ],
];

const objects: Case[] = [
  [
    "The bank announced the closure of ten branches, and its chief resigned.",
    "bank > the closure of ten branches",
  ],
  ["Sue Dent proposed the motion, and Hart seconded it."],
  ["Holm announced a plan to cut taxes, but Reed left.", "Holm > a plan to cut taxes"],
];

const tellers: Case[] = [
  ["The dam is old, Leo reminded them.", "Leo > The dam is old"],
  [
    "The report says the dam is old, Leo reminded the council.",
    "Leo > The report says the dam is old",
    "report > the dam is old",
  ],
];

const phrases: Case[] = [
  ["“Go,” said the man in the second row.", "man in the second row > “Go,”"],
  ["“Who is it?” asks the guard in the first scene.", "guard in the first scene > “Who is it?”"],
  [
    "Lena Holm had worked the night shift at Harbour hospital for 20 years. The night shift said it was late.",
    "night shift at Harbour hospital > it was late",
  ],
];

const oneAfterAnother: Case[] = [
  ["“A mistake,” said Berg, and “a crime,” said Holm.", "Berg > “A mistake,”", "Holm > “a crime,”"],
  ["“A mistake,” Berg said, and “a crime,” Holm said.", "Berg > “A mistake,”", "Holm > “a crime,”"],
  [
    "It was “a mistake,” said Anna Berg, but “no crime,” said Tom Holm.",
    "Anna Berg > It was “a mistake,”",
    "Tom Holm > “no crime,”",
  ],
  [
    "“A mistake,” said the mayor, “a crime,” said the judge, and “a farce,” said Holm.",
    "mayor > “A mistake,”",
    "judge > “a crime,”",
    "Holm > “a farce,”",
  ],
  ["“A mistake,” said Berg, while Holm called it “a crime.”", "Berg > “A mistake,”", "Holm > it “a crime.”"],
  ["“A mistake,” said Berg, before Holm shouted “Liar!”", "Berg > “A mistake,”", "Holm > “Liar!”"],
  ["Berg called it “a mistake,” Holm “a crime.”", "Berg > it “a mistake,”"],
  ["Berg said it was “a mistake,” and Holm that it was “a crime.”", "Berg > it was “a mistake,”"],
  // All of it is told by the second.
  [
    "“A mistake,” said Berg, the Courier reported.",
    "Berg > “A mistake,”",
    "Courier > “A mistake,” said Berg",
  ],
  // One goes on.
  ["“It is safe,” Berg said, “and it is new.”", "Berg > “It is safe,” … “and it is new.”"],
];

const asked: Case[] = [
  ["The night shift told me to wait for the doctor.", "night shift > to wait for the doctor"],
  ["Holm urged them to leave.", "Holm > to leave"],
  ["Holm urged drivers to leave.", "Holm > drivers to leave"],
];

tryCases({
  "one after another": oneAfterAnother,
  "what a mere “me” is told to do": asked,
  "where words begin": begins,
  "what stands beside them": besides,
  "whose they are who stand beside them": mixed,
  "an object ends where another clause begins": objects,
  "who reminds others of it": tellers,
  "how long the name of a speaker is": phrases,
});
