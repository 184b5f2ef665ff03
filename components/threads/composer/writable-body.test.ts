import { getSchema } from "@tiptap/core";
import { EditorState } from "@tiptap/pm/state";
import StarterKit from "@tiptap/starter-kit";
import { expect, it } from "vitest";
import type { CommentBody, Inline } from "@/lib/threads/comment-schema";
import { tidyBody } from "@/lib/threads/tidy-body";
import { writableBody } from "./writable-body";

const schema = getSchema([StarterKit.configure({ link: { autolink: true } })]);
const of = (...content: Inline[]): CommentBody => ({
  type: "doc",
  content: [{ type: "paragraph", content }],
});
const link = (text: string, href = text): Inline => ({
  ...{ type: "text", text, marks: [{ type: "link", attrs: { href } }] },
});

/** What is held once somebody has gone on typing at the end. */
function typedOn(body: CommentBody, words: string): CommentBody {
  const { tr, doc } = EditorState.create({ doc: schema.nodeFromJSON(writableBody(body)) });
  return tidyBody(tr.insertText(words, doc.content.size - 1).doc.toJSON());
}

it("goes on to be a link to the whole address when that is written on, and to no more", () => {
  const see: Inline = { type: "text", text: "See " };
  const whole = link("https://example.org/b");
  const half = tidyBody(of({ type: "text", text: "See https://exam" }));
  expect(typedOn(half, "ple.org/b")).toEqual(of(see, whole));
  expect(typedOn(of(see, whole), " twice")).toEqual(of(see, whole, { type: "text", text: " twice" }));
});

it("keeps links that are not made of an address", () => {
  for (const body of [of(link("the register", "https://a.example")), of(link("mailto:ida@a.example"))])
    expect(writableBody(body)).toEqual(body);
});
