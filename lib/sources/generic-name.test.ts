import { describe, expect, it } from "vitest";
import { isGenericName, nationIn } from "./generic-name";

describe("isGenericName", () => {
  it.each([
    "court",
    "The court",
    "the ferry operator",
    "Police",
    "Government",
    "The Union",
    "Supreme Court",
    "Defense Ministry",
    "Ministry of Defence",
    "the Interior Ministry",
    "Justice Department",
  ])("%s", (name) => expect(isGenericName(name)).toBe(true));

  it.each([
    "Mediazona",
    "UK",
    "U.S. government",
    "Russian Defense Ministry",
    "Ministry of Defence of Ukraine",
    "New York Police Department",
    "Harbour Office",
    "Ida Holm",
    "3M",
    "新华社",
    "…",
    "",
  ])("not %s", (name) => expect(isGenericName(name)).toBe(false));
});

describe("nationIn", () => {
  it.each([
    ["British Defense Ministry", "uk"],
    ["Ministry of Defence of Russia", "russia"],
    ["The government of the United Kingdom", "uk"],
    ["Harbour Office", null],
    ["", null],
  ])("of “%s” is %s", (name, nation) => expect(nationIn(name)).toBe(nation));
});
