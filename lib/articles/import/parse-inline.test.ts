import { describe, expect, it } from "vitest";
import { findInlineMarks } from "./parse-inline";

function words(text: string, ...labels: string[]): string {
  let kept = "";
  let at = 0;
  for (const { start, end } of findInlineMarks(text, new Set(labels)).marks) {
    kept += text.slice(at, start);
    at = end;
  }
  return kept + text.slice(at);
}

describe("findInlineMarks leaves the words of", () => {
  it.each([
    ["a *b* c", "a b c"],
    ["a **b c** d", "a b c d"],
    ["***a** b*", "a b"],
    ["**By Kit** and _Ana_, ~~both~~", "By Kit and Ana, both"],
    ["un*frigging*believable", "unfriggingbelievable"],
    ["*(a)*, “*b*”", "(a), “b”"],
    ["über *öl*", "über öl"],
    ["*a\nb* c", "a\nb c"],
    ["`a * b` and ``c ` d``", "a * b and c ` d"],
    ["\\*no emphasis\\* and \\[no link\\](x)", "*no emphasis* and [no link](x)"],
    ["a hard \\\nbreak\\", "a hard \nbreak"],
    ["an audit [seen by *us*](https://example.org/a_(b)_c 'Its title') says", "an audit seen by us says"],
    ["[a](<b c>)[d]()", "ad"],
    ["[a][One] [One] [one][]", "a One one", "one"],
    ["![A quay](quay.jpg) here", "A quay here"],
    ["[![A quay](quay.jpg)](https://example.org)", "A quay"],
    ["<https://example.org/a_b_c> and <ana@example.org>", "https://example.org/a_b_c and ana@example.org"],
    ["a note[^1] and another[^two]", "a note[1] and another[two]"],
  ])("%j", (text, expected, ...labels) => {
    expect(words(text, ...labels)).toBe(expected);
  });
});

describe("findInlineMarks takes for words", () => {
  it.each([
    "5 * 3 * 2, and 3*4*5",
    "snake_case_names and __init",
    "f*** you, he said, and s***",
    "** not ** open",
    "a *b and c",
    "a ~ b ~ c and ~d~",
    "[no target] and [no label][here]",
    "[a] (b)",
    "[a](b c)",
    "`open code",
    "<b>HTML</b> stays, a < b > c",
    "what? [sic] he [the mayor] said",
    "C:\\Users\\ana",
  ])("%j", (text) => {
    expect(words(text)).toBe(text);
  });
});

it.each([
  ["*all of it*", true],
  ["**_all_ of it, and more**", true],
  ["*one* and *two*", false],
  ["*all* but the end", false],
])("tells whether emphasis holds all: %j", (text, expected) => {
  expect(findInlineMarks(text, new Set()).emphasised).toBe(expected);
});

it("takes no time that grows with the square", () => {
  for (const run of [
    "*a",
    "_a ",
    "[",
    "]",
    "![",
    "](",
    "[a](",
    "`",
    "`` ` ",
    "<http://",
    "\\",
    "**a _b ",
    "[^",
    "a*",
  ]) {
    const begun = performance.now();
    findInlineMarks(run.repeat(200_000), new Set(["a"]));
    // A tenth of a second on a machine that is free; what grows with the square takes minutes.
    expect([run, performance.now() - begun < 5_000]).toEqual([run, true]);
  }
}, 60_000);
