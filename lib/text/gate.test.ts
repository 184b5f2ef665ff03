import { describe, expect, it } from "vitest";
import { checkAllTexts, checkText, describeRefusal } from "./gate";

describe("checkText keeps as it is", () => {
  it.each([
    ["nothing", ""],
    ["plain words", "To be, or not"],
    ["an emoji family", "👩‍👩‍👧‍👦"],
    ["combining accents, not composed", "e\u0301a\u0308"],
    ["zero-width and direction characters", "a\u200b\u200d\u202eb\ufeff"],
    ["control characters other than null", "\u0001\u0007\u001b[31m\u007f"],
    ["line ends of all kinds", "a\r\nb\rc\nd\u2028e\u2029f\u0085g"],
    ["non-characters", "\ufffe\uffff\u{10ffff}"],
    ["private use", "\ue000\u{f0000}"],
  ])("%s", (_name, value) => {
    expect(checkText(value)).toEqual({ ok: true, value });
  });
});

describe("checkText refuses", () => {
  it.each([
    ["a null character", "ab\u0000", { reason: "nullCharacter", at: 2 }],
    ["a high surrogate at the end", "a\ud83d", { reason: "loneSurrogate", at: 1 }],
    ["a high surrogate before a letter", "\ud83dx", { reason: "loneSurrogate", at: 0 }],
    ["a low surrogate alone", "😀\ude00", { reason: "loneSurrogate", at: 2 }],
    ["surrogates the wrong way round", "\ude00\ud83d", { reason: "loneSurrogate", at: 0 }],
    ["two high surrogates before a low one", "\ud83d\ud83d\ude00", { reason: "loneSurrogate", at: 0 }],
  ])("%s", (_name, value, expected) => {
    expect(checkText(value)).toEqual({ ok: false, ...expected });
  });

  it("what is longer than the limit, counted in UTF-16 units", () => {
    expect(checkText("abc", { max: 3 }).ok).toBe(true);
    expect(checkText("abcd", { max: 3 })).toEqual({ ok: false, reason: "tooLong", max: 3 });
    expect(checkText("😀😀", { max: 3 }).ok).toBe(false);
  });

  it("with a sentence that says what to do", () => {
    const refused = checkText("\u0000");
    expect(refused.ok ? "" : describeRefusal(refused)).toContain("U+0000");
  });
});

describe("checkAllTexts", () => {
  it("passes a clean body", () => {
    expect(checkAllTexts({ a: "x", b: [1, null, true, { c: "y" }] })).toBeNull();
  });

  it.each([
    ["a string deep inside", { a: [{ b: "ok" }, { b: "\u0000" }] }, ["a", "1", "b"]],
    ["a key", { a: { "\ud800": 1 } }, ["a"]],
    ["the body itself", "\u0000", []],
  ])("finds %s", (_name, body, path) => {
    expect(checkAllTexts(body)?.path).toEqual(path);
  });

  it("counts the values of a body, however they are nested", () => {
    const body = { a: [1, { b: null }], c: {} };
    expect(checkAllTexts(body, { mostParts: 6 })).toBeNull();
    expect(checkAllTexts(body, { mostParts: 5 })?.refusal).toEqual({
      ok: false,
      reason: "tooManyParts",
      max: 5,
    });
  });

  it("looks at none of a list that is too long already", () => {
    const looked: string[] = [];
    const list = new Proxy(new Array(1_000), {
      get: (target, key) => {
        if (/^\d+$/.test(String(key))) looked.push(String(key));
        return Reflect.get(target, key);
      },
    });
    expect(checkAllTexts({ list }, { mostParts: 999 })?.refusal.reason).toBe("tooManyParts");
    expect(looked).toEqual([]);
  });

  it("survives a body nested deeper than the stack", () => {
    let body: unknown = "\u0000";
    for (let depth = 0; depth < 200_000; depth++) body = [body];
    expect(checkAllTexts(body)?.path).toHaveLength(200_000);
  });
});
