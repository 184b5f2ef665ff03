import { expect, it } from "vitest";
import { addressOfNotification, gatherNotifications, groupByArticle, sentenceOf } from "./gather";
import type { NotificationView } from "./schema";

const at = "2026-11-25T10:00:00.000Z";

function told(id: string, over: Partial<NotificationView> = {}): NotificationView {
  const about = { articleId: "a", articleTitle: "A", passageId: "p", threadId: null, commentId: null };
  const times = { at, dueAt: at, readAt: null, doneAt: null };
  const words = { words: "w", comment: "", speaker: null };
  return { id, kind: "judged", ...about, ...words, mine: true, by: "Ana", ...times, ...over };
}

it("puts together what is of one kind about one thing, and nothing else", () => {
  const lines = gatherNotifications([
    told("1", { readAt: at }),
    told("2", { by: "Ben" }),
    told("3", { kind: "resolved", readAt: at }),
    told("4", { passageId: "q" }),
    told("5", { readAt: at }),
    told("6", { kind: "answered", threadId: "t" }),
    told("7", { kind: "answered", threadId: "u" }),
  ]);
  expect(lines.map(({ ids, by, isNew }) => [ids.join(), by.join(), isNew])).toEqual([
    ["1,2,5", "Ana,Ben", true],
    ["3", "Ana", false],
    ["4", "Ana", true],
    ["6", "Ana", true],
    ["7", "Ana", true],
  ]);
});

it("groups lines by article and passage, the latest first", () => {
  const groups = groupByArticle(
    gatherNotifications([
      told("1", { articleId: "b", articleTitle: "B", passageId: "r" }),
      told("2"),
      told("3", { articleId: "b", articleTitle: "B", passageId: null, kind: "commented", threadId: "t" }),
      told("4", { passageId: "q" }),
      told("5", { kind: "resolved" }),
    ]),
  );
  const shape = groups.map(({ title, passages }) => [
    title,
    passages.map((one) => [one.passageId, one.lines.flatMap(({ ids }) => ids).join()]),
  ]);
  expect(shape).toEqual([
    [
      "B",
      [
        ["r", "1"],
        [null, "3"],
      ],
    ],
    [
      "A",
      [
        ["p", "2,5"],
        ["q", "4"],
      ],
    ],
  ]);
});

it.each([
  [{ kind: "judged", mine: true }, ["Ana"], "Ana judged a passage that you marked"],
  [{ kind: "judged", mine: false }, ["Ana", "Ben"], "Ana and Ben judged a passage"],
  [
    { kind: "resolved" },
    ["Ana", "Ben", "Cleo", "Dan"],
    "Ana, Ben and 2 more resolved a passage that you marked",
  ],
  [{ kind: "assigned", threadId: null }, ["Ana"], "Ana asked you to check a passage"],
  [{ kind: "assigned", threadId: "t" }, ["Ana"], "Ana gave you a thread"],
  [{ kind: "commented", passageId: null }, ["Ana"], "Ana commented on the article"],
  [{ kind: "settled", mine: false }, ["Ana"], "Ana settled who said a passage"],
  [
    { kind: "settled", mine: false, speaker: { voice: "source", name: "Ida Holm" } },
    ["Ana"],
    "Ana settled who said a passage: Ida Holm",
  ],
  [
    { kind: "settled", speaker: { voice: "source", name: null } },
    ["Ana"],
    "Ana settled who said a passage that you marked: somebody unnamed",
  ],
  [
    { kind: "settled", mine: false, speaker: { voice: "reporter", name: null } },
    ["Ana"],
    "Ana settled who said a passage: the reporter’s own words",
  ],
  [
    { kind: "settled", mine: false, speaker: { voice: "source", name: "Ida Holm" } },
    ["Ana", "Ben"],
    "Ana and Ben settled who said a passage",
  ],
] as const)("%j %j", (over, by, sentence) => {
  expect(sentenceOf(told("1", over), by)).toBe(sentence);
});

it.each([
  [{}, "/articles/a?passage=p"],
  [{ passageId: null }, "/articles/a"],
  [{ threadId: "t" }, "/articles/a?thread=t"],
  [{ threadId: "t", commentId: "c" }, "/articles/a?thread=t#c-c"],
])("%j leads to %s", (over, address) => {
  expect(addressOfNotification(told("1", over))).toBe(address);
});
