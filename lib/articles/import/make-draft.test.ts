import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { documentSchema } from "@/lib/articles/document-schema";
import { toDocument } from "@/lib/articles/plain-text";
import { createArticle } from "@/lib/articles/schema";
import { withoutWhiteSpace } from "@/lib/text/white-space";
import { coversOriginal } from "./block-text";
import { type ArticleDraft, makeDraft } from "./make-draft";
import { describeTextRefusal, mostBytes } from "./refuse-text";
import { expected } from "./test-texts/expected";

function readText(file: string): string {
  return readFileSync(fileURLToPath(new URL(`test-texts/${file}`, import.meta.url)), "utf8");
}

function draftOf(text: string, format: "text" | "markdown" = "text"): ArticleDraft {
  const result = makeDraft(text, format);
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.draft;
}

describe.each(expected)("$file", ({ file, blocks, metadata }) => {
  const format = file.endsWith(".md") ? "markdown" : "text";
  const original = readText(file);
  const draft = draftOf(original, format);

  it("has these blocks in these roles", () => {
    expect(draft.blocks.map(({ role, text }) => `${role}: ${text.slice(0, 34).trim()}`)).toEqual(blocks);
  });

  it("tells this about itself", () => {
    const title = draft.blocks.find(({ role }) => role === "title")?.text ?? null;
    expect(
      Object.fromEntries(Object.entries(draft.metadata).map(([key, one]) => [key, one?.value ?? null])),
    ).toEqual({
      ...metadata,
      title,
    });
  });

  it("gives a reason for each role", () => {
    expect(draft.blocks.filter(({ why }) => !why.endsWith("."))).toEqual([]);
  });

  it("keeps every character and makes a valid document", () => {
    expect(coversOriginal(original, draft.blocks)).toBe(true);
    expect(documentSchema.safeParse(toDocument(draft.blocks)).success).toBe(true);
    if (format === "markdown") return;
    const kept = draft.blocks.map(({ text }) => withoutWhiteSpace(text)).join("");
    expect(kept).toBe(withoutWhiteSpace(original));
  });

  it("is the same with other line ends and with blank lines round it", () => {
    const shape = (text: string) =>
      draftOf(text, format).blocks.map(({ role, text: words }) => [role, words]);
    const lines = original.replace(/\r\n/g, "\n");
    expect(shape(lines.replace(/\n/g, "\r\n"))).toEqual(shape(lines));
    expect(shape(lines.replace(/\n/g, "\r"))).toEqual(shape(lines));
    if (format === "text") expect(shape(`\n \n${lines}\n\t\n`)).toEqual(shape(lines));
  });
});

const shared = [process.env.SAYSO_SHARED, "../shared", "../../shared"].find(
  (folder) => folder && existsSync(`${folder}/articles/russian-draft-dodgers.txt`),
);

describe.skipIf(!shared)(
  `the article that started it${shared ? "" : " (skipped: ../shared is not there)"}`,
  () => {
    const original = shared ? readFileSync(`${shared}/articles/russian-draft-dodgers.txt`, "utf8") : "";
    const result = makeDraft(original, "text");
    const draft: ArticleDraft | null = result.ok ? result.draft : null;
    const blocks = draft?.blocks ?? [];
    const having = (role: string) => blocks.filter((block) => block.role === role);

    it("has a title, a dek, one caption with its credit apart and thirteen paragraphs", () => {
      expect(["title", "dek", "caption", "credit", "body"].map((role) => having(role).length)).toEqual([
        1, 1, 1, 1, 13,
      ]);
      expect(having("title")[0]?.text).toMatch(/^Russian Draft Dodgers/);
      expect(having("dek")[0]?.text).toMatch(/^Russian nationals/);
      expect(having("caption")[0]?.text).toMatch(/^The Russian Foreign Ministry building.*countries\.\.\.$/);
      expect(having("credit")[0]?.text).toBe("Alexander NEMENOV/AFP via Getty Images");
    });

    it("marks the repeated sentence and folds bio, notice and both lists", () => {
      const repeated = blocks.filter(({ text }) => text.startsWith("Newsweek is committed"));
      expect(repeated.map(({ role }) => role)).toEqual(["boilerplate", "boilerplate"]);
      const [first, second] = repeated;
      expect(first?.duplicateOf).toBeNull();
      expect(second?.duplicateOf).toBe(first && blocks.indexOf(first));
      const lastParagraph = blocks.findLastIndex(({ role }) => role === "body");
      const after = blocks.slice(lastParagraph + 1);
      expect(after).toHaveLength(17);
      expect(after.every(({ role }) => role === "bio" || role === "boilerplate")).toBe(true);
      expect(having("bio").map(({ text }) => text.slice(0, 10))).toEqual(["About the ", "Ellie Cook"]);
    });

    it("takes the author from the bio and asks for the date", () => {
      expect(draft?.metadata.author?.value).toBe("Ellie Cook");
      expect(draft?.metadata.language?.value).toBe("en");
      expect(draft?.metadata.publishedAt).toBeNull();
    });

    it("keeps every character", () => {
      expect(blocks.map(({ text }) => withoutWhiteSpace(text)).join("")).toBe(withoutWhiteSpace(original));
    });
  },
);

describe("refuses", () => {
  it.each([
    ["nothing", "", "empty"],
    ["white space", " \n\t\r\n\u00a0", "onlyWhiteSpace"],
    ["only what cannot be seen", "\ufeff\u200b\n\u200d", "onlyWhiteSpace"],
    ["an address", " https://paper.example/harbour-bridge?from=home\n", "onlyAddress"],
    ["an address without its beginning", "www.paper.example/harbour", "onlyAddress"],
    [
      "a whole page's source",
      "<!-- saved -->\n<!DOCTYPE html><html><title>Bridge</title></html>",
      "pageSource",
    ],
    ["a part's source", '\n<div class="story">\n<p>The bridge will close.</p>\n</div>\n', "pageSource"],
    ["a title alone", "Harbour Bridge to Close", "titleAlone"],
    ["a title with its byline", "Harbour Bridge to Close\n\nBy Ana Ruiz", "titleAlone"],
    ["too many letters", "a".repeat(mostBytes + 1), "tooLarge"],
    ["too many bytes in few letters", "я".repeat(mostBytes / 2 + 1), "tooLarge"],
    ["too many paragraphs", "a b c d\n".repeat(10_001), "tooManyBlocks"],
  ] as const)("%s", (_name, text, reason) => {
    expect(makeDraft(text, "text")).toEqual({ ok: false, reason });
    expect(describeTextRefusal(reason)).toMatch(/\.$/);
  });

  it("names the limit that a text is over", () => {
    expect(describeTextRefusal("tooManyBlocks")).toBe(
      "This text has more than 10,000 paragraphs. Import it in parts.",
    );
    const blocks = Array.from({ length: 10_001 }, (_, at) => ({
      start: at,
      end: at + 1,
      role: "body",
      duplicateOf: null,
    }));
    const asked = createArticle.body.shape.blocks.safeParse(blocks);
    expect(asked.error?.issues[0]?.message).toBe(describeTextRefusal("tooManyBlocks"));
  });

  it.each([
    "The <title> of a page and its </p> were read out on Monday, the court was told.",
    "<https://paper.example> was down on Sunday, its readers told the regulator.",
    "<b>Berlin</b> The bridge will close in October, its operator said on Monday.",
  ])("but takes %j, which only has marks of pages in it", (text) => {
    expect(makeDraft(text, "text").ok).toBe(true);
  });

  it("but takes one paragraph without a title", () => {
    const draft = draftOf("The ferry that left at dawn on Sunday carried eleven passengers and a piano.");
    expect(draft.blocks.map(({ role }) => role)).toEqual(["body"]);
    expect(draft.metadata.title).toBeNull();
  });
});

describe("odd texts", () => {
  it.each([
    [
      "zero-width characters on lines of their own",
      "\ufeff\nTitle of it\n\u200b\nSome words follow here.\n\u2060",
      "text",
    ],
    ["marks without words", "#\n\n>\n\n# Title\n\n>\n\nSome words follow here now.\n\n#", "markdown"],
    ["a divider first", "-----\n\nSome words follow here, and they are enough.", "text"],
    ["settings that never end", "---\ntitle: A\n\nSome words follow here, and they are enough.", "markdown"],
    ["only a list", "- one\n- two\n- three", "text"],
    ["lone carriage returns", "Title\r\rSome words follow here, and they are enough.", "text"],
    ["right-to-left", "العنوان هنا\n\nقال الوزير إن الجسر مغلق وإن الأعمال ستستمر سنة كاملة.", "text"],
    ["no spaces", "橋が閉鎖\n\n大臣は橋が閉鎖されたと述べ、工事は一年続くと語った。", "text"],
  ] as const)("%s keep every character", (_name, text, format) => {
    const draft = draftOf(text, format);
    expect(coversOriginal(text, draft.blocks)).toBe(true);
    expect(draft.blocks.every(({ text: words }) => words !== "")).toBe(true);
    expect(documentSchema.safeParse(toDocument(draft.blocks)).success).toBe(true);
  });

  it("are read in time, however they are made", () => {
    const hostile = [
      "A".repeat(500_000),
      "A a ".repeat(250_000),
      `${"By A, ".repeat(100_000)}`,
      "By A ".repeat(400_000),
      "*a".repeat(400_000),
      "|a".repeat(400_000),
      "([".repeat(300_000),
      "# ".repeat(300_000),
      "Photo: ".repeat(100_000),
      "a. ".repeat(300_000),
      `${"A.".repeat(200_000)} / AP`,
      // A pattern that ends in white space begins anew at each character of a run.
      ...[" ", "\u00a0", "\t", "\ufeff", "\ufeff ", ". ", " #", "> "].map(
        (run) => `a${run.repeat(300_000)}b`,
      ),
    ];
    for (const text of hostile) {
      const begun = performance.now();
      makeDraft(`Title\n\n${text}`, "text");
      makeDraft(`Title\n\n${text}`, "markdown");
      // Two seconds at most on a machine that is free; what grows with the square takes minutes.
      expect([text.slice(0, 8), performance.now() - begun < 10_000]).toEqual([text.slice(0, 8), true]);
    }
  }, 180_000);
});
