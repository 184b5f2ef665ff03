import { describe, expect, it } from "vitest";
import { ownPath } from "./own-path";

const origin = "https://sayso.example.org";

const own = [
  ["/", "/"],
  ["/articles/1?passage=2#c-3", "/articles/1?passage=2#c-3"],
  ["/a/../b", "/b"],
  ["https://sayso.example.org/articles/1", "/articles/1"],
  ["/search?next=https://evil.example", "/search?next=https://evil.example"],
] as const;

const foreign = [
  undefined,
  null,
  42,
  "",
  "articles",
  "https://evil.example",
  "https://evil.example/articles",
  "http://sayso.example.org/",
  "https://sayso.example.org",
  "https://sayso.example.org.evil.example/",
  "https://sayso.example.org@evil.example/",
  "https://sayso.example.org:444/",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "\\/evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r/evil.example",
  " //evil.example",
  " /articles",
  "/\u0000/evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/a/..//evil.example",
  "/%2e//evil.example",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "data:text/html,x",
  "http:evil.example",
  "https:/evil.example",
  "https:evil.example",
  "file:///etc/passwd",
  "@evil.example",
  "?next=x",
  "#x",
  `/${"a".repeat(3_000)}`,
];

describe("ownPath", () => {
  it.each(own)("keeps %s", (wanted, path) => {
    expect(ownPath(wanted, origin)).toBe(path);
  });

  it.each(foreign.map((one) => [one]))("turns %j into the front page", (wanted) => {
    expect(ownPath(wanted, origin)).toBe("/");
  });

  it("always gives an address of our own", () => {
    for (const wanted of foreign) {
      expect(new URL(ownPath(wanted, origin), origin).origin).toBe(origin);
    }
  });
});
