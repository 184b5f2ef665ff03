import { describe, expect, it } from "vitest";
import { blocksOf, placeOf } from "@/lib/discussion/test-views";
import { guessDirectness } from "./guess-directness";

const { text, blocks } = blocksOf([
  ["body", "“We lost two winters,” Ida Holm said. Boats “in good repair” had left, she said."],
  ["body", "'Sign and sail', they were told. The crews' tests stopped."],
  ["body", "“It was not recorded,” Okell said. “The reason is unknown."],
  ["body", "“And nobody asked.”"],
  ["body", "Okell said that the test — “…” — was dropped."],
]);

describe("guessDirectness", () => {
  it.each([
    ["all between the marks", "“We lost two winters,”", "direct"],
    ["without its marks", "lost two winters", "direct"],
    ["with one of its marks", "We lost two winters,”", "direct"],
    ["some of it quoted", "Boats “in good repair” had left", "mixed"],
    ["a quotation and who said it", "“We lost two winters,” Ida Holm said.", "mixed"],
    [
      "two quotations and what stands between",
      "“We lost two winters,” Ida Holm said. Boats “in good",
      "mixed",
    ],
    ["beside quotations", "Ida Holm said. Boats", "indirect"],
    ["nothing of a quotation but its mark", "Ida Holm said. Boats “", "indirect"],
    ["single marks", "'Sign and sail'", "direct"],
    ["an apostrophe", "The crews' tests stopped", "indirect"],
    ["a quotation that is never closed", "The reason is unknown.", "direct"],
    [
      "over the border of two blocks: the first decides",
      "“The reason is unknown.\n\n“And nobody asked.”",
      "direct",
    ],
    ["marks around no words", "the test — “…” — was dropped", "indirect"],
  ])("%s: “%s” is %s", (_, words, directness) => {
    const passage = placeOf(text, words);
    const block = blocks.find((one) => passage.start < one.end);
    expect(block && guessDirectness(text, passage, block)).toBe(directness);
  });
});
