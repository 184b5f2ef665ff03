import { describe, expect, it } from "vitest";
import { viewComment } from "@/lib/discussion/test-views";
import { type BuildOptions, buildThread, lastOwn, type ThreadItem } from "./build-thread";
import { bodyOfText } from "./comment-schema";
import type { CommentView } from "./schema";

const base: BuildOptions = {
  viewerId: "me",
  seen: { floor: 1000, floorAt: "2026-11-17T09:00:00.000Z", thread: null },
  holdAfter: null,
  unfolded: false,
  linkedId: null,
  mayRestore: () => false,
};

function comment(number: number, author = "sam", more: Partial<CommentView> = {}): CommentView {
  const text = `comment ${number}`;
  return viewComment(`c${number}`, "t", {
    author,
    body: bodyOfText(text),
    text,
    createdAt: `2026-11-2${Math.min(9, number % 10)}T09:00:00.000Z`,
    createdNumber: number,
    number,
    ...more,
  });
}

const gone = { body: null, text: "", deletedAt: "2026-11-23T10:00:00.000Z", deletedBy: "sam" };
const many = (count: number) => Array.from({ length: count }, (_, at) => comment(at + 1));

/** One word an item: c1 a comment, c1! a new one, (c1) a hole, 7… a fold of seven, |2 a divider above two new ones. */
function draw(items: ThreadItem[]): string {
  return items
    .map((item) => {
      if (item.kind === "fold") return `${item.count}…`;
      if (item.kind === "divider") return `|${item.count}`;
      if (item.kind === "hole") return `(${item.comment.id})`;
      return item.comment.id + (item.isNew ? "!" : "");
    })
    .join(" ");
}

const cases: [string, CommentView[], Partial<BuildOptions>, string][] = [
  ["nothing", [], {}, ""],
  ["by number, whatever order they came in", [comment(3), comment(1), comment(2)], {}, "c1 c2 c3"],
  ["a hole while a later comment stands", [comment(1, "sam", gone), comment(2)], {}, "(c1) c2"],
  ["no hole at the end", [comment(1), comment(2, "sam", gone)], {}, "c1"],
  ["no holes at all when nothing stands", [comment(1, "sam", gone), comment(2, "sam", gone)], {}, ""],
  [
    "a hole at the end for those who may bring it back",
    [comment(1), comment(2, "sam", gone)],
    { mayRestore: () => true },
    "c1 (c2)",
  ],
  [
    "the divider above the first new comment",
    [comment(1), comment(5), comment(6)],
    { seen: { ...base.seen, floor: 4 } },
    "c1 |2 c5! c6!",
  ],
  [
    "my own comments are never new",
    [comment(1), comment(5, "me"), comment(6)],
    { seen: { ...base.seen, floor: 4 } },
    "c1 c5 |1 c6!",
  ],
  [
    "no divider above a wholly new thread",
    [comment(5), comment(6)],
    { seen: { ...base.seen, floor: 4 } },
    "c5! c6!",
  ],
  [
    "the thread's own number counts when it is higher than the floor",
    [comment(5), comment(6), comment(7)],
    { seen: { ...base.seen, floor: 4, thread: { number: 6, at: "2026-11-20T09:00:00.000Z" } } },
    "c5 c6 |1 c7!",
  ],
  [
    "a deleted comment is not new",
    [comment(1), comment(5, "sam", gone), comment(6)],
    { seen: { ...base.seen, floor: 4 } },
    "c1 (c5) |1 c6!",
  ],
  ["ten are not folded", many(10), {}, "c1 c2 c3 c4 c5 c6 c7 c8 c9 c10"],
  ["eleven are", many(11), {}, "c1 c2 4… c7 c8 c9 c10 c11"],
  ["a hundred", many(100), {}, "c1 c2 93… c96 c97 c98 c99 c100"],
  ["unless unfolded", many(11), { unfolded: true }, "c1 c2 c3 c4 c5 c6 c7 c8 c9 c10 c11"],
  ["unless a link points into the fold", many(11), { linkedId: "c4" }, "c1 c2 c3 c4 c5 c6 c7 c8 c9 c10 c11"],
  ["folded though a link points outside", many(11), { linkedId: "c9" }, "c1 c2 4… c7 c8 c9 c10 c11"],
  [
    "new comments are never folded",
    many(14),
    { seen: { ...base.seen, floor: 6 } },
    "c1 c2 4… |8 c7! c8! c9! c10! c11! c12! c13! c14!",
  ],
  ["what arrives while I read is held back", [comment(1), comment(5)], { holdAfter: 4 }, "c1"],
  ["what I write is not", [comment(1), comment(5, "me")], { holdAfter: 4 }, "c1 c5"],
  [
    "a held comment leaves no hole before it is shown",
    [comment(1), comment(2, "sam", gone), comment(5)],
    { holdAfter: 4 },
    "c1",
  ],
];

describe("a thread in its order", () => {
  it.each(cases)("%s", (_, comments, options, expected) => {
    expect(draw(buildThread(comments, { ...base, ...options }).items)).toBe(expected);
  });
});

describe("its counts", () => {
  it("counts held comments as standing and unread", () => {
    const built = buildThread([comment(1), comment(5), comment(6, "me"), comment(7, "sam", gone)], {
      ...base,
      seen: { ...base.seen, floor: 4 },
      holdAfter: 4,
    });
    expect([built.standing, built.unread, built.held.map((one) => one.id)]).toEqual([3, 1, ["c5"]]);
    expect(built.lastAt).toBe(comment(6).createdAt);
  });

  it("dates the divider by whichever was read last", () => {
    const at = "2026-11-20T09:00:00.000Z";
    const since = (floor: number, thread: { number: number; at: string } | null) => {
      const seen = { ...base.seen, floor, thread };
      const divider = buildThread([comment(1), comment(9)], { ...base, seen }).items[1];
      return divider?.kind === "divider" ? divider.since : null;
    };
    expect(since(4, null)).toBe(base.seen.floorAt);
    expect(since(4, { number: 6, at })).toBe(at);
    expect(since(6, { number: 4, at })).toBe(base.seen.floorAt);
  });
});

it("finds my last comment that still stands", () => {
  const comments = [comment(4, "me", gone), comment(2, "me"), comment(3), comment(1, "me")];
  expect(lastOwn(comments, "me")?.id).toBe("c2");
  expect(lastOwn(comments, "ana")).toBeNull();
});
