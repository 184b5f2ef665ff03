import { Schema } from "@tiptap/pm/model";
import { describe, expect, test } from "vitest";
import { offsetAt, positionAt, positionsOf } from "./positions";

const schema = new Schema({
  nodes: {
    doc: { content: "(block|fold)+" },
    fold: { content: "block+" },
    block: { content: "text*" },
    text: {},
  },
});

const words = ["Title", "A 👩‍👩‍👧 body.", "Sign up", "About her"];
const text = words.join("\n\n");
const blocks = words.map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length }));
const block = (word: string) => schema.node("block", null, schema.text(word));
const document = schema.node("doc", null, [
  block("Title"),
  block("A 👩‍👩‍👧 body."),
  schema.node("fold", null, [block("Sign up"), block("About her")]),
]);
const positions = positionsOf(document, blocks);

describe("positions", () => {
  test("every offset inside a block survives the round trip and names the same character", () => {
    for (const { start, end } of blocks) {
      for (let offset = start; offset <= end; offset++) {
        const position = positionAt(positions, offset);
        expect(offsetAt(positions, position)).toBe(offset);
        if (offset < end)
          expect(document.textBetween(position, position + 1)).toBe(text.slice(offset, offset + 1));
      }
    }
  });

  test.each([
    ["before everything", 0, 0],
    ["between two blocks", 1 + 5 + 1, blocks[1]?.start],
    ["inside the fold's border", positionAt(positions, blocks[2]?.start ?? 0) - 1, blocks[2]?.start],
    ["behind everything", document.content.size, text.length],
  ])("a position %s", (_, position, expected) => {
    expect(offsetAt(positions, position)).toBe(expected);
  });

  test("the break between blocks belongs to the earlier one, beyond the text is its end", () => {
    expect(positionAt(positions, 6)).toBe(positionAt(positions, 5));
    expect(positionAt(positions, text.length + 9)).toBe(positionAt(positions, text.length));
  });

  test.each([
    ["fewer blocks", blocks.slice(1)],
    ["more blocks", [...blocks, { start: 90, end: 95 }]],
    ["another length", blocks.map((one, at) => (at === 1 ? { ...one, end: one.end + 1 } : one))],
  ])("refuses a text with %s", (_, given) => {
    expect(() => positionsOf(document, given)).toThrow();
  });
});
