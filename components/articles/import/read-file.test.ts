import { describe, expect, it } from "vitest";
import { readTextFile } from "./read-file";

describe("readTextFile", () => {
  it.each([
    ["empty.txt", "", "There is no text in “empty.txt”."],
    ["blank.txt", " \n\t\r\n\u00a0", "There is no text in “blank.txt”."],
    ["only a mark.txt", "\ufeff", "There is no text in “only a mark.txt”."],
    ["unseen.md", "\u200b\n\u2060", "There is no text in “unseen.md”."],
    ["large.txt", "я".repeat(1_100_000), "This text is larger than 2 MB."],
    ["huge.txt", "x".repeat(4_300_000), "This file is larger than 2 MB of text."],
    ["scan.pdf", "%PDF-1.7", "“scan.pdf” is not a text file."],
  ])("refuses %s", async (name, content, message) => {
    const taken = await readTextFile(new File([content], name));
    expect(taken).toMatchObject({ ok: false, message: expect.stringContaining(message) });
  });

  it("reads a text, and by its name whether it is Markdown", async () => {
    const text = "# Title\n\nWords.";
    expect(await readTextFile(new File([text], "a.txt"))).toMatchObject({ ok: true, text, format: "text" });
    expect(await readTextFile(new File([text], "a.MD"))).toMatchObject({
      ok: true,
      text,
      format: "markdown",
    });
  });
});
