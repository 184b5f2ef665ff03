import { expect, it } from "vitest";
import type { BlockRole } from "@/lib/articles/document-schema";
import { blockShape, foldSummary } from "./block-shape";

const cases: [string, BlockRole[]][] = [
  ["Folded: about the author", ["bio", "bio"]],
  ["Folded: a notice of the site", ["boilerplate"]],
  ["Folded: notices of the site, 3 lines", ["boilerplate", "boilerplate", "boilerplate"]],
  ["Folded: about the author, and a notice of the site", ["bio", "boilerplate"]],
  ["Folded: about the author, and notices of the site, 2 lines", ["boilerplate", "bio", "boilerplate"]],
];

it.each(cases)("%s", (summary, roles) => {
  expect(foldSummary(roles)).toBe(summary);
});

it("hangs a quotation mark that opens a block, and no other", () => {
  const hanging = ["“We lost”", '"We lost"', "„Wir", "«Nous", "‘We", "We lost “two”", "- We", ""];
  expect(hanging.filter((words) => blockShape("body", words).className.includes("hangs"))).toEqual(
    hanging.slice(0, 5),
  );
});
