import { expect, it } from "vitest";
import type { BlockRole } from "@/lib/articles/document-schema";
import { toDocument, toPlainText } from "@/lib/articles/plain-text";
import { countStoryWords } from "./count-story-words";

it("counts the words of the story and of nothing round it", () => {
  const blocks: [BlockRole, string][] = [
    ["title", "Two words"],
    ["dek", "And three more"],
    ["byline", "By Ana Ruiz"],
    ["body", "The body has five words."],
    ["quote", "“So short,” she said."],
    ["caption", "A quay"],
    ["credit", "Photo: Lise Holm"],
    ["bio", "Ana Ruiz is a reporter."],
    ["boilerplate", "Sign up for our weekly newsletter"],
  ];
  const document = toDocument(blocks.map(([role, text]) => ({ role, text, duplicateOf: null })));
  expect(countStoryWords(toPlainText(document))).toBe(2 + 3 + 5 + 4 + 2);
});
