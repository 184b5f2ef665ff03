import { describe, expect, it } from "vitest";
import { addAlias, createSource, editSource, searchFor, searchSources } from "./schema";

const id = "0190a5a0-0000-7000-8000-000000000001";

/** The name as it is kept, or the first thing that is wrong with it. */
function read(name: unknown): unknown {
  const parsed = createSource.body.safeParse({ id, kind: "person", name });
  return parsed.success ? { kept: parsed.data.name } : parsed.error.issues[0]?.message;
}

const missing = "The name is missing.";
const invisible = "The name must have a letter, a figure or a sign.";
const severalLines = "The name must be a single line without control characters.";

describe("the name of a source", () => {
  it.each([
    ["Ida Holm"],
    ["U.K."],
    ["“Deep Throat”"],
    ["1937"],
    ["東京電力"],
    ["👩‍🚀"],
    ["A &amp; B <b>"],
    ["x".repeat(200)],
  ])("%j is kept as it is", (name) => expect(read(name)).toEqual({ kept: name }));

  it.each<[string, unknown, unknown]>([
    ["white space at its ends", "  Ida Holm\n", { kept: "Ida Holm" }],
    ["nothing", "", missing],
    ["white space alone", " \t\u00a0 ", missing],
    ["zero-width characters alone", "\u200b\u200d", invisible],
    ["a byte order mark between zero-width spaces", "\u200b\ufeff\u200b", invisible],
    ["a Hangul filler", "\u3164", invisible],
    ["an empty Braille cell", "\u2800", invisible],
    ["an accent on nothing", "\u0301", invisible],
    ["two lines", "Ida\nHolm", severalLines],
    ["a line separator", "Ida\u2028Holm", severalLines],
    ["a control character", "Ida\u0007Holm", severalLines],
    ["what turns the reading direction round", "Ida \u202emloH", severalLines],
    ["201 characters", "x".repeat(201), "The name is too long: at most 200 characters."],
    ["a number", 41, expect.any(String)],
  ])("%s", (_, name, expected) => expect(read(name)).toEqual(expected));

  it("is held to the same as an alias and when it is changed", () => {
    const alias = { id, articleId: null };
    expect(addAlias.body.safeParse({ ...alias, text: "the ministry" }).success).toBe(true);
    expect(addAlias.body.safeParse({ ...alias, text: "\u200b" }).success).toBe(false);
    expect(addAlias.body.safeParse({ ...alias, text: "x".repeat(201) }).success).toBe(false);
    expect(editSource.body.safeParse({ version: 1, name: "\u200b" }).success).toBe(false);
  });
});

describe("what else is known of a source", () => {
  it.each<[string, Record<string, unknown>, unknown]>([
    ["a role", { role: " head of the port " }, { role: "head of the port" }],
    ["no role", { role: null }, { role: null }],
    ["an empty role", { role: "" }, null],
    ["a role in two lines", { role: "head\nof the port" }, null],
    ["a note in several lines", { note: "One.\n\nTwo." }, { note: "One.\n\nTwo." }],
    ["an empty note, which is none", { note: "  " }, { note: null }],
    ["2,000 characters of note", { note: "x".repeat(2000) }, { note: "x".repeat(2000) }],
    ["more than that", { note: "x".repeat(2001) }, null],
    ["a stake in the matter", { isParty: true }, { isParty: true }],
    ["a kind", { kind: "anonymousGroup" }, { kind: "anonymousGroup" }],
    ["a kind that there is not", { kind: "bot" }, null],
    ["nothing at all", {}, {}],
    ["what is not a part of it", { mergedInto: id }, null],
  ])("%s", (_, change, expected) => {
    const parsed = editSource.body.safeParse({ version: 1, ...change });
    const { version: _version, ...kept } = parsed.data ?? { version: 1 };
    expect(parsed.success ? kept : null).toEqual(expected);
  });

  it("needs a version that there can be", () => {
    for (const version of [0, -1, 1.5, "1", undefined])
      expect(editSource.body.safeParse({ version }).success).toBe(false);
  });
});

it.each([
  ["", {}],
  [" Ida ", { q: "Ida" }],
  ["x".repeat(200), { q: "x".repeat(200) }],
  ["x".repeat(10_000), null],
])("searches for what may be a name", (typed, wanted) => {
  expect(searchFor(typed)).toEqual(wanted);
  expect(searchSources.query.safeParse(wanted ?? {}).success).toBe(true);
});
