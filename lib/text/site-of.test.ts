import { expect, it } from "vitest";
import { siteOf } from "./site-of";

it.each([
  ["https://www.bbc.co.uk/news/1", "bbc.co.uk"],
  ["http://NEWS.bbc.co.uk", "bbc.co.uk"],
  ["https://example.org:8080/a?b#c", "example.org"],
  ["https://one.blogspot.com/", "one.blogspot.com"],
  ["https://two.blogspot.com/", "two.blogspot.com"],
  ["http://127.0.0.1/page", "127.0.0.1"],
  ["http://intranet/page", "intranet"],
  ["https://bücher.example/", "xn--bcher-kva.example"],
  ["mailto:ida@example.org", null],
  ["example.org", null],
  ["", null],
  [null, null],
])("%s belongs to %s", (address, site) => {
  expect(siteOf(address)).toBe(site);
});
