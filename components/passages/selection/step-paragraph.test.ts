import { describe, expect, it } from "vitest";
import { stepParagraph } from "./step-paragraph";

const blocks = [0, 20, 40, 60].map((start) => ({ start, end: start + 15, role: "body" as const }));
const nowhere = { blocks, focused: null, open: null, last: null, isBelow: () => true };

describe("a step from paragraph to paragraph", () => {
  it("goes from the one that has the focus, whatever is open", () => {
    expect(stepParagraph({ ...nowhere, focused: 2, open: { start: 1, end: 5 } }, 1)).toBe(3);
    expect(stepParagraph({ ...nowhere, focused: 2, open: { start: 1, end: 5 } }, -1)).toBe(1);
  });
  it("goes from what is open, not from where the keyboard was before", () => {
    expect(stepParagraph({ ...nowhere, open: { start: 20, end: 35 }, last: 3 }, 1)).toBe(2);
    expect(stepParagraph({ ...nowhere, open: { start: 20, end: 35 }, last: 3 }, -1)).toBe(0);
    const long = { start: 25, end: 45 };
    expect([
      stepParagraph({ ...nowhere, open: long }, -1),
      stepParagraph({ ...nowhere, open: long }, 1),
    ]).toEqual([0, 3]);
  });
  it("goes on from where the keyboard was, and else begins with the first in the window", () => {
    expect(stepParagraph({ ...nowhere, last: 1 }, 1)).toBe(2);
    expect(stepParagraph({ ...nowhere, isBelow: (index) => index >= 2 }, 1)).toBe(2);
  });
  it("begins with the last where all have gone out of the window, never with the headline", () => {
    expect(stepParagraph({ ...nowhere, isBelow: () => false }, 1)).toBe(3);
  });
  it("leads nowhere behind the last", () => {
    expect(blocks[stepParagraph({ ...nowhere, open: { start: 61, end: 70 } }, 1)]).toBeUndefined();
  });
});
