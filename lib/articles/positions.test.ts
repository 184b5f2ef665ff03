import { Schema } from "@tiptap/pm/model";
import { describe, expect, test } from "vitest";
import { positionAt, positionsOf } from "./positions";

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
  test("every offset inside a block names the same character", () => {
    for (const { start, end } of blocks) {
      for (let offset = start; offset <= end; offset++) {
        const position = positionAt(positions, offset);
        if (offset < end)
          expect(document.textBetween(position, position + 1)).toBe(text.slice(offset, offset + 1));
        if (offset > start)
          expect(document.textBetween(position - 1, position)).toBe(text.slice(offset - 1, offset));
      }
    }
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
