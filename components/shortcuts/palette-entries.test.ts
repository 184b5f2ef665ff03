import { expect, it } from "vitest";
import { groupsFor } from "./palette-entries";

const nothing = { articles: [], sources: [], people: [] };
const article = "/articles/0b4c0d9e-1f61-4c52-9d0a-0a6a5d7c9f11";

function labels(address: string, query: string) {
  const page = { table: {}, address, workspaceId: undefined, canImport: false };
  return groupsFor(page, nothing, query).flatMap(({ entries }) =>
    entries.map((one) => [one.label, one.does]),
  );
}

it("offers in an article what has no key, and its plain text", () => {
  const run = { run: expect.any(Function) };
  expect(labels(article, "suggestions")).toEqual([["Show or hide suggestions", run]]);
  expect(labels(article, "its words")).toEqual([["Add a passage by its words", run]]);
  expect(labels(article, "plain")).toEqual([["Plain text", { go: `${article}/plain` }]]);
});

it.each(["/", `${article}/claims`, `${article}/plain`])("offers none of it on %s", (address) => {
  expect(["suggestions", "its words", "plain"].flatMap((query) => labels(address, query))).toEqual([]);
});
