import { describe, expect, it } from "vitest";
import { bodyOfText } from "./comment-schema";
import { draftKey, draftPrefix, groundOfDraft, readDraft, writeDraft } from "./draft";

const at = "2026-11-23T14:02:00.000Z";
const body = bodyOfText("Who counted them?");

describe("drafts", () => {
  it("come back as they were kept", () => {
    expect(readDraft(writeDraft(body, at))).toEqual({ body, at });
    const edit = { commentId: "c", threadId: "t" };
    expect(readDraft(writeDraft(body, at, edit))).toEqual({ body, at, threadId: "t" });
  });

  it("are not kept without a word in them", () => {
    expect(writeDraft(bodyOfText(" \n "), at)).toBeNull();
  });

  it.each([
    [{ threadId: "t" }, { threadId: "t" }],
    [{ passageId: "p", about: "accuracy v" }, { passageId: "p" }],
    [{ passageId: null, about: "other" }, null],
    [{ commentId: "c", threadId: "t" }, { threadId: "t" }],
  ])("tell by their name on what they are written: %j", (place, ground) => {
    const prefix = draftPrefix("u", "a");
    expect(draftKey("u", "a", place).startsWith(prefix)).toBe(true);
    const draft = readDraft(writeDraft(body, at, place)) ?? { body, at };
    expect(groundOfDraft(draftKey("u", "a", place).slice(prefix.length), draft)).toEqual(ground);
  });

  it("of edits that an earlier version kept do not tell", () => {
    expect(groundOfDraft("comment:c", { body, at })).toBeNull();
  });

  const damaged = [
    null,
    "",
    "{",
    "null",
    "7",
    "[]",
    "{}",
    `{"body":{},"at":"${at}"}`,
    `{"body":null,"at":"${at}"}`,
    `{"body":{"type":"doc","content":7},"at":"${at}"}`,
    JSON.stringify({ body, at: "yesterday" }),
  ];
  it.each(damaged)("are not made up from %j", (stored) => {
    expect(readDraft(stored)).toBeNull();
  });

  it("lose what a comment may not be, and keep the words", () => {
    const stored = JSON.stringify({
      body: { type: "doc", content: [{ type: "heading", content: [{ type: "text", text: "Who?" }] }] },
      at,
    });
    expect(readDraft(stored)?.body).toEqual(bodyOfText("Who?"));
  });

  it("are apart for each person, article and place", () => {
    const keys = [
      draftKey("u", "a", { threadId: "t" }),
      draftKey("v", "a", { threadId: "t" }),
      draftKey("u", "b", { threadId: "t" }),
      draftKey("u", "a", { commentId: "t", threadId: "t" }),
      draftKey("u", "a", { passageId: "t", about: "other" }),
      draftKey("u", "a", { passageId: "t", about: "accuracy" }),
      draftKey("u", "a", { passageId: null, about: "other" }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
