import { describe, expect, it } from "vitest";
import { bearingUnder, verdictOrder } from "./scale";

describe("evidence for a verdict", () => {
  it("supports what is true, refutes what is false, and is context of the rest", () => {
    expect(verdictOrder.map((verdict) => `${verdict} ${bearingUnder(verdict)}`)).toEqual([
      "4 supports",
      "3 supports",
      "2 refutes",
      "1 refutes",
      "U context",
      "O context",
    ]);
  });
});
