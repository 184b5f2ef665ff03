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
  ["www.x.example/tender 2023", "https://www.x.example/tender%202023"],
  ["https://x.example/a b?c=d e#f g", "https://x.example/a%20b?c=d%20e#f%20g"],
  ["https://x.example/a\nb", "https://x.example/ab"],
  ["no address", "no address"],
  ["page", "page"],
  ["", ""],
])("%j becomes %j", (typed, address) => {
  expect(completeAddress(typed)).toBe(address);
});
