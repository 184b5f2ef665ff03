import { describe, expect, it } from "vitest";
import { blocksOf } from "@/lib/discussion/test-views";
import { makeSuggestions } from "./make-suggestions";

const { text, blocks } = blocksOf([
  ["title", "Ferry skipped checks"],
  ["byline", "By Ida Askew, who said nothing"],
  ["body", "The Courier reported that the operator, Norline, said the test was done on 3 March."],
  ["body", "“We lost two winters,” Ida Holm said. “We will not lose a third.”"],
  ["body", "Nineteen people were treated in 2026. Perhaps they should ask."],
  ["caption", "A sign says: no entry in 2026"],
]);

const made = makeSuggestions(text, blocks);
const words = (one: { start: number; end: number }) => text.slice(one.start, one.end);

describe("makeSuggestions", () => {
  it("proposes who said what, in reading order, with a chain", () => {
    const named = made
      .filter((one) => one.kind === "attribution")
      .map((one) => [one.speaker?.name, one.parent === null ? null : made[one.parent]?.speaker?.name]);
    expect(named).toEqual([
      ["Courier", null],
      ["Norline", "Courier"],
      ["Ida Holm", null],
    ]);
  });

  it("makes one passage of words with little between them", () => {
    const holm = made.find((one) => one.speaker?.name === "Ida Holm");
    expect(holm && words(holm)).toBe("“We lost two winters,” Ida Holm said. “We will not lose a third.”");
  });

  it("says what makes it worth checking, and why it is proposed", () => {
    const norline = made.find((one) => one.speaker?.name === "Norline");
    expect(norline?.claimKinds).toContain("date");
    expect(made.every((one) => one.rule.length > 10)).toBe(true);
  });

  it("gives a passage only those kinds that its own words show, not all of its sentence", () => {
    const bill = blocksOf([
      ["body", "“They sent us the bill,” said Marek Dolan, who leads the union since 2019, in May."],
    ]);
    const [dolan] = makeSuggestions(bill.text, bill.blocks);
    expect(dolan).toMatchObject({ speaker: { name: "Marek Dolan" }, claimKinds: ["event", "quote"] });
  });

  it("proposes claims only where nobody says them, and none that are no claims", () => {
    const claims = made.filter((one) => one.kind === "claim");
    expect(claims.map(words)).toEqual(["Nineteen people were treated in 2026."]);
    expect(claims[0]).toMatchObject({ speaker: null, claimKinds: ["quantity", "date"] });
  });

  it("proposes nothing in an interview as the reporter's claim", () => {
    const { text, blocks } = blocksOf([
      ["title", "The lock man"],
      ["body", "The shop opened in 1984."],
      ["body", "Q: The town lost 14 people in 1998. Why?"],
      ["body", "A: It was 15 people in 1999."],
      ["body", "Two of them were 80 years old."],
      ["body", "Q: And then?"],
      ["body", "A: Nine left in 2001."],
      ["body", "Ten came back in 2003."],
    ]);
    expect(makeSuggestions(text, blocks).map((one) => text.slice(one.start, one.end))).toEqual([
      "The shop opened in 1984.",
    ]);
  });

  it("proposes no claim without a source where a sentence names one", () => {
    const { text, blocks } = blocksOf([
      ["title", "The river"],
      ["body", "Fourteen people died in 1998, a public inquiry heard. Records seen by us show 14 dead."],
      ["body", "The builder, Harrow & Sons, denied this. The river rose by two metres in 2001."],
    ]);
    const made = makeSuggestions(text, blocks);
    expect(made.map((one) => text.slice(one.start, one.end))).toEqual([
      "The river rose by two metres in 2001.",
    ]);
  });

  it("keeps what is worth checking in an answer whose speaker is known", () => {
    const { text, blocks } = blocksOf([
      ["title", "The lock man"],
      ["body", "Rolf Timmer spoke to us."],
      ["body", "Q: How many were they?"],
      ["body", "A: It was 15 people in 1999."],
    ]);
    const made = makeSuggestions(text, blocks);
    expect(made).toMatchObject([
      {
        speaker: { name: "Rolf Timmer" },
        directness: "direct",
        claimKinds: ["quantity", "date"],
      },
    ]);
  });

  it("proposes no headline as a claim, but what somebody says in it", () => {
    const { text, blocks } = blocksOf([
      ["title", "Bridge cost 40 million in 1931"],
      ["title", "Bridge fell in 1931, says mayor"],
    ]);
    expect(makeSuggestions(text, blocks).map((one) => [one.kind, one.speaker?.name])).toEqual([
      ["attribution", "mayor"],
    ]);
  });

  it("makes no passage of when or where alone, unless nothing else is said", () => {
    const between = "said Anna Berg, the mayor of the old town of Ormhaven and head of its council";
    const { text, blocks } = blocksOf([
      ["body", `“In 2021,” ${between}, “it was safe.”`],
      ["body", "“No,” Anna Berg said."],
      ["body", `“Never,” ${between}, “will we go.”`],
      ["body", "Asked when, Anna Berg said, “In 2021.”"],
    ]);
    expect(makeSuggestions(text, blocks).map((one) => text.slice(one.start, one.end))).toEqual([
      "“it was safe.”",
      "“No,”",
      "“Never,”",
      "“will we go.”",
      "“In 2021.”",
    ]);
  });

  it("gives the same again", () => {
    expect(makeSuggestions(text, blocks)).toEqual(made);
  });

  it("keeps a long gap of the reporter's out of the passage", () => {
    const long = blocksOf([
      [
        "body",
        "“We lost two winters,” said Ida Holm, who has run the fish market for eleven years and who took her first ferry at the age of six. “We will not lose a third.”",
      ],
    ]);
    const found = makeSuggestions(long.text, long.blocks).filter((one) => one.kind === "attribution");
    expect(found.map((one) => long.text.slice(one.start, one.end))).toEqual([
      "“We lost two winters,”",
      "“We will not lose a third.”",
    ]);
  });

  it("takes no word for an organisation that only JavaScript knows", () => {
    const one = blocksOf([["body", "The constructor said the car was safe."]]);
    expect(makeSuggestions(one.text, one.blocks)).toMatchObject([
      { speaker: { name: "constructor", kind: "anonymousPerson" } },
    ]);
  });
});
