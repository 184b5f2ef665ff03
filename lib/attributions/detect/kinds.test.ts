import { describe, expect, it } from "vitest";
import { genderOf } from "./names";
import { sources } from "./test-found";

describe("what kind of source somebody is", () => {
  it.each([
    ["The inquiry said it was late.", "The inquiry = inquiry (organisation)"],
    ["The inquest found that it was late.", "The inquest = inquest (organisation)"],
    ["A hospital trust said it was late.", "A hospital trust = hospital trust (organisation)"],
    ["The night shift said it was late.", "The night shift = night shift (anonymousGroup)"],
    ["Management said it was late.", "Management = Management (anonymousGroup)"],
    ["The family said it was late.", "The family = family (anonymousGroup)"],
    ["The crowd shouted: “Late!”", "The crowd = crowd (anonymousGroup)"],
    ["The witness said it was late.", "The witness = witness (anonymousPerson)"],
    ["The boss said it was late.", "The boss = boss (anonymousPerson)"],
    ["The witnesses said it was late.", "The witnesses = witnesses (anonymousGroup)"],
    ["One of the people said it was late.", "One of the people = One of the people (anonymousPerson)"],
    ["The Red Cross said it was late.", "The Red Cross = Red Cross (organisation)"],
    ["The dam inspectorate said it was late.", "The dam inspectorate = dam inspectorate (organisation)"],
    ["The fire brigade said it was late.", "The fire brigade = fire brigade (organisation)"],
    ["The municipality said it was late.", "The municipality = municipality (organisation)"],
    ["The palace said it was late.", "The palace = palace (organisation)"],
    ["Somebody shouted: “Late!”", "Somebody = Somebody unnamed (unknown)"],
    ["The logbook says: “It was late.”", "The logbook = logbook (document)"],
    ["The minutes show it was late.", "The minutes = minutes (document)"],
    ["The emails say it was late.", "The emails = emails (document)"],
  ])("%s", (text, expected) => {
    expect(sources(`A title\n\n${text}`)).toEqual([expected]);
  });

  it("a company that makes homes is no person", () => {
    const [spokesman] = sources(
      "A title\n\nA spokesperson for the developer, Hilltop Homes, said it was late.",
    );
    expect(spokesman).toContain("Hilltop Homes (organisation)");
  });
});

describe("a trade with a capital before a name", () => {
  it.each([
    ["Prosecutor Anna Voss said it was late.", "Anna Voss"],
    ["Striker Pedro Alves said it was late.", "Pedro Alves"],
    ["Singer Nora Lund said it was late.", "Nora Lund"],
    ["Resident Alan Pike said it was late.", "Alan Pike"],
    ["Parent Dean Fox said it was late.", "Dean Fox"],
    // These may be names.
    ["Hunter James Lund said it was late.", "Hunter James Lund"],
    ["Mary Anne Voss said it was late.", "Mary Anne Voss"],
  ])("is no part of it: %s", (text, name) => {
    expect(sources(`A title\n\n${text}`)[0]).toContain(`= ${name} (person)`);
  });

  it("names the same as without it", () => {
    const text = "A title\n\nCoroner Mary Holt said it was late. The coroner, Mary Holt, said it rained.";
    expect(sources(text).map((one) => one.split(" = ")[1])).toEqual(Array(2).fill("Mary Holt (person)"));
  });
});

it("a governor of Virginia is no woman for that", () => {
  expect(genderOf(["Virginia", "Gov.", "Tom", "Reed"])).toBe("male");
  expect(genderOf(["Virginia", "Gov.", "Terry", "Reed"])).toBe("unknown");
  expect(genderOf(["Virginia", "Reed"])).toBe("female");
  expect(genderOf(["Gayle", "King"])).toBe(genderOf(["Gayle", "Reed"]));
});
