import { describe, expect, it, vi } from "vitest";
import type { AssessmentView, EvidenceView, ResolutionView } from "@/lib/assessments/schema";
import { viewAttribution, viewPassage, viewSuggestion } from "@/lib/discussion/test-views";
import { CallError } from "@/lib/http/client";
import type { CommentView, ThreadView } from "@/lib/threads/schema";
import type { Change } from "./change";
import { showing, winnerOf } from "./showing";

const id = "11111111-1111-4111-8111-111111111111";
const passageId = "22222222-2222-4222-8222-222222222222";
const by = "33333333-3333-4333-8333-333333333333";
const at = "2026-11-20T10:00:00.000Z";
const stored = { id, version: 1, createdNumber: 1, number: 1 };
const judged = { id, passageId, by, at, number: 1, exact: "words", sourceId: null, replaces: null };

const thread: ThreadView = {
  ...stored,
  ...{ passageId, sourceId: null, assessmentId: null, about: "other", state: "open" },
  ...{ createdBy: by, createdAt: at, assignee: null, changes: [] },
};
const comment: CommentView = {
  ...stored,
  ...{ threadId: passageId, author: by, body: null, text: "", mentions: [], reactions: [] },
  ...{ createdAt: at, editedAt: null, deletedAt: at, deletedBy: by },
};
const assessment: AssessmentView = {
  ...judged,
  ...{ axis: "so", verdict: "4", confidence: "high", reasons: [], rationale: null, text: "" },
  ...{ blind: true, evidence: [], was: null, changeNote: null },
};
const evidence: EvidenceView = {
  ...{ id, passageId, url: null, site: null, title: "A letter", excerpt: "", bearing: "context" },
  ...{ primary: false, addedBy: by, addedAt: at, version: 1, number: 1 },
};
const resolution: ResolutionView = { ...judged, axis: "said", verdict: null, rationale: null, text: "" };

const kinds: [string, Change][] = [
  ["a passage", { passages: [viewPassage(id, { start: 0, end: 4 }, { createdBy: by })] }],
  ["a thread", { threads: [thread] }],
  ["a comment", { comments: [comment] }],
  ["an attribution", { attributions: [viewAttribution(id, passageId, null, { by })] }],
  ["a suggestion", { suggestions: [viewSuggestion(id, { start: 0, end: 4 })] }],
  ["an assessment", { assessments: [assessment] }],
  ["evidence", { evidence: [evidence] }],
  ["a resolution", { resolutions: [resolution] }],
];

function refusal(details: unknown, code: "conflict" | "invalid" = "conflict"): CallError {
  return new CallError({ status: 409, code, message: "Somebody was first.", details });
}

function rowOf(change: Change): unknown {
  return Object.values(change).flat()[0];
}

describe("the winner of a conflict", () => {
  it.each(kinds)("comes back as what it is: %s", (_, change) => {
    expect(winnerOf(refusal(rowOf(change)))).toEqual(change);
  });

  it.each([
    ["no row", refusal(undefined)],
    ["a row that is none of ours", refusal({ id, name: "Elsewhere" })],
    ["a row with one field more", refusal({ ...thread, more: 1 })],
    ["another refusal", refusal(thread, "invalid")],
    ["a mistake of the program", new Error("Somebody was first.")],
  ])("is nobody: %s", (_, error) => {
    expect(winnerOf(error)).toBeNull();
  });
});

describe("showing an answer", () => {
  function scene() {
    const merge = vi.fn();
    const ask = vi.fn();
    return { merge, ask, show: showing({ merge, ask }) };
  }

  it("merges what it has changed", async () => {
    const { show, merge, ask } = scene();
    expect(await show(Promise.resolve(thread), (one) => ({ threads: [one] }))).toBe(thread);
    expect(merge.mock.calls).toEqual([[{ threads: [thread] }]]);
    expect(ask).not.toHaveBeenCalled();
  });

  it("merges the winner, and asks where none is named", async () => {
    const { show, merge, ask } = scene();
    const named = refusal(thread);
    await expect(show(Promise.reject(named), () => ({}))).rejects.toBe(named);
    expect(merge.mock.calls).toEqual([[{ threads: [thread] }]]);
    expect(ask).not.toHaveBeenCalled();
    await expect(show(Promise.reject(refusal(null)), () => ({}))).rejects.toThrow("Somebody was first.");
    expect(merge).toHaveBeenCalledOnce();
    expect(ask).toHaveBeenCalledOnce();
  });

  it("only passes another refusal on", async () => {
    const { show, merge, ask } = scene();
    await expect(show(Promise.reject(refusal(thread, "invalid")), () => ({}))).rejects.toThrow();
    expect([...merge.mock.calls, ...ask.mock.calls]).toEqual([]);
  });
});
