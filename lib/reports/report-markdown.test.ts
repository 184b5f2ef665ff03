import fc from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { describe, expect, it } from "vitest";
import { viewAttribution, viewSettlement } from "@/lib/discussion/test-views";
import type { CommentBody } from "@/lib/threads/comment-schema";
import { reportRows } from "./export-rows";
import { reportMarkdown } from "./report-markdown";
import type { ReportView } from "./schema";
import { judge, report, resolve } from "./test-report";

const read = (markdown: string) =>
  fromMarkdown(markdown, { extensions: [gfmFootnote()], mdastExtensions: [gfmFootnoteFromMarkdown()] });

function all<T extends Nodes["type"]>(tree: Nodes, type: T): Extract<Nodes, { type: T }>[] {
  const inside = "children" in tree ? tree.children.flatMap((one: Nodes) => all(one, type)) : [];
  return tree.type === type ? [tree as Extract<Nodes, { type: T }>, ...inside] : inside;
}

function wordsOf(tree: Nodes): string {
  if (tree.type === "break") return "\n";
  if ("value" in tree) return tree.value;
  return "children" in tree ? tree.children.map(wordsOf).join("") : "";
}

describe("reportMarkdown", () => {
  it("holds the text with its notes, what was found, and what is open", () => {
    const made = report(
      { assessments: [judge("march", "ana", "1"), judge("march", "ben", "2")] },
      { names: true, unresolved: true, discussion: true, evidence: true },
    );
    expect(reportMarkdown(made)).toMatchInlineSnapshot(`
      "# Harbour to reopen in spring

      By Nils Berg · Lund Gazette · 2026-11-20 · version 1 · report by The Harbour Desk, 2026-11-25

      <https://gazette.example/harbour>

      2 passages are resolved, 2 are open.

      The harbour will reopen in March[^1], the port authority said.

      “We lost two winters,”[^2] said Ida Holm. Half of the boats have left[^3].

      On words that are left out above: [^4]

      ## Open questions

      - Note 3: Nobody has said whose words these are. Nobody has judged whether it is so.
      - Note 4: Nobody has said whose words these are. Nobody has judged whether it is so.

      [^1]: **reopen in March**

          The reporter’s own words

          **Is it so?** Misleading in part (2), resolved by Eve Strand on 2026-11-24

          The register says so.

          Dissent: Ana Lima: Inaccurate (1), without evidence.

      [^2]: **“We lost two winters,”**

          Ida Holm, directly, on 2026-11-02

          **Did they say so?** Mostly faithful (3), resolved by Eve Strand on 2026-11-24

          The register says so.

          **Is it so?** Accurate (4), resolved by Eve Strand on 2026-11-24

          The register says so.

          - Refutes: Register of berths · first-hand <https://records.example.net/berths>
            > 41 of 80

      [^3]: **Half of the boats have left**

          Nobody has said whose words these are.

          **Is it so?** Open: nobody has judged it yet.

      [^4]: **The boats are for sale**

          Nobody has said whose words these are.

          **Is it so?** Open: nobody has judged it yet.
      "
    `);
  });

  it("tells in every file who had recorded another source when it was settled", () => {
    const made = report(
      {
        attributions: [
          viewAttribution("w", "winters", "ida"),
          viewAttribution("r", "winters", null, { by: "ben" }),
        ],
        settlements: [viewSettlement("winters", "w")],
      },
      { names: true },
    );
    expect(reportMarkdown(made)).toContain("Dissent on who said it: Ben Okoro: The reporter’s own words.");
    const [head = [], ...rows] = reportRows(made);
    expect(rows.map((row) => row[head.indexOf("Who said it Dissent")])).toContain(
      "Ben Okoro: The reporter’s own words",
    );
  });

  it("has each note once, and each number in the text leads to one", () => {
    const tree = read(reportMarkdown(report({}, { unresolved: true })));
    const notes = all(tree, "footnoteDefinition").map((one) => one.identifier);
    // The last is on boilerplate, which is not printed.
    expect(notes).toEqual(["1", "2", "3", "4"]);
    expect(all(tree, "footnoteReference").map((one) => one.identifier)).toEqual(notes);
  });

  it("keeps the marks of a rationale, and links to nothing that is not safe", () => {
    const link = (href: string) => ({ type: "link" as const, attrs: { href } });
    const rationale: CommentBody = {
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "See ", marks: [{ type: "bold" }] },
            { type: "text", text: "the register", marks: [link("https://records.example.net/")] },
            { type: "text", text: " not this", marks: [link("javascript:alert(1)")] },
          ],
        },
        {
          type: "bulletList",
          content: [
            { type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "41" }] }] },
          ],
        },
      ],
    };
    const tree = read(reportMarkdown(report({ resolutions: [resolve("march", "2", { rationale })] })));
    const urls = all(tree, "link").map((one) => one.url);
    expect(urls).toContain("https://records.example.net/");
    expect(urls.filter((url) => !url.startsWith("https://"))).toEqual([]);
    expect(all(tree, "listItem").map(wordsOf)).toContain("41");
  });

  it("lets nothing that was written become more than words", () => {
    const bad = fc.constantFrom(
      "#",
      "*",
      "_",
      "[",
      "](javascript:x)",
      "<b>",
      "|",
      "1.",
      "- ",
      "> ",
      "`",
      "~~~",
      "[^9]:",
      "&amp;",
      "\\",
      "!",
      "http://a.example",
      "x",
      "é",
      "😀",
      " ",
    );
    const words = fc.array(bad, { minLength: 1, maxLength: 8 }).map((parts) => `a${parts.join("")}b`);
    fc.assert(
      fc.property(words, words, (title, quote) => {
        const made = report();
        const [first, ...rest] = made.notes;
        if (!first) throw new Error("The report has no notes.");
        const hostile: ReportView = {
          ...made,
          article: { ...made.article, title, url: null },
          notes: [{ ...first, quote }, ...rest],
        };
        const tree = read(reportMarkdown(hostile));
        expect(wordsOf(all(tree, "heading")[0] ?? tree)).toBe(title);
        const [note] = all(tree, "footnoteDefinition");
        expect(wordsOf(note?.children[0] ?? tree)).toBe(quote);
        expect(all(tree, "html")).toEqual([]);
        expect(all(tree, "link").filter((one) => one.url.startsWith("javascript"))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
