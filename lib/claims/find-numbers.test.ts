import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeDraft } from "@/lib/articles/import/make-draft";
import { detectClaims } from "@/lib/attributions/detect/detect";
import { blocksOf } from "@/lib/discussion/test-views";
import { sharedFile } from "@/prisma/shared-file";
import { findInSentence, findNumbers } from "./find-numbers";

const cases: [sentence: string, found: string][] = [
  [
    "Two dozen men left on 12 March 2024 and more than 1,000 stayed.",
    "number Two dozen | date 12 March 2024 | number more than 1,000",
  ],
  [
    "It rose 3.5 percent to $1.2 billion, from 40,000 crowns.",
    "percentage 3.5 percent | money $1.2 billion | money 40,000 crowns",
  ],
  ["Some 12% or 3 percentage points.", "percentage Some 12% | percentage 3 percentage points"],
  ["Between 10 and 20 people, or 10–15 percent.", "range Between 10 and 20 | range 10–15 percent"],
  ["From 2014–2018 it doubled.", "date From 2014–2018 | number doubled"],
  [
    "One in five, two-thirds, a third of them, half.",
    "number One in five | number two-thirds | number a third | number half",
  ],
  [
    "Hundreds of thousands; three hundred and forty; twenty-one.",
    "number Hundreds of thousands | number three hundred and forty | number twenty-one",
  ],
  ["£40m and 5 million rubles ($50,000).", "money £40m | money 5 million rubles | money $50,000"],
  ["For the third time since 2014, on Monday.", "ordinal third time | date 2014 | date Monday"],
  ["On Monday, March 3, 2024, at 3 p.m. or 14:30.", "date Monday, March 3, 2024 | date 3 p.m. | date 14:30"],
  [
    "In mid-2024, in March 2024, in the 1990s, in the 21st century.",
    "date mid-2024 | date March 2024 | date the 1990s | date the 21st century",
  ],
  ["They fled in May; he may march on.", "date May"],
  [
    "Three years ago, yesterday, last week, in recent months.",
    "relative Three years ago | relative yesterday | relative last week | relative in recent months",
  ],
  [
    "Over the past two years, last Monday, earlier this month, the next day.",
    "relative Over the past two years | relative last Monday | relative earlier this month | relative the next day",
  ],
  [
    "The 30-year-old waited over three hours; twenty years on.",
    "number 30-year-old | number over three hours | number twenty years",
  ],
  ["First Deputy Minister said one thing.", ""],
  ["COVID-19, F-16s, MH17 and G7.", ""],
  ["Call +44 20 7946 0958 or (020) 7946 0958, see https://a.example/2024/12 or a.example.com/40 [12].", ""],
  ["Über 40 Boote, 1\u202f000 davon neu.", "number 40 | number 1\u202f000"],
  ["", ""],
];

const say = (text: string, all: { start: number; end: number; kind: string }[]) =>
  all.map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`).join(" | ");

describe("findInSentence", () => {
  it.each(cases)("%s", (sentence, found) => {
    expect(say(sentence, findInSentence(sentence))).toBe(found);
  });

  it("takes a long row of figures in its stride", () => {
    const begin = performance.now();
    findInSentence("between 1,000 and 2 to ".repeat(500));
    expect(performance.now() - begin).toBeLessThan(2_000);
  });
});

describe("findNumbers", () => {
  it("reads the story and no boilerplate, and gives each its sentence", () => {
    const { text, blocks } = blocksOf([
      ["title", "Ten boats lost"],
      ["credit", "Photo: 2024 Lund"],
      ["body", "Nobody left. On Monday 40 came."],
      ["boilerplate", "Call 12 of our offices."],
    ]);
    const found = findNumbers(text, blocks, "en");
    expect(say(text, found)).toBe("number Ten | date Monday | number 40");
    expect(found.map(({ sentence }) => text.slice(sentence.start, sentence.end))).toEqual([
      "Ten boats lost",
      "On Monday 40 came.",
      "On Monday 40 came.",
    ]);
  });
});

const path = sharedFile("articles", "russian-draft-dodgers.txt");

describe(`the article that started it${path ? "" : " (skipped: ../shared is not there)"}`, () => {
  const original = path ? readFileSync(path, "utf8") : "";

  it.skipIf(!path)("has a number or date wherever suggestions see a quantity or a date", () => {
    const draft = makeDraft(original, "text");
    if (!draft.ok) throw new Error(draft.reason);
    const { text, blocks } = blocksOf(draft.draft.blocks.map((one) => [one.role, one.text]));
    const found = findNumbers(text, blocks, "en");
    expect(found.length).toBeGreaterThan(15);
    const claims = detectClaims(text, blocks).filter((one) =>
      one.kinds.some((kind) => kind === "quantity" || kind === "date"),
    );
    const missed = claims.filter(
      (claim) => !found.some((one) => one.start >= claim.start && one.end <= claim.end),
    );
    expect(claims.length).toBeGreaterThan(5);
    expect(missed.map((one) => text.slice(one.start, one.end))).toEqual([]);
  });
});
