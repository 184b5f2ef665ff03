import { describe, expect, it } from "vitest";
import { unnamedWords } from "@/lib/attributions/describe-attribution";
import { detect } from "./detect";
import { type OwnText, ownTexts } from "./test-own-texts";

/** What every suggestion says, and where that is not so what is: "right", "nobody named", or the two sources. */
function judge({ text, said }: OwnText): string[] {
  return detect(text).map(({ quoteText, speaker }) => {
    const [, source] = said.find(([words]) => quoteText.startsWith(words)) ?? [];
    const isNobody = !speaker || speaker.resolvedTo === unnamedWords;
    if (source === undefined) return `no attribution: ${quoteText}`;
    if (isNobody) return source === "-" ? "right" : "nobody named";
    return speaker.resolvedTo === source ? "right" : `${speaker.resolvedTo}, not ${source}: ${quoteText}`;
  });
}

describe("news of many styles", () => {
  it.each(ownTexts)("puts no words into a wrong mouth: $name", (given) => {
    expect(judge(given).filter((one) => one !== "right" && one !== "nobody named")).toEqual([]);
  });

  it("leaves few open that a reader could tell", () => {
    const all = ownTexts.flatMap(judge);
    const open = all.filter((one) => one === "nobody named");
    expect(open.length / all.length).toBeLessThan(0.1);
    const wanted = ownTexts.flatMap((one) => one.said);
    expect(all.length / wanted.length).toBeGreaterThan(0.9);
  });
});
