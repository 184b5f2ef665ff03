import { describe, expect, it } from "vitest";
import type { AttributionView } from "@/lib/attributions/schema";
import { keptFor } from "./kept-settling";

const at = "2026-03-01T14:02:00.000Z";
const on = { articleId: "a", passageId: "p" };

function makeView(): AttributionView {
  return {
    ...{ id: crypto.randomUUID(), passageId: crypto.randomUUID(), voice: "source", sourceId: null },
    ...{ parentId: null, directness: "direct", mention: null, cue: null, cueClass: "neutral" },
    ...{ channel: "unknown", polarity: "positive", saidAt: null, origin: "person", stands: true },
    ...{ by: crypto.randomUUID(), createdAt: at, changedAt: at, version: 1 },
    ...{ createdNumber: 1, contentNumber: 1, number: 1 },
  };
}

describe("what was kept of a settlement that is begun on another attribution", () => {
  const [one, other] = [makeView(), makeView()];
  const stored = JSON.stringify({
    value: { attribution: one, settlement: null, why: "named before" },
    on,
    at,
  });

  it("says why as before, and settles on the one that was pressed", () => {
    const kept = keptFor({ attribution: other, settlement: "s" }, stored);
    expect(JSON.parse(kept ?? "null")).toEqual({
      value: { attribution: other, settlement: "s", why: "named before" },
      ...{ on, at },
    });
  });

  it.each([null, "{", JSON.stringify({ value: { why: "named before" }, on, at })])(
    "is nothing of %j",
    (none) => {
      expect(keptFor({ attribution: other, settlement: null }, none)).toBeNull();
    },
  );
});
