import { describe, expect, it } from "vitest";
import { documentSchema, mostBlocks } from "./document-schema";
import { foldBlocks } from "./fold-blocks";
import { toDocument, toPlainText } from "./plain-text";

const blocks = [
  { text: "A 😀 title", role: "title", duplicateOf: null },
  { text: "Body e\u0301\u200b.", role: "body", duplicateOf: null },
  { text: "Sign up", role: "boilerplate", duplicateOf: null },
  { text: "Sign up", role: "boilerplate", duplicateOf: 2 },
] as const;

describe("toPlainText", () => {
  const document = toDocument([...blocks]);
  const plain = toPlainText(document);

  it("joins the blocks by a blank line and tells where each lies", () => {
    expect(plain.text).toBe("A 😀 title\n\nBody e\u0301\u200b.\n\nSign up\n\nSign up");
    expect(plain.blocks.map(({ start, end }) => plain.text.slice(start, end))).toEqual(
      blocks.map(({ text }) => text),
    );
  });

  it("keeps role and duplicate", () => {
    expect(plain.blocks[0]).toEqual({ start: 0, end: 10, role: "title" });
    expect(plain.blocks[3]).toMatchObject({
      role: "boilerplate",
      duplicateOf: 2,
    });
  });

  it("takes what the schema accepts", () => {
    expect(documentSchema.parse(document)).toEqual(document);
  });
});

it("documentSchema reads what was imported before a limit was lowered", () => {
  const many = Array.from({ length: mostBlocks + 1 }, () => ({
    text: "A",
    role: "body" as const,
    duplicateOf: null,
  }));
  expect(documentSchema.safeParse(toDocument(many)).success).toBe(true);
});

describe("documentSchema refuses", () => {
  const text = (value: string) => ({ type: "text", text: value });
  const block = (content: unknown[], attrs: object = { role: "body" }) => ({
    type: "block",
    attrs,
    content,
  });
  const doc = (...content: unknown[]) => ({ type: "doc", content });
  it.each([
    ["no blocks", doc()],
    ["an empty block", doc(block([]))],
    ["an empty text", doc(block([text("")]))],
    ["two texts in a block", doc(block([text("a"), text("b")]))],
    ["marks", doc(block([{ ...text("a"), marks: [{ type: "bold" }] }]))],
    ["another node", doc({ type: "paragraph", content: [text("a")] })],
    ["a block in a block", doc(block([block([text("a")])]))],
    ["an unknown role", doc(block([text("a")], { role: "headline" }))],
    ["an unknown attribute", doc(block([text("a")], { role: "body", style: "x" }))],
    ["white space that is not collapsed", doc(block([text("a\nb")]))],
    ["a duplicate of itself", doc(block([text("a")], { role: "body", duplicateOf: 0 }))],
  ])("%s", (_name, value) => {
    expect(documentSchema.safeParse(value).success).toBe(false);
  });
});

it("foldBlocks groups neighbouring folded blocks and leaves the others alone", () => {
  const roles = ["title", "boilerplate", "bio", "body", "body", "bio"] as const;
  expect(foldBlocks(roles.map((role) => ({ role })))).toEqual([
    { folded: false, from: 0, to: 0 },
    { folded: true, from: 1, to: 2 },
    { folded: false, from: 3, to: 3 },
    { folded: false, from: 4, to: 4 },
    { folded: true, from: 5, to: 5 },
  ]);
  expect(foldBlocks([])).toEqual([]);
});
