import { describe, expect, it } from "vitest";
import { detect, detectClaims } from "./detect";
import { type Case, tryCases } from "./test-found";

// Headlines leave words out: whoever stands before "told" or "warned" there was told or warned. Each case is a headline and
// what must come out: source > words. A case without expectations: nothing may be suggested.

const told: Case[] = [
  ["Ferry Skipped Checks 41 Times Before Grounding, Inquiry Told"],
  ["Council knew of cracks for years, inquiry told"],
  ["Prisoner was left alone for nine hours, inquest told"],
  ["Water firms are failing, MPs told"],
  ["Banker hid losses in wife’s account, court hears"],
  ["“He did it,” jury told"],
  ["Jury hears: “He did it”"],
  ["Court told: “He was never there”"],
  ["Trial told of shooting in park"],
  ["Families told that inquiry will go ahead"],
  ["Parents of Rose Hill told that she was fine"],
  ["Holm told: resign or be fired"],
  ["Teachers told “no pay rise” by minister"],
  ["Water firms are failing, MPs told."],
  // Somebody is told it.
  ["Man told police he was innocent", "Man > he was innocent"],
  ["Council told residents the water was safe", "Council > the water was safe"],
  ["MPs told the Commons that it was over.", "MPs > that it was over"],
  ["Water is safe, council told residents", "council > Water is safe"],
  ["Water is safe, council tells residents", "council > Water is safe"],
];

const warned: Case[] = [
  ["Drivers warned of ice"],
  ["Ministers warned dam could fail"],
  ["Dam could fail, ministers warned"],
  ["Public warned: stay away from river"],
  ["Fans promised refunds"],
  ["Patients promised care would improve"],
  ["Minister warns: stay away from river", "Minister > stay away from river"],
  ["Engineers warned ministers that dam could fail", "Engineers > that dam could fail"],
  ["Experts warn dam could fail", "Experts > dam could fail"],
  ["Engineers had warned dam could fail", "Engineers > dam could fail"],
  ["Minister asked: “Is it safe?”", "Minister > “Is it safe?”"],
];

const judged: Case[] = [
  ["Woman described as “a danger” jailed"],
  ["Officer called “corrupt” by judge"],
  ["Murder accused “laughed”, jury told"],
  ["Judge called officer “corrupt”", "Judge > officer “corrupt”"],
  ["Horn accused Berg of “hiding”", "Horn > Berg of “hiding”"],
];

tryCases({ told, warned, judged });

describe("below a headline", () => {
  it.each(["The brakes of the ferry were worn in 2024, inquiry told.", "Court told that Berg left in 2024."])(
    "who was told is no source, and it is no claim without one: %s",
    (text) => {
      expect(detect(`A title\n\n${text}`)).toEqual([]);
      expect(detectClaims(`A title\n\n${text}`).map((one) => one.isSourced)).toEqual([true]);
    },
  );

  it("a past tense tells who speaks", () => {
    const [one] = detect("A title\n\nEngineers warned the dam could fail, and it did.");
    expect(one?.speaker?.text).toBe("Engineers");
  });
});
