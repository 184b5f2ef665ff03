import { describe, expect, it } from "vitest";
import { type Decoded, decodeText, describeUndecoded } from "./decode";

const sentence = "Zoë said: “naïve — no”.\r\nThen 😀 left.\n";
const western = "Ein Café in Köln: „genug“ – sagt Zoë.\r\n";

function utf8(text: string): number[] {
  return Array.from(new TextEncoder().encode(text));
}

function utf16(text: string, order: "le" | "be"): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((unit) =>
    order === "le" ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
  );
}

const windows1252: Record<string, number> = { "„": 0x84, "“": 0x93, "–": 0x96 };

function singleBytes(text: string): number[] {
  return Array.from(text, (letter) => windows1252[letter] ?? letter.charCodeAt(0));
}

describe("reads", () => {
  const cases: [string, number[], Decoded][] = [
    ["UTF-8", utf8(sentence), { ok: true, text: sentence, encoding: "utf-8" }],
    [
      "UTF-8 with its mark",
      [0xef, 0xbb, 0xbf, ...utf8(sentence)],
      { ok: true, text: sentence, encoding: "utf-8" },
    ],
    [
      "UTF-16 LE with its mark",
      [0xff, 0xfe, ...utf16(sentence, "le")],
      { ok: true, text: sentence, encoding: "utf-16le" },
    ],
    [
      "UTF-16 BE with its mark",
      [0xfe, 0xff, ...utf16(sentence, "be")],
      { ok: true, text: sentence, encoding: "utf-16be" },
    ],
    ["UTF-16 LE without a mark", utf16(sentence, "le"), { ok: true, text: sentence, encoding: "utf-16le" }],
    ["UTF-16 BE without a mark", utf16(sentence, "be"), { ok: true, text: sentence, encoding: "utf-16be" }],
    [
      "Russian UTF-16 LE without a mark",
      utf16("Он сказал: да, мы пойдём туда.\r\n", "le"),
      { ok: true, text: "Он сказал: да, мы пойдём туда.\r\n", encoding: "utf-16le" },
    ],
    ["windows-1252", singleBytes(western), { ok: true, text: western, encoding: "windows-1252" }],
    [
      "Latin-1",
      singleBytes("déjà vu à Genève"),
      { ok: true, text: "déjà vu à Genève", encoding: "windows-1252" },
    ],
    ["an empty file", [], { ok: true, text: "", encoding: "utf-8" }],
    ["a lone carriage return", utf8("a\rb"), { ok: true, text: "a\rb", encoding: "utf-8" }],
    [
      "a form feed and a single stray control character in a long text",
      utf8(`${"word ".repeat(50)}\f\u0007`),
      { ok: true, text: `${"word ".repeat(50)}\f\u0007`, encoding: "utf-8" },
    ],
  ];
  it.each(cases)("%s", (_name, bytes, expected) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual(expected);
  });
});

describe("refuses", () => {
  it.each([
    ["a PDF", utf8("%PDF-1.7 words"), "binary"],
    ["a Word file", [0x50, 0x4b, 3, 4, 20, 0, 6, 0], "binary"],
    ["rich text", utf8("{\\rtf1 words}"), "binary"],
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], "binary"],
    ["text with a null character", utf8("some\u0000 text here"), "binary"],
    ["many control characters", [1, 2, 3, 4, 5, 65, 66], "binary"],
    ["UTF-8 that breaks off under its mark", [0xef, 0xbb, 0xbf, 65, 0xc3], "undecodable"],
    ["UTF-16 with half a character", [0xff, 0xfe, 65, 0, 0x3d, 0xd8], "undecodable"],
    ["UTF-16 of an odd length", [0xff, 0xfe, 65, 0, 66], "undecodable"],
    ["bytes that no Western text has", [65, 0x81, 66, 67, 68, 69], "undecodable"],
    ["Russian in an old encoding", [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 32, 0xec, 0xe8, 0xf0], "undecodable"],
  ])("%s", (_name, bytes, reason) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ ok: false, reason });
  });

  it("with a sentence that says what to do", () => {
    expect(describeUndecoded("binary")).toContain("paste");
    expect(describeUndecoded("undecodable")).toContain("UTF-8");
  });
});
