import { expect, it } from "vitest";
import { completeAddress } from "./complete-address";

it.each([
  ["example.org", "https://example.org"],
  [" www.example.org/a?b=c#d ", "https://www.example.org/a?b=c#d"],
  ["bücher.example:8080/a", "https://bücher.example:8080/a"],
  ["http://example.org", "http://example.org"],
  ["https://example.org/a.b", "https://example.org/a.b"],
  ["javascript:alert(1)", "javascript:alert(1)"],
  ["desk@example.org", "desk@example.org"],
  ["no address", "no address"],
  ["page", "page"],
  ["", ""],
])("%j becomes %j", (typed, address) => {
  expect(completeAddress(typed)).toBe(address);
});
