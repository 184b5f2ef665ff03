import { describe, expect, it } from "vitest";
import { detect } from "./detect";
import { mostNames } from "./nearest-names";
import { groups } from "./test-sentences";

function found(text: string): string[] {
  return detect(text).map((one) => `${one.speaker?.text ?? "-"} > ${one.quoteText}`);
}

for (const [name, cases] of Object.entries(groups)) {
  describe(name, () => {
    it.each(cases)("%s", (text, ...expected) => {
      expect(found(text)).toEqual(expected);
    });
  });
}

describe("blocks", () => {
  const text = "“The bridge is safe,” Anna Berg said.";

  it.each(["caption", "credit", "byline", "bio", "boilerplate"] as const)(
    "suggests nothing in a %s",
    (role) => {
      expect(detect(text, [{ start: 0, end: text.length, role }])).toEqual([]);
    },
  );

  it.each(["title", "dek", "body", "quote"] as const)("suggests in a %s", (role) => {
    expect(detect(text, [{ start: 0, end: text.length, role }])).toHaveLength(1);
  });

  it.each([
    `Photo: ${"“The bridge is safe,” Anna Berg said. ".repeat(6)}`,
    "Foto: “The bridge is safe,” Anna Berg said. / Ida Holm, NTB",
  ])("takes a line for a caption that begins so: %s", (line) => {
    expect(detect(`The pumps\n\n${line}`)).toEqual([]);
    expect(detect(`The pumps\n\n${text}`)).toHaveLength(1);
  });

  it("reads a block quotation without marks, and its signature", () => {
    const body = "The mayor left one message:\n\nStay at home. The water is high.\n\nStay calm. — Anna Berg";
    const blocks = [
      { start: 0, end: 27, role: "body" as const },
      { start: 29, end: 61, role: "quote" as const },
      { start: 63, end: body.length, role: "quote" as const },
    ];
    expect(detect(body, blocks).map((one) => `${one.speaker?.text} > ${one.quoteText}`)).toEqual([
      "The mayor > Stay at home. The water is high.",
      "Anna Berg > Stay calm.",
    ]);
  });
});

describe("a suggestion", () => {
  it("says all there is to say", () => {
    const text = "Mayor Anna Berg denied that the bridge was “unsafe.”";
    expect(detect(text)).toEqual([
      {
        start: 23,
        end: 52,
        kind: "mixed",
        contentSpans: [{ start: 23, end: 52 }],
        quotedSpans: [{ start: 43, end: 52 }],
        quoteText: "that the bridge was “unsafe.”",
        speaker: {
          text: "Mayor Anna Berg",
          start: 0,
          end: 15,
          resolvedTo: "Anna Berg",
          entityKind: "person",
          names: ["Mayor Anna Berg"],
        },
        cue: {
          text: "denied",
          start: 16,
          end: 22,
          class: "denying",
          polarity: "negative",
          channel: "unknown",
        },
        parent: null,
        rule: "The speaker and the verb stand before the words.",
        confidence: 0.95,
      },
    ]);
  });

  it("is doubtful where it goes to whom the sentence before is about", () => {
    const text = "“The mill is sound,” said Eva Holm. John Lund shook his head. “The roof leaks.”";
    expect(detect(text).map((one) => one.confidence)).toEqual([0.95, 0.55]);
  });

  it.each([
    ["“Yes,” Berg said.", "direct"],
    ["Berg said it was “bad.”", "mixed"],
    ["Berg said it was bad.", "indirect"],
    ["“It was bad,” Berg said, “and it is worse.”", "direct"],
  ])("%s is %s", (text, kind) => {
    expect(detect(text)[0]?.kind).toBe(kind);
  });

  it.each([
    ["Berg said it was bad.", "positive"],
    ["Berg does not think it was bad.", "negative"],
    ["Berg denied it was bad.", "negative"],
    ["Berg does not doubt that it was bad.", "positive"],
  ])("%s has a %s cue", (text, polarity) => {
    expect(detect(text)[0]?.cue?.polarity).toBe(polarity);
  });
});

function many(length: number, write: (i: number) => string, between = " "): string {
  return Array.from({ length }, (_, i) => write(i)).join(between);
}

/** A name of its own for each number: "Xaa", "Xab". */
function letters(i: number): string {
  return `X${String.fromCharCode(97 + (Math.floor(i / 26) % 26), 97 + (i % 26))}`;
}

describe("any text", () => {
  const sample =
    "Mayor: ‘No’\n\n“We, the “people,” — said Berg, who’d said: 'no', (he said) “that it ... said that, said.\n\nAccording to, according to Berg, said “said” 😀 said.";

  it("is read without an error wherever it is cut, and all offsets lie in it", () => {
    for (let from = 0; from < sample.length; from++) {
      const text = sample.slice(from);
      for (const one of detect(text)) {
        for (const span of [...one.contentSpans, one.speaker, one.cue]) {
          if (span) expect(span.start >= 0 && span.start < span.end && span.end <= text.length).toBe(true);
        }
      }
    }
  });

  it.each([
    ["marks", "“a 'b \"c ".repeat(20_000)],
    ["verbs without end", "said ".repeat(20_000)],
    ["space", `${" ".repeat(100_000)}x`],
    ["names", "Anna Berg, ".repeat(20_000)],
    ["many speakers", many(1500, (i) => `Group ${i} said that it rained.`, "\n\n")],
    ["people whom she may be", many(400, (i) => `The x${i} nurse left. She said it rained.`)],
    ["descriptions", many(1500, (i) => `A x${i} office closed. The x${i} company said it rained.`)],
    ["titles", many(12_000, (i) => `Mr. ${letters(i % 676)}${letters(Math.floor(i / 676))} said it rained.`)],
    ["names by roles", many(1500, (i) => `X${i} Berg, a nurse, left. The nurse said it rained.`)],
  ])("comes to an end with too much of %s", { timeout: 10_000 }, (_name, text) => {
    expect(detect(text)).toBeInstanceOf(Array);
  });

  it.each([
    ["board", many(500, (i) => `Norway Board ${i} X said it rained. The NBX said it snowed.`)],
    ["mayor", many(500, (i) => `Mayor ${letters(i)} Anna Berg said it rained. It snowed, Berg said.`)],
  ])("tells of a %s with very many names the nearest only", (_name, text) => {
    const all = detect(`The pumps\n\n${text}`);
    const named = all.map(({ speaker }) => speaker?.names ?? []);
    expect(new Set(named.flat()).size).toBeGreaterThan(400);
    expect(Math.max(...named.map((names) => names.length))).toBe(mostNames);
    expect(JSON.stringify(all).length).toBeLessThan(text.length * 25);
    for (const { speaker } of all.slice(20, 40))
      expect(speaker?.text.replace("The ", "")).toBe(speaker?.names[0]);
  });

  it("gives the same suggestions twice, in reading order", () => {
    const all = detect(sample);
    expect(detect(sample)).toEqual(all);
    expect(all.map((one) => one.start)).toEqual(all.map((one) => one.start).toSorted((a, b) => a - b));
  });
});
