import { expect, it } from "vitest";
import { countThreads, threadWords } from "./count-threads";

const sources = new Map(
  [
    { id: "uk", mergedInto: "ministry" },
    { id: "ministry", mergedInto: null },
    { id: "court", mergedInto: null },
  ].map((one) => [one.id, one] as const),
);

it("counts threads by the source that theirs speaks as, open ones first", () => {
  const counts = countThreads(
    [
      { sourceId: "uk", state: "open" },
      { sourceId: "ministry", state: "resolved" },
      { sourceId: "court", state: "resolved" },
      { sourceId: "court", state: "resolved" },
      { sourceId: null, state: "open" },
    ],
    sources,
  );
  expect(counts.get("ministry")).toEqual({ open: 1, all: 2 });
  expect(threadWords(counts.get("ministry"))).toBe("1 open thread");
  expect(threadWords(counts.get("court"))).toBe("2 threads");
  expect(threadWords(counts.get("uk"))).toBeNull();
});
