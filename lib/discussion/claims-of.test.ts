import { expect, it } from "vitest";
import { claimsOf } from "./claims-of";
import { viewSuggestion } from "./test-views";

it("takes the claims of the machine, and none of its attributions", () => {
  const suggestions = [
    viewSuggestion("a", { start: 0, end: 9 }, { claimKinds: ["date"] }),
    viewSuggestion("b", { start: 10, end: 19 }, { kind: "claim", claimKinds: ["quantity", "date"] }),
  ];
  expect(claimsOf({ suggestions })).toEqual([{ start: 10, end: 19, kinds: ["quantity", "date"] }]);
});
