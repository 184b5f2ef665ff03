import { describe, expect, it } from "vitest";
import type { MetadataGuesses } from "./guess-metadata";
import { makeDraft } from "./make-draft";

type Known = Partial<Record<keyof MetadataGuesses, string | null>>;

const story = [
  "The airport at Vagar stayed closed on Tuesday, its director said, and nobody knows for how long.",
  "“No aircraft will leave before the wind does,” Jogvan Dam told the radio in the morning.",
  "The weather service expects the storm to last until Thursday morning, and then another.",
];

const cases: { name: string; lines: string[]; roles: string; known: Known }[] = [
  {
    name: "a date line that looks like a list",
    lines: ["Ministerin tritt zurück", "18. November 2026", ...story],
    roles: "title byline body body body",
    known: { title: "Ministerin tritt zurück", publishedAt: "2026-11-18" },
  },
  {
    name: "author and day at the end",
    lines: [
      "Why I stopped",
      ...story,
      "Written by Solveig Aas",
      "Posted on 3 March 2026 in Household",
      "3 Comments",
    ],
    roles: "title body body body byline byline boilerplate",
    known: { author: "Solveig Aas", publishedAt: "2026-03-03" },
  },
  {
    name: "a day alone at the end",
    lines: ["Storm closes airport", "By STAFF REPORTER", ...story, "Tuesday, 17 November 2026"],
    roles: "title byline body body body byline",
    known: { author: null, publishedAt: "2026-11-17" },
  },
  {
    name: "a signature",
    lines: ["Storm closes airport", ...story, "[Article réservé aux abonnés]", "Élodie Morin"],
    roles: "title body body body boilerplate byline",
    known: { author: "Élodie Morin" },
  },
  {
    name: "names in a list, which are no signature",
    lines: ["Storm closes airport", ...story, "Ana Ruiz", "Tom Hall", "Li Wei"],
    roles: "title body body body body body body",
    known: { author: null },
  },
  {
    name: "authors of other articles",
    lines: ["Storm closes airport", ...story, "Related articles", "A ferry in the fog", "By Tom Hall"],
    roles: "title body body body boilerplate boilerplate boilerplate",
    known: { author: null },
  },
  {
    name: "the agency's reporters",
    lines: [
      "Storm closes airport",
      ...story,
      "(Reporting by Ana Ruiz in Bonn and Tom Hall in Rome; Editing by Li Wei)",
    ],
    roles: "title body body body byline",
    known: { author: "Ana Ruiz, Tom Hall" },
  },
  {
    name: "photographs and words",
    lines: [
      "The empty quay",
      "How a harbour lost its ships",
      "Photographs by Lise Holm. Words by Kit Marlow",
      ...story,
    ],
    roles: "title dek byline body body body",
    known: { author: "Kit Marlow" },
  },
  {
    name: "an interviewer under a quotation",
    lines: [
      "“We measured the wrong thing”",
      "The hydrologist on lost glaciers and wrong gauges.",
      "Interview: Tom Hessel",
      ...story,
    ],
    roles: "title dek byline body body body",
    known: { author: "Tom Hessel", title: "“We measured the wrong thing”" },
  },
  {
    name: "capitals over capitals",
    lines: [
      "GOVERNOR DENIES KNOWING OF GRAIN",
      "AIDE'S MEMO SAYS OTHERWISE; SENATE TO HEAR MILLER",
      ...story,
    ],
    roles: "title dek body body body",
    known: { title: "GOVERNOR DENIES KNOWING OF GRAIN" },
  },
  {
    name: "sections above the headline",
    lines: ["BREAKING NEWS", "World", "Ceasefire agreed, envoy says", ...story],
    roles: "boilerplate boilerplate title body body body",
    known: { title: "Ceasefire agreed, envoy says" },
  },
  {
    name: "a forwarded e-mail",
    lines: [
      "From: Ann Other <ann@example.org>",
      "Date: Tue, 17 Nov 2026 10:00:00 +0100",
      "Subject: Fwd: Storm closes airport",
      "FYI, see below.",
      "> Storm closes airport for second day",
      ...story,
    ],
    roles: "boilerplate boilerplate boilerplate body title body body body",
    known: { title: "Storm closes airport for second day", author: null, publishedAt: null },
  },
  {
    name: "a forwarded e-mail without a headline",
    lines: ["From: Ann Other <ann@example.org>", "Subject: Storm closes airport", ...story],
    roles: "boilerplate boilerplate body body body",
    known: { title: "Storm closes airport" },
  },
  {
    name: "what cannot be seen behind a full stop",
    lines: ["A title with­out its spaces", "The air­port closed on Monday, he said.\u200b", ...story],
    roles: "title body body body body",
    known: { title: "A title without its spaces" },
  },
  {
    name: "the house behind the author's name",
    lines: ["Storm closes airport", "By Fred Oduya For The Daily Ledger", ...story],
    roles: "title byline body body body",
    known: { author: "Fred Oduya", publisher: "The Daily Ledger" },
  },
  {
    name: "the house behind a line, under the author's name",
    lines: ["Storm closes airport", "By Fred Oduya | The Daily Ledger", ...story],
    roles: "title byline body body body",
    known: { author: "Fred Oduya", publisher: "The Daily Ledger" },
  },
  {
    name: "the house beside the day",
    lines: ["Storm closes airport", "By Fred Oduya", "The Daily Ledger · 17 November 2026", ...story],
    roles: "title byline byline body body body",
    known: { author: "Fred Oduya", publisher: "The Daily Ledger", publishedAt: "2026-11-17" },
  },
  {
    name: "no house in an author who is called as one",
    lines: ["Storm closes airport", "By Anna Post", ...story],
    roles: "title byline body body body",
    known: { author: "Anna Post", publisher: null },
  },
  {
    name: "the house beside an author who is called as one",
    lines: ["Storm closes airport", "By Anna Post | The Daily Ledger", ...story],
    roles: "title byline body body body",
    known: { author: "Anna Post", publisher: "The Daily Ledger" },
  },
  {
    name: "no house in a place beside the day",
    lines: ["Storm closes airport", "By Fred Oduya", "Vagar, 17 November 2026", ...story],
    roles: "title byline byline body body body",
    known: { author: "Fred Oduya", publisher: null },
  },
  {
    name: "the house that somebody covers something for",
    lines: ["Storm closes airport", ...story, "Kit Marlow covers airports for The Daily Ledger."],
    roles: "title body body body bio",
    known: { author: "Kit Marlow", publisher: "The Daily Ledger" },
  },
  ...[
    ["the Department of Justice", null],
    ["health policy at the White House", null],
    ["politics at Westminster", null],
    ["the war with Russia for The Daily Ledger", "The Daily Ledger"],
    ["the search for Malaysian aircraft for The Daily Ledger", "The Daily Ledger"],
    ["the search for Malaysian aircraft", null],
    ["NATO for Reuters. She lives in Oslo", "Reuters"],
    ["energy at The Daily Ledger", "The Daily Ledger"],
  ].map(([beat, publisher = null]) => ({
    name: `no house in what somebody covers, and the one they cover it for: ${beat}`,
    lines: ["Storm closes airport", ...story, `Kit Marlow covers ${beat}.`],
    roles: "title body body body bio",
    known: { author: "Kit Marlow", publisher },
  })),
  {
    name: "the house in which it appeared first",
    lines: ["Storm closes airport", ...story, "This article first appeared in The Daily Ledger."],
    roles: "title body body body boilerplate",
    known: { publisher: "The Daily Ledger" },
  },
  {
    name: "the paper's name above the headline, as the copyright line has it",
    lines: ["The Daily Ledger", "Storm closes airport", ...story, "© 2026 The Daily Ledger"],
    roles: "boilerplate title body body body boilerplate",
    known: { title: "Storm closes airport", publisher: "The Daily Ledger" },
  },
  {
    name: "the paper's name above the headline, as the note about the author has it",
    lines: [
      "HARN OBSERVER",
      "Storm closes airport",
      ...story,
      "Kit Marlow writes about weather for the Harn Observer.",
    ],
    roles: "boilerplate title body body body bio",
    known: { title: "Storm closes airport", author: "Kit Marlow", publisher: "Harn Observer" },
  },
  {
    name: "a known paper's name above the headline",
    lines: ["The Guardian", "Storm closes airport", "By Fred Oduya", ...story],
    roles: "boilerplate title byline body body body",
    known: { title: "Storm closes airport", author: "Fred Oduya", publisher: "The Guardian" },
  },
  {
    name: "a headline that is called as a paper may be",
    lines: ["The Last Post", "Storm closes airport and nobody leaves", ...story],
    roles: "title dek body body body",
    known: { title: "The Last Post", publisher: null },
  },
  {
    name: "a known paper's name that is the headline",
    lines: ["The Guardian", "By Fred Oduya", ...story],
    roles: "title byline body body body",
    known: { title: "The Guardian", publisher: null },
  },
  {
    name: "no house in when it appeared first",
    lines: ["Storm closes airport", ...story, "This article first appeared in March 2026."],
    roles: "title body body body boilerplate",
    known: { publisher: null },
  },
  {
    name: "a publisher without the sentence's article",
    lines: ["Storm closes airport", ...story, "Kit Marlow writes about weather for the Harn Observer."],
    roles: "title body body body bio",
    known: { author: "Kit Marlow", publisher: "Harn Observer" },
  },
];

describe("the head, the foot and what they tell:", () => {
  it.each(cases)("$name", ({ lines, roles, known }) => {
    const result = makeDraft(lines.join("\n\n"), "text");
    if (!result.ok) throw new Error(result.reason);
    const { blocks, metadata } = result.draft;
    expect(blocks.map(({ role }) => role).join(" ")).toBe(roles);
    const guesses = Object.entries(metadata).map(([name, guess]) => [name, guess?.value ?? null]);
    expect(Object.fromEntries(guesses)).toMatchObject(known);
  });
});
