import { expect, it } from "vitest";
import { gatherNotifications, sentenceOf } from "./gather";
import type { NotificationView } from "./schema";

function told(id: string, over: Partial<NotificationView> = {}): NotificationView {
  const at = { articleId: "a", articleTitle: "A", passageId: "p", threadId: null, words: "w" };
  return { id, kind: "judged", ...at, by: "Ana", at: "2026-11-25T10:00:00.000Z", readAt: null, ...over };
}

it("puts together what is of one kind about one thing, and nothing else", () => {
  const lines = gatherNotifications([
    told("1"),
    told("2", { by: "Ben" }),
    told("3", { kind: "resolved" }),
    told("4", { passageId: "q" }),
    told("5"),
    told("6", { kind: "answered", threadId: "t" }),
    told("7", { kind: "answered", threadId: "u" }),
  ]);
  expect(lines.map(({ ids, by }) => [ids.join(), by.join()])).toEqual([
    ["1,2,5", "Ana,Ben"],
    ["3", "Ana"],
    ["4", "Ana"],
    ["6", "Ana"],
    ["7", "Ana"],
  ]);
});

it.each([
  [["Ana"], "Ana judged a passage that you marked"],
  [["Ana", "Ben"], "Ana and Ben judged a passage that you marked"],
  [["Ana", "Ben", "Cleo", "Dan"], "Ana, Ben and 2 more judged a passage that you marked"],
])("%j", (by, sentence) => {
  expect(sentenceOf("judged", by)).toBe(sentence);
});
