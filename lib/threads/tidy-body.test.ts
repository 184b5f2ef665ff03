import { describe, expect, it } from "vitest";
import { commentBody } from "./comment-schema";
import { type EditorNode, tidyBody } from "./tidy-body";

const ana = "0b9f7a52-6f1d-4a39-9c34-2b1d8a4f0001";
const t = (text: string, ...marks: NonNullable<EditorNode["marks"]>): EditorNode =>
  marks.length > 0 ? { type: "text", text, marks } : { type: "text", text };
const p = (...content: EditorNode[]): EditorNode => ({ type: "paragraph", content });
const empty: EditorNode = { type: "paragraph" };
const x = p(t("x"));

const cases: [string, EditorNode[], EditorNode[]][] = [
  ["plain text", [x], [x]],
  ["nothing", [], [empty]],
  ["empty lines at the ends go, inside they stay", [empty, x, empty, x, p(t("  ")), empty], [x, empty, x]],
  [
    "a link as the editor holds it",
    [
      p(
        t("a", {
          type: "link",
          attrs: { href: "https://a.example", target: "_blank", rel: "x", class: null },
        }),
      ),
    ],
    [p(t("a", { type: "link", attrs: { href: "https://a.example" } }))],
  ],
  [
    "an address is a link, without the sign behind it",
    [p(t("See https://a.example/x_(y)?q=1, or (https://b.example)."), t("ahttps://c.example"))],
    [
      p(
        t("See "),
        t("https://a.example/x_(y)?q=1", { type: "link", attrs: { href: "https://a.example/x_(y)?q=1" } }),
        t(", or ("),
        t("https://b.example", { type: "link", attrs: { href: "https://b.example" } }),
        t(")."),
        t("ahttps://c.example"),
      ),
    ],
  ],
  [
    "an address keeps the bracket that it opens itself",
    [p(t("(https://a.example/x_(y)), https://a.example/x_(y)! https://%"))],
    [
      p(
        t("("),
        t("https://a.example/x_(y)", { type: "link", attrs: { href: "https://a.example/x_(y)" } }),
        t("), "),
        t("https://a.example/x_(y)", { type: "link", attrs: { href: "https://a.example/x_(y)" } }),
        t("! https://%"),
      ),
    ],
  ],
  [
    "an address in code, or in another link, is none",
    [
      p(
        t("https://a.example", { type: "code" }),
        t("https://a.example", { type: "link", attrs: { href: "https://b.example" } }),
      ),
    ],
    [
      p(
        t("https://a.example", { type: "code" }),
        t("https://a.example", { type: "link", attrs: { href: "https://b.example" } }),
      ),
    ],
  ],
  [
    "a link that may not be keeps its words",
    [p(t("a", { type: "link", attrs: { href: "javascript:1" } }))],
    [p(t("a"))],
  ],
  [
    "an unknown mark goes",
    [p(t("a", { type: "underline" }, { type: "bold" }))],
    [p(t("a", { type: "bold" }))],
  ],
  ["code stands alone", [p(t("a", { type: "bold" }, { type: "code" }))], [p(t("a", { type: "code" }))]],
  [
    "a mention as the editor holds it",
    [p({ type: "mention", attrs: { id: ana, label: "Ana", mentionSuggestionChar: "@" } })],
    [p({ type: "mention", attrs: { id: ana, label: "Ana" } })],
  ],
  [
    "a mention of nobody becomes text",
    [p({ type: "mention", attrs: { id: "7", label: "Ana" } })],
    [p(t("@Ana"))],
  ],
  ["a mention without a name goes", [p(t("x"), { type: "mention", attrs: { id: ana, label: null } })], [x]],
  [
    "a code block loses its language",
    [{ type: "codeBlock", attrs: { language: "js" }, content: [t("a\r\nb")] }],
    [{ type: "codeBlock", content: [t("a\nb")] }],
  ],
  [
    "a list that starts at one says nothing of it",
    [{ type: "orderedList", attrs: { start: 1, type: null }, content: [{ type: "listItem", content: [x] }] }],
    [{ type: "orderedList", content: [{ type: "listItem", content: [x] }] }],
  ],
  [
    "a list that starts at three does",
    [{ type: "orderedList", attrs: { start: 3, type: "a" }, content: [{ type: "listItem", content: [x] }] }],
    [{ type: "orderedList", attrs: { start: 3 }, content: [{ type: "listItem", content: [x] }] }],
  ],
  ["control characters go", [p(t("di\u0007ng\u001b"))], [p(t("ding"))]],
  ["a heading stays as its text", [{ type: "heading", attrs: { level: 1 }, content: [t("x")] }], [x]],
];

describe("what an editor holds becomes a comment", () => {
  it.each(cases)("%s", (_, given, expected) => {
    const body = tidyBody({ type: "doc", content: given });
    expect(body).toEqual({ type: "doc", content: expected });
    if (expected[0] !== empty) expect(commentBody.parse(body)).toEqual(body);
  });

  it("changes nothing the second time", () => {
    for (const [, given] of cases) {
      const once = tidyBody({ type: "doc", content: given });
      expect(tidyBody(once)).toEqual(once);
    }
  });
});
