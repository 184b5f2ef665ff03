import { describe, expect, it } from "vitest";
import { mask } from "./clean-body";

describe("mask", () => {
  it.each([
    ["ask ana.lima+desk@paper.example, please", "ask (e-mail address), please"],
    ["<ida@hafen.köln>", "<(e-mail address)>"],
    ["https://social.example/@ida.holm and @ida", "https://social.example/@ida.holm and @ida"],
    ["3 @ 4.50", "3 @ 4.50"],
  ])("%s", (given, masked) => expect(mask(given)).toBe(masked));

  it("reads a long text without an address in a moment", () => {
    const before = performance.now();
    mask("a".repeat(20_000));
    mask(`${"a@".repeat(10_000)}`);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
