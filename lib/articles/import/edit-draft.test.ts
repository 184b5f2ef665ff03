import { describe, expect, it } from "vitest";
import { blockRoles } from "@/lib/articles/document-schema";
import { withoutWhiteSpace } from "@/lib/text/white-space";
import { coversOriginal, readSource } from "./block-text";
import { joinWithNext, setRole, splitBlock } from "./edit-draft";
import { type DraftBlock, makeDraft } from "./make-draft";

const original = [
  "A title with an emoji 👩‍👩‍👧‍👦 in it",
  "",
  "First paragraph,  with  two spaces \t and a tab. It has e\u0301 in it.",
  "",
  "Sign up for our weekly newsletter",
  "",
  "Second paragraph is here, and it is long enough.",
  "",
  "Sign up for our weekly newsletter",
].join("\n");

const source = readSource(original, "text");

function blocksOf(text: string, format: "text" | "markdown" = "text"): DraftBlock[] {
  const result = makeDraft(text, format);
  return result.ok ? result.draft.blocks : [];
}

function shape(blocks: DraftBlock[]): string[] {
  return blocks.map(({ role, text }) => `${role}: ${text}`);
}

describe("setRole", () => {
  it("changes one role and says that a person chose it", () => {
    const blocks = setRole(blocksOf(original), 1, "quote");
    expect(blocks[1]).toMatchObject({ role: "quote", why: "You chose this role." });
    expect(blocks[0]?.role).toBe("title");
  });
});

describe("the one title", () => {
  const at = (blocks: DraftBlock[]) => blocks.map(({ role }) => role);

  it("goes to the block chosen, from one above that becomes furniture and one below that becomes body", () => {
    const lower = setRole(blocksOf(original), 3, "title");
    expect(at(lower)).toEqual(["boilerplate", "body", "boilerplate", "title", "boilerplate"]);
    expect(lower[0]?.why).toBe("It stands above the title that you chose.");
    expect(at(setRole(lower, 1, "title"))).toEqual([
      "boilerplate",
      "title",
      "boilerplate",
      "body",
      "boilerplate",
    ]);
  });

  it("stays one when it is cut", () => {
    expect(at(splitBlock(source, blocksOf(original), 0, 7)).slice(0, 3)).toEqual(["title", "body", "body"]);
  });
});

describe("splitBlock", () => {
  const blocks = blocksOf(original);
  const body = blocks[1]?.text ?? "";

  it("cuts at a place in the text, white space left out", () => {
    const split = splitBlock(source, blocks, 1, body.indexOf(" and"));
    expect(shape(split).slice(1, 4)).toEqual([
      "body: First paragraph, with two spaces",
      "body: and a tab. It has e\u0301 in it.",
      "boilerplate: Sign up for our weekly newsletter",
    ]);
  });

  it.each([
    ["at the start", 1, 0],
    ["at the end", 1, body.length],
    ["beyond the end", 1, body.length + 5],
    ["inside an emoji", 0, (blocks[0]?.text.indexOf("👩") ?? 0) + 3],
    ["between a letter and its accent", 1, body.indexOf("\u0301")],
    ["of a block that is not there", 99, 1],
  ])("changes nothing %s", (_name, index, offset) => {
    expect(splitBlock(source, blocks, index, offset)).toBe(blocks);
  });

  it("keeps a duplicate pointing at its block", () => {
    const split = splitBlock(source, blocks, 1, 6);
    const last = split.at(-1);
    expect(last?.duplicateOf).not.toBeNull();
    expect(split[last?.duplicateOf ?? 0]?.text).toBe(last?.text);
  });

  it("lets a duplicate go when its block is cut", () => {
    const at = blocks.findIndex(({ text }) => text.startsWith("Sign up"));
    expect(splitBlock(source, blocks, at, 5).at(-1)?.duplicateOf).toBeNull();
  });
});

describe("joinWithNext", () => {
  it("makes one block of two, with a space between, in the first one's role", () => {
    const joined = joinWithNext(source, blocksOf(original), 0);
    expect(joined[0]?.role).toBe("title");
    expect(joined[0]?.text).toMatch(/in it First paragraph, with two spaces and a tab\./);
  });

  it("changes nothing at the last block", () => {
    const blocks = blocksOf(original);
    expect(joinWithNext(source, blocks, blocks.length - 1)).toBe(blocks);
  });

  it("joins Markdown without its marks", () => {
    const text = "# Head\n\nIt has *words* # here, and enough of them.\n\n> quoted\n> twice";
    const blocks = blocksOf(text, "markdown");
    const markdown = readSource(text, "markdown");
    const joined = joinWithNext(markdown, joinWithNext(markdown, blocks, 0), 0);
    expect(joined[0]?.text).toBe("Head It has words # here, and enough of them. quoted twice");
  });
});

/** A small fixed generator: the same numbers in every run, so that a failure can be repeated. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const markdown = `# ${original}

> and **quoted
> twice** ## ok

- one *item* with [a link](https://example.org/a_b "and title")
- another \\* with \`code *here*\`

![A quay](quay.jpg)
*The **empty** quay.*

| a | b |
|---|---|
| 1 | _2_ |

\`\`\`
let *a* = 1
\`\`\``;

describe("any sequence of changes", () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))("no. %i loses no character", (seed) => {
    const random = numbers(seed);
    const format = seed % 2 === 0 ? "markdown" : "text";
    const text = seed % 4 === 0 ? markdown : original;
    const source = readSource(text, format);
    let blocks = blocksOf(text, format);
    const before = withoutWhiteSpace(blocks.map((block) => block.text).join(""));
    for (let step = 0; step < 60; step++) {
      const index = Math.floor(random() * (blocks.length + 1));
      const kind = random();
      if (kind < 0.4) {
        const offset = Math.floor(random() * ((blocks[index]?.text.length ?? 0) + 2));
        blocks = splitBlock(source, blocks, index, offset);
      } else if (kind < 0.7) blocks = joinWithNext(source, blocks, index);
      else blocks = setRole(blocks, index, blockRoles[Math.floor(random() * blockRoles.length)] ?? "body");
      expect(coversOriginal(text, blocks)).toBe(true);
      expect(withoutWhiteSpace(blocks.map((block) => block.text).join(""))).toBe(before);
      expect(blocks.every((block, at) => block.duplicateOf === null || block.duplicateOf < at)).toBe(true);
    }
  });
});
