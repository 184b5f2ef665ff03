import { describe, expect, it } from "vitest";
import { detectClaims, kindsShownBy } from "./detect";

function kinds(text: string): string[] {
  return detectClaims(`A title\n\n${text}`).map((one) => one.kinds.join(" "));
}

describe("findClaims", () => {
  it.each([
    ["a number", "The bridge costs 40 million crowns.", ["quantity"]],
    ["a number in words", "Three of the lifts are broken now.", ["quantity"]],
    ["a share", "More than 40% of trains are late.", ["quantity"]],
    ["a year", "The bridge is from 1931, they think.", ["date"]],
    ["something that happened", "The city of Oslo closed the old bridge.", ["event"]],
    ["a day", "The city of Oslo closed the old bridge on Monday.", ["date event"]],
    ["a cause", "Trains are late because the rails are wet.", ["causal"]],
    ["spoken words", "The plan is “a great mistake for us,” they say.", ["quote"]],
    ["a question claims nothing", "Did 40 million crowns vanish?", []],
    ["an opinion", "The old bridge should stay open.", []],
    ["an opinion about something that happened", "The city of Oslo should have been told on Monday.", []],
    ["an opinion with a number", "The city should pay 40 million crowns.", ["quantity"]],
    ["nothing to check", "It is hard to say.", []],
    ["what is still to come has no cause", "The inquiry is due to report in September.", ["date"]],
    ["what is due is no cause", "The bill is due on Monday.", ["date"]],
    ["rain is one", "Trains were late due to rain.", ["causal"]],
    ["and so is demand", "The rise is due to demand from Asia.", ["causal"]],
    ["a denial of what stands elsewhere", "The builder, Harrow & Sons, denied this.", []],
    ["when it was denied", "Berg confirmed it on Monday.", []],
    ["a denial that tells more", "The builder, which has 400 staff, denied this.", ["quantity"]],
  ])("%s", (_name, text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it("finds nothing in the place and the wire at the head of a report", () => {
    const text = "HALDEN, March 14 (Reuters) - The bridge cost 40 million in 1931.";
    const found = detectClaims(text, [{ start: 0, end: text.length, role: "body" }]);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      "The bridge cost 40 million in 1931.",
    ]);
  });

  it("finds nothing in captions, bios and boilerplate", () => {
    const text = "The bridge cost 40 million in 1931.";
    for (const role of ["caption", "credit", "bio", "boilerplate", "byline"] as const) {
      expect(detectClaims(text, [{ start: 0, end: text.length, role }])).toEqual([]);
    }
    expect(detectClaims(text, [{ start: 0, end: text.length, role: "body" }])).toHaveLength(1);
  });
});

describe("isSourced", () => {
  it.each([
    ["Fourteen people died in the flood of 1998, a public inquiry heard.", true],
    ["Jurors were told that 14 people died.", true],
    ["Records seen by the Courier show the dam was closed for 14 days.", true],
    ["In 1998 the dam leaked, the county’s records show.", true],
    ["The fund lost 40 million in May, citing a report by the bank.", true],
    ["The fund sold 40 houses in May, citing rising costs.", false],
    ["The court heard 40 witnesses in May.", false],
    ["The report cost 40 million crowns.", false],
    ["The report came out in 2019, and sales showed a rise of 40 per cent.", false],
  ])("%s", (text, expected) => {
    expect(detectClaims(`A title\n\n${text}`).map((one) => one.isSourced)).toEqual([expected]);
  });
});

describe("kindsShownBy", () => {
  it.each([
    ["They lost a quarter of our water and now they send us the bill", ["quantity", "event"]],
    ["the inquiry is due to report", []],
    ["the court had fined the operator in May because of 41 boats", ["quantity", "date", "event", "causal"]],
    ["that talks are likely", []],
    ["“The line is safe,”", []],
  ])("%s", (words, expected) => {
    expect(kindsShownBy(words)).toEqual(expected);
  });
});
