import { describe, expect, it } from "vitest";
import { choicesIn, choicesQuery, usualChoices } from "./choices";

const none = { names: false, discussion: false, unresolved: false, evidence: false };

describe("the choices of a report in an address", () => {
  it.each([
    [undefined, null],
    ["", none],
    ["evidence", { ...none, evidence: true }],
    [["", "names", "unresolved", "secrets"], { ...none, names: true, unresolved: true }],
  ])("%j", (show, choices) => expect(choicesIn(show)).toEqual(choices));

  it.each([usualChoices, none, { ...none, names: true }])("come back as they went: %j", (choices) => {
    expect(choicesIn(new URLSearchParams(choicesQuery(choices)).getAll("show"))).toEqual(choices);
  });
});
