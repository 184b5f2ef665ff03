import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  bodyOfText,
  type CommentBody,
  commentBody,
  deepestNesting,
  isSafeAddress,
  longestComment,
  mentionsIn,
  mostNodes,
  plainTextOf,
  reasonBody,
} from "./comment-schema";

const ana = "0b9f7a52-6f1d-4a39-9c34-2b1d8a4f0001";
const sam = "0b9f7a52-6f1d-4a39-9c34-2b1d8a4f0002";

const text = (value: string, ...marks: unknown[]) =>
  marks.length > 0 ? { type: "text", text: value, marks } : { type: "text", text: value };
const p = (...content: unknown[]) => ({ type: "paragraph", content });
const doc = (...content: unknown[]) => ({ type: "doc", content });
const li = (...content: unknown[]) => ({ type: "listItem", content });
const link = (href: unknown, more = {}) => ({ type: "link", attrs: { href, ...more } });
const mention = (id: string, label = "Ana") => ({ type: "mention", attrs: { id, label } });

function quotes(levels: number): unknown {
  let block: unknown = p(text("deep"));
  for (let level = 0; level < levels; level++) block = { type: "blockquote", content: [block] };
  return doc(block);
}

const everything: CommentBody = {
  type: "doc",
  content: [
    {
      type: "paragraph",
      content: [
        { type: "text", text: "Says " },
        { type: "text", text: "who", marks: [{ type: "bold" }, { type: "italic" }] },
        { type: "hardBreak" },
        { type: "text", text: "x = 1", marks: [{ type: "code" }] },
        { type: "mention", attrs: { id: ana, label: "Ana" } },
        {
          type: "text",
          text: "source",
          marks: [{ type: "link", attrs: { href: "https://example.org/a?b=c#d" } }],
        },
      ],
    },
    { type: "paragraph" },
    { type: "blockquote", content: [{ type: "paragraph", content: [{ type: "text", text: "quoted" }] }] },
    {
      type: "bulletList",
      content: [
        {
          type: "listItem",
          content: [
            { type: "paragraph", content: [{ type: "text", text: "one" }] },
            {
              type: "orderedList",
              attrs: { start: 3 },
              content: [
                {
                  type: "listItem",
                  content: [
                    {
                      type: "paragraph",
                      content: [{ type: "mention", attrs: { id: sam, label: "Sam" } }],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
    { type: "codeBlock", content: [{ type: "text", text: "a\n\tb" }] },
  ],
};

describe("what a comment may be", () => {
  const accepted: [string, unknown][] = [
    ["everything that can be drawn", everything],
    ["one word", doc(p(text("yes")))],
    ["an emoji alone", doc(p(text("👍")))],
    ["a mention alone", doc(p(mention(ana)))],
    ["a mail address", doc(p(text("write", link("mailto:desk@example.org"))))],
    ["http", doc(p(text("old", link("http://example.org"))))],
    ["text as long as allowed", doc(p(text("x".repeat(longestComment))))],
    ["quotes as deep as allowed", quotes(deepestNesting)],
    ["right-to-left text", doc(p(text("من قال هذا؟")))],
  ];
  it.each(accepted)("accepts %s, unchanged", (_, body) => {
    expect(commentBody.parse(JSON.parse(JSON.stringify(body)))).toEqual(body);
  });
});

describe("what is refused", () => {
  const hrefs = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    "javascript&colon;alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "blob:https://example.org/1",
    "view-source:https://example.org",
    "ftp://example.org",
    "//example.org",
    "/api/articles",
    "example.org",
    "https:",
    "https://",
    "https:example.org",
    "https://exa mple.org",
    "https://example.org/\u0000",
    "https://example.org/\r\nset-cookie:a",
    "https://[",
    "mailto:",
    "",
    `https://example.org/${"a".repeat(2000)}`,
    7,
    null,
    ["https://example.org"],
    { toString: "https://example.org" },
  ];
  it.each(hrefs)("a link to %j", (href) => {
    expect(commentBody.safeParse(doc(p(text("x", link(href))))).success).toBe(false);
    if (typeof href === "string") expect(isSafeAddress(href)).toBe(false);
  });

  const bodies: [string, unknown][] = [
    ["nothing", undefined],
    ["null", null],
    ["a string", "hello"],
    ["a list", [p(text("x"))]],
    ["HTML", { type: "doc", content: "<b>x</b>" }],
    ["no content", { type: "doc" }],
    ["empty content", doc()],
    ["an empty paragraph", doc({ type: "paragraph" })],
    ["spaces only", doc(p(text(" \n\t\u00a0")))],
    ["invisible characters only", doc(p(text("\u200b\u2060\ufeff\u202e")))],
    ["fillers only", doc(p(text("\u3164\u115f\u1160\u2800\uffa0")))],
    ["an empty text", doc(p(text("")))],
    ["a text beside blocks", doc(text("x"))],
    ["a paragraph in a paragraph", doc(p(p(text("x"))))],
    ["a list item outside a list", doc(li(p(text("x"))))],
    ["a list with a paragraph", doc({ type: "bulletList", content: [p(text("x"))] })],
    ["an empty list", doc(p(text("x")), { type: "bulletList", content: [] })],
    [
      "a list item that starts with a quote",
      doc({ type: "bulletList", content: [li({ type: "blockquote", content: [p(text("x"))] })] }),
    ],
    ["an empty quote", doc(p(text("x")), { type: "blockquote", content: [] })],
    ["a document in a document", doc(doc(p(text("x"))))],
    ["an image", doc(p(text("x"), { type: "image", attrs: { src: "https://example.org/pixel.png" } }))],
    ["a heading", doc({ type: "heading", attrs: { level: 1 }, content: [text("x")] })],
    ["a rule", doc(p(text("x")), { type: "horizontalRule" })],
    ["an iframe", doc(p(text("x")), { type: "iframe", attrs: { src: "javascript:alert(1)" } })],
    ["an unknown mark", doc(p(text("x", { type: "underline" })))],
    ["a mark with attributes", doc(p(text("x", { type: "bold", attrs: { onclick: "alert(1)" } })))],
    ["the same mark twice", doc(p(text("x", { type: "bold" }, { type: "bold" })))],
    ["code with another mark", doc(p(text("x", { type: "code" }, { type: "bold" })))],
    ["marks that are no list", doc(p({ type: "text", text: "x", marks: { type: "bold" } }))],
    ["a mark on a code block's text", doc({ type: "codeBlock", content: [text("x", { type: "bold" })] })],
    [
      "a language on a code block",
      doc({ type: "codeBlock", attrs: { language: 'x" onload=' }, content: [text("x")] }),
    ],
    ["a link with a handler", doc(p(text("x", link("https://example.org", { onclick: "alert(1)" }))))],
    ["a link with a target", doc(p(text("x", link("https://example.org", { target: "_top" }))))],
    ["a link with a class", doc(p(text("x", link("https://example.org", { class: "fixed inset-0" }))))],
    ["a link with a style", doc(p(text("x", link("https://example.org", { style: "position:fixed" }))))],
    ["a link without an address", doc(p(text("x", { type: "link" })))],
    ["a paragraph with attributes", doc({ type: "paragraph", attrs: { style: "x" }, content: [text("x")] })],
    ["an unknown key", { type: "doc", content: [p(text("x"))], html: "<script>" }],
    ["a mention of no id", doc(p(mention("ana")))],
    ["a mention with a path as its id", doc(p(mention("../../etc/passwd")))],
    ["a mention without a label", doc(p({ type: "mention", attrs: { id: ana } }))],
    [
      "a mention with more",
      doc(p({ type: "mention", attrs: { id: ana, label: "Ana", href: "javascript:1" } })),
    ],
    ["a mention with a control character", doc(p(mention(ana, "A\u0007na")))],
    ["a mention with an endless label", doc(p(mention(ana, "x".repeat(201))))],
    ["a bell in the text", doc(p(text("ding\u0007")))],
    ["an escape sequence in the text", doc(p(text("\u001b[31mred")))],
    [
      "a list that starts at a fraction",
      doc({ type: "orderedList", attrs: { start: 1.5 }, content: [li(p(text("x")))] }),
    ],
    [
      "a list that starts at nothing",
      doc({ type: "orderedList", attrs: { start: null }, content: [li(p(text("x")))] }),
    ],
    ["text too long in one piece", doc(p(text("x".repeat(longestComment + 1))))],
    [
      "text too long in all",
      doc(p(text("x".repeat(longestComment / 2))), p(text("x".repeat(longestComment / 2)))),
    ],
    [
      "too many nodes",
      doc(p(text("x")), ...Array.from({ length: mostNodes }, () => ({ type: "paragraph" }))),
    ],
    ["quotes too deep", quotes(deepestNesting + 1)],
  ];
  it.each(bodies)("%s", (_, body) => {
    expect(commentBody.safeParse(body).success).toBe(false);
  });

  const polluted = [
    `{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}],"__proto__":{"a":1}}`,
    `{"type":"doc","content":[{"type":"paragraph","__proto__":{"a":1},"content":[{"type":"text","text":"x"}]}]}`,
    `{"type":"doc","content":[{"type":"paragraph","constructor":{"prototype":{"a":1}},"content":[{"type":"text","text":"x"}]}]}`,
    `{"type":"doc","content":[{"type":"__proto__"}]}`,
    `{"type":"doc","content":[{"type":"constructor"}]}`,
    `{"type":"doc","content":[{"type":"toString","content":[]}]}`,
    `{"__proto__":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}}`,
  ];
  it.each(polluted)("keys of the prototype: %s", (json) => {
    expect(commentBody.safeParse(JSON.parse(json)).success).toBe(false);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it("a body nested 200,000 deep, at once and without a fault", () => {
    const levels = 200_000;
    const json = `{"type":"doc","content":[${`{"type":"blockquote","content":[`.repeat(levels)}{"type":"paragraph"}${"]}".repeat(levels)}]}`;
    const started = performance.now();
    expect(commentBody.safeParse(JSON.parse(json)).success).toBe(false);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

it("says what is too long, a comment or a reason", () => {
  const long = doc(p(text("x".repeat(longestComment + 1))));
  const said = (schema: typeof commentBody) => schema.safeParse(long).error?.issues.map((one) => one.message);
  expect(said(commentBody)).toEqual(["A comment can have at most 20,000 characters."]);
  expect(said(reasonBody)).toEqual(["A reason can have at most 20,000 characters."]);
});

describe("in plain text", () => {
  it("gives a line for each block and names the mentioned", () => {
    expect(plainTextOf(everything)).toBe("Says who\nx = 1@Anasource\n\nquoted\none\n@Sam\na\n\tb");
  });

  it("names each mentioned person once, in order", () => {
    const twice = commentBody.parse(doc(p(mention(sam), mention(ana)), p(mention(sam))));
    expect(mentionsIn(twice)).toEqual([sam, ana]);
    expect(mentionsIn(everything)).toEqual([ana, sam]);
  });

  it("writes ids in lower case, as they are stored", () => {
    expect(mentionsIn(commentBody.parse(doc(p(mention(ana.toUpperCase())))))).toEqual([ana]);
  });

  it("comes back from text as it went in", () => {
    const lines = "First line\n\nThird line";
    expect(plainTextOf(commentBody.parse(bodyOfText(lines)))).toBe(lines);
  });
});

it("can be described as a JSON schema in which each level stands once", () => {
  const described = JSON.stringify(z.toJSONSchema(commentBody));
  expect(described).toContain("CommentBlock3");
  expect(described.length).toBeLessThan(60_000);
});
