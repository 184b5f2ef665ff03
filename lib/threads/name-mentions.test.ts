import { expect, it } from "vitest";
import {
  type CommentBlock,
  type CommentBody,
  commentBody,
  type Paragraph,
  plainTextOf,
} from "./comment-schema";
import { nameMentions } from "./name-mentions";

const ana = "0193f9c0-0000-7000-8000-000000000001";
const sam = "0193f9c0-0000-7000-8000-000000000002";

const said = (id: string, label: string): Paragraph => ({
  type: "paragraph",
  content: [
    { type: "text", text: "ask " },
    { type: "mention", attrs: { id, label } },
  ],
});

const body: CommentBody = {
  type: "doc",
  content: [
    said(ana, "The Editor"),
    { type: "paragraph" },
    { type: "blockquote", content: [said(ana, "Sam")] },
    {
      type: "orderedList",
      attrs: { start: 3 },
      content: [{ type: "listItem", content: [said(sam, "x"), said(ana, "y")] }],
    },
    { type: "codeBlock", content: [{ type: "text", text: "@Sam" }] },
  ] satisfies CommentBlock[],
};

it("puts the people's own names wherever they are mentioned, and changes nothing else", () => {
  const named = nameMentions(body, new Map([[ana, "Ana"]]));
  expect(plainTextOf(named)).toBe("ask @Ana\n\nask @Ana\nask @x\nask @Ana\n@Sam");
  expect(commentBody.parse(named)).toEqual(named);
  expect(nameMentions(body, new Map())).toEqual(body);
});
