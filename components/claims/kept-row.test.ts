import { expect, it } from "vitest";
import { leftClaims } from "./kept-row";

const origin = "https://sayso.example.org";

it.each([
  [`${origin}/articles/a1/claims?sort=so&state=split`, "/articles/a1/claims?sort=so&state=split"],
  [`${origin}/articles/a1/claims`, "/articles/a1/claims"],
  [`${origin}/articles/a2/claims`, null],
  [`${origin}/articles/a1`, null],
  ["https://elsewhere.example.org/articles/a1/claims", null],
  ["", null],
])("from %s the way back is %s", (referrer, back) => {
  expect(leftClaims("a1", referrer, origin)).toBe(back);
});
