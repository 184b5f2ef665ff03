import { describe, expect, test } from "vitest";
import { type PickStep, pickSentence, stepPick } from "./pick-sentence";

const text =
  "The dam held. Mr. Okoro said it would.\n\nNobody asked him why! “We were told,” said Ruiz 👩‍👩‍👧 later.";

function words(span: { start: number; end: number } | null): string | null {
  return span && text.slice(span.start, span.end);
}

describe("pickSentence", () => {
  test.each([
    [0, "The dam held."],
    [5, "The dam held."],
    [13, "The dam held."],
    [20, "Mr. Okoro said it would."],
    [text.indexOf("\n"), "Mr. Okoro said it would."],
    [text.indexOf("Nobody"), "Nobody asked him why!"],
    [text.length, "“We were told,” said Ruiz 👩‍👩‍👧 later."],
  ])("at %i picks %s", (offset, expected) => {
    expect(words(pickSentence(text, offset, "en"))).toBe(expected);
  });

  test("finds nothing in an empty text", () => {
    expect(pickSentence("", 0, "en")).toBeNull();
  });
});

describe("stepPick", () => {
  const cases: [string, PickStep[], string][] = [
    ["The dam held.", ["next"], "Mr. Okoro said it would."],
    ["The dam held.", ["next", "next"], "Nobody asked him why!"],
    ["Nobody asked him why!", ["previous"], "Mr. Okoro said it would."],
    ["The dam held.", ["previous"], "The dam held."],
    ["The dam held.", ["widen"], "The dam held. Mr. Okoro said it would."],
    ["The dam held.", ["widen", "widen"], "The dam held. Mr. Okoro said it would.\n\nNobody asked him why!"],
    ["The dam held.", ["widen", "widen", "narrow", "narrow"], "The dam held."],
    ["The dam held.", ["narrow"], "The dam held."],
    ["The dam held.", ["end-forward"], "The dam held. Mr"],
    ["The dam held.", ["end-back"], "The dam"],
    ["The dam held.", ["end-back", "end-back", "end-back"], "The"],
    ["The dam held.", ["end-back", "widen"], "The dam held."],
    ["Mr. Okoro said it would.", ["start-forward"], "Okoro said it would."],
    ["Mr. Okoro said it would.", ["start-back"], "held. Mr. Okoro said it would."],
    ["Mr. Okoro said it would.", ["start-forward", "previous"], "Mr. Okoro said it would."],
    ["Nobody asked him why!", ["start-back"], "would.\n\nNobody asked him why!"],
    ["“We were told,” said Ruiz 👩‍👩‍👧 later.", ["next"], "“We were told,” said Ruiz 👩‍👩‍👧 later."],
    ["“We were told,” said Ruiz 👩‍👩‍👧 later.", ["end-back"], "“We were told,” said Ruiz 👩‍👩‍👧"],
  ];
  test.each(cases)("%s after %j is %s", (from, taken, expected) => {
    const start = text.indexOf(from);
    let pick = { start, end: start + from.length };
    for (const step of taken) pick = stepPick(text, pick, step, "en");
    expect(words(pick)).toBe(expected);
  });

  test("returns the same pick when there is nowhere to go", () => {
    const pick = { start: 0, end: 13 };
    expect(stepPick(text, pick, "previous", "en")).toBe(pick);
  });
});
