import { expect, it } from "vitest";
import { searchPatterns } from "./search-patterns";

it.each([
  ["more harbour", ["more", "harbour"]],
  ["Mayor’s", ["Mayor_s"]],
  ["Mayor's", ["Mayor_s"]],
  ["“We measured”", ["We", "measured"]],
  ["'«well-known» –", ["well_known"]],
  ["100%", ["100\\%"]],
  ["r_b \\", ["r\\_b", "\\\\"]],
  [" – ” ", []],
  ["", []],
])("%j is looked for as %j", (query, patterns) => {
  expect(searchPatterns(query)).toEqual(patterns);
});
